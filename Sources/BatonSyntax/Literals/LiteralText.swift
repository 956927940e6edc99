/// The text of a string while it is put together from literals.
///
/// UTF-8, in which a lone surrogate takes the three bytes that its number would have.
struct LiteralText {
    var bytes: [UInt8] = []
    var hasSurrogates = false

    var isEmpty: Bool { bytes.isEmpty }

    var constant: Constant {
        hasSurrogates ? .surrogateString(codePoints) : .string(String(decoding: bytes, as: UTF8.self))
    }

    mutating func append(_ other: LiteralText) {
        bytes += other.bytes
        hasSurrogates = hasSurrogates || other.hasSurrogates
    }

    mutating func append(codePoint: UInt32) {
        func continuation(_ shift: UInt32) -> UInt8 { UInt8(codePoint >> shift & 0x3F | 0x80) }
        switch codePoint {
        case 0..<0x80:
            bytes.append(UInt8(codePoint))
        case 0x80..<0x800:
            bytes += [UInt8(codePoint >> 6 | 0xC0), continuation(0)]
        case 0x800..<0x1_0000:
            if 0xD800..<0xE000 ~= codePoint { hasSurrogates = true }
            bytes += [UInt8(codePoint >> 12 | 0xE0), continuation(6), continuation(0)]
        default:
            bytes += [UInt8(codePoint >> 18 | 0xF0), continuation(12), continuation(6), continuation(0)]
        }
    }

    private var codePoints: [UInt32] {
        var result: [UInt32] = []
        for byte in bytes {
            if byte & 0xC0 == 0x80 {
                result[result.count - 1] = result[result.count - 1] << 6 | UInt32(byte & 0x3F)
            } else {
                let payload = byte < 0x80 ? byte : byte < 0xE0 ? byte & 0x1F : byte < 0xF0 ? byte & 0x0F : byte & 0x07
                result.append(UInt32(payload))
            }
        }
        return result
    }
}
