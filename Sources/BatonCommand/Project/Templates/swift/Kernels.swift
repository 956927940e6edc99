// The work, which knows no objects: it is used attached and detached alike.

/// How often each value of a byte has occurred.
struct Counts: Sendable {
    private var counts = [Int](repeating: 0, count: 256)

    init() {}

    init(of source: RawSpan) {
        source.withUnsafeBytes { bytes in
            for byte in bytes { counts[Int(byte)] += 1 }
        }
    }

    subscript(_ value: UInt8) -> Int { counts[Int(value)] }

    var total: Int { counts.reduce(0, +) }

    mutating func add(_ other: Counts) {
        for value in counts.indices { counts[value] += other.counts[value] }
    }
}

/// The mean of each byte and the `radius` bytes on either side; at the ends the first and the last byte stand for those that
/// are missing.
func smoothed(_ source: RawSpan, radius: Int) -> [UInt8] {
    source.withUnsafeBytes { bytes in
        // An empty array made below would be the shared one, in which each thread would write its count.
        guard let first = bytes.first else { return [] }
        let last = bytes.count - 1
        let width = UInt32(2 * radius + 1)
        // The sum of the bytes under a window that slides along.
        var sum = UInt32(radius + 1) * UInt32(first)
        for index in 0..<radius { sum += UInt32(bytes[min(index + 1, last)]) }
        return [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
            for index in bytes.indices {
                target.initializeElement(at: index, to: UInt8(truncatingIfNeeded: sum / width))
                sum += UInt32(bytes[min(index + radius + 1, last)])
                sum -= UInt32(bytes[max(index - radius, 0)])
            }
            count = bytes.count
        }
    }
}
