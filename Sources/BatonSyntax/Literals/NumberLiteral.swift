/// The value of a number token.
enum NumberLiteral {
    /// CPython's bound on the digits of a decimal integer, which takes quadratic time to read.
    private static let mostDecimalDigits = 4300

    enum Value {
        case constant(Constant)
        case failure(String)
    }

    static func value(of text: UnsafeBufferPointer<UInt8>) -> Value {
        if text.count < 19, let small = smallDecimal(text) { return .constant(.integer(small)) }
        let digits = text.filter { $0 != UInt8(ascii: "_") }
        if digits.count > 2, digits[0] == UInt8(ascii: "0") {
            switch digits[1] | 0x20 {
            case UInt8(ascii: "x"): return .constant(integer(digits.dropFirst(2), radix: 16))
            case UInt8(ascii: "o"): return .constant(integer(digits.dropFirst(2), radix: 8))
            case UInt8(ascii: "b"): return .constant(integer(digits.dropFirst(2), radix: 2))
            default: break
            }
        }
        if digits.last! | 0x20 == UInt8(ascii: "j") {
            return .constant(.imaginary(Double(String(decoding: digits.dropLast(), as: UTF8.self)) ?? 0))
        }
        if digits.allSatisfy(Character.isDigit) {
            if digits.count > mostDecimalDigits { return .failure(tooLong(digits.count)) }
            return .constant(integer(digits[...], radix: 10))
        }
        return .constant(.float(Double(String(decoding: digits, as: UTF8.self)) ?? 0))
    }

    private static func smallDecimal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        var value = 0
        for byte in text {
            guard Character.isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func integer(_ digits: ArraySlice<UInt8>, radix: Int) -> Constant {
        let text = String(decoding: digits, as: UTF8.self)
        if let small = Int(text, radix: radix) { return .integer(small) }
        return .largeInteger(digits: text, radix: radix)
    }

    private static func tooLong(_ count: Int) -> String {
        "Exceeds the limit (\(mostDecimalDigits) digits) for integer string conversion: value has \(count) digits; "
            + "use sys.set_int_max_str_digits() to increase the limit"
            + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
    }
}
