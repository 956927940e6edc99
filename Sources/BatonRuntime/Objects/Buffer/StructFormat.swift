internal import CBaton

/// The formats of the struct module, as far as buffers use them: sizes, and elements of one native type.
enum StructFormat {
    /// Size of a native type by its letter; nil for none.
    static func nativeSize(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "c"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "?"), UInt8(ascii: "s"),
            UInt8(ascii: "p"), UInt8(ascii: "x"):
            1
        case UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "e"): 2
        case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "f"): 4
        case UInt8(ascii: "l"), UInt8(ascii: "L"), UInt8(ascii: "q"), UInt8(ascii: "Q"), UInt8(ascii: "n"),
            UInt8(ascii: "N"), UInt8(ascii: "d"), UInt8(ascii: "P"):
            8
        default: nil
        }
    }

    /// Size in a standard order ("<", ">", "!", "="), where longs have 4 bytes and there are no sizes and pointers.
    private static func standardSize(_ letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "l"), UInt8(ascii: "L"): 4
        case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "P"): nil
        default: nativeSize(letter)
        }
    }

    /// Size of an element of a format, as struct.calcsize; nil: ValueError is set.
    static func size(of format: UnsafePointer<CChar>) -> Int? {
        var cursor = format
        var isNative = true
        var isAligned = true
        switch UInt8(bitPattern: cursor.pointee) {
        case UInt8(ascii: "@"): cursor += 1
        case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
            isNative = false
            isAligned = false
            cursor += 1
        default: break
        }
        var total = 0
        while cursor.pointee != 0 {
            let letter = UInt8(bitPattern: cursor.pointee)
            if letter == UInt8(ascii: " ") || (letter >= 9 && letter <= 13) {
                cursor += 1
                continue
            }
            var count = 1
            if isDigit(letter) {
                guard let repeats = number(&cursor) else { return nil }
                count = repeats
            }
            guard
                let item = isNative
                    ? nativeSize(UInt8(bitPattern: cursor.pointee)) : standardSize(UInt8(bitPattern: cursor.pointee))
            else { return raise(BtExc_ValueError, "bad char in struct format") }
            if isAligned { total = (total + item - 1) / item * item }
            let bytes = item.multipliedReportingOverflow(by: count)
            let sum = total.addingReportingOverflow(bytes.partialValue)
            guard !bytes.overflow, !sum.overflow else { return raise(BtExc_ValueError, "total struct size too long") }
            total = sum.partialValue
            cursor += 1
        }
        return total
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static func number(_ cursor: inout UnsafePointer<CChar>) -> Int? {
        var number = 0
        while isDigit(UInt8(bitPattern: cursor.pointee)) {
            let digit = Int(UInt8(bitPattern: cursor.pointee) - UInt8(ascii: "0"))
            let (product, overflow) = number.multipliedReportingOverflow(by: 10)
            guard !overflow, product <= Int.max - digit else {
                return raise(BtExc_ValueError, "total struct size too long")
            }
            number = product + digit
            cursor += 1
        }
        guard cursor.pointee != 0 else {
            return raise(BtExc_ValueError, "repeat count given without format specifier")
        }
        return number
    }

    /// The letter of a format of one native type; nil for any other format. NULL is "B".
    static func nativeLetter(_ format: UnsafePointer<CChar>?) -> UInt8? {
        guard var cursor = format else { return UInt8(ascii: "B") }
        if UInt8(bitPattern: cursor.pointee) == UInt8(ascii: "@") { cursor += 1 }
        let letter = UInt8(bitPattern: cursor.pointee)
        guard letter != 0, cursor[1] == 0, nativeSize(letter) != nil, letter != UInt8(ascii: "s"),
            letter != UInt8(ascii: "p"), letter != UInt8(ascii: "x")
        else { return nil }
        return letter
    }
}
