internal import CBaton

// bool: a subtype of int with two objects, which stand in CShim/long.c.

func setUpBool() {
    BtBool_Type.tp_base = BtLong_Type_()
    BtBool_Type.tp_basicsize = MemoryLayout<BtLongObject>.size
    BtBool_Type.tp_itemsize = MemoryLayout<UInt>.size
    BtBool_Type.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_LONG_SUBCLASS)
    BtBool_Type.tp_doc = cString(
        """
        bool(object=False, /)
        --

        Returns True when the argument is true, False otherwise.
        """)
    BtBool_Type.tp_repr = { boolRepr($0!) }
    BtBool_Type.tp_new = { newBool($0!, $1!, $2) }
    var methods = BtNumberMethods()
    methods.nb_invert = { boolInvert($0!) }
    methods.nb_and = { boolBits($0!, $1!, .and) }
    methods.nb_or = { boolBits($0!, $1!, .or) }
    methods.nb_xor = { boolBits($0!, $1!, .xor) }
    BtBool_Type.tp_as_number = permanent(methods)
}

@inline(__always)
func isBool(_ object: Ref) -> Bool { object.type == BtBool_Type_() }

private func boolRepr(_ object: Ref) -> Ref? {
    newReference(object == trueRef ? internedName("True") : internedName("False"))
}

private func newBool(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard _BtArg_NoKeywords("bool", kwargs) != 0 else { return nil }
    let count = BtTuple_GET_SIZE_(args)
    guard _BtArg_CheckPositional("bool", count, 0, 1) != 0 else { return nil }
    guard count > 0 else { return falseRef }
    let truth = BtObject_IsTrue(BtTuple_GET_ITEM_(args, 0))
    return truth < 0 ? nil : boolRef(truth != 0)
}

/// Two bools give a bool, a bool and an int an int.
private func boolBits(_ left: Ref, _ right: Ref, _ operation: BitOperation) -> Ref? {
    guard isInt(left), isInt(right) else { return notImplementedRef }
    guard isBool(left), isBool(right) else { return longBits(left.long, right.long, operation) }
    switch operation {
    case .and: return boolRef(left == trueRef && right == trueRef)
    case .or: return boolRef(left == trueRef || right == trueRef)
    case .xor: return boolRef(left != right)
    }
}

private func boolInvert(_ object: Ref) -> Ref? {
    let status = BtErr_WarnEx(
        BtExc_DeprecationWarning,
        "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
            + "inversion of the underlying int object and is usually not what you expect from negating a bool. Use the "
            + "'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the "
            + "underlying int.", 1)
    return status < 0 ? nil : longInvert(object.long)
}
