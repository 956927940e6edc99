internal import CBaton
internal import Glibc

// Errors of system calls. Each function reads errno before it does anything that may change it.

@c @implementation
public func BtErr_SetFromErrno(_ exception: Ref!) -> Ref! {
    raiseErrno(errno, exception, nil, nil)
}

@c @implementation
public func BtErr_SetFromErrnoWithFilename(_ exception: Ref!, _ filename: UnsafePointer<CChar>!) -> Ref! {
    let number = errno
    guard let filename else { return raiseErrno(number, exception, nil, nil) }
    guard let name = BtUnicode_DecodeFSDefault(filename) else { return nil }
    defer { Bt_DECREF_(name) }
    return raiseErrno(number, exception, name, nil)
}

@c @implementation
public func BtErr_SetFromErrnoWithFilenameObject(_ exception: Ref!, _ filename: Ref!) -> Ref! {
    raiseErrno(errno, exception, filename, nil)
}

@c @implementation
public func BtErr_SetFromErrnoWithFilenameObjects(_ exception: Ref!, _ filename: Ref!, _ filename2: Ref!) -> Ref! {
    raiseErrno(errno, exception, filename, filename2)
}

/// Raise `exception(number, text[, filename[, None, filename2]])`; the class follows the number. Always nil.
private func raiseErrno(_ number: CInt, _ exception: Ref?, _ filename: Ref?, _ filename2: Ref?) -> Ref? {
    // A signal interrupted the call: its handler runs first, and may have something else to raise.
    if number == EINTR, BtErr_CheckSignals() != 0 { return nil }
    guard let exception else { return badInternalCall() }
    guard let args = BtTuple_New(filename == nil ? 2 : filename2 == nil ? 3 : 5) else { return nil }
    defer { Bt_DECREF_(args) }
    guard let code = BtLong_FromLong(Int(number)), let text = makeString(errnoText(number)) else { return nil }
    BtTuple_SET_ITEM_(args, 0, code)
    BtTuple_SET_ITEM_(args, 1, text)
    if let filename { BtTuple_SET_ITEM_(args, 2, newReference(filename)) }
    if filename != nil, let filename2 {
        BtTuple_SET_ITEM_(args, 3, noneRef)
        BtTuple_SET_ITEM_(args, 4, newReference(filename2))
    }
    guard let made = BtObject_Call(exception, args, nil) else { return nil }
    raiseObject(made.type.ref, made)
    Bt_DECREF_(made)
    return nil
}

/// What strerror says, on a buffer of this thread's own; "Error" for 0.
func errnoText(_ number: CInt) -> String {
    guard number != 0 else { return "Error" }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
        strerror_r(number, buffer.baseAddress!, buffer.count) == 0
            ? String(cString: buffer.baseAddress!) : "Unknown error \(number)"
    }
}
