internal import CBaton
internal import Glibc

@c @implementation public func BtLong_FromString(
    _ text: UnsafePointer<CChar>!, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!, _ base: CInt
) -> Ref! {
    guard let text else { return badInternalCall() }
    guard let base = checkedBase(Int(base)) else { return nil }
    let length = strlen(text)
    // SAFETY: because CChar and UInt8 have one layout.
    let bytes = ASCII(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: length)
    let parsed = parseLong(bytes, base: base)
    switch parsed {
    case .number(let number):
        end?.pointee = UnsafeMutablePointer(mutating: text + length)
        return number
    case .failed:
        end?.pointee = UnsafeMutablePointer(mutating: text)
        return nil
    case .invalid(let position):
        end?.pointee = UnsafeMutablePointer(mutating: text + position)
        guard let object = BtUnicode_FromStringAndSize(text, min(length, 200)) else { return nil }
        defer { Bt_DECREF_(object) }
        return raiseInvalidNumber("invalid literal for int() with base \(base): ", object)
    }
}

@c @implementation public func BtLong_FromUnicodeObject(_ text: Ref!, _ base: CInt) -> Ref! {
    guard let text else { return badInternalCall() }
    guard isStr(text) else { return raise(BtExc_TypeError, "expected str, got \(typeName(text))") }
    return parseLong(text: text, base: Int(base))
}

@c @implementation public func _BtLong_Format(_ number: Ref!, _ base: CInt) -> Ref! {
    guard let number = requiredLong(number) else { return nil }
    return longText(number, base: Int(base))
}
