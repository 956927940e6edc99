internal import CBaton

// __abstractmethods__ of classes: those that have some have no instances.

/// What was set for this class itself.
func typeAbstractMethods(_ type: TypeRef) -> Ref? {
    var names: Ref?
    if type != BtType_Type_(), let dict = type.pointee.tp_dict,
        BtDict_GetItemRef(dict, internedName("__abstractmethods__"), &names) < 0
    {
        return nil
    }
    return names ?? raise(BtExc_AttributeError, "__abstractmethods__")
}

/// Set the names, or delete them where `value` is nil.
func typeSetAbstractMethods(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard let dict = type.pointee.tp_dict else { return -1 }
    let name = internedName("__abstractmethods__")
    var isAbstract: CInt = 0
    if let value {
        isAbstract = BtObject_IsTrue(value)
        guard isAbstract >= 0, BtDict_SetItem(dict, name, value) >= 0 else { return -1 }
    } else if BtDict_DelItem(dict, name) < 0 {
        if BtErr_ExceptionMatches(BtExc_KeyError) != 0 {
            return raiseStatus(BtExc_AttributeError, "__abstractmethods__")
        }
        return -1
    }
    typeModified(type)
    if isAbstract != 0 {
        type.pointee.tp_flags |= UInt(BT_TPFLAGS_IS_ABSTRACT)
    } else {
        type.pointee.tp_flags &= ~UInt(BT_TPFLAGS_IS_ABSTRACT)
    }
    return 0
}
