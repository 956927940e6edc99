internal import CBaton
internal import Glibc

// strip and its kin; ljust, rjust, center, zfill.

extension ByteString {
    static func strip(
        _ self: Ref, _ name: StaticString, _ args: Arguments, _ nargs: Int, left: Bool, right: Bool
    ) -> Ref? {
        guard check(name, nargs, 0, 1) else { return nil }
        guard nargs > 0, let argument = args![0], !isNone(argument) else {
            return strip(self, left: left, right: right) { $0.isASCIISpace }
        }
        return Buffer.withBytes(of: argument) {
            let set = ByteSet($0)
            return strip(self, left: left, right: right) { set.contains($0) }
        }
    }

    private static func strip(_ self: Ref, left: Bool, right: Bool, _ isStripped: (UInt8) -> Bool) -> Ref? {
        let (low, high, size) = withOwnBytes(self) { span in
            var low = 0
            var high = span.count
            if left { while low < high, isStripped(span[low]) { low += 1 } }
            if right { while high > low, isStripped(span[high - 1]) { high -= 1 } }
            return (low, high, span.count)
        }
        if high - low == size { return unchanged(self) }
        return withOwnBytes(self) { make(like: self, copying: $0.part(min(low, $0.count), min(high, $0.count))) }
    }

    enum Justification {
        case left
        case right
        case center
    }

    static func justify(
        _ self: Ref, _ name: StaticString, _ args: Arguments, _ nargs: Int, _ where: Justification
    ) -> Ref? {
        guard check(name, nargs, 1, 2), let width = size(args![0], absent: 0) else { return nil }
        var fill = UInt8(ascii: " ")
        if nargs > 1 {
            guard let byte = fillByte(name, args![1]!) else { return nil }
            fill = byte
        }
        let size = withOwnBytes(self) { $0.count }
        guard width > size else { return unchanged(self) }
        let padding = width - size
        let before =
            switch `where` {
            case .left: 0
            case .right: padding
            case .center: padding / 2 + (padding & width & 1)
            }
        return pad(self, fill, before: before, after: padding - before)
    }

    private static func fillByte(_ name: StaticString, _ argument: Ref) -> UInt8? {
        let span = isBytes(argument) ? Bytes.span(argument) : isByteArray(argument) ? ByteArray.span(argument) : nil
        guard let span, span.count == 1 else {
            let kind = isNone(argument) ? "None" : typeName(argument)
            return raise(BtExc_TypeError, "\(name)() argument 2 must be a byte string of length 1, not \(kind)")
        }
        return span[0]
    }

    private static func pad(_ self: Ref, _ fill: UInt8, before: Int, after: Int) -> Ref? {
        withOwnBytes(self) { span in
            guard before + after <= Bytes.maxSize - span.count else { return raiseNoMemory() }
            return make(like: self, before + span.count + after) {
                memset($0, CInt(fill), before)
                memcpy($0 + before, span.address, span.count)
                memset($0 + before + span.count, CInt(fill), after)
            }
        }
    }

    static func zeroFill(_ self: Ref, _ argument: Ref) -> Ref? {
        guard let width = size(argument, absent: 0) else { return nil }
        let count = withOwnBytes(self) { $0.count }
        guard width > count else { return unchanged(self) }
        let zeros = width - count
        return withOwnBytes(self) { span in
            guard zeros <= Bytes.maxSize - span.count else { return raiseNoMemory() }
            return make(like: self, zeros + span.count) {
                memset($0, CInt(UInt8(ascii: "0")), zeros)
                memcpy($0 + zeros, span.address, span.count)
                // A sign goes before the zeros.
                if span.count > 0, span[0] == UInt8(ascii: "+") || span[0] == UInt8(ascii: "-") {
                    $0[zeros] = UInt8(ascii: "0")
                    $0[0] = span[0]
                }
            }
        }
    }
}
