internal import CBaton

// method: a function bound to an object. instancemethod: a callable that binds when it stands in a class.

func setUpBoundMethod() {
    let type = BtMethod_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtMethodObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_doc = cString("Create a bound instance method object.")
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtMethodObject>.offset(of: \.vectorcall)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtMethodObject>.offset(of: \.im_weakreflist)!
    type.pointee.tp_call = BtVectorcall_Call
    type.pointee.tp_dealloc = { `self` in
        deallocating(self!, exactly: BtMethod_Type_()) {
            let method = self!.as(BtMethodObject.self)
            BtObject_GC_UnTrack(self)
            if method.pointee.im_weakreflist != nil { BtObject_ClearWeakRefs(self) }
            release(method.pointee.im_func)
            release(method.pointee.im_self)
            freeObject(self!)
        }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        let method = self!.as(BtMethodObject.self)
        let result = visit!(method.pointee.im_func, context)
        return result != 0 ? result : visit!(method.pointee.im_self, context)
    }
    type.pointee.tp_new = { _, args, kwargs in
        if let kwargs, BtDict_GET_SIZE_(kwargs) != 0 {
            return raise(BtExc_TypeError, "method() takes no keyword arguments")
        }
        guard BtTuple_GET_SIZE_(args) == 2 else {
            return raise(BtExc_TypeError, "method expected 2 arguments, got \(BtTuple_GET_SIZE_(args))")
        }
        guard BtCallable_Check(positional(args!, 0)) != 0 else {
            return raise(BtExc_TypeError, "first argument must be callable")
        }
        guard positional(args!, 1) != noneRef else { return raise(BtExc_TypeError, "instance must not be None") }
        return BtMethod_New(positional(args!, 0), positional(args!, 1))
    }
    type.pointee.tp_repr = { boundMethodRepr($0!) }
    type.pointee.tp_hash = { `self` in
        guard Bt_EnterRecursiveCall(" while hashing a method") == 0 else { return -1 }
        let method = self!.as(BtMethodObject.self)
        let hash = BtObject_Hash(method.pointee.im_func)
        if hash == -1 { return -1 }
        let both = Bt_HashPointer(method.pointee.im_self) ^ hash
        return both == -1 ? -2 : both
    }
    type.pointee.tp_richcompare = { boundMethodCompare($0!, $1!, $2) }
    type.pointee.tp_descr_get = { `self`, _, _ in newReference(self!) }
    type.pointee.tp_getattro = { boundMethodGetAttribute($0!, $1!) }
    type.pointee.tp_setattro = BtObject_GenericSetAttr
    type.pointee.tp_getset = getsetTable([
        getset(
            "__doc__",
            get: { `self`, _ in
                BtObject_GetAttr(self!.as(BtMethodObject.self).pointee.im_func, internedName("__doc__"))
            })
    ])
    type.pointee.tp_members = memberTable([
        member("__func__", BT_T_OBJECT, offset: MemoryLayout<BtMethodObject>.offset(of: \.im_func)!),
        member("__self__", BT_T_OBJECT, offset: MemoryLayout<BtMethodObject>.offset(of: \.im_self)!),
    ])
}

/// Attributes of the method's own type first, else the function's.
private func boundMethodGetAttribute(_ object: Ref, _ name: Ref) -> Ref? {
    guard Bt_EnterRecursiveCall(" while getting an attribute of a method") == 0 else { return nil }
    if let found = typeLookup(object.type, name) {
        guard let get = found.type.pointee.tp_descr_get else { return newReference(found) }
        let descriptor = newReference(found)
        defer { Bt_DECREF_(descriptor) }
        return get(descriptor, object, object.type.ref)
    }
    return BtObject_GetAttr(object.as(BtMethodObject.self).pointee.im_func, name)
}

private func boundMethodRepr(_ object: Ref) -> Ref? {
    let method = object.as(BtMethodObject.self)
    var name: Ref?
    if BtObject_GetOptionalAttr(method.pointee.im_func, internedName("__qualname__"), &name) < 0 { return nil }
    defer { release(name) }
    guard let repr = BtObject_Repr(method.pointee.im_self) else { return nil }
    defer { Bt_DECREF_(repr) }
    let shown = name.flatMap { isStr($0) ? swiftString($0) : nil } ?? "?"
    return makeString("<bound method \(shown) of \(swiftString(repr))>")
}

private func boundMethodCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    let type = BtMethod_Type_()
    guard operation == BT_EQ || operation == BT_NE, left.type == type, right.type == type else {
        return notImplementedRef
    }
    let (first, second) = (left.as(BtMethodObject.self), right.as(BtMethodObject.self))
    var isSame = BtObject_RichCompareBool(first.pointee.im_func, second.pointee.im_func, BT_EQ)
    if isSame < 0 { return nil }
    if isSame == 1 { isSame = first.pointee.im_self == second.pointee.im_self ? 1 : 0 }
    return boolRef((isSame == 1) == (operation == BT_EQ))
}

/// Call a bound method: the object goes in front of the arguments.
func boundMethodVectorcall(_ callable: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    guard enterCall() else { return nil }
    let method = callable.as(BtMethodObject.self)
    let (function, object) = (method.pointee.im_func!, method.pointee.im_self!)
    let count = BtVectorcall_NARGS(nargsf)
    if count != nargsf, let args {
        // The caller lends the place in front of the arguments.
        let all = UnsafeMutablePointer(mutating: args - 1)
        let saved = all[0]
        all[0] = object
        let result = BtObject_Vectorcall(function, all, count + 1, kwnames)
        all[0] = saved
        return result
    }
    let total = count + (kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0)
    if total == 0 {
        var only: Ref? = object
        return BtObject_Vectorcall(function, &only, 1, nil)
    }
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: total + 1) { all in
        all.initializeElement(at: 0, to: object)
        for index in 0..<total { all.initializeElement(at: index + 1, to: args![index]) }
        return BtObject_Vectorcall(function, all.baseAddress, count + 1, kwnames)
    }
}

func setUpInstanceMethod() {
    let type = BtInstanceMethod_Type_()
    type.pointee.tp_basicsize = MemoryLayout<MethodWrapping>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC
    type.pointee.tp_dealloc = { `self` in
        deallocating(self!, exactly: self!.type) {
            BtObject_GC_UnTrack(self)
            release(self!.as(MethodWrapping.self).pointee.callable)
            freeObject(self!)
        }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        visit!(self!.as(MethodWrapping.self).pointee.callable, context)
    }
    type.pointee.tp_descr_get = { `self`, object, _ in
        let callable = self!.as(MethodWrapping.self).pointee.callable!
        guard let object else { return newReference(callable) }
        return BtMethod_New(callable, object)
    }
    type.pointee.tp_call = { `self`, args, kwargs in
        BtObject_Call(self!.as(MethodWrapping.self).pointee.callable, args, kwargs)
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_members = memberTable([
        member("__func__", BT_T_OBJECT, offset: MemoryLayout<MethodWrapping>.offset(of: \.callable)!)
    ])
}
