internal import CBaton
internal import CBaton.Host

// Attributes of frames: where they are, and what their variables hold.

func frameGetSets() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset("f_back", get: { object, _ in callerOf(frame(object)) }),
        getset("f_code", get: { object, _ in newReference(frame(object).pointee.code.ref) }),
        getset("f_globals", get: { object, _ in newReference(frame(object).pointee.function.pointee.globals) }),
        getset("f_builtins", get: { object, _ in newReference(frame(object).pointee.function.pointee.builtins) }),
        getset("f_locals", get: { object, _ in locals(frame(object)) }),
        getset("f_lineno", get: { object, _ in makeInt(Int(frame(object).line)) }),
        getset("f_lasti", get: { object, _ in makeInt(frame(object).current * 2) }),
        getset(
            "f_trace", get: { object, _ in newReference(frame(object).pointee.trace ?? noneRef) },
            set: { object, value, _ in
                release(exchange(&frame(object).pointee.trace, value.map(newReference)))
                return 0
            }),
    ])
}

private func frame(_ object: Ref?) -> FrameObjectRef { object!.as(BtFrameObject.self) }

/// The object of the frame that called this one, a new reference; None for the outermost. Nil: an exception is set.
func callerOf(_ object: FrameObjectRef) -> Ref? {
    if let running = object.pointee.frame {
        guard let below = running.pointee.back else { return noneRef }
        return frameObject(below).map(newReference)
    }
    return newReference(object.pointee.back?.ref ?? noneRef)
}

/// The namespace of a frame: that of a module or class body itself, a new dict of a function's variables.
func locals(_ object: FrameObjectRef) -> Ref? {
    if let names = object.pointee.names { return newReference(names) }
    return variables(object.pointee.code, object.registers)
}

/// What the variables of a function hold, as a new dict.
func variables(_ code: CodeRef, _ registers: Registers?) -> Ref? {
    guard let dict = newDict() else { return nil }
    guard let registers else { return dict }
    let names = code.pointee.local_names.unsafelyUnwrapped
    for index in 0..<BtTuple_GET_SIZE_(names) {
        guard put(dict, BtTuple_GET_ITEM_(names, index), registers[index]) else { return drop(dict) }
    }
    let (own, free) = (Int(code.pointee.cell_count), Int(code.pointee.free_count))
    for index in 0..<own + free {
        let name: Ref =
            index < own
            ? BtTuple_GET_ITEM_(code.pointee.cell_names, index)
            : BtTuple_GET_ITEM_(code.pointee.free_names, index - own)
        guard put(dict, name, registers[Int(code.pointee.cell_registers[index])]) else { return drop(dict) }
    }
    return dict
}

private func drop(_ dict: Ref) -> Ref? {
    Bt_DECREF_(dict)
    return nil
}

/// Put a variable's value, or that of its cell, in a dict; an unbound one is left out. False: an exception is set.
private func put(_ dict: Ref, _ name: Ref, _ value: Register) -> Bool {
    var value = value
    if value != 0, !isTagged(value), objectIn(value).type == BtCell_Type_() {
        value = objectIn(value).as(BtCellObject.self).pointee.value
    }
    // The iterator of a comprehension has a name that no script can write.
    if value == 0 || BtUnicode_READ_CHAR_(name, 0) == 0x2E { return true }
    guard let operand = Operand(value) else { return false }
    defer { operand.end() }
    return BtDict_SetItem(dict, name, operand.ref) >= 0
}
