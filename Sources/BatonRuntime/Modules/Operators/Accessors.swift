internal import CBaton
internal import CBaton.Host

// itemgetter, attrgetter and methodcaller. `first` is the tuple of items, of dotted names (each a tuple of names), or of the
// method's positional arguments; `second` the method's name, `third` its keyword arguments.

func addAccessors(_ module: Ref) -> Bool {
    add(module, makeItemGetter()) && add(module, makeAttributeGetter()) && add(module, makeMethodCaller())
}

private func accessor(_ name: StaticString, doc: StaticString, new: @escaping newfunc, call: @escaping ternaryfunc)
    -> TypeRef?
{
    makeNativeType(name) { type in
        setUpRecord(type, doc: doc, isBase: false)
        type.pointee.tp_new = new
        type.pointee.tp_call = call
        type.pointee.tp_repr = { accessorRepr($0!) }
    }
}

private func onlyArgument(_ name: StaticString, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords(cString(name), kwargs) != 0,
        _BtArg_CheckPositional(cString(name), BtTuple_GET_SIZE_(args), 1, 1) != 0
    else { return nil }
    return argument(args, 0)
}

/// One result, or a tuple of several.
private func results(_ wanted: Ref, _ get: (Ref) -> Ref?) -> Ref? {
    let count = BtTuple_GET_SIZE_(wanted)
    if count == 1 { return get(BtTuple_GET_ITEM_(wanted, 0)) }
    guard let row = newTuple(count) else { return nil }
    for index in 0..<count {
        guard let value = get(BtTuple_GET_ITEM_(wanted, index)) else {
            Bt_DECREF_(row)
            return nil
        }
        BtTuple_SET_ITEM_(row, index, value)
    }
    return row
}

private func makeItemGetter() -> TypeRef? {
    accessor(
        "operator.itemgetter", doc: "Return a callable object that fetches the given item(s) from its operand.",
        new: { type, args, kwargs in
            guard _BtArg_NoKeywords(cString("itemgetter"), kwargs) != 0 else { return nil }
            guard BtTuple_GET_SIZE_(args!) > 0 else {
                return raise(BtExc_TypeError, "itemgetter expected 1 argument, got 0")
            }
            return iterationRecord(type!, first: newReference(args!))
        },
        call: { `self`, args, kwargs in
            guard let object = onlyArgument("itemgetter", args!, kwargs) else { return nil }
            return results(self!.record.pointee.first) { BtObject_GetItem(object, $0) }
        })
}

private func makeAttributeGetter() -> TypeRef? {
    accessor(
        "operator.attrgetter", doc: "Return a callable object that fetches the given attribute(s) from its operand.",
        new: { type, args, kwargs in
            guard _BtArg_NoKeywords(cString("attrgetter"), kwargs) != 0 else { return nil }
            let count = BtTuple_GET_SIZE_(args!)
            guard count > 0 else { return raise(BtExc_TypeError, "attrgetter expected 1 argument, got 0") }
            guard let paths = newTuple(count) else { return nil }
            for index in 0..<count {
                let name = argument(args!, index)
                guard isStr(name), let parts = splitText(name, internedName("."), -1) else {
                    Bt_DECREF_(paths)
                    return errorOccurred() ? nil : raise(BtExc_TypeError, "attribute name must be a string")
                }
                BtTuple_SET_ITEM_(paths, index, listAsTuple(parts))
                Bt_DECREF_(parts)
            }
            return iterationRecord(type!, first: paths, second: newReference(args!))
        },
        call: { `self`, args, kwargs in
            guard let object = onlyArgument("attrgetter", args!, kwargs) else { return nil }
            return results(self!.record.pointee.first) { path in
                var current = newReference(object)
                for index in 0..<BtTuple_GET_SIZE_(path) {
                    let next = BtObject_GetAttr(current, BtTuple_GET_ITEM_(path, index))
                    Bt_DECREF_(current)
                    guard let next else { return nil }
                    current = next
                }
                return current
            }
        })
}

private func makeMethodCaller() -> TypeRef? {
    accessor(
        "operator.methodcaller", doc: "Return a callable object that calls the given method on its operand.",
        new: { type, args, kwargs in
            let count = BtTuple_GET_SIZE_(args!)
            guard count > 0 else {
                return raise(BtExc_TypeError, "methodcaller needs at least one argument, the method name")
            }
            guard isStr(argument(args!, 0)) else { return raise(BtExc_TypeError, "method name must be a string") }
            guard let rest = tupleSlice(args!, 1, count) else { return nil }
            return iterationRecord(
                type!, first: rest, second: newReference(argument(args!, 0)), third: kwargs.flatMap { BtDict_Copy($0) })
        },
        call: { `self`, args, kwargs in
            guard let object = onlyArgument("methodcaller", args!, kwargs) else { return nil }
            let fields = self!.record.pointee
            guard let method = BtObject_GetAttr(object, fields.second) else { return nil }
            defer { Bt_DECREF_(method) }
            return BtObject_Call(method, fields.first, fields.third)
        })
}

private func accessorRepr(_ object: Ref) -> Ref? {
    let fields = object.record.pointee
    let name = typeName(object)
    var parts: [String] = []
    if name == "operator.methodcaller" { parts.append(reprText(fields.second)) }
    let shown = name == "operator.attrgetter" ? fields.second! : fields.first!
    for index in 0..<BtTuple_GET_SIZE_(shown) { parts.append(reprText(BtTuple_GET_ITEM_(shown, index))) }
    if let keywords = fields.third {
        var position = 0
        while let (key, value) = dictItem(keywords, &position) { parts.append("\(strText(key))=\(reprText(value))") }
    }
    return makeString("\(name)(\(parts.joined(separator: ", ")))")
}
