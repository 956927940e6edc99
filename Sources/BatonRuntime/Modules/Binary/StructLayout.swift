internal import CBaton
internal import CBaton.Host

// A format of the module `struct`, taken apart.

/// One unit of a format: a letter that stands `count` times, from an offset on.
struct StructUnit {
    var letter: UInt8
    /// How often; the number of bytes for "s" and "p".
    var count: Int
    /// Bytes of one.
    var size: Int
    var offset: Int

    /// How many values it takes or gives.
    var values: Int {
        switch letter {
        case UInt8(ascii: "x"): 0
        case UInt8(ascii: "s"), UInt8(ascii: "p"): 1
        default: count
        }
    }
}

/// All units, and what holds for all.
struct StructLayout {
    var units: [StructUnit] = []
    var size = 0
    var isBigEndian = false
    var isNative = true

    var values: Int { units.reduce(0) { $0 + $1.values } }

    /// Nil: struct.error is set.
    init?(_ format: [UInt8], error: Ref) {
        var bytes = format[...]
        var aligns = true
        if let first = bytes.first {
            switch first {
            case UInt8(ascii: "@"): bytes = bytes.dropFirst()
            case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"):
                aligns = false
                isNative = false
                isBigEndian = first == UInt8(ascii: ">") || first == UInt8(ascii: "!")
                bytes = bytes.dropFirst()
            default: break
            }
        }
        while let letter = bytes.first {
            bytes = bytes.dropFirst()
            if letter == 0x20 || 0x09...0x0D ~= letter { continue }
            var letter = letter
            var count = 1
            if 0x30...0x39 ~= letter {
                count = Int(letter - 0x30)
                while let digit = bytes.first, 0x30...0x39 ~= digit {
                    bytes = bytes.dropFirst()
                    let (tens, overflow) = count.multipliedReportingOverflow(by: 10)
                    let (sum, overflowsToo) = tens.addingReportingOverflow(Int(digit - 0x30))
                    guard !overflow, !overflowsToo else {
                        _ = raiseStatus(error, "overflow in item count")
                        return nil
                    }
                    count = sum
                }
                guard let next = bytes.first else {
                    _ = raiseStatus(error, "repeat count given without format specifier")
                    return nil
                }
                letter = next
                bytes = bytes.dropFirst()
            }
            guard let unit = StructLayout.size(letter, isNative: isNative) else {
                _ = raiseStatus(error, "bad char in struct format")
                return nil
            }
            if aligns, unit > 1 { size = (size + unit - 1) / unit * unit }
            let (extent, overflow) = count.multipliedReportingOverflow(by: unit)
            let (end, overflowsToo) = size.addingReportingOverflow(extent)
            guard !overflow, !overflowsToo else {
                _ = raiseStatus(error, "total struct size too long")
                return nil
            }
            units.append(StructUnit(letter: letter, count: count, size: unit, offset: size))
            size = end
        }
    }

    /// Bytes of a letter; nil: there is no such letter.
    private static func size(_ letter: UInt8, isNative: Bool) -> Int? {
        if !isNative {
            switch letter {
            case UInt8(ascii: "l"), UInt8(ascii: "L"): return 4
            case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "P"): return nil
            default: break
            }
        }
        return StructFormat.nativeSize(letter)
    }
}
