internal import CBaton
internal import CBaton.Host

// Positional arguments: BtArg_ParseTuple and its kin.

extension ArgumentParser {
    /// Number of arguments that a format wants, found by one walk over it.
    struct Count {
        var min = -1
        var max = 0
        var signature = Signature()
    }

    /// Count the units of the format; nil: SystemError is set.
    @inline(__always)
    func count() -> Count? {
        var count = Count()
        var cursor = format
        var level = 0
        while true {
            let unit = cursor.pointee
            cursor += 1
            switch unit {
            case 0:
                return finish(&count, level)
            case UInt8(ascii: "("):
                if level == 0 { count.max += 1 }
                level += 1
                if level >= 30 { return badFormat("too many tuple nesting levels in argument format string") }
            case UInt8(ascii: ")"):
                if level == 0 { return badFormat("excess ')' in argument format string") }
                level -= 1
            case UInt8(ascii: ":"):
                count.signature.namePointer = cursor
                return finish(&count, level)
            case UInt8(ascii: ";"):
                count.signature.messagePointer = cursor
                return finish(&count, level)
            case UInt8(ascii: "|"):
                if level == 0 { count.min = count.max }
            default:
                if level == 0 && isUnitStart(unit) { count.max += 1 }
            }
        }
    }

    @inline(__always)
    private func finish(_ count: inout Count, _ level: Int) -> Count? {
        if level != 0 { return badFormat("missing ')' in argument format string") }
        if count.min < 0 { count.min = count.max }
        return count
    }

    private func badFormat(_ message: String) -> Count? { raise(BtExc_SystemError, message) }

    /// Parse the items of a row of arguments; 1, or 0 with an exception set.
    mutating func parse(_ args: UnsafePointer<Ref?>?, _ nargs: Int) -> CInt {
        guard let count = count() else { return 0 }
        guard count.min <= nargs && nargs <= count.max else { return raiseWrongCount(count, nargs) }
        let start = format
        for index in 0..<nargs {
            if format.pointee == UInt8(ascii: "|") { format += 1 }
            guard convert(args.unsafelyUnwrapped[index].unsafelyUnwrapped) else {
                return raiseFailure(index + 1, count.signature)
            }
        }
        if !isUnitEnd(format.pointee) {
            return raiseError(BtExc_SystemError, "bad format string: \(String(cString: start))")
        }
        end(releasing: false)
        return 1
    }

    @inline(never)
    private mutating func raiseWrongCount(_ count: Count, _ nargs: Int) -> CInt {
        if let message = count.signature.message { return raiseError(BtExc_TypeError, message) }
        let limit = nargs < count.min ? count.min : count.max
        let bound = count.min == count.max ? "exactly" : nargs < count.min ? "at least" : "at most"
        return raiseError(
            BtExc_TypeError,
            "\(count.signature.function()) takes \(bound) \(limit) argument\(limit == 1 ? "" : "s") (\(nargs) given)")
    }

    /// Parse one object, the argument of an old-style function.
    mutating func parseOne(_ argument: Ref?) -> CInt {
        guard let count = count() else { return 0 }
        let function = count.signature.function()
        if count.max == 0 {
            guard argument != nil else { return 1 }
            return raiseError(BtExc_TypeError, "\(function) takes no arguments")
        }
        guard count.min == 1 && count.max == 1 else {
            return raiseError(BtExc_SystemError, "old style getargs format uses new features")
        }
        guard let argument else {
            return raiseError(BtExc_TypeError, "\(function) takes at least one argument")
        }
        guard convert(argument) else { return raiseFailure(0, count.signature) }
        end(releasing: false)
        return 1
    }
}

/// Whether a byte of a format begins a unit that takes an argument. In "es" and "et" the second byte counts.
@inline(__always)
func isUnitStart(_ unit: UInt8) -> Bool {
    isLetter(unit) && unit != UInt8(ascii: "e")
}

@inline(__always)
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

/// Whether a byte may stand behind a unit.
@inline(__always)
func isUnitEnd(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "$"), UInt8(ascii: ":"),
        UInt8(ascii: ";"):
        true
    default: isLetter(byte)
    }
}
