internal import CBaton

// weakref.ref, the type of weak references.

func setUpWeakReference() {
    let type = _BtWeakref_RefType_()
    type.pointee.tp_basicsize = MemoryLayout<BtWeakReference>.size
    type.pointee.tp_flags =
        BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtWeakReference>.offset(of: \.vectorcall)!
    type.pointee.tp_call = BtVectorcall_Call
    setUpEnding(type)
    type.pointee.tp_new = { type, args, _ in
        guard let (object, callback) = parameters("__new__", args!) else { return nil }
        return WeakReference.make(type!, to: object, callback: callback)
    }
    type.pointee.tp_init = { _, args, kwargs in
        guard _BtArg_NoKeywords(cString("ref"), kwargs) != 0 else { return -1 }
        return parameters("__init__", args!) == nil ? -1 : 0
    }
    type.pointee.tp_repr = { weakRepr($0!, kind: "weakref") }
    type.pointee.tp_hash = { hash($0!) }
    type.pointee.tp_richcompare = { compare($0!, $1!, $2) }
    type.pointee.tp_getset = getsetTable([
        getset("__callback__", get: { reference, _ in WeakReference.callback(of: reference!) ?? noneRef }) { _, _, _ in
            raiseStatus(BtExc_AttributeError, "readonly attribute")
        }
    ])
}

/// What references and proxies have in common: how they end.
func setUpEnding(_ type: TypeRef) {
    type.pointee.tp_dealloc = { reference in
        BtObject_GC_UnTrack(reference)
        WeakReference.end(reference!)
        reference!.type.pointee.tp_free(reference)
    }
    type.pointee.tp_traverse = { visitField($0!.weak.pointee.wr_callback, $1, $2) }
    type.pointee.tp_clear = { reference in
        WeakReference.end(reference!)
        return 0
    }
    type.pointee.tp_free = BtObject_GC_Del
}

/// The object and the callback, borrowed; nil: TypeError is set.
private func parameters(_ function: StaticString, _ args: Ref) -> (object: Ref, callback: Ref?)? {
    let count = BtTuple_GET_SIZE_(args)
    guard _BtArg_CheckPositional(cString(function), count, 1, 2) != 0 else { return nil }
    return (positional(args, 0), count > 1 ? positional(args, 1) : nil)
}

/// `<weakref at 0x…; to 'list' at 0x…>`, with the object's `__name__` if it has one.
func weakRepr(_ reference: Ref, kind: String) -> Ref? {
    let place = "\(kind) at \(address(of: reference))"
    guard let object = WeakReference.object(of: reference) else { return makeString("<\(place); dead>") }
    defer { Bt_DECREF_(object) }
    var name: Ref?
    // A proxy does not show the name.
    if !WeakReference.isProxy(reference), BtObject_GetOptionalAttr(object, internedName("__name__"), &name) < 0 {
        return nil
    }
    defer { release(name) }
    let shown = name.flatMap { isStr($0) ? " (\(swiftString($0)))" : nil } ?? ""
    return makeString("<\(place); to '\(typeName(object))' at \(address(of: object))\(shown)>")
}

/// The hash of the object, which stays after its death.
private func hash(_ reference: Ref) -> Bt_hash_t {
    let fields = reference.weak
    if fields.pointee.hash != -1 { return fields.pointee.hash }
    guard let object = WeakReference.object(of: reference) else {
        return Bt_hash_t(raiseStatus(BtExc_TypeError, "weak object has gone away"))
    }
    defer { Bt_DECREF_(object) }
    fields.pointee.hash = BtObject_Hash(object)
    return fields.pointee.hash
}

/// References are equal as their objects are, and by identity once one of those has died.
private func compare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard operation == BT_EQ || operation == BT_NE, WeakReference.isReference(left), WeakReference.isReference(right)
    else { return notImplementedRef }
    let (first, second) = (WeakReference.object(of: left), WeakReference.object(of: right))
    defer {
        release(first)
        release(second)
    }
    guard let first, let second else { return boolRef((left == right) == (operation == BT_EQ)) }
    return BtObject_RichCompare(first, second, operation)
}
