internal import CBaton
internal import CBaton.Host

// type: the type of types.

func setUpType() {
    let type = BtType_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtHeapTypeObject>.size
    type.pointee.tp_itemsize = MemoryLayout<BtMemberDef>.size
    type.pointee.tp_flags =
        BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_TYPE_SUBCLASS
        | BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_doc = cString("type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type")
    type.pointee.tp_dealloc = { typeDealloc(asType($0!)) }
    type.pointee.tp_traverse = { typeTraverse(asType($0!), $1!, $2) }
    type.pointee.tp_clear = { typeClear(asType($0!)) }
    type.pointee.tp_is_gc = { asType($0!).has(BT_TPFLAGS_HEAPTYPE) ? 1 : 0 }
    type.pointee.tp_repr = { typeRepr(asType($0!)) }
    type.pointee.tp_call = { typeCall(asType($0!), $1!, $2) }
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtTypeObject>.offset(of: \.tp_vectorcall)!
    type.pointee.tp_vectorcall = { _, args, nargsf, kwnames in typeOfVectorcall(args, nargsf, kwnames) }
    type.pointee.tp_getattro = { typeGetAttribute(asType($0!), $1!) }
    type.pointee.tp_setattro = { typeSetAttribute(asType($0!), $1!, $2) }
    type.pointee.tp_dictoffset = MemoryLayout<BtTypeObject>.offset(of: \.tp_dict)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtTypeObject>.offset(of: \.tp_weaklist)!
    type.pointee.tp_init = { typeInit($1!, $2) }
    type.pointee.tp_new = { typeNew($0!, $1!, $2) }
    type.pointee.tp_free = BtObject_GC_Del
    type.pointee.tp_methods = typeMethods()
    type.pointee.tp_as_number = permanent(BtNumberMethods.only(or: { makeUnion($0!, $1!) }))
    type.pointee.tp_getset = typeGetSets()
    type.pointee.tp_members = typeMembers()
}

/// Call a type: make an object by tp_new, then let tp_init of its type fill it.
func typeCall(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if type == BtType_Type_() {
        let count = BtTuple_GET_SIZE_(args)
        if count == 1, kwargs.map({ BtDict_GET_SIZE_($0) == 0 }) ?? true {
            return newReference(positional(args, 0).type.ref)
        }
        if count != 3 { return raise(BtExc_TypeError, "type() takes 1 or 3 arguments") }
    }
    guard let make = type.pointee.tp_new else {
        return raise(BtExc_TypeError, "cannot create '\(typeName(of: type))' instances")
    }
    guard let object = _Bt_CheckFunctionResult(type.ref, make(type, args, kwargs), nil) else { return nil }
    guard isSubtype(object.type, type), let initialize = object.type.pointee.tp_init else { return object }
    if initialize(object, args, kwargs) < 0 {
        Bt_DECREF_(object)
        return nil
    }
    return object
}

/// type(object), by vectorcall; everything else goes the way of tp_call.
private func typeOfVectorcall(_ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    let count = BtVectorcall_NARGS(nargsf)
    if count == 1, kwnames == nil { return newReference(args![0]!.type.ref) }
    let type = BtType_Type_()
    if count != 3 { return raise(BtExc_TypeError, "type() takes 1 or 3 arguments") }
    return callWithTuple(type.ref, type.pointee.tp_call, args, count, kwnames)
}

private func typeInit(_ args: Ref, _ kwargs: Ref?) -> CInt {
    let count = BtTuple_GET_SIZE_(args)
    if let kwargs, count == 1, BtDict_GET_SIZE_(kwargs) != 0 {
        return raiseStatus(BtExc_TypeError, "type.__init__() takes no keyword arguments")
    }
    if count != 1, count != 3 { return raiseStatus(BtExc_TypeError, "type.__init__() takes 1 or 3 arguments") }
    return 0
}

private func typeDealloc(_ type: TypeRef) {
    precondition(type.has(BT_TPFLAGS_HEAPTYPE), "a static type lives for ever")
    BtObject_GC_UnTrack(type)
    BtObject_ClearWeakRefs(type.ref)
    let error = BtErr_GetRaisedException()
    for base in typeArray(type.pointee.tp_bases) { removeSubclass(type, from: base) }
    typeModified(type)
    BtErr_SetRaisedException(error)
    freeSubclasses(of: type)
    let heapType = type.ref.as(BtHeapTypeObject.self)
    release(exchange(&type.pointee.tp_dict, nil))
    release(exchange(&type.pointee.tp_bases, nil))
    release(exchange(&type.pointee.tp_mro, nil))
    release(exchange(&type.pointee.tp_cache, nil))
    if let base = type.pointee.tp_base { Bt_DECREF_(base.ref) }
    release(exchange(&heapType.pointee.ht_name, nil))
    release(exchange(&heapType.pointee.ht_qualname, nil))
    release(exchange(&heapType.pointee.ht_slots, nil))
    release(exchange(&heapType.pointee.ht_module, nil))
    BtMem_Free(heapType.pointee._ht_tpname)
    BtMem_Free(UnsafeMutableRawPointer(mutating: type.pointee.tp_doc))
    freeMembers(heapType)
    // A metatype that is a heap type drops the reference to itself.
    type.ref.type.pointee.tp_free(type)
}

private func typeTraverse(_ type: TypeRef, _ visit: visitproc, _ context: UnsafeMutableRawPointer?) -> CInt {
    guard type.has(BT_TPFLAGS_HEAPTYPE) else { return 0 }
    let heapType = type.ref.as(BtHeapTypeObject.self)
    var fields = FieldVisit(visit, context)
    fields.visit(type.pointee.tp_dict)
    fields.visit(type.pointee.tp_cache)
    fields.visit(type.pointee.tp_mro)
    fields.visit(type.pointee.tp_bases)
    fields.visit(type.pointee.tp_base?.ref)
    fields.visit(heapType.pointee.ht_module)
    return fields.status
}

private func typeClear(_ type: TypeRef) -> CInt {
    guard type.has(BT_TPFLAGS_HEAPTYPE) else { return 0 }
    typeModified(type)
    if let dict = type.pointee.tp_dict { BtDict_Clear(dict) }
    release(exchange(&type.ref.as(BtHeapTypeObject.self).pointee.ht_module, nil))
    // The order of bases goes last: look-ups in finalizers need it.
    release(exchange(&type.pointee.tp_mro, nil))
    return 0
}
