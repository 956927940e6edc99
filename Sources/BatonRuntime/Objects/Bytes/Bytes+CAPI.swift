internal import CBaton
internal import CBaton.Host
internal import Glibc

@c @implementation
public func BtBytes_FromStringAndSize(_ data: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    guard size >= 0 else {
        return raise(BtExc_SystemError, "Negative size passed to BtBytes_FromStringAndSize")
    }
    guard let data else {
        if size == 0 { return Bytes.empty }
        // A single byte may be written to before it is shown, so it is not the shared one.
        return Bytes.makeLarge(size)
    }
    // SAFETY: because char and UInt8 have one layout.
    return Bytes.make(copying: UnsafeRawPointer(data).assumingMemoryBound(to: UInt8.self), size)
}

@c @implementation
public func BtBytes_FromString(_ text: UnsafePointer<CChar>!) -> Ref! {
    guard let text else { return badInternalCall() }
    return BtBytes_FromStringAndSize(text, strlen(text))
}

@c @implementation
public func BtBytes_Size(_ bytes: Ref!) -> Int {
    guard let bytes = expectBytes(bytes) else { return -1 }
    return Bytes.size(bytes)
}

@c @implementation
public func BtBytes_AsString(_ bytes: Ref!) -> UnsafeMutablePointer<CChar>! {
    guard let bytes = expectBytes(bytes) else { return nil }
    return BtBytes_AS_STRING_(bytes)
}

@c @implementation
public func BtBytes_AsStringAndSize(
    _ bytes: Ref!, _ data: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!, _ size: UnsafeMutablePointer<Int>!
) -> CInt {
    guard let data else { return badInternalCallStatus() }
    guard let bytes = expectBytes(bytes) else { return -1 }
    data.pointee = BtBytes_AS_STRING_(bytes)
    if let size {
        size.pointee = Bytes.size(bytes)
    } else if strlen(BtBytes_AS_STRING_(bytes)) != Bytes.size(bytes) {
        return raiseStatus(BtExc_ValueError, "embedded null byte")
    }
    return 0
}

private func expectBytes(_ object: Ref?) -> Ref? {
    guard let object else { return badInternalCall() }
    guard isBytes(object) else {
        return raise(BtExc_TypeError, "expected bytes, \(typeName(object)) found")
    }
    return object
}

@c @implementation
public func BtBytes_Concat(_ bytes: UnsafeMutablePointer<Ref?>!, _ tail: Ref!) {
    guard let old = bytes.pointee else { return }
    bytes.pointee = tail.flatMap { ByteString.concat(old, $0) }
    Bt_DECREF_(old)
}

@c @implementation
public func BtBytes_ConcatAndDel(_ bytes: UnsafeMutablePointer<Ref?>!, _ tail: Ref!) {
    BtBytes_Concat(bytes, tail)
    release(tail)
}

@c @implementation
public func _BtBytes_Resize(_ bytes: UnsafeMutablePointer<Ref?>!, _ size: Int) -> CInt {
    guard let old = bytes.pointee, isBytes(old), size >= 0 else {
        release(exchange(&bytes.pointee, nil))
        return badInternalCallStatus()
    }
    let oldSize = Bytes.size(old)
    if oldSize == size { return 0 }
    if size == 0 {
        bytes.pointee = Bytes.empty
        Bt_DECREF_(old)
        return 0
    }
    // An immortal one is shared: the empty one grows into a fresh object, and one of 1 byte may be somebody's.
    let isFresh = oldSize == 0 || Bt_REFCNT_(old) == 1
    bytes.pointee = nil
    defer { Bt_DECREF_(old) }
    guard isFresh else { return badInternalCallStatus() }
    guard let new = Bytes.makeLarge(size) else { return -1 }
    memcpy(Bytes.data(new), Bytes.data(old), min(oldSize, size))
    bytes.pointee = new
    return 0
}

@c @implementation
public func BtBytes_FromObject(_ object: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    return ByteString.bytes(from: object)
}

@c @implementation
public func BtBytes_Join(_ separator: Ref!, _ iterable: Ref!) -> Ref! {
    guard let separator, let iterable, isBytes(separator) else { return badInternalCall() }
    return ByteString.join(separator, iterable)
}

@c @implementation
public func BtBytes_Repr(_ bytes: Ref!, _ smart_quotes: CInt) -> Ref! {
    guard let bytes, isBytes(bytes) else { return badInternalCall() }
    return ByteString.repr(Bytes.span(bytes), prefix: "b", suffix: "", quotes: smart_quotes != 0 ? .smart : .single)
}
