internal import CBaton
internal import CBaton.Host

// Items: lists, tuples, dicts and str directly, all else by its slots.

/// An item of a list or a tuple by an int, with a reference; 0: ask.
@inline(__always)
func quickItem(_ container: Register, _ key: Register) -> Register {
    guard isTagged(key), !isTagged(container) else { return 0 }
    let object = objectIn(container)
    var index = untagged(key)
    if object.type == BtList_Type_() {
        if !cachesSites { return 0 }
        let list = object.list
        let count = list.pointee.ob_base.ob_size
        if index < 0 { index &+= count }
        guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
        return enteringBorrowed(list.pointee.ob_item[index].unsafelyUnwrapped)
    }
    guard object.type == BtTuple_Type_() else { return 0 }
    let count = sizeField(object)
    if index < 0 { index &+= count }
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
    return enteringBorrowed(_bt_tuple_items(object)[index].unsafelyUnwrapped)
}

/// R[A] = R[B][R[C]]
@inline(never)
func getItem(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (container, key) = (registers[fieldB(bits)], registers[fieldC(bits)])
    if !isTagged(container) {
        let object = objectIn(container)
        if object.type == BtDict_Type_(), cachesSites {
            let value = dictItem(object, key)
            if value != 0 { return registers.finish(bits, value) }
            if errorOccurred() { return false }
        } else if object.type == BtUnicode_Type_(), isTagged(key) {
            var index = untagged(key)
            let count = BtUnicode_GET_LENGTH_(object)
            if index < 0 { index += count }
            if index >= 0, index < count {
                let character = BtUnicode_READ_CHAR_(object, index)
                return registers.finish(bits, makeText(character: character).map(register) ?? 0)
            }
        }
    }
    guard let first = Operand(container) else { return false }
    defer { first.end() }
    guard let second = Operand(key) else { return false }
    defer { second.end() }
    return registers.finish(bits, enteringResult(BtObject_GetItem(first.ref, second.ref)))
}

/// The value of a key in an exact dict, with a reference; 0: missing (KeyError is not raised), or an exception is set.
func dictItem(_ dict: Ref, _ key: Register) -> Register {
    let entry = dictEntry(dict, key)
    return entry >= 0 ? enteringBorrowed(dictTable(dict).entries[entry].value) : 0
}

/// The entry of a key in an exact dict, or dictMissing, or dictFailed with an exception set.
@inline(__always)
func dictEntry(_ dict: Ref, _ key: Register) -> Int {
    if isTagged(key) {
        let entry = dictFindInt(dict, untagged(key))
        if entry != dictAsk { return entry }
    }
    guard let operand = Operand(key) else { return dictFailed }
    defer { operand.end() }
    let hash = keyHash(operand.ref)
    return hash == -1 ? dictFailed : dictFind(dict, operand.ref, hash)
}

/// The keys must be asked.
let dictAsk = -3

/// The entry of an int key, dictMissing, or dictAsk: a key with the same hash is no int.
func dictFindInt(_ dict: Ref, _ value: Int) -> Int {
    // The hash of an int below 2^61 - 1 is the int, but for -1.
    guard value.magnitude < 1 << 61 - 1, value != -1 else { return dictAsk }
    let table = dictTable(dict)
    let entries = table.entries
    return table.probe(value) { _, index in
        if index >= 0 {
            let entry = entries + index
            guard entry.pointee.hash == value else { return nil }
            let key = entry.pointee.key.unsafelyUnwrapped
            guard key.type == BtLong_Type_() else { return dictAsk }
            return key.long.compact == value ? index : nil
        }
        return index == Int(BT_DICT_EMPTY_) ? dictMissing : nil
    }
}

/// R[A][R[B]] = R[C]
@inline(never)
func setItem(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (container, key, stored) = (registers[fieldA(bits)], registers[fieldB(bits)], registers[fieldC(bits)])
    guard !isTagged(container) else { return setAnyItem(registers, bits) }
    let object = objectIn(container)
    guard cachesSites else { return setAnyItem(registers, bits) }
    if object.type == BtList_Type_(), isTagged(key) {
        let list = object.list
        let count = list.pointee.ob_base.ob_size
        var index = untagged(key)
        if index < 0 { index &+= count }
        if UInt(bitPattern: index) < UInt(bitPattern: count), list.pointee.ob_item[index] != nil {
            // SAFETY: because the place holds a reference.
            let place = UnsafeMutableRawPointer(list.pointee.ob_item + index).assumingMemoryBound(to: Ref.self)
            guard store(stored, isTaken: false, in: place) else { return false }
            registers.dropSources(bits)
            return true
        }
    } else if object.type == BtDict_Type_() {
        return setDictItem(registers, bits)
    }
    return setAnyItem(registers, bits)
}

/// As setItem, of an exact dict.
private func setDictItem(_ registers: Registers, _ bits: UInt64) -> Bool {
    let (dict, key, stored) = (objectIn(registers[fieldA(bits)]), registers[fieldB(bits)], registers[fieldC(bits)])
    var entry = dictAsk
    if isTagged(key) {
        entry = dictFindInt(dict, untagged(key))
    } else if objectIn(key).type == BtUnicode_Type_(), dictTable(dict).isAllStr {
        entry = dictFind(dict, objectIn(key), keyHash(objectIn(key)))
    }
    if entry >= 0 {
        guard store(stored, isTaken: false, in: dictTable(dict).valuePlace(entry)) else { return false }
        registers.dropSources(bits)
        return true
    }
    guard let value = boxed(stored) else { return false }
    defer { Bt_DECREF_(value) }
    guard let operand = Operand(key) else { return false }
    defer { operand.end() }
    // An int that was looked for as one is its own hash.
    let hash = isTagged(key) && entry == dictMissing ? untagged(key) : keyHash(operand.ref)
    guard hash != -1 else { return false }
    let status =
        entry == dictMissing ? dictAdd(dict, operand.ref, hash, value) : dictInsert(dict, operand.ref, hash, value)
    guard status == 0 else { return false }
    registers.dropSources(bits)
    return true
}

private func setAnyItem(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let container = Operand(registers[fieldA(bits)]) else { return false }
    defer { container.end() }
    guard let key = Operand(registers[fieldB(bits)]) else { return false }
    defer { key.end() }
    guard let value = Operand(registers[fieldC(bits)]) else { return false }
    defer { value.end() }
    guard BtObject_SetItem(container.ref, key.ref, value.ref) >= 0 else { return false }
    registers.dropSources(bits)
    return true
}

/// del R[A][R[B]]
@inline(never)
func deleteItem(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    guard let container = Operand(registers[fieldA(bits)]) else { return false }
    defer { container.end() }
    guard let key = Operand(registers[fieldB(bits)]) else { return false }
    defer { key.end() }
    guard BtObject_DelItem(container.ref, key.ref) >= 0 else { return false }
    registers.dropSources(bits & ~FlagBits.dropC)
    return true
}

/// R[A] = slice(R[B], R[B + 1], R[B + 2])
@inline(never)
func buildSlice(_ registers: Registers, _ bits: UInt64) -> Bool {
    let first = registers + fieldB(bits)
    guard let start = Operand(first[0]) else { return false }
    defer { start.end() }
    guard let stop = Operand(first[1]) else { return false }
    defer { stop.end() }
    guard let step = Operand(first[2]) else { return false }
    defer { step.end() }
    guard let slice = BtSlice_New(start.ref, stop.ref, step.ref) else { return false }
    first.clear(count: 3)
    registers.set(fieldA(bits), register(slice))
    return true
}
