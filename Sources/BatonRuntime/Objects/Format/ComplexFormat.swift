internal import CBaton

/// `format(complex, spec)`: both parts by the same specification, padded as a whole.
func formatComplex(_ object: Ref, _ source: Ref) -> Ref? {
    guard isStr(source) else {
        _BtArg_BadArgument("__format__", "argument", "str", source)
        return nil
    }
    guard BtUnicode_GET_LENGTH_(source) > 0 else { return BtObject_Str(object) }
    guard let spec = parseFormatSpec(source, for: object, align: .right) else { return nil }
    guard let style = complexStyle(spec) else { return raiseUnknownFormat(spec.type!, object) }
    if let precision = spec.precision, precision > Int(CInt.max) {
        return raise(BtExc_ValueError, "precision too big")
    }
    if spec.fill == 0x30 {
        return raise(BtExc_ValueError, "Zero padding is not allowed in complex format specifier")
    }
    if spec.align == .afterSign {
        return raise(BtExc_ValueError, "'=' alignment flag is not allowed in complex format specifier")
    }
    guard let number = complexText(object.complex, style, spec) else { return nil }
    defer { Bt_DECREF_(number) }
    return padded(number, spec)
}

/// Without a type as `repr` writes, with one as float; nil: it is no type of complex.
private func complexStyle(_ spec: FormatSpec) -> FloatStyle? {
    guard spec.type != nil else {
        return spec.precision.map { FloatStyle(code: .general, precision: $0) } ?? FloatStyle(code: .shortest)
    }
    return spec.type == UInt32(UInt8(ascii: "%")) ? nil : floatStyle(spec)
}

/// The number without padding: without a type in parentheses, or without a real part that is a zero without a sign.
private func complexText(_ value: Bt_complex, _ style: FloatStyle, _ spec: FormatSpec) -> Ref? {
    var part = spec
    part.width = nil
    part.align = .left
    let isPlain = spec.type == nil
    let hasReal = !isPlain || value.real != 0 || value.real.sign == .minus
    var builder = TextBuilder()
    if hasReal {
        guard let real = formatDouble(value.real, style, part) else { return nil }
        if isPlain { builder.append("(") }
        builder.append(text: real)
        Bt_DECREF_(real)
        part.sign = .always
    }
    guard let imaginary = formatDouble(value.imag, style, part) else { return nil }
    builder.append(text: imaginary)
    Bt_DECREF_(imaginary)
    builder.append("j")
    if isPlain, hasReal { builder.append(")") }
    return builder.finish()
}

private func padded(_ text: Ref, _ spec: FormatSpec) -> Ref? {
    let padding = max((spec.width ?? 0) - BtUnicode_GET_LENGTH_(text), 0)
    let left =
        switch spec.align {
        case .left, .afterSign: 0
        case .right: padding
        case .center: padding / 2
        }
    var builder = TextBuilder()
    builder.append(repeating: spec.fill, left)
    builder.append(text: text)
    builder.append(repeating: spec.fill, padding - left)
    return builder.finish()
}
