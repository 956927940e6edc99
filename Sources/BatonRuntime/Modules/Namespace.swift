internal import CBaton
internal import CBaton.Host

// types.SimpleNamespace: an object with attributes and nothing else.

/// The type; made at the first use.
func namespaceType() -> TypeRef? {
    if _bt_host_modules.namespace_type == nil {
        _bt_host_modules.namespace_type = makeNativeType("types.SimpleNamespace") { type in
            setUpRecord(type, doc: "A simple attribute-based namespace.")
            type.pointee.tp_dictoffset = recordOffset(\.dict)
            type.pointee.tp_init = { namespaceInit($0!, $1!, $2) }
            type.pointee.tp_repr = { namespaceRepr($0!) }
            type.pointee.tp_richcompare = { namespaceCompare($0!, $1!, $2) }
            type.pointee.tp_new = { type, _, _ in newRecord(type!)?.ref }
            type.pointee.tp_getset = getsetTable([
                getset("__dict__", get: BtObject_GenericGetDict, set: BtObject_GenericSetDict)
            ])
            type.pointee.tp_methods = methodTable([
                method("__reduce__", BT_METH_NOARGS, doc: "Return state information for pickling.") { `self`, _ in
                    guard let dict = dict(of: self!), let arguments = makeTuple([]) else { return nil }
                    defer { Bt_DECREF_(arguments) }
                    return makeTuple(self!.type.ref, arguments, dict)
                }
            ])
        }
    }
    return _bt_host_modules.namespace_type
}

private func dict(of object: Ref) -> Ref? {
    if object.record.pointee.dict == nil { object.record.pointee.dict = BtDict_New() }
    return object.record.pointee.dict
}

private func namespaceInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard _BtArg_CheckPositional(cString("SimpleNamespace"), BtTuple_GET_SIZE_(args), 0, 1) != 0,
        let dict = dict(of: object)
    else { return -1 }
    if BtTuple_GET_SIZE_(args) > 0, dictUpdate(dict, argument(args, 0)) < 0 { return -1 }
    return kwargs.map { BtDict_Update(dict, $0) } ?? 0
}

private func namespaceRepr(_ object: Ref) -> Ref? {
    let isExact = object.type == _bt_host_modules.namespace_type
    let name = isExact ? "namespace" : typeShortName(object.type)
    let entered = Bt_ReprEnter(object)
    if entered != 0 { return entered < 0 ? nil : makeString("\(name)(...)") }
    defer { Bt_ReprLeave(object) }
    guard let dict = dict(of: object) else { return nil }
    var parts: [String] = []
    var position = 0
    while let (key, value) = dictItem(dict, &position) {
        guard isStr(key), TextView(key).count > 0 else { continue }
        guard let repr = BtObject_Repr(value) else { return nil }
        parts.append("\(swiftString(key))=\(swiftString(repr))")
        Bt_DECREF_(repr)
    }
    return makeString("\(name)(\(parts.joined(separator: ", ")))")
}

private func namespaceCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard let type = _bt_host_modules.namespace_type, BtObject_TypeCheck_(left, type) != 0,
        BtObject_TypeCheck_(right, type) != 0, let own = dict(of: left), let other = dict(of: right)
    else { return notImplementedRef }
    return BtObject_RichCompare(own, other, operation)
}

/// Make a namespace of names and values, whose references are taken over.
func makeNamespace(_ items: [(StaticString, Ref?)]) -> Ref? {
    guard let type = namespaceType(), let object = newRecord(type)?.ref, let dict = dict(of: object) else { return nil }
    for (name, value) in items {
        guard let value else { return nil }
        let status = BtDict_SetItem(dict, internedName(name), value)
        Bt_DECREF_(value)
        if status < 0 { return nil }
    }
    return object
}
