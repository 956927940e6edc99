internal import CBaton

// builtin_function_or_method and builtin_method: lines of method tables as objects.

func setUpBuiltinFunction() {
    let type = BtCFunction_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCFunctionObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtCFunctionObject>.offset(of: \.vectorcall)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtCFunctionObject>.offset(of: \.m_weakreflist)!
    type.pointee.tp_call = BtVectorcall_Call
    type.pointee.tp_dealloc = { builtinFunctionDealloc($0!) }
    type.pointee.tp_traverse = { `self`, visit, context in
        let function = self!.as(BtCFunctionObject.self)
        for field in [function.pointee.m_self, function.pointee.m_module] {
            guard let field else { continue }
            let result = visit!(field, context)
            if result != 0 { return result }
        }
        return 0
    }
    type.pointee.tp_repr = { builtinFunctionRepr($0!) }
    type.pointee.tp_hash = { `self` in
        let function = self!.as(BtCFunctionObject.self)
        // SAFETY: because the function's address is only hashed.
        let code = slotPointer(function.pointee.m_ml.pointee.ml_meth!)
        let hash = Bt_HashPointer(function.pointee.m_self) ^ Bt_HashPointer(code)
        return hash == -1 ? -2 : hash
    }
    type.pointee.tp_richcompare = { left, right, operation in
        guard operation == BT_EQ || operation == BT_NE, right!.type == left!.type else { return notImplementedRef }
        let (first, second) = (left!.as(BtCFunctionObject.self), right!.as(BtCFunctionObject.self))
        let isSame =
            first.pointee.m_self == second.pointee.m_self
            && slotPointer(first.pointee.m_ml.pointee.ml_meth!) == slotPointer(second.pointee.m_ml.pointee.ml_meth!)
        return boolRef(isSame == (operation == BT_EQ))
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_members = memberTable([
        member("__module__", BT_T_OBJECT, offset: MemoryLayout<BtCFunctionObject>.offset(of: \.m_module)!, flags: 0)
    ])
    type.pointee.tp_getset = getsetTable([
        getset(
            "__doc__", get: { `self`, _ in docObject(self!.as(BtCFunctionObject.self).pointee.m_ml.pointee.ml_doc) }),
        getset(
            "__name__",
            get: { `self`, _ in BtUnicode_FromString(self!.as(BtCFunctionObject.self).pointee.m_ml.pointee.ml_name) }),
        getset("__qualname__", get: { `self`, _ in builtinFunctionQualifiedName(self!) }),
        getset("__self__", get: { `self`, _ in newReference(BtCFunction_GET_SELF_(self) ?? noneRef) }),
        getset(
            "__text_signature__",
            get: { `self`, _ in signatureObject(self!.as(BtCFunctionObject.self).pointee.m_ml.pointee.ml_doc) }),
    ])
}

func setUpBuiltinMethod() {
    let type = BtCMethod_Type_()
    type.pointee.tp_base = BtCFunction_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCMethodObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtCFunctionObject>.offset(of: \.vectorcall)!
    type.pointee.tp_call = BtVectorcall_Call
    type.pointee.tp_traverse = { `self`, visit, context in
        let method = self!.as(BtCMethodObject.self)
        for field in [method.pointee.func.m_self, method.pointee.func.m_module, method.pointee.mm_class?.ref] {
            guard let field else { continue }
            let result = visit!(field, context)
            if result != 0 { return result }
        }
        return 0
    }
}

private func builtinFunctionDealloc(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    if _bt_trash_begin(object) != 0 { return }
    let function = object.as(BtCFunctionObject.self)
    if function.pointee.m_weakreflist != nil { BtObject_ClearWeakRefs(object) }
    if object.type == BtCMethod_Type_(), let owner = object.as(BtCMethodObject.self).pointee.mm_class {
        Bt_DECREF_(owner.ref)
    }
    release(function.pointee.m_self)
    release(function.pointee.m_module)
    freeObject(object)
    _bt_trash_end()
}

private func builtinFunctionRepr(_ object: Ref) -> Ref? {
    let function = object.as(BtCFunctionObject.self)
    let name = String(cString: function.pointee.m_ml.pointee.ml_name)
    guard let owner = function.pointee.m_self, !isModule(owner) else {
        return makeString("<built-in function \(name)>")
    }
    return makeString("<built-in method \(name) of \(typeName(owner)) object at \(address(of: owner))>")
}

private func builtinFunctionQualifiedName(_ object: Ref) -> Ref? {
    let function = object.as(BtCFunctionObject.self)
    let name = function.pointee.m_ml.pointee.ml_name!
    guard let owner = function.pointee.m_self, !isModule(owner) else { return BtUnicode_FromString(name) }
    let type = isType(owner) ? asType(owner) : owner.type
    guard let prefix = typeQualifiedName(type) else { return nil }
    defer { Bt_DECREF_(prefix) }
    return makeString("\(swiftString(prefix)).\(String(cString: name))")
}

/// Make a function object; nil: an exception is set.
func makeBuiltinFunction(
    _ method: UnsafeMutablePointer<BtMethodDef>, _ object: Ref?, _ module: Ref?, _ owner: TypeRef?
) -> Ref? {
    guard let call = functionVectorcall(method) else { return nil }
    let isMethod = method.pointee.ml_flags & BT_METH_METHOD != 0
    if isMethod != (owner != nil) {
        return raise(
            BtExc_SystemError,
            isMethod
                ? "attempting to create PyCMethod with a METH_METHOD flag but no class"
                : "attempting to create PyCFunction with class but no METH_METHOD flag")
    }
    let function: UnsafeMutablePointer<BtCFunctionObject>
    if let owner {
        guard let made = makeObject(BtCMethod_Type_(), as: BtCMethodObject.self) else { return nil }
        Bt_INCREF_(owner.ref)
        made.pointee.mm_class = owner
        function = made.ref.as(BtCFunctionObject.self)
    } else {
        guard let made = makeObject(BtCFunction_Type_(), as: BtCFunctionObject.self) else { return nil }
        function = made
    }
    function.pointee.m_ml = method
    Bt_XINCREF_(object)
    function.pointee.m_self = object
    Bt_XINCREF_(module)
    function.pointee.m_module = module
    function.pointee.m_weakreflist = nil
    function.pointee.vectorcall = call
    BtObject_GC_Track(function)
    return function.ref
}
