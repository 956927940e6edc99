internal import CBaton

// Proxies: what is done with one is done with the object behind it. weakref.ProxyType, and weakref.CallableProxyType for
// objects that can be called.

func setUpWeakProxies() {
    setUpProxy(_BtWeakref_ProxyType_())
    let callable = _BtWeakref_CallableProxyType_()
    setUpProxy(callable)
    callable.pointee.tp_call = { proxy, args, kwargs in forward(proxy) { BtObject_Call($0, args, kwargs) } }
}

private func setUpProxy(_ type: TypeRef) {
    type.pointee.tp_basicsize = MemoryLayout<BtWeakReference>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC
    setUpEnding(type)
    type.pointee.tp_repr = { weakRepr($0!, kind: "weakproxy") }
    type.pointee.tp_str = { forward($0) { BtObject_Str($0) } }
    type.pointee.tp_hash = BtObject_HashNotImplemented
    type.pointee.tp_getattro = { proxy, name in forward(proxy) { BtObject_GetAttr($0, name) } }
    type.pointee.tp_setattro = { proxy, name, value in
        forwardStatus(proxy) { BtObject_SetAttr($0, name, value) }
    }
    type.pointee.tp_richcompare = { left, right, operation in
        forward(left, right) { BtObject_RichCompare($0, $1, operation) }
    }
    type.pointee.tp_iter = { forward($0) { BtObject_GetIter($0) } }
    type.pointee.tp_iternext = { forward($0, nextOfProxied) }
    type.pointee.tp_as_number = permanent(proxyNumbers())
    type.pointee.tp_as_sequence = permanent(
        BtSequenceMethods.only(
            length: { forwardStatus($0) { BtObject_Size($0) } },
            contains: { proxy, item in forwardStatus(proxy) { BtSequence_Contains($0, item) } }))
    type.pointee.tp_as_mapping = permanent(
        BtMappingMethods(
            mp_length: { forwardStatus($0) { BtObject_Size($0) } },
            mp_subscript: { proxy, key in forward(proxy, key) { BtObject_GetItem($0, $1) } },
            mp_ass_subscript: { proxy, key, value in
                forwardStatus(proxy) { object in
                    value == nil ? BtObject_DelItem(object, key) : BtObject_SetItem(object, key, value)
                }
            }))
    type.pointee.tp_methods = methodTable([
        method("__bytes__", BT_METH_NOARGS) { proxy, _ in forward(proxy) { callNamed($0, "__bytes__") } },
        method("__reversed__", BT_METH_NOARGS) { proxy, _ in forward(proxy) { callNamed($0, "__reversed__") } },
    ])
}

private func proxyNumbers() -> BtNumberMethods {
    var table = BtNumberMethods()
    setUnary(&table)
    setBinary(&table)
    setInPlace(&table)
    return table
}

private func setUnary(_ table: inout BtNumberMethods) {
    table.nb_negative = { forward($0) { BtNumber_Negative($0) } }
    table.nb_positive = { forward($0) { BtNumber_Positive($0) } }
    table.nb_absolute = { forward($0) { BtNumber_Absolute($0) } }
    table.nb_invert = { forward($0) { BtNumber_Invert($0) } }
    table.nb_int = { forward($0) { BtNumber_Long($0) } }
    table.nb_float = { forward($0) { BtNumber_Float($0) } }
    table.nb_index = { forward($0) { BtNumber_Index($0) } }
    table.nb_bool = { forwardStatus($0) { BtObject_IsTrue($0) } }
}

