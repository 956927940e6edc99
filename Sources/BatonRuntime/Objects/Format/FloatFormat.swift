internal import CBaton

/// `format(float, spec)`.
func formatFloat(_ object: Ref, _ source: Ref) -> Ref? {
    guard isStr(source) else {
        _BtArg_BadArgument("__format__", "argument", "str", source)
        return nil
    }
    guard BtUnicode_GET_LENGTH_(source) > 0 else { return BtObject_Str(object) }
    guard let spec = parseFormatSpec(source, for: object, align: .right) else { return nil }
    return formatDouble(object.double, spec, object)
}

/// A double by a specification; `object` names itself in errors.
func formatDouble(_ value: Double, _ spec: FormatSpec, _ object: Ref) -> Ref? {
    guard let style = floatStyle(spec) else { return raiseUnknownFormat(spec.type!, object) }
    if let precision = spec.precision, precision > Int(CInt.max) {
        return raise(BtExc_ValueError, "precision too big")
    }
    return formatDouble(value, style, spec)
}

/// A double in a style, laid out by a specification.
func formatDouble(_ value: Double, _ plainStyle: FloatStyle, _ spec: FormatSpec) -> Ref? {
    var style = plainStyle
    style.alternate = spec.alternate
    style.noNegativeZero = spec.noNegativeZero
    let isPercentage = spec.type == 0x25
    var text = TextBuilder()
    guard appendDouble(isPercentage ? value * 100 : value, style, to: &text) else { return nil }
    if isPercentage { text.append("%") }
    if text.failed { return raiseNoMemory() }
    let view = text.view
    var characters = ASCII(start: view.bytes, count: view.count)
    let isNegative = characters.first == UInt8(ascii: "-")
    if isNegative { characters = ASCII(rebasing: characters.dropFirst()) }
    let wholeCount = characters.firstIndex { $0 < 0x30 || $0 > 0x39 } ?? characters.count
    return formatNumber(
        NumberParts(
            isNegative: isNegative, whole: ASCII(rebasing: characters[..<wholeCount]),
            rest: ASCII(rebasing: characters[wholeCount...])), spec)
}

/// How the specification's type writes; nil: it is no type of float.
func floatStyle(_ spec: FormatSpec) -> FloatStyle? {
    let precision = spec.precision ?? 6
    guard let type = spec.type else {
        return spec.precision == nil
            ? FloatStyle(code: .shortest, addsPointZero: true)
            : FloatStyle(code: .general, precision: precision, addsPointZero: true)
    }
    switch Unicode.Scalar(type) {
    case "e": return FloatStyle(code: .exponent, precision: precision)
    case "E": return FloatStyle(code: .exponent, precision: precision, uppercase: true)
    case "f", "%": return FloatStyle(code: .fixed, precision: precision)
    case "F": return FloatStyle(code: .fixed, precision: precision, uppercase: true)
    case "g", "n": return FloatStyle(code: .general, precision: precision)
    case "G": return FloatStyle(code: .general, precision: precision, uppercase: true)
    default: return nil
    }
}
