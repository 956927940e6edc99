internal import CBaton.Host
internal import Glibc

extension ByteSpan {
    /// Index of the first occurrence of `other`; nil for none.
    func firstIndex(of other: ByteSpan) -> Int? {
        if other.count == 1 { return memchr(address, CInt(other[0]), count).map { distance(to: UnsafeRawPointer($0)) } }
        guard other.count > 0 else { return 0 }
        return _bt_find_bytes(address, count, other.address, other.count).map { distance(to: UnsafeRawPointer($0)) }
    }

    /// Index of the last occurrence of `other`; nil for none.
    func lastIndex(of other: ByteSpan) -> Int? {
        guard other.count <= count else { return nil }
        guard other.count > 0 else { return count }
        // Places where an occurrence may begin lie before `end`.
        var end = count - other.count + 1
        while end > 0, let place = _bt_find_last_byte(address, end, CInt(other[0])) {
            let index = distance(to: place)
            if memcmp(place, other.address, other.count) == 0 { return index }
            end = index
        }
        return nil
    }

    /// Number of occurrences that do not overlap, at most `limit`.
    func occurrences(of other: ByteSpan, limit: Int = .max) -> Int {
        if other.count == 0 { return count < limit ? count + 1 : limit }
        var found = 0
        var start = 0
        while found < limit, let index = part(start, count).firstIndex(of: other) {
            found += 1
            start += index + other.count
        }
        return found
    }

    func hasPrefix(_ other: ByteSpan) -> Bool {
        other.count <= count && memcmp(address, other.address, other.count) == 0
    }

    func hasSuffix(_ other: ByteSpan) -> Bool {
        other.count <= count && memcmp(address + count - other.count, other.address, other.count) == 0
    }

    /// Negative, zero, positive: before, same, behind.
    func compare(_ other: ByteSpan) -> Int {
        let order = memcmp(address, other.address, Swift.min(count, other.count))
        return order != 0 ? Int(order) : count - other.count
    }

    private func distance(to place: UnsafeRawPointer) -> Int { place - UnsafeRawPointer(address) }
}

/// The ASCII classes that the methods of bytes know.
extension UInt8 {
    var isASCIISpace: Bool { self == 0x20 || (self >= 9 && self <= 13) }
    var isASCIIDigit: Bool { self &- 0x30 < 10 }
    var isASCIIUpper: Bool { self &- 0x41 < 26 }
    var isASCIILower: Bool { self &- 0x61 < 26 }
    var isASCIIAlpha: Bool { (self | 0x20) &- 0x61 < 26 }
    var asciiLowered: UInt8 { isASCIIUpper ? self | 0x20 : self }
    var asciiUppered: UInt8 { isASCIILower ? self & ~0x20 : self }
    /// The value of a hexadecimal digit; nil for none.
    var hexValue: UInt8? {
        if isASCIIDigit { return self &- 0x30 }
        let letter = (self | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}