private func setBinary(_ table: inout BtNumberMethods) {
    table.nb_add = { forward($0, $1) { BtNumber_Add($0, $1) } }
    table.nb_subtract = { forward($0, $1) { BtNumber_Subtract($0, $1) } }
    table.nb_multiply = { forward($0, $1) { BtNumber_Multiply($0, $1) } }
    table.nb_matrix_multiply = { forward($0, $1) { BtNumber_MatrixMultiply($0, $1) } }
    table.nb_floor_divide = { forward($0, $1) { BtNumber_FloorDivide($0, $1) } }
    table.nb_true_divide = { forward($0, $1) { BtNumber_TrueDivide($0, $1) } }
    table.nb_remainder = { forward($0, $1) { BtNumber_Remainder($0, $1) } }
    table.nb_divmod = { forward($0, $1) { BtNumber_Divmod($0, $1) } }
    table.nb_power = { left, right, modulus in
        forward(left, right) { left, right in forward(modulus) { BtNumber_Power(left, right, $0) } }
    }
    table.nb_lshift = { forward($0, $1) { BtNumber_Lshift($0, $1) } }
    table.nb_rshift = { forward($0, $1) { BtNumber_Rshift($0, $1) } }
    table.nb_and = { forward($0, $1) { BtNumber_And($0, $1) } }
    table.nb_xor = { forward($0, $1) { BtNumber_Xor($0, $1) } }
    table.nb_or = { forward($0, $1) { BtNumber_Or($0, $1) } }
}

private func setInPlace(_ table: inout BtNumberMethods) {
    table.nb_inplace_add = { forward($0, $1) { BtNumber_InPlaceAdd($0, $1) } }
    table.nb_inplace_subtract = { forward($0, $1) { BtNumber_InPlaceSubtract($0, $1) } }
    table.nb_inplace_multiply = { forward($0, $1) { BtNumber_InPlaceMultiply($0, $1) } }
    table.nb_inplace_matrix_multiply = { forward($0, $1) { BtNumber_InPlaceMatrixMultiply($0, $1) } }
    table.nb_inplace_floor_divide = { forward($0, $1) { BtNumber_InPlaceFloorDivide($0, $1) } }
    table.nb_inplace_true_divide = { forward($0, $1) { BtNumber_InPlaceTrueDivide($0, $1) } }
    table.nb_inplace_remainder = { forward($0, $1) { BtNumber_InPlaceRemainder($0, $1) } }
    table.nb_inplace_power = { left, right, modulus in
        forward(left, right) { left, right in forward(modulus) { BtNumber_InPlacePower(left, right, $0) } }
    }
    table.nb_inplace_lshift = { forward($0, $1) { BtNumber_InPlaceLshift($0, $1) } }
    table.nb_inplace_rshift = { forward($0, $1) { BtNumber_InPlaceRshift($0, $1) } }
    table.nb_inplace_and = { forward($0, $1) { BtNumber_InPlaceAnd($0, $1) } }
    table.nb_inplace_xor = { forward($0, $1) { BtNumber_InPlaceXor($0, $1) } }
    table.nb_inplace_or = { forward($0, $1) { BtNumber_InPlaceOr($0, $1) } }
}

private func nextOfProxied(_ object: Ref) -> Ref? {
    guard BtIter_Check(object) != 0, let next = object.type.pointee.tp_iternext else {
        return raise(
            BtExc_TypeError, "Weakref proxy referenced a non-iterator '\(typeName(object))' object")
    }
    return next(object)
}

// MARK: Forwarding

/// What an operand stands for, a new reference: the object behind a proxy, or the operand itself. Nil: ReferenceError is
/// set.
private func operand(_ object: Ref) -> Ref? {
    guard WeakReference.isProxy(object) else { return newReference(object) }
    return WeakReference.object(of: object)
        ?? raise(BtExc_ReferenceError, "weakly-referenced object no longer exists")
}

/// Run `body` with what an operand stands for, held meanwhile.
private func forward(_ object: Ref?, _ body: (Ref) -> Ref?) -> Ref? {
    guard let object = operand(object!) else { return nil }
    defer { Bt_DECREF_(object) }
    return body(object)
}

private func forward(_ left: Ref?, _ right: Ref?, _ body: (Ref, Ref) -> Ref?) -> Ref? {
    forward(left) { left in forward(right) { right in body(left, right) } }
}

/// As above for what returns -1 on an error.
private func forwardStatus<Status: SignedInteger>(_ object: Ref?, _ body: (Ref) -> Status) -> Status {
    guard let object = operand(object!) else { return -1 }
    defer { Bt_DECREF_(object) }
    return body(object)
}
