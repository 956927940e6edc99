internal import CBaton
internal import CBaton.Host

// Displays: tuples, lists, sets, dicts, formatted strings.

/// Move `count` registers into the places of a new row; nil places: an int could not be boxed, MemoryError is set.
private func moveItems(_ source: Registers, _ count: Int, to places: Places) -> Bool {
    for index in 0..<count {
        guard let item = boxedTaken(source[index]) else {
            for rest in index..<count { places[rest] = nil }
            return false
        }
        source[index] = 0
        places[index] = item
    }
    return true
}

@inline(never)
func buildTuple(_ registers: Registers, _ bits: UInt64) -> Bool {
    let count = fieldC(bits)
    guard let tuple = newTuple(uninitialized: count) else { return false }
    guard moveItems(registers + fieldB(bits), count, to: _bt_tuple_items(tuple)) else {
        Bt_DECREF_(tuple)
        return false
    }
    registers.set(fieldA(bits), register(tuple))
    return true
}

@inline(never)
func buildList(_ registers: Registers, _ bits: UInt64) -> Bool {
    let count = fieldC(bits)
    guard let list = newList(count) else { return false }
    guard count == 0 || moveItems(registers + fieldB(bits), count, to: list.list.pointee.ob_item) else {
        Bt_DECREF_(list)
        return false
    }
    registers.set(fieldA(bits), register(list))
    return true
}

@inline(never)
func buildSet(_ registers: Registers, _ bits: UInt64) -> Bool {
    let count = fieldC(bits)
    let source = registers + fieldB(bits)
    guard let set = BtSet_New(nil) else { return false }
    for index in 0..<count {
        guard let item = Operand(source[index]) else {
            Bt_DECREF_(set)
            return false
        }
        let status = BtSet_Add(set, item.ref)
        item.end()
        if status < 0 {
            Bt_DECREF_(set)
            return false
        }
        source.clear(index)
    }
    registers.set(fieldA(bits), register(set))
    return true
}

@inline(never)
func buildDict(_ registers: Registers, _ bits: UInt64) -> Bool {
    let count = fieldC(bits)
    let source = registers + fieldB(bits)
    guard let dict = newDict(room: count) else { return false }
    for index in 0..<count {
        guard put(dict, source[2 * index], source[2 * index + 1]) else {
            Bt_DECREF_(dict)
            return false
        }
        source.clear(2 * index)
        source.clear(2 * index + 1)
    }
    registers.set(fieldA(bits), register(dict))
    return true
}

/// Set the value of a key in a dict that the compiler knows.
private func put(_ dict: Ref, _ key: Register, _ value: Register) -> Bool {
    guard let first = Operand(key) else { return false }
    defer { first.end() }
    guard let second = Operand(value) else { return false }
    defer { second.end() }
    return BtDict_SetItem(dict, first.ref, second.ref) >= 0
}

@inline(never)
func buildString(_ registers: Registers, _ bits: UInt64) -> Bool {
    let (source, count) = (registers + fieldB(bits), fieldC(bits))
    guard let text = joinedTexts(source, count) else { return false }
    source.clear(count: count)
    registers.set(fieldA(bits), register(text))
    return true
}

/// The str that joins the str in registers.
private func joinedTexts(_ source: Registers, _ count: Int) -> Ref? {
    var (length, maximum) = (0, UInt32(0))
    for index in 0..<count {
        let view = TextView(objectIn(source[index]))
        length += view.count
        maximum |= BtUnicode_IS_ASCII_(objectIn(source[index])) != 0 ? 0x7F : view.bits
    }
    if count == 1 { return newReference(objectIn(source[0])) }
    guard let text = newText(count: length, maximum: maximum) else { return nil }
    if length == 0 { return text }
    let width = Int(BtUnicode_KIND_(text))
    var place = BtUnicode_DATA_(text)!
    for index in 0..<count {
        let view = TextView(objectIn(source[index]))
        copyCharacters(view, to: place, kind: width)
        place += view.count * width
    }
    return text
}

/// R[A] = format(R[B], R[C])
@inline(never)
func formatValue(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let hasSpec = fieldC(bits) != 0xFFFF
    let given = registers[fieldB(bits)]
    let conversions = bits & (FlagBits.first | FlagBits.second | FlagBits.third)
    if isTagged(given), conversions == 0 || !hasSpec {
        let text = formattedInt(untagged(given), hasSpec ? objectIn(registers[fieldC(bits)]) : nil)
        if let text { return registers.finish(hasSpec ? bits : bits & ~FlagBits.dropC, register(text)) }
        if errorOccurred() { return false }
    }
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    var value = newReference(operand.ref)
    defer { Bt_DECREF_(value) }
    if conversions != 0 {
        let converted =
            hasFlag(bits, FlagBits.first)
            ? BtObject_Str(value) : hasFlag(bits, FlagBits.second) ? BtObject_Repr(value) : BtObject_ASCII(value)
        guard let converted else { return false }
        Bt_DECREF_(value)
        value = converted
    }
    let result: Ref?
    if !hasSpec, value.type == BtUnicode_Type_() {
        result = newReference(value)
    } else {
        result = BtObject_Format(value, hasSpec ? objectIn(registers[fieldC(bits)]) : nil)
    }
    guard let result else { return false }
    return registers.finish(hasSpec ? bits : bits & ~FlagBits.dropC, register(result))
}

