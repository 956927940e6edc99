internal import CBaton
internal import CBaton.Host

// function: a code with its globals, defaults and closure.

/// Make a function; `globals` and `builtins` are dicts. Nil with MemoryError set.
func newFunction(_ code: CodeRef, globals: Ref, builtins: Ref) -> FunctionRef? {
    guard let function = makeObject(BtFunction_Type_(), as: BtFunctionObject.self) else { return nil }
    var module: Ref?
    _ = BtDict_GetItemRef(globals, internedName("__name__"), &module)
    Bt_INCREF_(code.ref)
    function.pointee.code = code
    function.pointee.globals = newReference(globals)
    function.pointee.builtins = newReference(builtins)
    function.pointee.name = newReference(code.pointee.name)
    function.pointee.qualified_name = newReference(code.pointee.qualified_name)
    function.pointee.documentation = code.pointee.documentation.map(newReference)
    function.pointee.module = module
    function.pointee.defaults = nil
    function.pointee.keyword_defaults = nil
    function.pointee.closure = nil
    function.pointee.annotations = nil
    function.pointee.dict = nil
    function.pointee.type_parameters = nil
    function.pointee.weakrefs = nil
    function.pointee.vectorcall = { functionVectorcall($0!, $1, $2, $3) }
    track(function.ref)
    return function
}

func setUpFunction() {
    let type = BtFunction_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtFunctionObject>.size
    type.pointee.tp_flags =
        BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_HAVE_VECTORCALL | BT_TPFLAGS_METHOD_DESCRIPTOR
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtFunctionObject>.offset(of: \.vectorcall)!
    type.pointee.tp_dictoffset = MemoryLayout<BtFunctionObject>.offset(of: \.dict)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtFunctionObject>.offset(of: \.weakrefs)!
    type.pointee.tp_new = { _, args, kwargs in functionNew(args!, kwargs) }
    type.pointee.tp_call = BtVectorcall_Call
    type.pointee.tp_dealloc = { functionDealloc($0!) }
    type.pointee.tp_traverse = { functionTraverse($0!.as(BtFunctionObject.self), $1, $2) }
    type.pointee.tp_clear = { function in
        clearLinks(function!.as(BtFunctionObject.self))
        return 0
    }
    type.pointee.tp_repr = { function in
        let name = swiftString(function!.as(BtFunctionObject.self).pointee.qualified_name)
        return makeString("<function \(name) at \(address(of: function!))>")
    }
    type.pointee.tp_descr_get = { function, object, _ in
        guard let object, !isNone(object) else { return newReference(function!) }
        return BtMethod_New(function, object)
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_setattro = BtObject_GenericSetAttr
    type.pointee.tp_getset = functionGetSets()
    type.pointee.tp_members = memberTable([
        member("__globals__", BT_T_OBJECT, offset: MemoryLayout<BtFunctionObject>.offset(of: \.globals)!),
        member("__builtins__", BT_T_OBJECT, offset: MemoryLayout<BtFunctionObject>.offset(of: \.builtins)!),
        member("__closure__", BT_T_OBJECT, offset: MemoryLayout<BtFunctionObject>.offset(of: \.closure)!),
        member("__module__", BT_T_OBJECT, offset: MemoryLayout<BtFunctionObject>.offset(of: \.module)!, flags: 0),
        member("__doc__", BT_T_OBJECT, offset: MemoryLayout<BtFunctionObject>.offset(of: \.documentation)!, flags: 0),
    ])
}

private func functionDealloc(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    if _bt_trash_begin(object) != 0 { return }
    let function = object.as(BtFunctionObject.self)
    if function.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    clearLinks(function)
    release(function.pointee.name)
    release(function.pointee.qualified_name)
    release(function.pointee.globals)
    release(function.pointee.builtins)
    if let code = function.pointee.code { Bt_DECREF_(code.ref) }
    freeObject(object)
    _bt_trash_end()
}

/// Drop what may lead back to the function. Its code and its names stay: a frame may still run it.
private func clearLinks(_ function: FunctionRef) {
    release(exchange(&function.pointee.defaults, nil))
    release(exchange(&function.pointee.keyword_defaults, nil))
    release(exchange(&function.pointee.annotations, nil))
    release(exchange(&function.pointee.closure, nil))
    release(exchange(&function.pointee.dict, nil))
    release(exchange(&function.pointee.documentation, nil))
    release(exchange(&function.pointee.module, nil))
    release(exchange(&function.pointee.type_parameters, nil))
}

private func functionTraverse(
    _ function: FunctionRef, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?
) -> CInt {
    var fields = FieldVisit(visit, context)
    fields.visit(function.pointee.globals)
    fields.visit(function.pointee.builtins)
    fields.visit(function.pointee.defaults)
    fields.visit(function.pointee.keyword_defaults)
    fields.visit(function.pointee.annotations)
    fields.visit(function.pointee.closure)
    fields.visit(function.pointee.dict)
    fields.visit(function.pointee.documentation)
    fields.visit(function.pointee.module)
    fields.visit(function.pointee.type_parameters)
    fields.visit(function.pointee.name)
    fields.visit(function.pointee.qualified_name)
    fields.visit(function.pointee.code?.ref)
    return fields.status
}
