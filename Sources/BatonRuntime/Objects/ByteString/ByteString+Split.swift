internal import CBaton
internal import Glibc

// split, rsplit, splitlines, partition, rpartition. Pieces are found as bounds first, and made then.

extension ByteString {
    /// The pieces of a split while they are collected in a list. A failure is remembered.
    private struct Pieces {
        let list: Ref
        let kind: Ref
        let span: ByteSpan
        private(set) var failed = false

        init?(_ kind: Ref, _ span: ByteSpan) {
            guard let list = BtList_New(0) else { return nil }
            self.list = list
            self.kind = kind
            self.span = span
        }

        mutating func add(_ low: Int, _ high: Int) {
            guard !failed else { return }
            let isWhole = low == 0 && high == span.count && kind.type == BtBytes_Type_()
            let piece = isWhole ? newReference(kind) : ByteString.make(like: kind, copying: span.part(low, high))
            guard let piece else {
                failed = true
                return
            }
            failed = BtList_Append(list, piece) < 0
            Bt_DECREF_(piece)
        }

        func finish(reversed: Bool = false) -> Ref? {
            if failed || (reversed && BtList_Reverse(list) < 0) {
                Bt_DECREF_(list)
                return nil
            }
            return list
        }
    }

    static func split(_ self: Ref, _ separator: Ref?, _ maxsplit: Int, fromEnd: Bool) -> Ref? {
        let limit = maxsplit < 0 ? Int.max : maxsplit
        guard let separator, !isNone(separator) else {
            return withOwnBytes(self) { splitAtSpace(self, $0, limit, fromEnd: fromEnd) }
        }
        return Buffer.withBytes(of: separator) { separator in
            guard separator.count > 0 else { return raise(BtExc_ValueError, "empty separator") }
            return withOwnBytes(self) { span in
                guard var pieces = Pieces(self, span) else { return nil }
                if fromEnd {
                    splitFromEnd(&pieces, span, separator, limit)
                } else {
                    split(&pieces, span, separator, limit)
                }
                return pieces.finish(reversed: fromEnd)
            }
        }
    }

    private static func split(_ pieces: inout Pieces, _ span: ByteSpan, _ separator: ByteSpan, _ limit: Int) {
        var start = 0
        var done = 0
        while done < limit, let index = span.part(start, span.count).firstIndex(of: separator) {
            pieces.add(start, start + index)
            start += index + separator.count
            done += 1
        }
        pieces.add(start, span.count)
    }

    private static func splitFromEnd(_ pieces: inout Pieces, _ span: ByteSpan, _ separator: ByteSpan, _ limit: Int) {
        var end = span.count
        var done = 0
        while done < limit, let index = span.part(0, end).lastIndex(of: separator) {
            pieces.add(index + separator.count, end)
            end = index
            done += 1
        }
        pieces.add(0, end)
    }

    private static func splitAtSpace(_ self: Ref, _ span: ByteSpan, _ limit: Int, fromEnd: Bool) -> Ref? {
        guard var pieces = Pieces(self, span) else { return nil }
        var low = 0
        var high = span.count
        var done = 0
        while true {
            if fromEnd {
                while high > 0, span[high - 1].isASCIISpace { high -= 1 }
            } else {
                while low < high, span[low].isASCIISpace { low += 1 }
            }
            if low >= high { break }
            if done == limit {
                // The rest keeps the space at its inner end.
                pieces.add(low, high)
                break
            }
            if fromEnd {
                let end = high
                while high > 0, !span[high - 1].isASCIISpace { high -= 1 }
                pieces.add(high, end)
            } else {
                let start = low
                while low < high, !span[low].isASCIISpace { low += 1 }
                pieces.add(start, low)
            }
            done += 1
        }
        return pieces.finish(reversed: fromEnd)
    }

    static func splitLines(_ self: Ref, keepEnds: Bool) -> Ref? {
        withOwnBytes(self) { span in
            guard var pieces = Pieces(self, span) else { return nil }
            var start = 0
            while start < span.count {
                var end = start
                while end < span.count, span[end] != 10, span[end] != 13 { end += 1 }
                var next = end
                if next < span.count {
                    next += span[next] == 13 && next + 1 < span.count && span[next + 1] == 10 ? 2 : 1
                }
                pieces.add(start, keepEnds ? next : end)
                start = next
            }
            return pieces.finish()
        }
    }

    static func partition(_ self: Ref, _ argument: Ref, fromEnd: Bool) -> Ref? {
        Buffer.withBytes(of: argument) { separator in
            guard separator.count > 0 else { return raise(BtExc_ValueError, "empty separator") }
            return withOwnBytes(self) { span in
                let index = fromEnd ? span.lastIndex(of: separator) : span.firstIndex(of: separator)
                guard let index else {
                    let whole = make(like: self, copying: span)
                    let empty = span.part(0, 0)
                    return fromEnd
                        ? triple(make(like: self, copying: empty), make(like: self, copying: empty), whole)
                        : triple(whole, make(like: self, copying: empty), make(like: self, copying: empty))
                }
                return triple(
                    make(like: self, copying: span.part(0, index)), make(like: self, copying: separator),
                    make(like: self, copying: span.part(index + separator.count, span.count)))
            }
        }
    }

    /// A tuple of three new references; if one is nil the others are dropped.
    private static func triple(_ first: Ref?, _ second: Ref?, _ third: Ref?) -> Ref? {
        guard let first, let second, let third, let tuple = BtTuple_New(3) else {
            release(first)
            release(second)
            release(third)
            return nil
        }
        BtTuple_SET_ITEM_(tuple, 0, first)
        BtTuple_SET_ITEM_(tuple, 1, second)
        BtTuple_SET_ITEM_(tuple, 2, third)
        return tuple
    }
}
