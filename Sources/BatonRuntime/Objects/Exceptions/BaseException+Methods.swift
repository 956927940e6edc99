internal import CBaton

// Attributes and methods that every exception has, as Python's.

func baseExceptionMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method("__reduce__", BT_METH_NOARGS) { object, _ in
            if BtType_IsSubtype(object!.type, _bt_exc_ImportError_()) != 0 { return reducedImportError(object!) }
            return makeReduced(object!, object!.exception.pointee.args ?? noneRef)
        },
        method("__setstate__", BT_METH_O) { object, state in setExceptionState(object!, state!) },
        method(
            "with_traceback", BT_METH_O,
            doc: "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self."
        ) { object, traceback in
            guard BtException_SetTraceback(object!, traceback!) >= 0 else { return nil }
            return newReference(object!)
        },
        method("add_note", BT_METH_O, doc: "Exception.add_note(note) --\n    add a note to the exception") {
            object, note in addNote(object!, note!)
        },
    ])
}

func baseExceptionMembers() -> UnsafeMutablePointer<BtMemberDef> {
    memberTable([
        member(
            "__suppress_context__", BT_T_BOOL,
            offset: MemoryLayout<BtBaseExceptionObject>.offset(of: \.suppress_context)!, flags: 0)
    ])
}

func baseExceptionGetsets() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset(
            "__dict__", get: { object, context in BtObject_GenericGetDict(object, context) },
            set: { object, value, context in BtObject_GenericSetDict(object, value, context) }),
        getset(
            "args", get: { object, _ in BtException_GetArgs(object) ?? noneRef },
            set: { object, value, _ in setArgsAttribute(object!, value) }),
        getset(
            "__traceback__", get: { object, _ in BtException_GetTraceback(object) ?? noneRef },
            set: { object, value, _ in
                guard let value else { return raiseStatus(BtExc_TypeError, "__traceback__ may not be deleted") }
                return BtException_SetTraceback(object, value)
            }),
        getset(
            "__context__", get: { object, _ in BtException_GetContext(object) ?? noneRef },
            set: { object, value, _ in
                guard let link = checkedLink(value, "__context__", "exception context") else { return -1 }
                BtException_SetContext(object, isNone(link) ? nil : newReference(link))
                return 0
            }),
        getset(
            "__cause__", get: { object, _ in BtException_GetCause(object) ?? noneRef },
            set: { object, value, _ in
                guard let link = checkedLink(value, "__cause__", "exception cause") else { return -1 }
                BtException_SetCause(object, isNone(link) ? nil : newReference(link))
                return 0
            }),
    ])
}

private func setArgsAttribute(_ object: Ref, _ value: Ref?) -> CInt {
    guard let value else { return raiseStatus(BtExc_TypeError, "args may not be deleted") }
    guard let args = BtSequence_Tuple(value) else { return -1 }
    BtException_SetArgs(object, args)
    Bt_DECREF_(args)
    return 0
}

/// What __context__ and __cause__ may be set to: an exception or None.
private func checkedLink(_ value: Ref?, _ attribute: String, _ noun: String) -> Ref? {
    guard let value else { return raise(BtExc_TypeError, "\(attribute) may not be deleted") }
    guard isNone(value) || isException(value) else {
        return raise(BtExc_TypeError, "\(noun) must be None or derive from BaseException")
    }
    return value
}

func addNote(_ object: Ref, _ note: Ref) -> Ref? {
    guard isStr(note) else { return raise(BtExc_TypeError, "note must be a str, not '\(typeName(note))'") }
    let name = internedName("__notes__")
    var found: Ref?
    guard BtObject_GetOptionalAttr(object, name, &found) >= 0 else { return nil }
    if found == nil {
        guard let list = BtList_New(0) else { return nil }
        guard BtObject_SetAttr(object, name, list) >= 0 else {
            Bt_DECREF_(list)
            return nil
        }
        found = list
    }
    guard let notes = found else { return nil }
    defer { Bt_DECREF_(notes) }
    guard isList(notes) else { return raise(BtExc_TypeError, "Cannot add note: __notes__ is not a list") }
    return BtList_Append(notes, note) < 0 ? nil : noneRef
}

/// What `__reduce__` gives: (class, args), or (class, args, __dict__).
func makeReduced(_ object: Ref, _ args: Ref) -> Ref? {
    let dict = object.exception.pointee.dict
    guard let result = BtTuple_New(dict == nil ? 2 : 3) else { return nil }
    BtTuple_SET_ITEM_(result, 0, newReference(object.type.ref))
    BtTuple_SET_ITEM_(result, 1, newReference(args))
    if let dict { BtTuple_SET_ITEM_(result, 2, newReference(dict)) }
    return result
}

private func setExceptionState(_ object: Ref, _ state: Ref) -> Ref? {
    if isNone(state) { return noneRef }
    guard isDict(state) else { return raise(BtExc_TypeError, "state is not a dictionary") }
    var position = 0
    var key: Ref?
    var value: Ref?
    while BtDict_Next(state, &position, &key, &value) != 0 {
        guard let name = key, let content = value else { break }
        let failed = withReference(name) { name in
            withReference(content) { BtObject_SetAttr(object, name, $0) < 0 }
        }
        if failed { return nil }
    }
    return noneRef
}
