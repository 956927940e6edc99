internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Append what a format and its arguments give. False: an exception is set.
func appendFormat(_ format: UnsafePointer<CChar>, _ arguments: OpaquePointer, to builder: inout TextBuilder) -> Bool {
    var next = format
    while next.pointee != 0 {
        if UInt8(bitPattern: next.pointee) != UInt8(ascii: "%") {
            guard let end = appendPlain(next, to: &builder) else { return false }
            next = end
            continue
        }
        if next[1] == next[0] {
            builder.append("%")
            next += 2
            continue
        }
        var directive = FormatDirective()
        guard let conversion = directive.read(next + 1, arguments) else { return false }
        guard let known = appendConversion(conversion.pointee, directive, arguments, to: &builder) else { return false }
        guard known else {
            return raiseStatus(BtExc_SystemError, "invalid format string: \(String(cString: next))") == 0
        }
        next = conversion + 1
    }
    return true
}

/// Append the text up to the next `%`; gives its end. Nil: an exception is set.
private func appendPlain(_ start: UnsafePointer<CChar>, to builder: inout TextBuilder) -> UnsafePointer<CChar>? {
    var end = start
    while end.pointee != 0, UInt8(bitPattern: end.pointee) != UInt8(ascii: "%") {
        guard end.pointee > 0 else {
            let byte = String(UInt8(bitPattern: end.pointee), radix: 16)
            return raise(
                BtExc_ValueError,
                "BtUnicode_FromFormatV() expects an ASCII-encoded format string, got a non-ASCII byte: 0x\(byte)")
        }
        end += 1
    }
    // SAFETY: because CChar and UInt8 have one layout.
    builder.append(ascii: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), end - start)
    return end
}

/// Append one conversion. False: there is no such conversion. Nil: an exception is set.
private func appendConversion(
    _ conversion: CChar, _ directive: FormatDirective, _ arguments: OpaquePointer, to builder: inout TextBuilder
) -> Bool? {
    let letter = UInt8(bitPattern: conversion)
    switch letter {
    case UInt8(ascii: "d"), UInt8(ascii: "i"):
        let value = signedArgument(directive.length, arguments)
        directive.append(value.magnitude, negative: value < 0, base: 10, upper: false, to: &builder)
    case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
        let base: UInt64 = letter == UInt8(ascii: "u") ? 10 : letter == UInt8(ascii: "o") ? 8 : 16
        let value = unsignedArgument(directive.length, arguments)
        directive.append(value, negative: false, base: base, upper: letter == UInt8(ascii: "X"), to: &builder)
    case UInt8(ascii: "c"):
        let ordinal = _bt_varargs_int(arguments)
        guard ordinal >= 0, ordinal < 0x11_0000 else {
            return raise(BtExc_OverflowError, "character argument not in range(0x110000)")
        }
        builder.append(UInt32(ordinal))
    case UInt8(ascii: "p"):
        builder.append("0x")
        builder.append(number: UInt64(UInt(bitPattern: _bt_varargs_pointer(arguments))), base: 16)
    case UInt8(ascii: "s"), UInt8(ascii: "V"):
        return appendText(letter, directive, arguments, to: &builder)
    case UInt8(ascii: "U"), UInt8(ascii: "S"), UInt8(ascii: "R"), UInt8(ascii: "A"), UInt8(ascii: "T"),
        UInt8(ascii: "N"):
        guard let object = _bt_varargs_pointer(arguments) else { return badInternalCall() }
        // SAFETY: because the contract of these conversions is that the argument is an object.
        return appendObject(letter, object.assumingMemoryBound(to: BtObject.self), directive, to: &builder)
    default:
        return false
    }
    return true
}

private func signedArgument(_ length: FormatDirective.Length, _ arguments: OpaquePointer) -> Int64 {
    switch length {
    case .none: Int64(_bt_varargs_int(arguments))
    case .long: Int64(_bt_varargs_long(arguments))
    case .longLong, .maximum: Int64(_bt_varargs_longlong(arguments))
    case .size, .pointerDifference: Int64(_bt_varargs_ssize(arguments))
    }
}

private func unsignedArgument(_ length: FormatDirective.Length, _ arguments: OpaquePointer) -> UInt64 {
    switch length {
    case .none: UInt64(_bt_varargs_uint(arguments))
    case .long: UInt64(_bt_varargs_ulong(arguments))
    case .longLong, .maximum: UInt64(_bt_varargs_ulonglong(arguments))
    case .size, .pointerDifference: UInt64(bitPattern: Int64(_bt_varargs_ssize(arguments)))
    }
}

/// %s, %ls, %V and %lV.
private func appendText(
    _ letter: UInt8, _ directive: FormatDirective, _ arguments: OpaquePointer, to builder: inout TextBuilder
) -> Bool? {
    if letter == UInt8(ascii: "V"), let object = _bt_varargs_pointer(arguments) {
        _ = _bt_varargs_pointer(arguments)
        // SAFETY: because the first argument of %V is an object or NULL.
        return appendObject(UInt8(ascii: "U"), object.assumingMemoryBound(to: BtObject.self), directive, to: &builder)
    }
    guard let text = _bt_varargs_pointer(arguments) else {
        return directive.append(utf8: cString("(null)"), to: &builder) ? true : nil
    }
    if directive.length == .long {
        // SAFETY: because `l` says that the argument is wide text, whose characters are 32-bit code points here.
        let wide = text.assumingMemoryBound(to: wchar_t.self)
        let count = directive.precision >= 0 ? wcsnlen(wide, directive.precision) : wcslen(wide)
        directive.append(TextView(data: text, kind: 4, count: count), to: &builder)
        return true
    }
    // SAFETY: because the argument of %s is C text.
    return directive.append(utf8: UnsafePointer(text.assumingMemoryBound(to: CChar.self)), to: &builder) ? true : nil
}

/// %U, %S, %R, %A, %T and %N.
private func appendObject(
    _ letter: UInt8, _ object: Ref, _ directive: FormatDirective, to builder: inout TextBuilder
) -> Bool? {
    let made: Ref?
    switch letter {
    case UInt8(ascii: "U"):
        guard isStr(object) else { return badInternalCall() }
        made = Bt_NewRef_(object)
    case UInt8(ascii: "S"): made = BtObject_Str(object)
    case UInt8(ascii: "R"): made = BtObject_Repr(object)
    case UInt8(ascii: "A"): made = BtObject_ASCII(object)
    case UInt8(ascii: "N") where !object.hasTypeFlag(UInt(BT_TPFLAGS_TYPE_SUBCLASS)):
        return raise(BtExc_TypeError, "%N argument must be a type")
    default:
        let type = letter == UInt8(ascii: "T") ? object.type : object.as(BtTypeObject.self)
        made = qualifiedName(of: type, alternate: directive.alternate)
    }
    guard let made else { return nil }
    directive.append(TextView(made), to: &builder)
    Bt_DECREF_(made)
    return true
}

/// "module.name" of a type, and "module:name" for the alternate form.
private func qualifiedName(of type: TypeRef, alternate: Bool) -> Ref? {
    guard alternate else { return BtType_GetFullyQualifiedName(type) }
    let name = typeName(of: type)
    guard let dot = name.lastIndex(of: ".") else { return makeString(name) }
    return makeString(name[..<dot] + ":" + name[name.index(after: dot)...])
}
