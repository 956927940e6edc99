internal import CBaton
internal import CBaton.Host

// What a code tells of itself, by CPython's names.

func codeGetSets() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset("co_name", get: { object, _ in newReference(code(object).name) }),
        getset("co_qualname", get: { object, _ in newReference(code(object).qualified_name) }),
        getset("co_filename", get: { object, _ in newReference(code(object).filename) }),
        getset("co_firstlineno", get: { object, _ in makeInt(Int(code(object).first_line)) }),
        getset("co_flags", get: { object, _ in makeInt(Int(code(object).flags)) }),
        getset("co_argcount", get: { object, _ in makeInt(Int(code(object).argument_count)) }),
        getset("co_posonlyargcount", get: { object, _ in makeInt(Int(code(object).positional_only_count)) }),
        getset("co_kwonlyargcount", get: { object, _ in makeInt(Int(code(object).keyword_only_count)) }),
        getset("co_nlocals", get: { object, _ in makeInt(BtTuple_GET_SIZE_(code(object).local_names)) }),
        getset("co_stacksize", get: { object, _ in makeInt(Int(code(object).register_count)) }),
        getset("co_varnames", get: { object, _ in newReference(code(object).local_names) }),
        getset("co_cellvars", get: { object, _ in newReference(code(object).cell_names) }),
        getset("co_freevars", get: { object, _ in newReference(code(object).free_names) }),
        getset("co_names", get: { object, _ in newReference(code(object).names) }),
        getset("co_consts", get: { object, _ in constants(object!.as(BtCodeObject.self)) }),
        getset("co_code", get: { object, _ in instructionBytes(object!.as(BtCodeObject.self)) }),
    ])
}

func codeMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method("co_positions", BT_METH_NOARGS) { object, _ in positions(object!.as(BtCodeObject.self)) },
        method("co_lines", BT_METH_NOARGS) { object, _ in lines(object!.as(BtCodeObject.self)) },
    ])
}

private func code(_ object: Ref?) -> BtCodeObject { object!.as(BtCodeObject.self).pointee }

private func constants(_ code: CodeRef) -> Ref? {
    if let known = code.pointee.constants_tuple { return newReference(known) }
    let count = Int(code.pointee.constant_count)
    guard let tuple = newTuple(count) else { return nil }
    for index in 0..<count {
        guard let object = boxed(code.pointee.constants[index]) else {
            Bt_DECREF_(tuple)
            return nil
        }
        BtTuple_SET_ITEM_(tuple, index, object)
    }
    code.pointee.constants_tuple = newReference(tuple)
    return tuple
}

private func instructionBytes(_ code: CodeRef) -> Ref? {
    UnsafeRawPointer(code.pointee.instructions).withMemoryRebound(to: CChar.self, capacity: 1) {
        BtBytes_FromStringAndSize($0, Int(code.pointee.instruction_count) * MemoryLayout<UInt64>.size)
    }
}

/// A list of what `make` gives for each instruction, as an iterator.
private func iterator(_ code: CodeRef, _ make: (Int) -> Ref?) -> Ref? {
    guard let list = newList(0) else { return nil }
    defer { Bt_DECREF_(list) }
    for index in 0..<Int(code.pointee.instruction_count) {
        guard let row = make(index), listAppend(list, stealing: row) == 0 else { return nil }
    }
    return BtObject_GetIter(list)
}

private func rowOfInts(_ values: [Int?]) -> Ref? {
    guard let tuple = newTuple(values.count) else { return nil }
    for (index, value) in values.enumerated() {
        guard let object = value.map({ makeInt($0) }) ?? noneRef else {
            Bt_DECREF_(tuple)
            return nil
        }
        BtTuple_SET_ITEM_(tuple, index, object)
    }
    return tuple
}

private func positions(_ code: CodeRef) -> Ref? {
    iterator(code) { index in
        let position = code.pointee.positions[index]
        guard position.line != 0 else { return rowOfInts([nil, nil, nil, nil]) }
        return rowOfInts([
            Int(position.line), Int(position.end_line), Int(position.column), Int(position.end_column),
        ])
    }
}

private func lines(_ code: CodeRef) -> Ref? {
    iterator(code) { index in
        let line = Int(code.pointee.positions[index].line)
        return rowOfInts([2 * index, 2 * index + 2, line == 0 ? nil : line])
    }
}
