/// How often each word has occurred. Plain Swift: knows no objects, so it can be used detached.
struct Tally: Sendable {
    private(set) var counts: [[UInt8]: Int] = [:]
    private(set) var total = 0

    mutating func add(_ word: UnsafeRawBufferPointer) {
        counts[[UInt8](word), default: 0] += 1
        total += 1
    }

    mutating func merge(_ other: Tally) {
        if counts.isEmpty {
            counts = other.counts
        } else {
            for (word, count) in other.counts { counts[word, default: 0] += count }
        }
        total += other.total
    }

    /// The words that occur most often, those that occur as often in the order of their bytes.
    func mostCommon(_ limit: Int) -> [(word: [UInt8], count: Int)] {
        let sorted = counts.sorted {
            $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
        }
        return sorted.prefix(max(limit, 0)).map { (word: $0.key, count: $0.value) }
    }
}

/// Call `body` with each word: a run of bytes without white space, as Python's `bytes.split()` has it.
func forEachWord(of bytes: RawSpan, _ body: (UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { bytes in
        var start: Int?
        for index in bytes.indices {
            if isSpace(bytes[index]) {
                if let first = start { body(UnsafeRawBufferPointer(rebasing: bytes[first..<index])) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let first = start { body(UnsafeRawBufferPointer(rebasing: bytes[first...])) }
    }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
