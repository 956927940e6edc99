internal import CBaton
internal import Glibc

// Doubles as text, by the rules of Python's format codes.

/// How a double is written.
struct FloatStyle {
    enum Code {
        /// The shortest text that reads back equal.
        case shortest
        case exponent
        case fixed
        case general
    }

    var code: Code
    var precision = 0
    var uppercase = false
    /// A sign before numbers that are not negative too.
    var alwaysSign = false
    /// `.0` behind what would look like an int.
    var addsPointZero = false
    /// The alternate form of `#`: a point always, and trailing zeros.
    var alternate = false
    /// No sign before what is written as zero.
    var noNegativeZero = false
}

/// Append a double. False: an exception is set.
func appendDouble(_ value: Double, _ style: FloatStyle, to builder: inout TextBuilder) -> Bool {
    guard value.isFinite else {
        appendSign(value.sign == .minus && !value.isNaN, style, to: &builder)
        builder.append(value.isNaN ? (style.uppercase ? "NAN" : "nan") : style.uppercase ? "INF" : "inf")
        return true
    }
    let count: DigitCount =
        switch style.code {
        case .shortest: .shortest
        case .exponent: .significant(style.precision + 1)
        case .general: .significant(max(style.precision, 1))
        case .fixed: .fraction(style.precision)
        }
    let written: Bool? = withDigits(value.magnitude, count) { digits, point in
        let isZero = digits.count == 1 && digits[0] == 0x30
        appendSign(value.sign == .minus && !(style.noNegativeZero && isZero), style, to: &builder)
        appendDigits(digits, point, style, to: &builder)
        return true
    }
    return written ?? false
}

private func appendSign(_ isNegative: Bool, _ style: FloatStyle, to builder: inout TextBuilder) {
    if isNegative { builder.append("-") } else if style.alwaysSign { builder.append("+") }
}

private func appendDigits(_ digits: ASCII, _ decimalPoint: Int, _ style: FloatStyle, to builder: inout TextBuilder) {
    var point = decimalPoint
    var end = digits.count
    var usesExponent = false
    let precision = style.code == .general ? max(style.precision, 1) : style.precision
    switch style.code {
    case .exponent:
        usesExponent = true
        end = precision + 1
    case .fixed: end = point + precision
    case .general:
        usesExponent = point <= -4 || point > precision - (style.addsPointZero ? 1 : 0)
        if style.alternate { end = precision }
    case .shortest: usesExponent = point <= -4 || point > 16
    }
    let exponent = point - 1
    if usesExponent { point = 1 }
    end = max(end, !usesExponent && style.addsPointZero ? point + 1 : point)

    // Digits before the point, the point, digits behind it; what has no digit is a zero.
    if point <= 0 { builder.append("0") }
    appendRun(from: 0, to: point)
    if end > point || style.alternate { builder.append(".") }
    if point < 0 { builder.append(repeating: 0x30, min(-point, end - point)) }
    appendRun(from: max(point, 0), to: end)
    if usesExponent { appendExponent(exponent, style.uppercase, to: &builder) }

    func appendRun(from start: Int, to end: Int) {
        let real = min(end, digits.count)
        if start < real { builder.append(ascii: digits.baseAddress! + start, real - start) }
        builder.append(repeating: 0x30, end - max(start, digits.count))
    }
}

private func appendExponent(_ exponent: Int, _ uppercase: Bool, to builder: inout TextBuilder) {
    builder.append(uppercase ? "E" : "e")
    builder.append(exponent < 0 ? "-" : "+")
    builder.append(number: UInt64(exponent.magnitude), digits: 2)
}

/// `repr(value)`.
func floatRepr(_ value: Double) -> Ref? {
    var builder = TextBuilder()
    guard appendDouble(value, FloatStyle(code: .shortest, addsPointZero: true), to: &builder) else { return nil }
    return builder.finish()
}
