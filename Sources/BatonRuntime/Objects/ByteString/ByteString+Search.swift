internal import CBaton
internal import Glibc

// find, index, count, startswith, endswith, and `in`.

extension ByteString {
    enum Search {
        case first
        case last
    }

    /// find, rfind; nil: an exception is set. -1: not found.
    private static func find(
        _ self: Ref, _ name: StaticString, _ args: Arguments, _ nargs: Int, _ search: Search
    ) -> Int? {
        guard check(name, nargs, 1, 3), let bounds = bounds(args, nargs, behind: 1) else { return nil }
        return withPattern(args![0]!) { pattern in
            withOwnBytes(self) { span in
                let (low, high) = adjust(bounds, span.count)
                guard high - low >= pattern.count else { return -1 }
                let part = span.part(low, high)
                let index = search == .first ? part.firstIndex(of: pattern) : part.lastIndex(of: pattern)
                return index.map { $0 + low } ?? -1
            }
        }
    }

    static func find(_ self: Ref, _ args: Arguments, _ nargs: Int, _ search: Search) -> Ref? {
        find(self, search == .first ? "find" : "rfind", args, nargs, search).flatMap { BtLong_FromSsize_t($0) }
    }

    static func index(_ self: Ref, _ args: Arguments, _ nargs: Int, _ search: Search) -> Ref? {
        guard let index = find(self, search == .first ? "index" : "rindex", args, nargs, search) else { return nil }
        guard index >= 0 else { return raise(BtExc_ValueError, "subsection not found") }
        return BtLong_FromSsize_t(index)
    }

    static func count(_ self: Ref, _ args: Arguments, _ nargs: Int) -> Ref? {
        guard check("count", nargs, 1, 3), let bounds = bounds(args, nargs, behind: 1) else { return nil }
        let count: Int? = withPattern(args![0]!) { pattern in
            withOwnBytes(self) { span in
                let (low, high) = adjust(bounds, span.count)
                guard high - low >= pattern.count else { return 0 }
                return span.part(low, high).occurrences(of: pattern)
            }
        }
        return count.flatMap { BtLong_FromSsize_t($0) }
    }

    /// `value in self`: 1, 0, or -1 with an exception set.
    static func contains(_ self: Ref, _ value: Ref) -> CInt {
        if BtIndex_Check(value) != 0 {
            let byte = BtNumber_AsSsize_t(value, BtExc_ValueError)
            if byte == -1 && errorOccurred() {
                if BtErr_ExceptionMatches(BtExc_ValueError) == 0 { return -1 }
                BtErr_Clear()
                return raiseStatus(BtExc_ValueError, "byte must be in range(0, 256)")
            }
            guard let byte = UInt8(exactly: byte) else {
                return raiseStatus(BtExc_ValueError, "byte must be in range(0, 256)")
            }
            return withOwnBytes(self) { memchr($0.address, CInt(byte), $0.count) != nil } ? 1 : 0
        }
        let found = Buffer.withBytes(of: value) { pattern in
            withOwnBytes(self) { $0.firstIndex(of: pattern) != nil }
        }
        return found.map { $0 ? 1 : 0 } ?? -1
    }

    // MARK: Beginnings and ends

    static func startsOrEndsWith(_ self: Ref, _ args: Arguments, _ nargs: Int, atEnd: Bool) -> Ref? {
        let name: StaticString = atEnd ? "endswith" : "startswith"
        guard check(name, nargs, 1, 3), let bounds = bounds(args, nargs, behind: 1) else { return nil }
        let argument = args![0]!
        guard isTuple(argument) else {
            guard let matches = matches(self, argument, bounds, atEnd: atEnd) else {
                if BtErr_ExceptionMatches(BtExc_TypeError) == 0 { return nil }
                return raise(
                    BtExc_TypeError,
                    "\(name) first arg must be bytes or a tuple of bytes, not \(typeName(argument))")
            }
            return boolRef(matches)
        }
        for index in 0..<BtTuple_GET_SIZE_(argument) {
            guard let matches = matches(self, BtTuple_GET_ITEM_(argument, index), bounds, atEnd: atEnd) else {
                return nil
            }
            if matches { return trueRef }
        }
        return falseRef
    }

    private static func matches(_ self: Ref, _ other: Ref, _ bounds: (start: Int, end: Int), atEnd: Bool) -> Bool? {
        Buffer.withBytes(of: other) { other in
            withOwnBytes(self) { span in
                let (low, high) = adjust(bounds, span.count)
                guard high - low >= other.count else { return false }
                let part = span.part(low, high)
                return atEnd ? part.hasSuffix(other) : part.hasPrefix(other)
            }
        }
    }

    static func removing(_ self: Ref, _ argument: Ref, atEnd: Bool) -> Ref? {
        Buffer.withBytes(of: argument) { other in
            let isThere = withOwnBytes(self) {
                other.count > 0 && (atEnd ? $0.hasSuffix(other) : $0.hasPrefix(other))
            }
            guard isThere else { return unchanged(self) }
            return withOwnBytes(self) {
                make(
                    like: self,
                    copying: atEnd ? $0.part(0, $0.count - other.count) : $0.part(other.count, $0.count))
            }
        }
    }
}
