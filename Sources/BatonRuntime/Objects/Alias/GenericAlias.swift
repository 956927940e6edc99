internal import CBaton
internal import CBaton.Host

// types.GenericAlias: `list[int]`. A record: `first` is the origin, `second` the tuple of arguments.

/// The type; made at the first use.
func genericAliasType() -> TypeRef? {
    if _bt_host_modules.generic_alias_type == nil {
        _bt_host_modules.generic_alias_type = makeNativeType("types.GenericAlias") { type in
            setUpRecord(type, doc: "Represent a PEP 585 generic type")
            type.pointee.tp_new = { aliasNew($0!, $1!, $2) }
            type.pointee.tp_repr = { makeAliasText($0!) }
            type.pointee.tp_hash = { alias in
                let (origin, arguments) = (
                    BtObject_Hash(alias!.record.pointee.first), BtObject_Hash(alias!.record.pointee.second)
                )
                return origin == -1 || arguments == -1 ? -1 : origin ^ arguments == -1 ? -2 : origin ^ arguments
            }
            type.pointee.tp_call = { aliasCall($0!, $1!, $2) }
            type.pointee.tp_getattro = { aliasAttribute($0!, $1!) }
            type.pointee.tp_richcompare = { aliasCompare($0!, $1!, $2) }
            type.pointee.tp_iter = { alias in
                guard let row = makeTuple(alias!) else { return nil }
                defer { Bt_DECREF_(row) }
                return iterator(over: row)
            }
            type.pointee.tp_as_number = permanent(BtNumberMethods.only(or: { makeUnion($0!, $1!) }))
            type.pointee.tp_members = memberTable([
                member("__origin__", BT_T_OBJECT_EX, offset: recordOffset(\.first)),
                member("__args__", BT_T_OBJECT_EX, offset: recordOffset(\.second)),
            ])
            type.pointee.tp_getset = getsetTable([getset("__parameters__", get: { _, _ in emptyTuple })])
            type.pointee.tp_methods = methodTable([
                method("__mro_entries__", BT_METH_O) { `self`, _ in makeTuple(self!.record.pointee.first) },
                method("__instancecheck__", BT_METH_O) { _, _ in
                    raise(BtExc_TypeError, "isinstance() argument 2 cannot be a parameterized generic")
                },
                method("__subclasscheck__", BT_METH_O) { _, _ in
                    raise(BtExc_TypeError, "issubclass() argument 2 cannot be a parameterized generic")
                },
                method("__reduce__", BT_METH_NOARGS) { `self`, _ in
                    guard let arguments = makeTuple(self!.record.pointee.first, self!.record.pointee.second) else {
                        return nil
                    }
                    defer { Bt_DECREF_(arguments) }
                    return makeTuple(self!.type.ref, arguments)
                },
            ])
        }
    }
    return _bt_host_modules.generic_alias_type
}

/// `origin[item]`; the items of a tuple are the arguments.
func makeGenericAlias(_ origin: Ref, _ item: Ref) -> Ref? {
    guard let type = genericAliasType(), let arguments = isTuple(item) ? newReference(item) : makeTuple(item) else {
        return nil
    }
    return iterationRecord(type, first: newReference(origin), second: arguments)
}

/// The line of `tp_methods` for types that take arguments.
var classGetItemMethod: BtMethodDef {
    method("__class_getitem__", BT_METH_O | BT_METH_CLASS, doc: "See PEP 585") { makeGenericAlias($0!, $1!) }
}

private func aliasNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords(cString("GenericAlias"), kwargs) != 0,
        _BtArg_CheckPositional(cString("GenericAlias"), BtTuple_GET_SIZE_(args), 2, 2) != 0
    else { return nil }
    return makeGenericAlias(argument(args, 0), argument(args, 1))
}

/// A type as annotations show it: its name, with its module unless that is builtins.
func annotationText(_ object: Ref) -> String {
    if object == ellipsisRef { return "..." }
    if isNone(object) || object == noneRef.type.ref { return "None" }
    guard isType(object) else { return reprText(object) }
    return typeFullName(asType(object)) ?? reprText(object)
}

private func makeAliasText(_ alias: Ref) -> Ref? {
    let arguments = alias.record.pointee.second!
    let parts = (0..<BtTuple_GET_SIZE_(arguments)).map { index -> String in
        let item: Ref = BtTuple_GET_ITEM_(arguments, index)
        guard isList(item) else { return annotationText(item) }
        let inner = (0..<BtList_GET_SIZE_(item)).map { annotationText(BtList_GET_ITEM_(item, $0)) }
        return "[\(inner.joined(separator: ", "))]"
    }
    let shown = parts.isEmpty ? "()" : parts.joined(separator: ", ")
    return makeString("\(annotationText(alias.record.pointee.first))[\(shown)]")
}

private func aliasCall(_ alias: Ref, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let object = BtObject_Call(alias.record.pointee.first, args, kwargs) else { return nil }
    if BtObject_SetAttr(object, internedName("__orig_class__"), alias) < 0 {
        if BtErr_ExceptionMatches(BtExc_AttributeError) == 0, BtErr_ExceptionMatches(BtExc_TypeError) == 0 {
            Bt_DECREF_(object)
            return nil
        }
        BtErr_Clear()
    }
    return object
}

/// What an alias has of its own; everything else is the origin's.
private let ownNames: Set<String> = [
    "__origin__", "__args__", "__parameters__", "__mro_entries__", "__reduce__", "__reduce_ex__", "__copy__",
    "__deepcopy__", "__class__", "__instancecheck__", "__subclasscheck__",
]

private func aliasAttribute(_ alias: Ref, _ name: Ref) -> Ref? {
    if isStr(name), !ownNames.contains(swiftString(name)) {
        return BtObject_GetAttr(alias.record.pointee.first, name)
    }
    return BtObject_GenericGetAttr(alias, name)
}

private func aliasCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard operation == BT_EQ || operation == BT_NE, left.type == right.type else { return notImplementedRef }
    let same = BtObject_RichCompareBool(left.record.pointee.first, right.record.pointee.first, BT_EQ)
    if same < 0 { return nil }
    guard same > 0 else { return boolRef(operation == BT_NE) }
    return BtObject_RichCompare(left.record.pointee.second, right.record.pointee.second, operation)
}
