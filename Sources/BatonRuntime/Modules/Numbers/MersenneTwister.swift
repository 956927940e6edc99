internal import CBaton
internal import CBaton.Host

// The module `_random`: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998). `memory` is the state of 624 words, `count`
// the next word to give.

private let stateSize = 624

private typealias State = UnsafeMutablePointer<UInt32>

func makeRandom() -> Ref? {
    makeNativeModule("_random", doc: "Module implements the Mersenne Twister random number generator.", []) { module in
        let type = makeNativeType("_random.Random") { type in
            setUpRecord(type, doc: "Random() -> create a random number generator with its own internal state.")
            type.pointee.tp_new = { type, _, _ in
                guard let record = newRecord(type!) else { return nil }
                guard let memory = BtMem_RawCalloc(stateSize, MemoryLayout<UInt32>.size) else {
                    Bt_DECREF_(record.ref)
                    return raiseNoMemory()
                }
                record.pointee.memory = memory
                record.pointee.count = stateSize
                initialize(state(record), [5489])
                return record.ref
            }
            type.pointee.tp_init = { _, _, _ in 0 }
            type.pointee.tp_methods = methodTable(randomMethods)
        }
        return add(module, type)
    }
}

private func state(_ record: RecordRef) -> State { record.pointee.memory.assumingMemoryBound(to: UInt32.self) }

/// Fill the state from one word.
private func initialize(_ state: State, word: UInt32) {
    state[0] = word
    for index in 1..<stateSize {
        let last = state[index - 1]
        state[index] = 1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(index)
    }
}

/// Fill the state from a key of words.
private func initialize(_ state: State, _ key: [UInt32]) {
    initialize(state, word: 19_650_218)
    var (index, place) = (1, 0)
    func step() {
        index += 1
        if index >= stateSize {
            state[0] = state[stateSize - 1]
            index = 1
        }
    }
    for _ in 0..<max(stateSize, key.count) {
        let last = state[index - 1]
        state[index] = (state[index] ^ ((last ^ (last >> 30)) &* 1_664_525)) &+ key[place] &+ UInt32(place)
        step()
        place = (place + 1) % key.count
    }
    for _ in 0..<stateSize - 1 {
        let last = state[index - 1]
        state[index] = (state[index] ^ ((last ^ (last >> 30)) &* 1_566_083_941)) &- UInt32(index)
        step()
    }
    state[0] = 0x8000_0000
}

/// The next word.
private func nextWord(_ record: RecordRef) -> UInt32 {
    let words = state(record)
    if record.pointee.count >= stateSize {
        for index in 0..<stateSize {
            let mixed = (words[index] & 0x8000_0000) | (words[(index + 1) % stateSize] & 0x7FFF_FFFF)
            words[index] = words[(index + 397) % stateSize] ^ (mixed >> 1) ^ (mixed & 1 == 0 ? 0 : 0x9908_B0DF)
        }
        record.pointee.count = 0
    }
    var word = words[record.pointee.count]
    record.pointee.count += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
}

/// The 32-bit words of an int's magnitude, lowest first. Nil with an exception set.
private func words(of int: Ref) -> [UInt32]? {
    guard let magnitude = BtNumber_Absolute(int) else { return nil }
    defer { Bt_DECREF_(magnitude) }
    let long = magnitude.as(BtLongObject.self)
    var words: [UInt32] = []
    for index in 0..<long.limbCount {
        words.append(UInt32(truncatingIfNeeded: long.limbs[index]))
        words.append(UInt32(truncatingIfNeeded: long.limbs[index] >> 32))
    }
    while words.count > 1, words.last == 0 { words.removeLast() }
    return words.isEmpty ? [0] : words
}

private var randomMethods: [BtMethodDef] {
    [
        method("random", BT_METH_NOARGS) { `self`, _ in
            locked(self!) {
                let record = self!.record
                let high = nextWord(record) >> 5
                let low = nextWord(record) >> 6
                return makeFloat((Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992)
            }
        },
        method("seed", BT_METH_O) { `self`, seed in
            guard isInt(seed!) else { return raise(BtExc_TypeError, "the seed of _random.Random must be an int") }
            guard let key = words(of: seed!) else { return nil }
            return locked(self!) {
                initialize(state(self!.record), key)
                self!.record.pointee.count = stateSize
                return noneRef
            }
        },
        method("getrandbits", BT_METH_O) { `self`, bits in
            guard let count = sizeArgument(bits!) else { return nil }
            guard count >= 0 else { return raise(BtExc_ValueError, "number of bits must be non-negative") }
            return locked(self!) { randomBits(self!.record, count) }
        },
        method("getstate", BT_METH_NOARGS) { `self`, _ in
            let record = self!.record
            guard let row = newTuple(stateSize + 1) else { return nil }
            for index in 0..<stateSize { BtTuple_SET_ITEM_(row, index, makeInt(Int(state(record)[index]))) }
            BtTuple_SET_ITEM_(row, stateSize, makeInt(record.pointee.count))
            return row
        },
        method("setstate", BT_METH_O) { `self`, row in
            guard isTuple(row!) else { return raise(BtExc_TypeError, "state vector must be a tuple") }
            guard BtTuple_GET_SIZE_(row!) == stateSize + 1 else {
                return raise(BtExc_ValueError, "state vector is the wrong size")
            }
            var values: [UInt32] = []
            for index in 0...stateSize {
                guard let value = sizeArgument(BtTuple_GET_ITEM_(row!, index)) else { return nil }
                values.append(UInt32(truncatingIfNeeded: value))
            }
            guard values[stateSize] <= stateSize else { return raise(BtExc_ValueError, "invalid state") }
            for index in 0..<stateSize { state(self!.record)[index] = values[index] }
            self!.record.pointee.count = Int(values[stateSize])
            return noneRef
        },
    ]
}

private func randomBits(_ record: RecordRef, _ count: Int) -> Ref? {
    if count == 0 { return makeInt(0) }
    if count <= 32 { return makeInt(Int(nextWord(record) >> UInt32(32 - count))) }
    let size = (count + 31) / 32
    var limbs = [UInt](repeating: 0, count: (size + 1) / 2)
    var rest = count
    for index in 0..<size {
        var word = nextWord(record)
        if rest < 32 { word >>= UInt32(32 - rest) }
        limbs[index / 2] |= UInt(word) << (index % 2 == 0 ? 0 : 32)
        rest -= 32
    }
    while limbs.count > 1, limbs.last == 0 { limbs.removeLast() }
    return makeInt(copying: limbs, limbs.count, negative: false)
}
