internal import CBaton
internal import CBaton.Host

// What a copy of a BytesIO or a StringIO is made from: the contents, the position and the attributes.

/// `__getstate__` and `__setstate__` of BytesIO.
var bytesFileStateMethods: [BtMethodDef] {
    [
        method("__getstate__", BT_METH_NOARGS) { `self`, _ in
            guard let fields = openMemory(self!) else { return nil }
            let contents = Bytes.make(copying: fields.pointee.bytes, fields.pointee.count)
            return tuple(taking: contents, makeInt(fields.pointee.position), attributesCopy(self!))
        },
        method("__setstate__", BT_METH_O) { `self`, state in
            guard openMemory(self!) != nil, let parts = stateParts(self!, state!, 3) else { return nil }
            guard call(`self`!.type.pointee.tp_init, self!, [parts[0]]), setPosition(self!, parts[1], "second", "not"),
                setAttributes(self!, parts[2], "third")
            else { return nil }
            return noneRef
        },
    ]
}

/// `__getstate__` and `__setstate__` of StringIO, whose state has the line ends too.
var stringFileStateMethods: [BtMethodDef] {
    [
        method("__getstate__", BT_METH_NOARGS) { `self`, _ in
            guard let fields = openMemory(self!) else { return nil }
            return tuple(
                taking: makeText(stringFileCharacters(fields)), newlineParameter(fields),
                makeInt(fields.pointee.position), attributesCopy(self!))
        },
        method("__setstate__", BT_METH_O) { `self`, state in
            guard openMemory(self!) != nil, let parts = stateParts(self!, state!, 4),
                let nothing = makeString("")
            else { return nil }
            defer { Bt_DECREF_(nothing) }
            // The contents have their line ends already: they are put in as they are.
            let initial = isStr(parts[0]) ? nothing : parts[0]
            guard call(`self`!.type.pointee.tp_init, self!, [initial, parts[1]]),
                isNone(parts[0]) || putCharacters(parts[0], into: self!.memoryFile),
                setPosition(self!, parts[2], "third", "got"), setAttributes(self!, parts[3], "fourth")
            else { return nil }
            return noneRef
        },
    ]
}

/// The items of a state, borrowed; nil: TypeError is set.
private func stateParts(_ object: Ref, _ state: Ref, _ count: Int) -> [Ref]? {
    guard isTuple(state), BtTuple_GET_SIZE_(state) >= count else {
        return raise(
            BtExc_TypeError,
            "\(String(cString: object.type.pointee.tp_name)).__setstate__ argument should be \(count)-tuple, got \(typeName(state))"
        )
    }
    return (0..<count).map { BtTuple_GET_ITEM_(state, $0)! }
}

private func call(_ initialize: initproc?, _ object: Ref, _ arguments: [Ref]) -> Bool {
    guard let row = newTuple(arguments.count) else { return false }
    defer { Bt_DECREF_(row) }
    for (index, argument) in arguments.enumerated() { BtTuple_SET_ITEM_(row, index, newReference(argument)) }
    return initialize!(object, row, nil) == 0
}

private func setPosition(_ object: Ref, _ position: Ref, _ place: String, _ word: String) -> Bool {
    guard isInt(position) else {
        let name = typeName(position)
        return raiseStatus(BtExc_TypeError, "\(place) item of state must be an integer, \(word) \(name)") == 0
    }
    guard let value = sizeArgument(position) else { return false }
    guard value >= 0 else { return raiseStatus(BtExc_ValueError, "position value cannot be negative") == 0 }
    object.memoryFile.pointee.position = value
    return true
}

private func setAttributes(_ object: Ref, _ attributes: Ref, _ place: String) -> Bool {
    if isNone(attributes) { return true }
    guard isDict(attributes) else {
        return raiseStatus(
            BtExc_TypeError, "\(place) item of state should be a dict, got a \(typeName(attributes))") == 0
    }
    guard let dict = BtObject_GenericGetDict(object, nil) else { return false }
    defer { Bt_DECREF_(dict) }
    return BtDict_Update(dict, attributes) >= 0
}

/// A copy of what `__dict__` holds; None: there are no attributes.
private func attributesCopy(_ object: Ref) -> Ref? {
    object.stream.pointee.dict.map { BtDict_Copy($0) } ?? noneRef
}

/// The argument that a StringIO's line ends come from.
private func newlineParameter(_ fields: MemoryFileRef) -> Ref? {
    if fields.pointee.reads_universal != 0 { return noneRef }
    if fields.pointee.splits_universal != 0 { return makeString("") }
    return makeString(["\n", "\r\n", "\r"][Int(fields.pointee.writes_crlf)])
}
