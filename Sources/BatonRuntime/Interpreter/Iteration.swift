internal import CBaton
internal import CBaton.Host

// Iterators, `for`, unpacking.

/// R[A] = iter(R[B])
@inline(never)
func getIterator(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    return registers.finish(bits & ~FlagBits.dropC, iterator(over: operand.ref).map(register) ?? 0)
}

/// R[A] = the next item of R[B], a range's iterator over ints of 63 bits; false: nothing has happened.
@inline(__always)
func advanceRange(_ frame: Frame, _ registers: Registers, _ bits: UInt64, _ pc: UnsafePointer<UInt64>) -> Bool {
    let iterator = objectIn(registers[fieldB(bits)])
    guard iterator.type == BtRangeIter_Type_() else { return false }
    let fields = iterator.as(BtRangeIterObject_.self)
    let left = fields.pointee.left
    let value = fields.pointee.start
    guard _fastPath(left > 0), _fastPath(isTaggable(value)) else { return false }
    fields.pointee.start = value &+ fields.pointee.step
    fields.pointee.left = left &- 1
    let old = registers[fieldA(bits)]
    registers[fieldA(bits)] = tagged(value)
    if holdsObject(old) {
        frame.pointee.pc = pc
        Bt_DECREF_(objectIn(old))
    }
    return true
}

/// R[A] = the next item of R[B]: 1; 0: there is none, R[B] is dropped; -1: an exception is set.
@inline(never)
func forNext(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Int {
    let registers = frame.registers
    let iterator = objectIn(registers[fieldB(bits)])
    let value = nextValue(state, iterator)
    if value != 0 {
        registers.set(fieldA(bits), value)
        return 1
    }
    if state.pointee.current_exception != nil {
        guard BtErr_ExceptionMatches(BtExc_StopIteration) != 0 else { return -1 }
        BtErr_Clear()
    }
    registers.clear(fieldB(bits))
    return 0
}

/// The next item of an iterator, a new reference; 0: it has ended, or an exception is set.
@inline(__always)
private func nextValue(_ state: ThreadRef, _ iterator: Ref) -> Register {
    let type = iterator.type
    if type == BtListIter_Type_(), cachesSites {
        let fields = iterator.rowIterator
        if let list = fields.pointee.row {
            let index = fields.pointee.index
            if index < sizeField(list) {
                fields.pointee.index = index &+ 1
                return enteringBorrowed(list.list.pointee.ob_item[index].unsafelyUnwrapped)
            }
        }
    } else if type == BtTupleIter_Type_() {
        let fields = iterator.rowIterator
        if let tuple = fields.pointee.row {
            let index = fields.pointee.index
            if index < sizeField(tuple) {
                fields.pointee.index = index &+ 1
                return enteringBorrowed(_bt_tuple_items(tuple)[index].unsafelyUnwrapped)
            }
        }
    } else if type == BtGen_Type_() {
        return generatorNext(state, iterator.generator)
    }
    return enteringResult(type.pointee.tp_iternext(iterator))
}

/// R[A], R[A + 1], … = the C items of R[B]
@inline(never)
func unpack(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (target, count) = (fieldA(bits), fieldC(bits))
    let given = registers[fieldB(bits)]
    guard !isTagged(given), objectIn(given).type == BtTuple_Type_(), sizeField(objectIn(given)) == count else {
        return unpackOther(frame, bits)
    }
    // Held: the targets may be where the row is.
    let row = objectIn(given)
    if hasFlag(bits, FlagBits.dropB) { registers[fieldB(bits)] = 0 } else { Bt_INCREF_(row) }
    let items: Places = _bt_tuple_items(row)
    var index = 0
    while index < count {
        registers.set(target &+ index, enteringBorrowed(items[index].unsafelyUnwrapped))
        index &+= 1
    }
    Bt_DECREF_(row)
    return true
}

@inline(never)
private func unpackOther(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (target, count) = (fieldA(bits), fieldC(bits))
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    let object = operand.ref
    if object.type == BtList_Type_(), cachesSites, sizeField(object) == count {
        let row = newReference(object)
        registers.dropOperands(bits & ~FlagBits.dropC)
        for index in 0..<count {
            // A list may change when what a register held is dropped.
            if sizeField(row) != count {
                Bt_DECREF_(row)
                return raiseStatus(BtExc_ValueError, "list changed size during unpacking") == 0
            }
            registers.set(target + index, enteringBorrowed(row.list.pointee.ob_item[index].unsafelyUnwrapped))
        }
        Bt_DECREF_(row)
        return true
    }
    return withUnsafeTemporaryAllocation(of: Register.self, capacity: max(count, 1)) { values in
        guard let iterator = unpackingIterator(object) else { return false }
        defer { Bt_DECREF_(iterator) }
        let taken = takeItems(iterator, count, values.baseAddress!)
        guard taken == count else {
            values.baseAddress!.clear(count: taken)
            return errorOccurred()
                ? false
                : raiseStatus(
                    BtExc_ValueError, "not enough values to unpack (expected \(count), got \(taken))") == 0
        }
        if let extra = nextItem(iterator) {
            Bt_DECREF_(extra)
            values.baseAddress!.clear(count: count)
            return raiseStatus(BtExc_ValueError, "too many values to unpack (expected \(count))") == 0
        }
        if errorOccurred() {
            values.baseAddress!.clear(count: count)
            return false
        }
        registers.dropOperands(bits & ~FlagBits.dropC)
        for index in 0..<count { registers.set(target + index, values[index]) }
        return true
    }
}

private func unpackingIterator(_ object: Ref) -> Ref? {
    if object.type.pointee.tp_iter == nil, BtSequence_Check(object) == 0 {
        return raise(BtExc_TypeError, "cannot unpack non-iterable \(typeName(object)) object")
    }
    return iterator(over: object)
}

/// Take up to `count` items; how many there were.
private func takeItems(_ iterator: Ref, _ count: Int, _ values: Registers) -> Int {
    for index in 0..<count {
        guard let item = nextItem(iterator) else { return index }
        values[index] = entering(item)
    }
    return count
}

/// R[A]… = as many items of R[B] as the low byte of C says, a list, as many as the high byte says.
@inline(never)
func unpackStarred(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (before, after) = (fieldC(bits) & 0xFF, fieldC(bits) >> 8)
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    guard let iterator = unpackingIterator(operand.ref) else { return false }
    defer { Bt_DECREF_(iterator) }
    guard let rest = BtSequence_List(iterator) else { return false }
    defer { Bt_DECREF_(rest) }
    let given = sizeField(rest)
    guard given >= before + after else {
        return raiseStatus(
            BtExc_ValueError, "not enough values to unpack (expected at least \(before + after), got \(given))") == 0
    }
    guard let middle = BtList_GetSlice(rest, before, given - after) else { return false }
    registers.dropOperands(bits & ~FlagBits.dropC)
    let target = registers + fieldA(bits)
    for index in 0..<before { target.set(index, enteringBorrowed(BtList_GET_ITEM_(rest, index))) }
    target.set(before, register(middle))
    for index in 0..<after {
        target.set(before + 1 + index, enteringBorrowed(BtList_GET_ITEM_(rest, given - after + index)))
    }
    return true
}
