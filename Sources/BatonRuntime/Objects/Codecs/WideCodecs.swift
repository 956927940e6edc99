internal import CBaton

// UTF-16 and UTF-32.

/// Where the bytes of an encoding of wide units stand, and in which order.
struct WideInput {
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let bigEndian: Bool
    /// Bytes a unit: 2 or 4.
    let size: Int

    var encoding: StaticString {
        switch (size, bigEndian) {
        case (2, false): "utf-16-le"
        case (2, true): "utf-16-be"
        case (_, false): "utf-32-le"
        default: "utf-32-be"
        }
    }

    func unit(at index: Int) -> UInt32 {
        var value: UInt32 = 0
        for offset in 0..<size {
            value = value << 8 | UInt32(bytes[index + (bigEndian ? offset : size - 1 - offset)])
        }
        return value
    }
}

/// Decode UTF-16 (`size` 2) or UTF-32 (4). `order`: -1 little-endian, 1 big-endian, 0 by the byte order mark or else the
/// machine's; set to what was used.
func decodeWide(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, size: Int, _ errors: UnsafePointer<CChar>?, order: inout CInt,
    consumed: UnsafeMutablePointer<Int>?
) -> Ref? {
    var index = 0
    var used = order
    if order == 0, count >= size {
        let mark = WideInput(bytes: bytes, count: count, bigEndian: false, size: size).unit(at: 0)
        if mark == 0xFEFF { used = -1 }
        if mark == (size == 2 ? 0xFFFE : 0xFFFE_0000) { used = 1 }
        if used != 0 { index = size }
    }
    let input = WideInput(bytes: bytes, count: count, bigEndian: used == 1, size: size)
    let failure = DecodingFailure(encoding: input.encoding, bytes: bytes, count: count, errors: errors)
    order = used
    var builder = TextBuilder()
    while index < count {
        switch step(input, index) {
        case .character(let character, let length):
            builder.append(character)
            index += length
        case .incomplete(let reason):
            if let consumed {
                consumed.pointee = index
                return builder.finish()
            }
            guard let next = failure.handle(index, count, reason, &builder) else { return nil }
            index = next
        case .wrong(let reason, let length):
            guard let next = failure.handle(index, index + length, reason, &builder) else { return nil }
            index = next
        }
    }
    consumed?.pointee = count
    return builder.finish()
}

private enum WideStep {
    case character(UInt32, length: Int)
    case wrong(StaticString, length: Int)
    case incomplete(StaticString)
}

private func step(_ input: WideInput, _ index: Int) -> WideStep {
    guard index + input.size <= input.count else { return .incomplete("truncated data") }
    let unit = input.unit(at: index)
    if input.size == 4 {
        if unit & 0xFFFF_F800 == 0xD800 {
            return .wrong("code point in surrogate code point range(0xd800, 0xe000)", length: 4)
        }
        return unit <= 0x10_FFFF
            ? .character(unit, length: 4) : .wrong("code point not in range(0x110000)", length: 4)
    }
    if unit & 0xFFFF_F800 != 0xD800 { return .character(unit, length: 2) }
    if unit >= 0xDC00 { return .wrong("illegal encoding", length: 2) }
    guard index + 4 <= input.count else { return .incomplete("unexpected end of data") }
    let low = input.unit(at: index + 2)
    guard low & 0xFFFF_FC00 == 0xDC00 else { return .wrong("illegal UTF-16 surrogate", length: 2) }
    return .character(0x1_0000 + ((unit & 0x3FF) << 10 | low & 0x3FF), length: 4)
}

/// Encode to UTF-16 (`size` 2) or UTF-32 (4); order 0 begins with a byte order mark in the machine's order.
func encodeWide(_ text: Ref, size: Int, _ errors: UnsafePointer<CChar>?, order: CInt) -> Ref? {
    let big = order == 1
    var builder = ByteBuilder()
    if order == 0 { builder.append(0xFEFF, size: size, bigEndian: false) }
    let encoding: StaticString
    switch (size, order) {
    case (2, 0): encoding = "utf-16"
    case (2, 1): encoding = "utf-16-be"
    case (2, _): encoding = "utf-16-le"
    case (_, 0): encoding = "utf-32"
    case (_, 1): encoding = "utf-32-be"
    default: encoding = "utf-32-le"
    }
    return encode(text, encoding, errors, reason: "surrogates not allowed", builder: builder) {
        $0 & 0xFFFF_F800 != 0xD800
    } write: { character, builder in
        if size == 4 || character < 0x1_0000 {
            builder.append(character, size: size, bigEndian: big)
        } else {
            builder.append(0xD800 + ((character - 0x1_0000) >> 10), size: 2, bigEndian: big)
            builder.append(0xDC00 + (character & 0x3FF), size: 2, bigEndian: big)
        }
    }
}
