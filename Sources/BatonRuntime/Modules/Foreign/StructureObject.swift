internal import CBaton
internal import CBaton.Host

// Structure and Union: values with named fields.

func setUpAggregate(_ type: TypeRef) {
    type.pointee.tp_doc = cString("Structure base class")
    type.pointee.tp_new = { type, _, _ in newForeign(type!)?.ref }
    type.pointee.tp_init = { aggregateInit($0!, $1!, $2) }
}

private func aggregateInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    let given = BtTuple_GET_SIZE_(args)
    if given > 0 {
        guard let taken = setPositional(object, object.type, args, kwargs, from: 0) else { return -1 }
        guard taken >= given else { return raiseStatus(BtExc_TypeError, "too many initializers") }
    }
    guard let kwargs else { return 0 }
    var position = 0
    while let (name, value) = dictItem(kwargs, &position) {
        if BtObject_SetAttr(object, name, value) < 0 { return -1 }
    }
    return 0
}

/// Give the fields of a type, those of its bases first, the arguments in order. How many were taken so far; nil with an
/// exception set.
private func setPositional(_ object: Ref, _ type: TypeRef, _ args: Ref, _ kwargs: Ref?, from first: Int) -> Int? {
    var index = first
    if let base = type.pointee.tp_base, isForeignType(base.ref), ownLayout(base) != nil {
        guard let next = setPositional(object, base, args, kwargs, from: index) else { return nil }
        index = next
    }
    guard let fields = BtDict_GetItemWithError(type.pointee.tp_dict, internedName("_fields_")) else {
        return errorOccurred() ? nil : index
    }
    let held = newReference(fields)
    defer { Bt_DECREF_(held) }
    let count = BtSequence_Size(held)
    if count < 0 { return nil }
    for field in 0..<count where index < BtTuple_GET_SIZE_(args) {
        guard let pair = BtSequence_GetItem(held, field) else { return nil }
        defer { Bt_DECREF_(pair) }
        guard let name = BtSequence_GetItem(pair, 0) else { return nil }
        defer { Bt_DECREF_(name) }
        if let kwargs {
            let isTwice = BtDict_Contains(kwargs, name)
            if isTwice < 0 { return nil }
            if isTwice > 0 {
                return raise(BtExc_TypeError, "duplicate values for field \(reprText(name))")
            }
        }
        if BtObject_SetAttr(object, name, argument(args, index)) < 0 { return nil }
        index += 1
    }
    return index
}
