internal import CBaton
internal import CBaton.Host

/// The tuple without items, which all share.
@inline(__always) package var emptyTuple: Ref { _bt_empty_tuple_() }

/// Make a tuple with `count` empty places; what they hold is not set. Nil with MemoryError set.
@inline(__always)
package func newTuple(uninitialized count: Int) -> Ref? {
    if count == 0 { return emptyTuple }
    guard count <= (Int.max - MemoryLayout<BtTupleObject>.size) / MemoryLayout<Ref>.stride else {
        return raiseNoMemory()
    }
    guard
        let tuple = makeObject(
            BtTuple_Type_(), as: BtTupleObject.self, extraBytes: (count - 1) * MemoryLayout<Ref>.stride)
    else { return nil }
    tuple.pointee.ob_base.ob_size = count
    track(tuple.ref)
    return tuple.ref
}

/// Make a tuple with `count` empty places, which hold nil. Nil with MemoryError set.
@inline(__always)
package func newTuple(_ count: Int) -> Ref? {
    guard let tuple = newTuple(uninitialized: count) else { return nil }
    let places: Places = _bt_tuple_items(tuple)
    for index in 0..<count { places[index] = nil }
    return tuple
}

/// Make a tuple of `count` objects; references are taken.
package func makeTuple(_ items: UnsafePointer<Ref?>, count: Int) -> Ref? {
    guard let tuple = newTuple(uninitialized: count) else { return nil }
    let places: Places = _bt_tuple_items(tuple)
    for index in 0..<count { places[index] = Bt_NewRef_(items[index]) }
    return tuple
}

/// Make a tuple of one object; a reference is taken.
package func makeTuple(_ item: Ref) -> Ref? {
    guard let tuple = newTuple(uninitialized: 1) else { return nil }
    _bt_tuple_items(tuple)[0] = Bt_NewRef_(item)
    return tuple
}

/// Make a tuple of two objects; references are taken.
@inline(__always)
package func makeTuple(_ first: Ref, _ second: Ref) -> Ref? {
    guard let tuple = newTuple(uninitialized: 2) else { return nil }
    let places: Places = _bt_tuple_items(tuple)
    places[0] = Bt_NewRef_(first)
    places[1] = Bt_NewRef_(second)
    return tuple
}

/// A tuple of two objects, whose references are taken over, for an iterator that gives one pair after the other: the tuple
/// in `kept` if nobody else has it, else a new one, which `kept` keeps if it is the first. Nil with MemoryError set.
@inline(__always)
func pairUsedAgain(_ kept: UnsafeMutablePointer<Ref?>, _ first: Ref, _ second: Ref) -> Ref? {
    if let pair = kept.pointee, isOnlyReference(pair), _bt_current_thread().pointee.free_threaded == 0 {
        let places: Places = _bt_tuple_items(pair)
        let (oldFirst, oldSecond) = (places[0], places[1])
        places[0] = first
        places[1] = second
        // Dropping what it held may run any code.
        Bt_INCREF_(pair)
        release(oldFirst)
        release(oldSecond)
        return pair
    }
    guard let pair = newTuple(uninitialized: 2) else {
        Bt_DECREF_(first)
        Bt_DECREF_(second)
        return nil
    }
    let places: Places = _bt_tuple_items(pair)
    places[0] = first
    places[1] = second
    if kept.pointee == nil { kept.pointee = newReference(pair) }
    return pair
}

/// Make a tuple of three objects; references are taken.
package func makeTuple(_ first: Ref, _ second: Ref, _ third: Ref) -> Ref? {
    guard let tuple = newTuple(uninitialized: 3) else { return nil }
    let places: Places = _bt_tuple_items(tuple)
    places[0] = Bt_NewRef_(first)
    places[1] = Bt_NewRef_(second)
    places[2] = Bt_NewRef_(third)
    return tuple
}

