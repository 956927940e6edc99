internal import CBaton
internal import Glibc

// Doubles as hexadecimal text.

/// `value.hex()`.
func floatHex(_ value: Double) -> Ref? {
    guard value.isFinite else { return floatRepr(value) }
    var builder = TextBuilder()
    if value.sign == .minus { builder.append("-") }
    if value == 0 {
        builder.append("0x0.0p+0")
        return builder.finish()
    }
    let isSubnormal = value.isSubnormal
    builder.append(isSubnormal ? "0x0." : "0x1.")
    builder.append(number: value.significandBitPattern, base: 16, digits: 13)
    let exponent = isSubnormal ? -1022 : Int(value.exponent)
    builder.append(exponent < 0 ? "p-" : "p+")
    builder.append(number: UInt64(exponent.magnitude))
    return builder.finish()
}

/// What reading hexadecimal text gave.
private enum ParsedHex {
    case value(Double)
    case invalid
    case tooLarge
}

/// `float.fromhex(text)`.
func floatFromHex(_ text: Ref) -> Double? {
    guard isStr(text) else { return raise(BtExc_TypeError, "bad argument type for built-in operation") }
    let parsed = withNumberText(of: text) { parseHex(stripped($0)) }
    switch parsed {
    case nil: return nil
    case .value(let value): return value
    case .invalid: return raise(BtExc_ValueError, "invalid hexadecimal floating-point string")
    case .tooLarge: return raise(BtExc_OverflowError, "hexadecimal value too large to represent as a float")
    }
}

private func parseHex(_ text: ASCII) -> ParsedHex {
    var index = 0
    func peek() -> UInt8 { index < text.count ? text[index] : 0 }
    var negative = false
    if peek() == UInt8(ascii: "-") || peek() == UInt8(ascii: "+") {
        negative = peek() == UInt8(ascii: "-")
        index += 1
    }
    func signed(_ magnitude: Double) -> ParsedHex { .value(negative ? -magnitude : magnitude) }
    let rest = ASCII(rebasing: text[index...])
    if !rest.isEmpty, rest[0] | 0x20 == UInt8(ascii: "i") || rest[0] | 0x20 == UInt8(ascii: "n") {
        guard floatPrefix(rest) == rest.count else { return .invalid }
        return signed(rest[0] | 0x20 == UInt8(ascii: "i") ? .infinity : .nan)
    }
    if rest.count >= 2, rest[0] == 0x30, rest[1] | 0x20 == UInt8(ascii: "x") { index += 2 }

    var digits = HexDigits()
    while true {
        let byte = peek()
        if byte == UInt8(ascii: "."), !digits.hasPoint {
            digits.hasPoint = true
        } else if digitValue(byte) < 16 {
            digits.append(digitValue(byte))
        } else {
            break
        }
        index += 1
    }
    guard digits.count > 0 else { return .invalid }
    var exponent = 0
    if peek() | 0x20 == UInt8(ascii: "p") {
        index += 1
        let isNegative = peek() == UInt8(ascii: "-")
        if isNegative || peek() == UInt8(ascii: "+") { index += 1 }
        guard peek() >= 0x30, peek() <= 0x39 else { return .invalid }
        while peek() >= 0x30, peek() <= 0x39 {
            if exponent < Int.max / 64 { exponent = exponent * 10 + Int(peek()) - 0x30 }
            index += 1
        }
        if isNegative { exponent.negate() }
    }
    guard index == text.count else { return .invalid }
    let magnitude = digits.value(exponent)
    return magnitude.isInfinite ? .tooLarge : signed(magnitude)
}

/// The digits so far: the upper bits as they are, and whether there was something below them.
private struct HexDigits {
    var hasPoint = false
    private(set) var count = 0
    private var bits: UInt = 0
    private var lost = false
    /// The bits stand for a number times 2 to this.
    private var scale = 0

    mutating func append(_ digit: Int) {
        count += 1
        if bits >> 60 == 0 {
            bits = bits << 4 | UInt(digit)
            if hasPoint { scale -= 4 }
        } else {
            lost = lost || digit != 0
            if !hasPoint { scale += 4 }
        }
    }

    /// The number times 2 to the `exponent`, rounded once, ties to even.
    func value(_ exponent: Int) -> Double {
        guard bits != 0 else { return 0 }
        let length = 64 - bits.leadingZeroBitCount
        let (total, overflow) = exponent.addingReportingOverflow(scale)
        let power = overflow ? exponent : total
        guard power < 2000 else { return .infinity }
        guard power > -2000 else { return 0 }
        // Bits that a double keeps here: fewer than 53 where it is subnormal.
        let kept = min(53, length + power + 1074)
        guard kept >= 0 else { return 0 }
        let extra = length - kept
        guard extra > 0 else { return scalbn(Double(bits), Int32(power)) }
        var rounded = extra >= 64 ? 0 : bits >> UInt(extra)
        let half: UInt = 1 << UInt(extra - 1)
        let below = bits & (half - 1) != 0 || lost
        if bits & half != 0, below || rounded & 1 == 1 { rounded += 1 }
        return scalbn(Double(rounded), Int32(power + extra))
    }
}
