internal import CBaton
internal import CBaton.Host

extension ArgumentParser {
    /// Step over a unit and its addresses; false: SystemError is set.
    mutating func skip() -> Bool {
        let unit = format.pointee
        format += 1
        switch unit {
        case UInt8(ascii: "("):
            while format.pointee != UInt8(ascii: ")") {
                if isFormatEnd(format.pointee) { return failBadUnit("unmatched left paren in format") }
                guard skip() else { return false }
            }
            format += 1
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "y"), UInt8(ascii: "w"):
            skipAddresses(1)
            skipSize()
            if format.pointee == UInt8(ascii: "*") { format += 1 }
        case UInt8(ascii: "e"):
            guard format.pointee == UInt8(ascii: "s") || format.pointee == UInt8(ascii: "t") else {
                return failBadUnit("impossible<bad format char>")
            }
            format += 1
            skipAddresses(2)
            skipSize()
        case UInt8(ascii: "O"):
            skipAddresses(1)
            guard format.pointee == UInt8(ascii: "!") || format.pointee == UInt8(ascii: "&") else { break }
            format += 1
            skipAddresses(1)
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "i"),
            UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "k"), UInt8(ascii: "L"), UInt8(ascii: "K"),
            UInt8(ascii: "n"), UInt8(ascii: "f"), UInt8(ascii: "d"), UInt8(ascii: "D"), UInt8(ascii: "c"),
            UInt8(ascii: "C"),
            UInt8(ascii: "p"), UInt8(ascii: "S"), UInt8(ascii: "Y"), UInt8(ascii: "U"):
            skipAddresses(1)
        default:
            format -= 1
            return failBadUnit("impossible<bad format char>")
        }
        return true
    }

    private func skipAddresses(_ count: Int) {
        for _ in 0..<count { _ = _bt_varargs_pointer(addresses) }
    }

    private mutating func skipSize() {
        guard format.pointee == UInt8(ascii: "#") else { return }
        format += 1
        skipAddresses(1)
    }

    private func failBadUnit(_ message: String) -> Bool {
        raise(BtExc_SystemError, "\(message): '\(String(cString: format))'") ?? false
    }
}

/// Whether a byte ends the units of a format.
@inline(__always)
func isFormatEnd(_ byte: UInt8) -> Bool { byte == 0 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") }
