internal import CBaton

/// A number in parts, to be laid out by a format specification.
struct NumberParts {
    var isNegative = false
    /// `0x` and its like, behind the sign.
    var prefix: StaticString = ""
    /// The digits before the point.
    var whole: ASCII
    /// The point and what follows it: fraction, exponent, percent sign.
    var rest: ASCII
}

/// Lay a number out: sign, prefix, padding, grouped digits, the rest. Nil: MemoryError is set.
func formatNumber(_ parts: NumberParts, _ spec: FormatSpec) -> Ref? {
    let signCharacter: UInt32? =
        parts.isNegative ? 0x2D : spec.sign == .always ? 0x2B : spec.sign == .space ? 0x20 : nil
    let fixed = (signCharacter == nil ? 0 : 1) + parts.prefix.utf8CodeUnitCount + parts.rest.count
    let width = spec.width ?? 0
    // Zeros that pad are digits: they are grouped with the others.
    let minimum = spec.fill == 0x30 && spec.align == .afterSign ? max(width - fixed, 0) : 0
    // What has no digits, an infinity or a NaN, is padded without groups.
    let group = parts.whole.isEmpty ? nil : groupSize(spec)
    let length = groupedLength(parts.whole.count, minimum, group)
    let padding = max(width - fixed - length, 0)
    let left: Int
    switch spec.align {
    case .left, .afterSign: left = 0
    case .right: left = padding
    case .center: left = padding / 2
    }

    var builder = TextBuilder()
    builder.append(repeating: spec.fill, left)
    if let signCharacter { builder.append(signCharacter) }
    builder.append(parts.prefix)
    if spec.align == .afterSign { builder.append(repeating: spec.fill, padding) }
    appendGrouped(parts.whole, length, group, spec.grouping, to: &builder)
    if let start = parts.rest.baseAddress { builder.append(ascii: start, parts.rest.count) }
    if spec.align != .afterSign { builder.append(repeating: spec.fill, padding - left) }
    return builder.finish()
}

/// How many digits stand between separators; nil: there are no separators.
private func groupSize(_ spec: FormatSpec) -> Int? {
    guard spec.grouping != nil else { return nil }
    switch spec.type.flatMap(Unicode.Scalar.init) {
    case "b", "o", "x", "X": return 4
    default: return 3
    }
}

/// How many characters the digits take with separators, filled with zeros to the minimum.
private func groupedLength(_ digits: Int, _ minimum: Int, _ group: Int?) -> Int {
    guard let group else { return max(digits, minimum) }
    let plain = digits + max(digits - 1, 0) / group
    guard minimum > plain else { return plain }
    // A separator never stands first: one more zero goes before it.
    return minimum % (group + 1) == 0 ? minimum + 1 : minimum
}

private func appendGrouped(
    _ digits: ASCII, _ length: Int, _ group: Int?, _ separator: FormatSpec.Grouping?, to builder: inout TextBuilder
) {
    guard let group, let separator, let start = digits.baseAddress else {
        builder.append(repeating: 0x30, length - digits.count)
        if let start = digits.baseAddress { builder.append(ascii: start, digits.count) }
        return
    }
    // Places count from the right; each group of digits has a separator at its left.
    let places = length - length / (group + 1)
    for place in stride(from: places - 1, through: 0, by: -1) {
        builder.append(place < digits.count ? UInt32(start[digits.count - 1 - place]) : 0x30)
        if place > 0, place % group == 0 { builder.append(UInt32(separator.rawValue)) }
    }
}
