internal import CBaton

// staticmethod and classmethod: functions in a class that do not bind to the instance.

/// Either. Not in the public headers: nobody else reads it.
struct MethodWrapping {
    var base: BtObject
    var callable: Ref?
    var dict: Ref?
}

func setUpStaticMethod() {
    let type = BtStaticMethod_Type_()
    setUpWrapping(type, "staticmethod(function) -> method\n\nConvert a function to be a static method.")
    type.pointee.tp_descr_get = { `self`, _, _ in
        guard let callable = self!.as(MethodWrapping.self).pointee.callable else {
            return raise(BtExc_RuntimeError, "uninitialized staticmethod object")
        }
        return newReference(callable)
    }
    type.pointee.tp_call = { `self`, args, kwargs in
        guard let callable = self!.as(MethodWrapping.self).pointee.callable else {
            return raise(BtExc_RuntimeError, "uninitialized staticmethod object")
        }
        return BtObject_Call(callable, args, kwargs)
    }
}

func setUpClassMethod() {
    let type = BtClassMethod_Type_()
    setUpWrapping(type, "classmethod(function) -> method\n\nConvert a function to be a class method.")
    type.pointee.tp_descr_get = { `self`, object, type in
        guard let callable = self!.as(MethodWrapping.self).pointee.callable else {
            return raise(BtExc_RuntimeError, "uninitialized classmethod object")
        }
        return BtMethod_New(callable, type ?? object!.type.ref)
    }
}

private func setUpWrapping(_ type: TypeRef, _ doc: StaticString) {
    type.pointee.tp_basicsize = MemoryLayout<MethodWrapping>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_doc = cString(doc)
    type.pointee.tp_dictoffset = MemoryLayout<MethodWrapping>.offset(of: \.dict)!
    type.pointee.tp_dealloc = { `self` in
        // Of a derived type the deallocator has entered already.
        let isBuiltIn = !self!.type.has(BT_TPFLAGS_HEAPTYPE)
        if isBuiltIn, _bt_trash_begin(self) != 0 { return }
        BtObject_GC_UnTrack(self)
        release(exchange(&self!.as(MethodWrapping.self).pointee.callable, nil))
        release(exchange(&self!.as(MethodWrapping.self).pointee.dict, nil))
        self!.type.pointee.tp_free(self)
        if isBuiltIn { _bt_trash_end() }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        for field in [self!.as(MethodWrapping.self).pointee.callable, self!.as(MethodWrapping.self).pointee.dict] {
            guard let field else { continue }
            let result = visit!(field, context)
            if result != 0 { return result }
        }
        return 0
    }
    type.pointee.tp_clear = { `self` in
        release(exchange(&self!.as(MethodWrapping.self).pointee.callable, nil))
        release(exchange(&self!.as(MethodWrapping.self).pointee.dict, nil))
        return 0
    }
    // Set here, not inherited: readying the types before these makes static methods.
    type.pointee.tp_alloc = BtType_GenericAlloc
    type.pointee.tp_free = BtObject_GC_Del
    type.pointee.tp_new = BtType_GenericNew
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_repr = { `self` in
        guard let repr = BtObject_Repr(self!.as(MethodWrapping.self).pointee.callable ?? noneRef) else { return nil }
        defer { Bt_DECREF_(repr) }
        return makeString("<\(typeName(self!))(\(swiftString(repr)))>")
    }
    type.pointee.tp_init = { `self`, args, kwargs in
        let name = typeName(self!)
        if let kwargs, BtDict_GET_SIZE_(kwargs) != 0 {
            return raiseStatus(BtExc_TypeError, "\(name)() takes no keyword arguments")
        }
        let count = BtTuple_GET_SIZE_(args!)
        guard count == 1 else { return raiseStatus(BtExc_TypeError, "\(name) expected 1 argument, got \(count)") }
        let callable = positional(args!, 0)
        release(exchange(&self!.as(MethodWrapping.self).pointee.callable, newReference(callable)))
        return copyAttributes(of: callable, to: self!)
    }
    type.pointee.tp_members = memberTable([
        member("__func__", BT_T_OBJECT, offset: MemoryLayout<MethodWrapping>.offset(of: \.callable)!),
        member("__wrapped__", BT_T_OBJECT, offset: MemoryLayout<MethodWrapping>.offset(of: \.callable)!),
    ])
    type.pointee.tp_getset = getsetTable([
        getset("__dict__", get: { BtObject_GenericGetDict($0, $1) }) {
            BtObject_GenericSetDict($0, $1, $2)
        }
    ])
}

/// The wrapped function's name and documentation are those of the wrapper too.
private func copyAttributes(of callable: Ref, to wrapper: Ref) -> CInt {
    for name in ["__module__", "__name__", "__qualname__", "__doc__", "__annotations__"] as [StaticString] {
        let key = internedName(name)
        var value: Ref?
        if BtObject_GetOptionalAttr(callable, key, &value) < 0 { return -1 }
        guard let value else { continue }
        defer { Bt_DECREF_(value) }
        if BtObject_SetAttr(wrapper, key, value) < 0 { return -1 }
    }
    return 0
}

func makeMethodWrapping(_ type: TypeRef, _ callable: Ref) -> Ref? {
    guard let object = BtType_GenericAlloc(type, 0) else { return nil }
    object.as(MethodWrapping.self).pointee.callable = newReference(callable)
    return object
}
