internal import CBaton
internal import Glibc

/// `format(value, spec)` of an int whose specification is simple: `[align][0][width][d|x|X]`, or nil. Nil without an
/// exception: it is not, or it is an error.
func formattedInt(_ value: Int, _ spec: Ref?) -> Ref? {
    var width = 0
    var align = UInt8(ascii: ">")
    var isZeroFilled = false
    var base: UInt = 10
    var isUpper = false
    if let spec {
        guard spec.type == BtUnicode_Type_(), BtUnicode_IS_ASCII_(spec) != 0 else { return nil }
        let view = TextView(spec)
        var index = 0
        func peek() -> UInt8 { index < view.count ? view.bytes[index] : 0 }
        if peek() == UInt8(ascii: "<") || peek() == UInt8(ascii: ">") || peek() == UInt8(ascii: "^") {
            align = peek()
            index += 1
            // A 0 behind an alignment is what fills.
            if peek() == UInt8(ascii: "0") { return nil }
        } else if peek() == UInt8(ascii: "0") {
            isZeroFilled = true
            index += 1
        }
        while peek() >= 0x30, peek() <= 0x39 {
            width = width * 10 + Int(peek() - 0x30)
            guard width < 4096 else { return nil }
            index += 1
        }
        if index < view.count {
            switch peek() {
            case UInt8(ascii: "x"): base = 16
            case UInt8(ascii: "X"): (base, isUpper) = (16, true)
            case UInt8(ascii: "d"): break
            default: return nil
            }
            guard index == view.count - 1 else { return nil }
        }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
        var rest = value.magnitude
        var start = 24
        repeat {
            start -= 1
            let digit = UInt8(truncatingIfNeeded: base == 10 ? rest % 10 : rest & 15)
            digits[start] = digit < 10 ? 0x30 + digit : (isUpper ? 0x37 : 0x57) + digit
            rest = base == 10 ? rest / 10 : rest >> 4
        } while rest != 0
        let isNegative = value < 0
        let length = 24 - start + (isNegative ? 1 : 0)
        if length >= width, !isNegative { return makeText(ascii: digits.baseAddress! + start, length) }
        guard let text = newText(count: max(length, width), maximum: 0x7F) else { return nil }
        var place = TextView(text).bytes
        let padding = max(width - length, 0)
        func pad(_ byte: UInt8, _ count: Int) {
            memset(place, CInt(byte), count)
            place += count
        }
        let left =
            isZeroFilled || align == UInt8(ascii: "<") ? 0 : align == UInt8(ascii: "^") ? padding / 2 : padding
        pad(0x20, left)
        if isNegative { pad(UInt8(ascii: "-"), 1) }
        if isZeroFilled { pad(0x30, padding) }
        memcpy(place, digits.baseAddress! + start, 24 - start)
        place += 24 - start
        if !isZeroFilled { pad(0x20, padding - left) }
        return text
    }
}
