internal import CBaton
internal import CBaton.Host

// The types of ctypes' types, and the types that scripts derive from.

/// Make all of them. False with an exception set.
func makeForeignTypes() -> Bool {
    guard
        let meta = makeMetatype(
            "_ctypes.CType_Type", base: BtType_Type_(),
            { type in
                type.pointee.tp_methods = methodTable(foreignTypeMethods)
                type.pointee.tp_as_sequence = permanent(foreignTypeSequence())
            })
    else { return false }
    _bt_foreign.meta = meta
    _bt_foreign.simple_meta = makeMetatype("_ctypes.PyCSimpleType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in simpleTypeInit(asType(self!)) }
    }
    _bt_foreign.array_meta = makeMetatype("_ctypes.PyCArrayType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in arrayTypeInit(asType(self!)) }
    }
    _bt_foreign.pointer_meta = makeMetatype("_ctypes.PyCPointerType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in pointerTypeInit(asType(self!)) }
        type.pointee.tp_methods = methodTable([
            method("set_type", BT_METH_O) { `self`, item in setPointedType(asType(self!), item!) }
        ])
    }
    _bt_foreign.structure_meta = makeMetatype("_ctypes.PyCStructType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in aggregateTypeInit(asType(self!), kind: BT_FOREIGN_STRUCTURE) }
        type.pointee.tp_setattro = { aggregateTypeSetAttribute(asType($0!), $1!, $2) }
    }
    _bt_foreign.union_meta = makeMetatype("_ctypes.UnionType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in aggregateTypeInit(asType(self!), kind: BT_FOREIGN_UNION) }
        type.pointee.tp_setattro = { aggregateTypeSetAttribute(asType($0!), $1!, $2) }
    }
    _bt_foreign.function_meta = makeMetatype("_ctypes.PyCFuncPtrType", base: meta) { type in
        type.pointee.tp_init = { `self`, _, _ in functionTypeInit(asType(self!)) }
    }
    guard !errorOccurred() else { return false }
    _bt_foreign.data = makeBaseType("_ctypes._CData", meta, base: nil, setUpForeignData)
    _bt_foreign.simple = makeBaseType("_ctypes._SimpleCData", _bt_foreign.simple_meta, setUpSimple)
    _bt_foreign.array = makeBaseType("_ctypes.Array", _bt_foreign.array_meta, setUpArray)
    _bt_foreign.pointer = makeBaseType("_ctypes._Pointer", _bt_foreign.pointer_meta, setUpPointer)
    _bt_foreign.structure = makeBaseType("_ctypes.Structure", _bt_foreign.structure_meta, setUpAggregate)
    _bt_foreign.union_ = makeBaseType("_ctypes.Union", _bt_foreign.union_meta, setUpAggregate)
    _bt_foreign.function = makeBaseType("_ctypes.CFuncPtr", _bt_foreign.function_meta, setUpForeignFunction)
    _bt_foreign.argument = makeNativeType("_ctypes.CArgObject", setUpForeignArgument)
    _bt_foreign.field = makeNativeType("_ctypes.CField", setUpForeignField)
    return !errorOccurred()
}

private func makeMetatype(_ name: StaticString, base: TypeRef, _ fill: (TypeRef) -> Void) -> TypeRef? {
    makeNativeType(name, base: base) { type in
        type.pointee.tp_basicsize = MemoryLayout<BtForeignTypeObject_>.size
        type.pointee.tp_itemsize = BtType_Type_().pointee.tp_itemsize
        type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_TYPE_SUBCLASS
        type.pointee.tp_dealloc = { deallocForeignType($0!) }
        type.pointee.tp_traverse = { traverseForeignType($0!, $1, $2) }
        type.pointee.tp_clear = { BtType_Type_().pointee.tp_clear($0) }
        type.pointee.tp_free = BtObject_GC_Del
        type.pointee.tp_is_gc = BtType_Type_().pointee.tp_is_gc
        fill(type)
    }
}

