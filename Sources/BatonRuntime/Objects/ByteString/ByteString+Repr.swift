internal import CBaton
internal import Glibc

extension ByteString {
    /// Which quotes stand around a literal, and which quotes in it are escaped.
    enum Quotes {
        /// Single ones, escaped inside.
        case single
        /// Double ones if that saves escaping.
        case smart
        /// Double ones where `smart` has them, but single ones inside are escaped all the same, as in bytearray's repr.
        case smartEscaped
    }

    /// The bytes as a literal in a str: `b'…'` between a prefix and a suffix.
    static func repr(_ span: ByteSpan, prefix: StaticString, suffix: StaticString, quotes: Quotes) -> Ref? {
        let (single, double) = (UInt8(ascii: "'"), UInt8(ascii: "\""))
        let quote = quotes != .single && span.contains(single) && !span.contains(double) ? double : single
        let escaped = quotes == .smartEscaped ? single : quote
        var length = prefix.utf8CodeUnitCount + suffix.utf8CodeUnitCount + 2
        for byte in span {
            let (sum, overflow) = length.addingReportingOverflow(escapedLength(byte, escaped))
            guard !overflow else { return raise(BtExc_OverflowError, "bytes object is too large to make repr") }
            length = sum
        }
        guard let text = BtUnicode_New(length, 127) else { return nil }
        var target = BtUnicode_DATA_(text)!.assumingMemoryBound(to: UInt8.self)
        append(&target, prefix)
        append(&target, quote)
        for byte in span { escape(&target, byte, escaped) }
        append(&target, quote)
        append(&target, suffix)
        return text
    }

    private static func append(_ target: inout UnsafeMutablePointer<UInt8>, _ text: StaticString) {
        memcpy(target, text.utf8Start, text.utf8CodeUnitCount)
        target += text.utf8CodeUnitCount
    }

    private static func append(_ target: inout UnsafeMutablePointer<UInt8>, _ byte: UInt8) {
        target.pointee = byte
        target += 1
    }

    /// The letter of a short escape; nil for none.
    private static func shortEscape(_ byte: UInt8, _ quote: UInt8) -> UInt8? {
        switch byte {
        case quote, UInt8(ascii: "\\"): byte
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        default: nil
        }
    }

    private static func escapedLength(_ byte: UInt8, _ quote: UInt8) -> Int {
        if shortEscape(byte, quote) != nil { return 2 }
        return byte < 0x20 || byte >= 0x7F ? 4 : 1
    }

    private static func escape(_ target: inout UnsafeMutablePointer<UInt8>, _ byte: UInt8, _ quote: UInt8) {
        if let letter = shortEscape(byte, quote) {
            append(&target, UInt8(ascii: "\\"))
            append(&target, letter)
        } else if byte < 0x20 || byte >= 0x7F {
            append(&target, "\\x")
            append(&target, hexDigit(byte >> 4))
            append(&target, hexDigit(byte & 15))
        } else {
            append(&target, byte)
        }
    }

    @inline(__always)
    static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
