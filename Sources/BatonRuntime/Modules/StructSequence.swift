internal import CBaton
internal import CBaton.Host

// Tuples whose items have names: sys.version_info, time.struct_time.

/// Make a type of them: "module.name" and the names of the items, in order.
func makeStructSequence(_ name: StaticString, doc: StaticString, _ fields: [StaticString]) -> TypeRef? {
    let type = makeNativeType(name, base: BtTuple_Type_()) { type in
        type.pointee.tp_basicsize = BtTuple_Type_().pointee.tp_basicsize
        type.pointee.tp_itemsize = BtTuple_Type_().pointee.tp_itemsize
        type.pointee.tp_doc = cString(doc)
        type.pointee.tp_new = { type, args, kwargs in structSequenceNew(type!, args!, kwargs) }
        type.pointee.tp_repr = { structSequenceRepr($0!) }
        type.pointee.tp_getset = getsetTable(
            fields.enumerated().map { index, field in
                getset(
                    field, closure: UnsafeMutableRawPointer(bitPattern: index + 1),
                    get: { `self`, place in
                        newReference(BtTuple_GET_ITEM_(self!, Int(bitPattern: place) - 1))
                    })
            })
        type.pointee.tp_methods = methodTable([
            method("__reduce__", BT_METH_NOARGS) { `self`, _ in
                guard let plain = tupleOfItems(self!) else { return nil }
                defer { Bt_DECREF_(plain) }
                guard let arguments = makeTuple(plain) else { return nil }
                defer { Bt_DECREF_(arguments) }
                return makeTuple(self!.type.ref, arguments)
            }
        ])
    }
    guard let type, let dict = type.pointee.tp_dict, let count = makeInt(fields.count) else { return nil }
    for key in ["n_fields", "n_sequence_fields"] as [StaticString]
    where BtDict_SetItem(dict, internedName(key), count) < 0 { return nil }
    guard let zero = makeInt(0), BtDict_SetItem(dict, internedName("n_unnamed_fields"), zero) >= 0,
        let names = newTuple(fields.count)
    else { return nil }
    for (index, field) in fields.enumerated() { BtTuple_SET_ITEM_(names, index, internedName(field)) }
    defer { Bt_DECREF_(names) }
    return BtDict_SetItem(dict, internedName("__match_args__"), names) < 0 ? nil : type
}

/// Make one of these tuples; the references are taken over. Nil if one of them is nil.
func structSequence(_ type: TypeRef?, taking items: [Ref?]) -> Ref? {
    defer { for item in items { release(item) } }
    guard let type, items.allSatisfy({ $0 != nil }), let row = type.pointee.tp_alloc(type, items.count) else {
        return nil
    }
    for (index, item) in items.enumerated() { BtTuple_SET_ITEM_(row, index, newReference(item!)) }
    return row
}

private func tupleOfItems(_ row: Ref) -> Ref? {
    makeTuple(UnsafePointer(_bt_tuple_items(row)), count: BtTuple_GET_SIZE_(row))
}

private func structSequenceNew(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard BtTuple_GET_SIZE_(args) >= 1, let items = tupleOf(argument(args, 0)) else {
        return errorOccurred()
            ? nil : raise(BtExc_TypeError, "\(typeShortName(type))() missing required argument 'sequence' (pos 1)")
    }
    defer { Bt_DECREF_(items) }
    guard let dict = type.pointee.tp_dict, let count = BtDict_GetItemWithError(dict, internedName("n_fields")),
        let expected = fitting(count)
    else { return nil }
    guard BtTuple_GET_SIZE_(items) == expected else {
        return raise(
            BtExc_TypeError,
            "\(typeName(of: type))() takes a \(expected)-sequence (\(BtTuple_GET_SIZE_(items))-sequence given)")
    }
    return structSequence(
        type, taking: (0..<expected).map { newReference(BtTuple_GET_ITEM_(items, $0)) })
}

private func structSequenceRepr(_ row: Ref) -> Ref? {
    var parts: [String] = []
    let fields = row.type.pointee.tp_getset!
    for index in 0..<BtTuple_GET_SIZE_(row) {
        parts.append("\(String(cString: fields[index].name))=\(reprText(BtTuple_GET_ITEM_(row, index)))")
    }
    return makeString("\(typeName(row))(\(parts.joined(separator: ", ")))")
}