/// A type that lives for ever and has a metatype of its own, derived from `_CData` if nothing else is said.
private func makeBaseType(
    _ name: StaticString, _ meta: TypeRef, _ fill: (TypeRef) -> Void
) -> TypeRef? { makeBaseType(name, meta, base: _bt_foreign.data, fill) }

private func makeBaseType(
    _ name: StaticString, _ meta: TypeRef, base: TypeRef?, _ fill: (TypeRef) -> Void
) -> TypeRef? {
    let type = permanent(BtForeignTypeObject_()).ref.as(BtTypeObject.self)
    type.ref.pointee.ob_owner = UInt16(BT_OWNER_IMMORTAL)
    type.ref.pointee.ob_type = meta
    type.pointee.tp_name = cString(name)
    type.pointee.tp_base = base
    type.pointee.tp_basicsize = MemoryLayout<BtForeignObject_>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_dealloc = { deallocForeign($0!) }
    type.pointee.tp_traverse = { traverseForeign($0!, $1, $2) }
    type.pointee.tp_clear = { clearForeign($0!) }
    fill(type)
    return readyType(type) == 0 ? type : nil
}

private func deallocForeignType(_ object: Ref) {
    let place = object.as(BtForeignTypeObject_.self)
    let layout = place.pointee.layout
    place.pointee.layout = nil
    if let layout { freeLayout(layout) }
    BtType_Type_().pointee.tp_dealloc(object)
}

private func traverseForeignType(_ object: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    if let layout = object.as(BtForeignTypeObject_.self).pointee.layout {
        var fields = FieldVisit(visit, context)
        fields.visit(layout.pointee.item)
        fields.visit(layout.pointee.arguments)
        fields.visit(layout.pointee.result)
        if fields.status != 0 { return fields.status }
    }
    return BtType_Type_().pointee.tp_traverse(object, visit, context)
}

private func foreignTypeSequence() -> BtSequenceMethods {
    var table = BtSequenceMethods()
    table.sq_repeat = { makeArrayType(of: $0!, $1) }
    return table
}

private var foreignTypeMethods: [BtMethodDef] {
    [
        method("from_param", BT_METH_O, doc: "Convert a Python object into a function call parameter.") { type, value in
            fromParameter(asType(type!), value!)
        },
        method("from_address", BT_METH_O, doc: "C.from_address(integer) -> C instance") { type, value in
            fromAddress(asType(type!), value!)
        },
        fastMethod("from_buffer", doc: "C.from_buffer(object, offset=0, /) -> C instance") { type, args, count in
            fromBuffer(asType(type!), args, count)
        },
        fastMethod("from_buffer_copy", doc: "C.from_buffer_copy(object, offset=0, /) -> C instance") {
            type, args, count in
            fromBufferCopy(asType(type!), args, count)
        },
        fastMethod("in_dll", doc: "C.in_dll(dll, name) -> C instance") { type, args, count in
            inLibrary(asType(type!), args, count)
        },
    ]
}

/// The name of the module whose code runs, for types that are made without a class statement; nil: none.
func runningModuleName() -> Ref? {
    guard let frame = _bt_current_thread().pointee.state.flatMap({ $0.frame }),
        let globals = frame.pointee.function?.pointee.globals
    else { return nil }
    return BtDict_GetItemWithError(globals, internedName("__name__"))
}

/// Make a type by calling a metatype with a name, a base and attributes, whose references are taken over.
func makeForeignType(_ meta: TypeRef, _ name: String, base: TypeRef, _ attributes: [(StaticString, Ref?)]) -> Ref? {
    guard let dict = BtDict_New() else { return nil }
    defer { Bt_DECREF_(dict) }
    for (key, value) in attributes where setAndRelease(dict, internedName(key), value) < 0 { return nil }
    if let module = runningModuleName(), BtDict_SetItem(dict, internedName("__module__"), module) < 0 { return nil }
    guard !errorOccurred(), let arguments = tuple(taking: makeString(name), makeTypeTuple([base]), newReference(dict))
    else { return nil }
    defer { Bt_DECREF_(arguments) }
    return BtObject_Call(meta.ref, arguments, nil)
}
