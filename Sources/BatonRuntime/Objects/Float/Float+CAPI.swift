internal import CBaton
internal import Glibc

@c @implementation public func BtFloat_FromDouble(_ value: Double) -> Ref! { makeFloat(value) }

@c @implementation public func BtFloat_FromString(_ text: Ref!) -> Ref! {
    guard let text else { return badInternalCall() }
    return parseFloat(text)
}

@c @implementation public func BtFloat_AsDouble(_ object: Ref!) -> Double {
    guard let object else { return raise(BtExc_TypeError, "bad argument type for built-in operation") ?? -1 }
    return doubleOf(object) ?? -1
}

@c @implementation public func BtFloat_GetMax() -> Double { .greatestFiniteMagnitude }
@c @implementation public func BtFloat_GetMin() -> Double { .leastNormalMagnitude }

@c @implementation public func _Bt_HashDouble(_ object: Ref!, _ value: Double) -> Int { hashDouble(value, object) }

@c @implementation public func BtOS_string_to_double(
    _ text: UnsafePointer<CChar>!, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>!,
    _ overflow_exception: Ref!
) -> Double {
    guard let text else { return badInternalCall() ?? -1 }
    // SAFETY: because CChar and UInt8 have one layout.
    let bytes = ASCII(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
    let length = floatPrefix(bytes)
    end?.pointee = UnsafeMutablePointer(mutating: text + length)
    guard length > 0, end != nil || length == bytes.count else {
        let shown = String(decoding: bytes.prefix(200), as: UTF8.self)
        return raise(BtExc_ValueError, "could not convert string to float: '\(shown)'") ?? -1
    }
    let number = ASCII(rebasing: bytes[..<length])
    guard let value = floatValue(number) else { return -1 }
    if value.isInfinite, let overflow_exception, bytes[length - 1] >= 0x30, bytes[length - 1] <= 0x39 {
        let shown = String(decoding: bytes.prefix(200), as: UTF8.self)
        return raise(overflow_exception, "value too large to convert to float: '\(shown)'") ?? -1
    }
    return value
}

@c @implementation public func BtOS_double_to_string(
    _ value: Double, _ format: CChar, _ precision: CInt, _ flags: CInt, _ type: UnsafeMutablePointer<CInt>!
) -> UnsafeMutablePointer<CChar>! {
    let letter = Unicode.Scalar(UInt8(bitPattern: format))
    guard let code = formatCode(letter), code != .shortest || precision == 0, precision >= 0 else {
        return badInternalCall()
    }
    type?.pointee = value.isNaN ? Bt_DTST_NAN : value.isInfinite ? Bt_DTST_INFINITE : Bt_DTST_FINITE
    var style = FloatStyle(code: code, precision: Int(precision))
    style.uppercase = letter == "E" || letter == "F" || letter == "G"
    style.alwaysSign = flags & Bt_DTSF_SIGN != 0
    style.addsPointZero = flags & Bt_DTSF_ADD_DOT_0 != 0
    style.alternate = flags & Bt_DTSF_ALT != 0
    style.noNegativeZero = flags & Bt_DTSF_NO_NEG_0 != 0
    var builder = TextBuilder()
    guard appendDouble(value, style, to: &builder) else { return nil }
    let text = builder.view
    guard !builder.failed, let memory = BtMem_Malloc(text.count + 1) else { return raiseNoMemory() }
    memcpy(memory, text.data, text.count)
    let result = memory.bindMemory(to: CChar.self, capacity: text.count + 1)
    result[text.count] = 0
    return result
}

private func formatCode(_ letter: Unicode.Scalar) -> FloatStyle.Code? {
    switch letter {
    case "e", "E": .exponent
    case "f", "F": .fixed
    case "g", "G": .general
    case "r": .shortest
    default: nil
    }
}
