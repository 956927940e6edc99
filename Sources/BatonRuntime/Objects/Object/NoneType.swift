internal import CBaton

// The types of None, NotImplemented and Ellipsis.

func setUpNone() {
    let type = _bt_none_type_()
    setUpSingleton(type)
    type.pointee.tp_repr = { _ in makeString("None") }
    type.pointee.tp_hash = { _ in 0xFCA8_6420 }
    type.pointee.tp_as_number = permanent(BtNumberMethods())
    type.pointee.tp_as_number.pointee.nb_bool = { _ in 0 }
    type.pointee.tp_new = { _, args, kwargs in
        guard noArguments(args!, kwargs) else { return raise(BtExc_TypeError, "NoneType takes no arguments") }
        return noneRef
    }
}

func setUpNotImplemented() {
    let type = _bt_not_implemented_type_()
    setUpSingleton(type)
    type.pointee.tp_repr = { _ in makeString("NotImplemented") }
    type.pointee.tp_new = { _, args, kwargs in
        guard noArguments(args!, kwargs) else { return raise(BtExc_TypeError, "NotImplementedType takes no arguments") }
        return notImplementedRef
    }
    var numbers = BtNumberMethods()
    numbers.nb_bool = { _ in
        let status = BtErr_WarnEx(
            BtExc_DeprecationWarning, "NotImplemented should not be used in a boolean context", 1)
        return status < 0 ? -1 : 1
    }
    type.pointee.tp_as_number = permanent(numbers)
}

func setUpEllipsis() {
    let type = _bt_ellipsis_type_()
    setUpSingleton(type)
    type.pointee.tp_repr = { _ in makeString("Ellipsis") }
    type.pointee.tp_new = { _, args, kwargs in
        guard noArguments(args!, kwargs) else { return raise(BtExc_TypeError, "EllipsisType takes no arguments") }
        return ellipsisRef
    }
}

private func setUpSingleton(_ type: TypeRef) {
    type.pointee.tp_basicsize = MemoryLayout<BtObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT
    // A singleton is immortal; a dealloc would be a broken count, which must not free it.
    type.pointee.tp_dealloc = { _bt_make_immortal($0) }
}

private func noArguments(_ args: Ref, _ kwargs: Ref?) -> Bool {
    BtTuple_GET_SIZE_(args) == 0 && kwargs.map { BtDict_GET_SIZE_($0) == 0 } ?? true
}
