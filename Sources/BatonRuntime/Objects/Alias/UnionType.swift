internal import CBaton
internal import CBaton.Host

// types.UnionType: `int | str`. A record: `first` is the tuple of members.

/// The type; made at the first use.
func unionType() -> TypeRef? {
    if _bt_host_modules.union_type == nil {
        _bt_host_modules.union_type = makeNativeType("types.UnionType") { type in
            setUpRecord(type, doc: "Represent a PEP 604 union type", isBase: false)
            type.pointee.tp_flags |= BT_TPFLAGS_DISALLOW_INSTANTIATION
            type.pointee.tp_repr = { union in
                let members = union!.record.pointee.first!
                let parts = (0..<BtTuple_GET_SIZE_(members)).map { annotationText(BtTuple_GET_ITEM_(members, $0)) }
                return makeString(parts.joined(separator: " | "))
            }
            type.pointee.tp_hash = { union in
                guard let set = frozenSet(of: union!.record.pointee.first) else { return -1 }
                defer { Bt_DECREF_(set) }
                return BtObject_Hash(set)
            }
            type.pointee.tp_richcompare = { unionCompare($0!, $1!, $2) }
            type.pointee.tp_as_number = permanent(BtNumberMethods.only(or: { makeUnion($0!, $1!) }))
            type.pointee.tp_members = memberTable([
                member("__args__", BT_T_OBJECT_EX, offset: recordOffset(\.first))
            ])
            type.pointee.tp_getset = getsetTable([getset("__parameters__", get: { _, _ in emptyTuple })])
            type.pointee.tp_methods = methodTable([
                method("__instancecheck__", BT_METH_O) { check($0!, $1!, BtObject_IsInstance) },
                method("__subclasscheck__", BT_METH_O) { check($0!, $1!, BtObject_IsSubclass) },
            ])
        }
    }
    return _bt_host_modules.union_type
}

private func isMember(_ object: Ref) -> Bool {
    isNone(object) || isType(object) || object.type == _bt_host_modules.generic_alias_type
        || object.type == _bt_host_modules.union_type
}

/// `left | right` of types; NotImplemented for anything else.
func makeUnion(_ left: Ref, _ right: Ref) -> Ref? {
    guard isMember(left), isMember(right), let type = unionType() else {
        return errorOccurred() ? nil : notImplementedRef
    }
    var members: [Ref] = []
    func add(_ object: Ref) -> Bool {
        if object.type == type {
            let row = object.record.pointee.first!
            return (0..<BtTuple_GET_SIZE_(row)).allSatisfy { add(BtTuple_GET_ITEM_(row, $0)) }
        }
        // None stands for its type.
        let member = isNone(object) ? object.type.ref : object
        for known in members {
            let same = BtObject_RichCompareBool(known, member, BT_EQ)
            if same < 0 { return false }
            if same > 0 { return true }
        }
        members.append(member)
        return true
    }
    if left.type == type {
        // Its members differ from each other.
        let row = left.record.pointee.first!
        members = (0..<BtTuple_GET_SIZE_(row)).map { BtTuple_GET_ITEM_(row, $0) }
    } else if !add(left) {
        return nil
    }
    guard add(right) else { return nil }
    if members.count == 1 { return newReference(members[0]) }
    guard let row = makeTuple(members) else { return nil }
    return iterationRecord(type, first: row)
}

/// isinstance or issubclass for any of the members.
private func check(_ union: Ref, _ object: Ref, _ test: (Ref?, Ref?) -> CInt) -> Ref? {
    let members = union.record.pointee.first!
    for index in 0..<BtTuple_GET_SIZE_(members) {
        let member: Ref = BtTuple_GET_ITEM_(members, index)
        guard isType(member) else {
            return raise(BtExc_TypeError, "isinstance() argument 2 cannot be a parameterized generic")
        }
        let answer = test(object, member)
        if answer != 0 { return answer < 0 ? nil : trueRef }
    }
    return falseRef
}

private func unionCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    guard operation == BT_EQ || operation == BT_NE, left.type == right.type else { return notImplementedRef }
    guard let own = frozenSet(of: left.record.pointee.first) else { return nil }
    defer { Bt_DECREF_(own) }
    guard let other = frozenSet(of: right.record.pointee.first) else { return nil }
    defer { Bt_DECREF_(other) }
    return BtObject_RichCompare(own, other, operation)
}
