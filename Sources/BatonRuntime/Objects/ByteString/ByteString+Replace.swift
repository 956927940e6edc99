internal import CBaton
internal import Glibc

// replace, translate, maketrans, expandtabs.

extension ByteString {
    static func replace(_ self: Ref, _ args: Arguments, _ nargs: Int) -> Ref? {
        guard check("replace", nargs, 2, 3), let count = size(nargs > 2 ? args![2] : nil, absent: -1) else {
            return nil
        }
        return Buffer.withBytes(of: args![0]!) { old in
            Buffer.withBytes(of: args![1]!) { new in
                replace(self, old, new, limit: count < 0 ? .max : count)
            }
        }
    }

    private static func replace(_ self: Ref, _ old: ByteSpan, _ new: ByteSpan, limit: Int) -> Ref? {
        let found = withOwnBytes(self) { $0.occurrences(of: old, limit: limit) }
        if found == 0 || (old.count == 0 && new.count == 0) { return unchanged(self) }
        return withOwnBytes(self) { span in
            let (growth, overflow) = found.multipliedReportingOverflow(by: new.count - old.count)
            let (size, isTooLarge) = span.count.addingReportingOverflow(growth)
            guard !overflow, !isTooLarge else { return raise(BtExc_OverflowError, "replace bytes is too long") }
            return make(like: self, size) { target in
                if old.count == 0 {
                    interleave(target, span, new, found)
                } else {
                    substitute(target, span, old, new, found)
                }
            }
        }
    }

    private static func substitute(
        _ start: UnsafeMutablePointer<UInt8>, _ span: ByteSpan, _ old: ByteSpan, _ new: ByteSpan, _ count: Int
    ) {
        var target = start
        var low = 0
        for _ in 0..<count {
            guard let index = span.part(low, span.count).firstIndex(of: old) else { break }
            memcpy(target, span.address + low, index)
            memcpy(target + index, new.address, new.count)
            target += index + new.count
            low += index + old.count
        }
        memcpy(target, span.address + low, span.count - low)
    }

    /// Put `new` before each of the first bytes, and behind the last if `count` goes so far.
    private static func interleave(
        _ start: UnsafeMutablePointer<UInt8>, _ span: ByteSpan, _ new: ByteSpan, _ count: Int
    ) {
        var target = start
        for index in 0..<count {
            memcpy(target, new.address, new.count)
            target += new.count
            guard index < span.count else { continue }
            target.pointee = span[index]
            target += 1
        }
        if count < span.count { memcpy(target, span.address + count, span.count - count) }
    }

    // MARK: translate

    static func translate(_ self: Ref, _ table: Ref, deleting deleted: Ref?) -> Ref? {
        guard isNone(table) else {
            return Buffer.withBytes(of: table) { table in
                guard table.count == 256 else {
                    return raise(BtExc_ValueError, "translation table must be 256 characters long")
                }
                return translate(self, { table[Int($0)] }, deleting: deleted)
            }
        }
        return translate(self, { $0 }, deleting: deleted)
    }

    private static func translate(_ self: Ref, _ map: (UInt8) -> UInt8, deleting deleted: Ref?) -> Ref? {
        guard let deleted else { return translate(self, map, deleting: ByteSet()) }
        return Buffer.withBytes(of: deleted) { translate(self, map, deleting: ByteSet($0)) }
    }

    private static func translate(_ self: Ref, _ map: (UInt8) -> UInt8, deleting deleted: ByteSet) -> Ref? {
        withOwnBytes(self) { span in
            let size = span.count { !deleted.contains($0) }
            return make(like: self, size) { target in
                var place = target
                for byte in span where !deleted.contains(byte) {
                    place.pointee = map(byte)
                    place += 1
                }
            }
        }
    }

    static func makeTranslation(_ args: Arguments, _ nargs: Int) -> Ref? {
        guard check("maketrans", nargs, 2, 2) else { return nil }
        return Buffer.withBytes(of: args![0]!) { from in
            Buffer.withBytes(of: args![1]!) { to in
                guard from.count == to.count else {
                    return raise(BtExc_ValueError, "maketrans arguments must have same length")
                }
                return Bytes.make(256) { table in
                    for index in 0..<256 { table[index] = UInt8(index) }
                    for index in 0..<from.count { table[Int(from[index])] = to[index] }
                    return true
                }
            }
        }
    }

    static func expandTabs(_ self: Ref, _ width: Int) -> Ref? {
        withOwnBytes(self) { span in
            var builder = ByteBuilder(capacity: span.count)
            var column = 0
            for byte in span {
                if byte == UInt8(ascii: "\t") {
                    guard width > 0 else { continue }
                    let spaces = width - column % width
                    builder.append(repeating: UInt8(ascii: " "), spaces)
                    column += spaces
                } else {
                    builder.append(byte)
                    column = byte == 10 || byte == 13 ? 0 : column + 1
                }
            }
            return builder.finish(like: self)
        }
    }
}

/// A set of bytes, 256 bits.
struct ByteSet {
    private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    init() {}

    init(_ span: ByteSpan) {
        for byte in span {
            let bit = UInt64(1) << UInt64(byte & 63)
            switch byte >> 6 {
            case 0: bits.0 |= bit
            case 1: bits.1 |= bit
            case 2: bits.2 |= bit
            default: bits.3 |= bit
            }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        let word =
            switch byte >> 6 {
            case 0: bits.0
            case 1: bits.1
            case 2: bits.2
            default: bits.3
            }
        return word >> UInt64(byte & 63) & 1 != 0
    }
}
