internal import CBaton

/// Append one conversion of the `%` operator. False: there is no such conversion. Nil: an exception is set.
func appendConversion(
    _ conversion: UInt32, _ value: Ref, _ directive: PercentDirective, to builder: inout TextBuilder
) -> Bool? {
    switch Unicode.Scalar(conversion) {
    case "s": return append(BtObject_Str(value), directive, to: &builder)
    case "r": return append(BtObject_Repr(value), directive, to: &builder)
    case "a": return append(BtObject_ASCII(value), directive, to: &builder)
    case "d", "i", "u": return appendInteger(conversion, value, base: 10, directive, to: &builder)
    case "o": return appendInteger(conversion, value, base: 8, directive, to: &builder)
    case "x", "X": return appendInteger(conversion, value, base: 16, directive, to: &builder)
    case "e", "E", "f", "F", "g", "G": return appendFloat(conversion, value, directive, to: &builder)
    case "c": return appendCharacter(value, directive, to: &builder)
    default: return false
    }
}

private func append(_ text: Ref?, _ directive: PercentDirective, to builder: inout TextBuilder) -> Bool? {
    guard let text else { return nil }
    directive.append(TextView(text), to: &builder)
    Bt_DECREF_(text)
    return true
}

private func appendInteger(
    _ conversion: UInt32, _ value: Ref, base: CInt, _ directive: PercentDirective, to builder: inout TextBuilder
) -> Bool? {
    guard let number = integer(conversion, value, base) else { return nil }
    let digits = BtNumber_ToBase(number, base)
    Bt_DECREF_(number)
    guard let digits else { return nil }
    defer { Bt_DECREF_(digits) }
    let upper = conversion == 0x58
    guard let shown = upper ? upperText(digits) : Bt_NewRef_(digits) else { return nil }
    defer { Bt_DECREF_(shown) }
    let view = TextView(shown)
    let sign = view.count > 0 && view[0] == 0x2D ? 1 : 0
    let prefix = base == 10 ? 0 : 2
    directive.append(
        digits: view.part(sign + prefix, view.count), negative: sign == 1,
        prefix: directive.alternate && prefix > 0 ? view.part(sign, sign + prefix) : nil, to: &builder)
    return true
}

/// The int of a number; for octal and hexadecimal ones only if it is one. Nil: an exception is set.
private func integer(_ conversion: UInt32, _ value: Ref, _ base: CInt) -> Ref? {
    if isInt(value) { return Bt_NewRef_(value) }
    if BtNumber_Check(value) != 0 {
        if let number = base == 10 ? BtNumber_Long(value) : BtNumber_Index(value) { return number }
        guard BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return nil }
        BtErr_Clear()
    }
    let wanted = base == 10 ? "a real number" : "an integer"
    return raise(
        BtExc_TypeError,
        "%\(Unicode.Scalar(conversion)!) format: \(wanted) is required, not \(typeName(value))")
}

private func appendFloat(
    _ conversion: UInt32, _ value: Ref, _ directive: PercentDirective, to builder: inout TextBuilder
) -> Bool? {
    let double = BtFloat_AsDouble(value)
    if double == -1, errorOccurred() { return nil }
    guard let number = BtFloat_FromDouble(double) else { return nil }
    defer { Bt_DECREF_(number) }
    let precision = directive.precision < 0 ? 6 : directive.precision
    let specification = (directive.alternate ? "#." : ".") + "\(precision)\(Unicode.Scalar(conversion)!)"
    guard let spec = makeString(specification) else { return nil }
    defer { Bt_DECREF_(spec) }
    guard let text = BtObject_Format(number, spec) else { return nil }
    defer { Bt_DECREF_(text) }
    let view = TextView(text)
    let sign = view.count > 0 && view[0] == 0x2D ? 1 : 0
    var layout = directive
    layout.precision = -1
    layout.append(digits: view.part(sign, view.count), negative: sign == 1, prefix: nil, to: &builder)
    return true
}

private func appendCharacter(_ value: Ref, _ directive: PercentDirective, to builder: inout TextBuilder) -> Bool? {
    if isStr(value) {
        guard TextView(value).count == 1 else { return raiseNotCharacter() }
        var layout = directive
        layout.precision = -1
        layout.append(TextView(value), to: &builder)
        return true
    }
    guard BtIndex_Check(value) != 0 else { return raiseNotCharacter() }
    let ordinal = BtNumber_AsSsize_t(value, nil)
    if ordinal == -1, errorOccurred() { return nil }
    guard ordinal >= 0, ordinal <= 0x10_FFFF else {
        return raise(BtExc_OverflowError, "%c arg not in range(0x110000)")
    }
    guard let text = makeText(character: UInt32(ordinal)) else { return nil }
    var layout = directive
    layout.precision = -1
    return append(text, layout, to: &builder)
}

private func raiseNotCharacter() -> Bool? {
    raise(BtExc_TypeError, "%c requires int or char")
}
