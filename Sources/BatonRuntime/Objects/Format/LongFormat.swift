internal import CBaton

/// `format(long, spec)`.
func formatLong(_ object: Ref, _ source: Ref) -> Ref? {
    guard isStr(source) else {
        _BtArg_BadArgument("__format__", "argument", "str", source)
        return nil
    }
    guard BtUnicode_GET_LENGTH_(source) > 0 else { return BtObject_Str(object) }
    guard let spec = parseFormatSpec(source, for: object, align: .right) else { return nil }
    switch spec.type.flatMap(Unicode.Scalar.init) {
    case nil where spec.type != nil: return raiseUnknownFormat(spec.type!, object)
    case nil, "d", "n": return formatInteger(object.long, spec, base: 10, prefix: "")
    case "b": return formatInteger(object.long, spec, base: 2, prefix: "0b")
    case "o": return formatInteger(object.long, spec, base: 8, prefix: "0o")
    case "x": return formatInteger(object.long, spec, base: 16, prefix: "0x")
    case "X": return formatInteger(object.long, spec, base: 16, prefix: "0X", uppercase: true)
    case "c": return formatCharacter(object, spec)
    case "e", "E", "f", "F", "g", "G", "%":
        guard let value = longToDouble(object.long) else { return nil }
        return formatDouble(value, spec, object)
    default: return raiseUnknownFormat(spec.type!, object)
    }
}

private func formatInteger(
    _ long: LongRef, _ spec: FormatSpec, base: Int, prefix: StaticString, uppercase: Bool = false
) -> Ref? {
    guard isIntegerSpec(spec) else { return nil }
    return withDigits(long, base: base, uppercase: uppercase) { digits in
        var parts = NumberParts(whole: digits, rest: ASCII(start: nil, count: 0))
        parts.isNegative = long.isNegative
        if spec.alternate { parts.prefix = prefix }
        return formatNumber(parts, spec)
    }
}

/// The character with the number's code.
private func formatCharacter(_ object: Ref, _ spec: FormatSpec) -> Ref? {
    guard isIntegerSpec(spec) else { return nil }
    guard spec.sign == nil else {
        return raise(BtExc_ValueError, "Sign not allowed with integer format specifier 'c'")
    }
    guard !spec.alternate else {
        return raise(BtExc_ValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
    }
    let code = BtLong_AsLong(object)
    if code == -1, errorOccurred() { return nil }
    guard code >= 0, code <= 0x10FFFF else { return raise(BtExc_OverflowError, "%c arg not in range(0x110000)") }
    let padding = max((spec.width ?? 0) - 1, 0)
    let left = spec.align == .left ? 0 : spec.align == .center ? padding / 2 : padding
    var builder = TextBuilder()
    builder.append(repeating: spec.fill, left)
    builder.append(UInt32(code))
    builder.append(repeating: spec.fill, padding - left)
    return builder.finish()
}

private func isIntegerSpec(_ spec: FormatSpec) -> Bool {
    guard spec.precision == nil else {
        return raiseStatus(BtExc_ValueError, "Precision not allowed in integer format specifier") == 0
    }
    guard !spec.noNegativeZero else {
        return raiseStatus(BtExc_ValueError, "Negative zero coercion (z) not allowed in integer format specifier") == 0
    }
    return true
}