@inline(never)
func listAppend(_ registers: Registers, _ bits: UInt64) -> Bool {
    let source = fieldB(bits)
    let list = objectIn(registers[fieldA(bits)])
    if hasFlag(bits, FlagBits.dropB) {
        guard let item = boxedTaken(registers[source]) else { return false }
        registers[source] = 0
        return listAppend(list, stealing: item) == 0
    }
    guard let item = boxed(registers[source]) else { return false }
    return listAppend(list, stealing: item) == 0
}

@inline(never)
func listExtend(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    let object = operand.ref
    if object.type.pointee.tp_iter == nil, BtSequence_Check(object) == 0 {
        return raiseStatus(
            BtExc_TypeError,
            hasFlag(bits, FlagBits.first)
                ? "\(calleeText(registers[fieldC(bits)])) argument after * must be an iterable, not \(typeName(object))"
                : "Value after * must be an iterable, not \(typeName(object))") == 0
    }
    guard listExtend(objectIn(registers[fieldA(bits)]), object) >= 0 else { return false }
    registers.dropOperands(bits & ~FlagBits.dropC)
    return true
}

@inline(never)
func setAdd(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    guard BtSet_Add(objectIn(registers[fieldA(bits)]), operand.ref) >= 0 else { return false }
    registers.dropOperands(bits & ~FlagBits.dropC)
    return true
}

@inline(never)
func setUpdate(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    guard _BtSet_Update(objectIn(registers[fieldA(bits)]), operand.ref) >= 0 else { return false }
    registers.dropOperands(bits & ~FlagBits.dropC)
    return true
}

@inline(never)
func dictSet(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard put(objectIn(registers[fieldA(bits)]), registers[fieldB(bits)], registers[fieldC(bits)]) else { return false }
    registers.dropOperands(bits)
    return true
}

@inline(never)
func dictUpdate(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    let dict = objectIn(registers[fieldA(bits)])
    if BtDict_Update(dict, operand.ref) < 0 {
        if BtErr_ExceptionMatches(BtExc_AttributeError) != 0 {
            BtErr_Clear()
            return raiseStatus(BtExc_TypeError, "'\(typeName(operand.ref))' object is not a mapping") == 0
        }
        return false
    }
    registers.dropOperands(bits & ~FlagBits.dropC)
    return true
}

/// The dict R[A] gets the keyword arguments of the mapping R[B], for a call of R[C].
@inline(never)
func dictMergeKeywords(_ registers: Registers, _ bits: UInt64) -> Bool {
    let dict = objectIn(registers[fieldA(bits)])
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    let source = operand.ref
    let callee = registers[fieldC(bits)]
    var items: Ref? = nil
    if source.type == BtDict_Type_() {
        items = newReference(source)
    } else {
        guard let copy = newDict() else { return false }
        items = copy
        if BtDict_Update(copy, source) < 0 {
            Bt_DECREF_(copy)
            guard BtErr_ExceptionMatches(BtExc_AttributeError) != 0 else { return false }
            BtErr_Clear()
            return raiseStatus(
                BtExc_TypeError,
                "\(calleeText(callee)) argument after ** must be a mapping, not \(typeName(source))") == 0
        }
    }
    defer { release(items) }
    var position = 0
    var (key, value): (Ref?, Ref?) = (nil, nil)
    while BtDict_Next(items, &position, &key, &value) != 0 {
        guard let name = key, isStr(name) else {
            return raiseStatus(BtExc_TypeError, "keywords must be strings") == 0
        }
        let known = BtDict_Contains(dict, name)
        if known < 0 { return false }
        if known > 0 {
            return raiseStatus(
                BtExc_TypeError,
                "\(calleeText(callee)) got multiple values for keyword argument '\(swiftString(name))'") == 0
        }
        if BtDict_SetItem(dict, name, value) < 0 { return false }
    }
    registers.dropOperands(bits & ~FlagBits.dropC)
    return true
}

/// "module.name()" of what is called, for a message.
private func calleeText(_ callee: Register) -> String {
    guard callee != 0, let operand = Operand(callee) else { return "function" }
    defer { operand.end() }
    if let text = functionText(operand.ref) { return text }
    BtErr_Clear()
    return "function"
}

@inline(never)
func listToTuple(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let tuple = BtList_AsTuple(objectIn(registers[fieldB(bits)])) else { return false }
    return registers.finish(bits & ~FlagBits.dropC, register(tuple))
}