/// Make a tuple of any objects; references are taken. For cold code.
package func makeTuple(_ items: [Ref]) -> Ref? {
    items.map(Optional.some).withUnsafeBufferPointer { makeTuple($0.baseAddress!, count: items.count) }
}

func setUpTuple() {
    let type = BtTuple_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtTupleObject>.size - MemoryLayout<Ref>.size
    type.pointee.tp_itemsize = MemoryLayout<Ref>.size
    type.pointee.tp_flags =
        BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_TUPLE_SUBCLASS | BT_TPFLAGS_SEQUENCE
    type.pointee.tp_doc = cString("Built-in immutable sequence.")
    type.pointee.tp_dealloc = { tupleDealloc($0!) }
    type.pointee.tp_traverse = { tupleTraverse($0!, $1, $2) }
    type.pointee.tp_new = { tupleNew($0!, $1, $2) }
    type.pointee.tp_vectorcall = { tupleVectorcall($0!, $1, $2, $3) }
    type.pointee.tp_repr = { tupleRepr($0!) }
    type.pointee.tp_hash = { tupleHash($0!) }
    type.pointee.tp_richcompare = { tupleCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { makeRowIterator(BtTupleIter_Type_(), over: $0!, at: 0) }
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods(
            sq_length: { sizeField($0!) },
            sq_concat: { tupleConcat($0!, $1!) },
            sq_repeat: { tupleRepeat($0!, $1) },
            sq_item: { tupleItem($0!, $1) },
            was_sq_slice: nil,
            sq_ass_item: nil,
            was_sq_ass_slice: nil,
            sq_contains: { tupleContains($0!, $1!) },
            sq_inplace_concat: nil,
            sq_inplace_repeat: nil))
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { sizeField($0!) },
            mp_subscript: { tupleSubscript($0!, $1!) },
            mp_ass_subscript: nil))
    type.pointee.tp_methods = tupleMethods()
}

private func tupleDealloc(_ tuple: Ref) {
    deallocating(tuple, exactly: BtTuple_Type_()) {
        let places: Places = _bt_tuple_items(tuple)
        var index = sizeField(tuple)
        while index > 0 {
            index -= 1
            Bt_XDECREF_(places[index])
        }
        freeContainer(tuple, exactly: BtTuple_Type_())
    }
}

private func tupleTraverse(_ tuple: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    let places: Places = _bt_tuple_items(tuple)
    for index in 0..<sizeField(tuple) {
        let status = visitField(places[index], visit, context)
        if status != 0 { return status }
    }
    return 0
}

private func tupleNew(_ type: TypeRef, _ args: Ref?, _ kwargs: Ref?) -> Ref? {
    if type == BtTuple_Type_() {
        guard let argument = optionalArgument("tuple", args, kwargs) else { return nil }
        guard let argument else { return emptyTuple }
        return tupleOf(argument)
    }
    if functionAddress(type.pointee.tp_init) == functionAddress(BtBaseObject_Type_().pointee.tp_init),
        _BtArg_NoKeywords(cString("tuple"), kwargs) == 0
    {
        return nil
    }
    guard let argument = optionalArgument("tuple", args, nil) else { return nil }
    guard let items = argument.map(tupleOf) ?? emptyTuple else { return nil }
    defer { Bt_DECREF_(items) }
    let count = sizeField(items)
    guard let tuple = type.pointee.tp_alloc(type, count) else { return nil }
    let source: Places = _bt_tuple_items(items)
    let target: Places = _bt_tuple_items(tuple)
    for index in 0..<count { target[index] = Bt_NewRef_(source[index]) }
    return tuple
}

private func tupleVectorcall(
    _ type: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?
) -> Ref? {
    if kwnames != nil, _BtArg_NoKwnames(cString("tuple"), kwnames) == 0 { return nil }
    let count = BtVectorcall_NARGS(nargsf)
    if _BtArg_CheckPositional(cString("tuple"), count, 0, 1) == 0 { return nil }
    return count == 0 ? emptyTuple : tupleOf(args![0]!)
}
