/// A set of local variables, by register.
struct RegisterSet: Equatable {
    private var words: [UInt64]

    init(count: Int) {
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    func contains(_ register: Int) -> Bool { words[register >> 6] & (1 << UInt64(register & 63)) != 0 }

    mutating func insert(_ register: Int) { words[register >> 6] |= 1 << UInt64(register & 63) }

    mutating func remove(_ register: Int) { words[register >> 6] &= ~(1 << UInt64(register & 63)) }

    mutating func formIntersection(_ other: RegisterSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func subtract(_ other: RegisterSet) {
        for index in words.indices { words[index] &= ~other.words[index] }
    }
}
