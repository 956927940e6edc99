internal import CBaton
internal import CBaton.Host
internal import Glibc

// The walker behind BtUnicode_FromFormat: ASCII text with conversions, whose arguments come from a C variadic list.

/// One conversion: `%-08.3lld`.
struct FormatDirective {
    enum Length { case none, long, longLong, size, pointerDifference, maximum }

    var leftAligned = false
    var zeroPadded = false
    var alternate = false
    var width = -1
    var precision = -1
    var length = Length.none

    /// Read the flags, width, precision and length behind a `%`; gives the place of the conversion character. Nil: an
    /// exception is set.
    mutating func read(_ start: UnsafePointer<CChar>, _ arguments: OpaquePointer) -> UnsafePointer<CChar>? {
        var next = start
        flags: while true {
            switch UInt8(bitPattern: next.pointee) {
            case UInt8(ascii: "-"): leftAligned = true
            case UInt8(ascii: "0"): zeroPadded = true
            case UInt8(ascii: "#"): alternate = true
            default: break flags
            }
            next += 1
        }
        guard let width = Self.readNumber(&next, arguments, "width") else { return nil }
        self.width = width
        if width < -1 {
            leftAligned = true
            self.width = -width
        }
        if UInt8(bitPattern: next.pointee) == UInt8(ascii: ".") {
            next += 1
            guard let precision = Self.readNumber(&next, arguments, "precision") else { return nil }
            self.precision = precision < -1 ? -1 : max(precision, 0)
        }
        switch UInt8(bitPattern: next.pointee) {
        case UInt8(ascii: "l"):
            length = .long
            if next[1] == next[0] {
                length = .longLong
                next += 1
            }
            next += 1
        case UInt8(ascii: "z"):
            length = .size
            next += 1
        case UInt8(ascii: "t"):
            length = .pointerDifference
            next += 1
        case UInt8(ascii: "j"):
            length = .maximum
            next += 1
        default: break
        }
        return next
    }

    /// Digits or `*`; -1 if there are none. Nil: an exception is set.
    private static func readNumber(
        _ next: inout UnsafePointer<CChar>, _ arguments: OpaquePointer, _ what: String
    ) -> Int? {
        if UInt8(bitPattern: next.pointee) == UInt8(ascii: "*") {
            next += 1
            let value = Int(_bt_varargs_int(arguments))
            return value < 0 ? min(value, -2) : value
        }
        var value = -1
        while case let digit = Int(next.pointee) - 0x30, digit >= 0, digit <= 9 {
            value = max(value, 0)
            guard value <= (Int.max - digit) / 10 else { return raise(BtExc_ValueError, "\(what) too big") }
            value = value * 10 + digit
            next += 1
        }
        return value
    }

    /// Append an integer: its digits, sign, and padding by width and precision.
    func append(_ magnitude: UInt64, negative: Bool, base: UInt64, upper: Bool, to builder: inout TextBuilder) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 64) { buffer in
            var start = 64
            var rest = magnitude
            repeat {
                start -= 1
                let digit = UInt8(truncatingIfNeeded: rest % base)
                buffer[start] = digit < 10 ? 0x30 + digit : (upper ? 0x37 : 0x57) + digit
                rest /= base
            } while rest != 0
            let count = 64 - start
            let sign = negative ? 1 : 0
            var digits = max(precision, count)
            let total = max(width, digits + sign)
            if zeroPadded, !leftAligned { digits = total - sign }
            let blanks = total - digits - sign
            if !leftAligned { builder.append(repeating: 0x20, blanks) }
            if negative { builder.append(0x2D) }
            builder.append(repeating: 0x30, digits - count)
            builder.append(ascii: buffer.baseAddress! + start, count)
            if leftAligned { builder.append(repeating: 0x20, blanks) }
        }
    }

    /// Append characters, cut to the precision and padded to the width.
    func append(_ text: TextView, to builder: inout TextBuilder) {
        let count = precision >= 0 ? min(precision, text.count) : text.count
        if !leftAligned { builder.append(repeating: 0x20, width - count) }
        builder.append(text.part(0, count))
        if leftAligned { builder.append(repeating: 0x20, width - count) }
    }

    /// Append UTF-8, of which the precision counts bytes; what is not UTF-8 becomes U+FFFD. False: an exception is set.
    func append(utf8 text: UnsafePointer<CChar>, to builder: inout TextBuilder) -> Bool {
        // SAFETY: because CChar and UInt8 have one layout.
        let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
        let count = precision >= 0 ? strnlen(text, precision) : strlen(text)
        if width <= 0, asciiPrefix(bytes, count) == count {
            builder.append(ascii: bytes, count)
            return true
        }
        var piece = TextBuilder()
        var consumed = 0
        // A sequence that the precision cuts is left out.
        let cut = precision >= 0 && count == precision
        let fine = withUnsafeMutablePointer(to: &consumed) {
            decodeUTF8(bytes, count, errors: cString("replace"), consumed: cut ? $0 : nil, into: &piece)
        }
        guard fine else { return false }
        if piece.failed { return raiseNoMemoryStatus() == 0 }
        var unbounded = self
        unbounded.precision = -1
        unbounded.append(piece.view, to: &builder)
        return true
    }
}
