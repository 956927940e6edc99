internal import CBaton
internal import CBaton.Host

// Number slots of types that scripts make.

/// Call `left.name(right)` or `right.reflected(left)`, in Python's order: a subtype's reflected method goes first.
private func dunderBinary(
    _ left: Ref, _ right: Ref, _ slot: CInt, _ name: StaticString, _ reflected: StaticString
) -> Ref? {
    let generic = numberDunders[slot]
    let rightHasIt = left.type != right.type && _bt_type_slot(right.type, slot)?.pointee == generic
    var triesRight = rightHasIt
    if _bt_type_slot(left.type, slot)?.pointee == generic {
        if rightHasIt, isSubtype(right.type, left.type) {
            let own = typeLookup(right.type, internedName(reflected))
            if own != nil, own != typeLookup(left.type, internedName(reflected)) {
                let result = callOrNotImplemented(right, reflected, left)
                if result != notImplementedRef { return result }
                triesRight = false
            }
        }
        let result = callOrNotImplemented(left, name, right)
        if result != notImplementedRef || left.type == right.type { return result }
    }
    return triesRight ? callOrNotImplemented(right, reflected, left) : notImplementedRef
}

private func callOrNotImplemented(_ object: Ref, _ name: StaticString, _ other: Ref) -> Ref? {
    var isMissing = false
    let result = callSpecial(object, internedName(name), other, isMissing: &isMissing)
    return isMissing ? notImplementedRef : result
}

private func dunderPower(_ left: Ref, _ right: Ref, _ modulus: Ref) -> Ref? {
    if modulus == noneRef { return dunderBinary(left, right, Bt_nb_power, "__pow__", "__rpow__") }
    guard typeLookup(left.type, internedName("__pow__")) != nil else { return notImplementedRef }
    return callDunder(left, "__pow__", right, modulus)
}

private func dunderTruth(_ object: Ref) -> CInt {
    let usesLength = typeLookup(object.type, internedName("__bool__")) == nil
    if usesLength, typeLookup(object.type, internedName("__len__")) == nil { return 1 }
    guard let result = usesLength ? callDunder(object, "__len__") : callDunder(object, "__bool__") else { return -1 }
    defer { Bt_DECREF_(result) }
    if usesLength { return BtObject_IsTrue(result) }
    guard result == trueRef || result == falseRef else {
        return raiseStatus(BtExc_TypeError, "__bool__ should return bool, returned \(typeName(result))")
    }
    return result == trueRef ? 1 : 0
}

/// By slot number.
// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) let numberDunders: [CInt: UnsafeMutableRawPointer] = [
    Bt_nb_add: slotPointer({ dunderBinary($0!, $1!, Bt_nb_add, "__add__", "__radd__") } as binaryfunc),
    Bt_nb_subtract: slotPointer({ dunderBinary($0!, $1!, Bt_nb_subtract, "__sub__", "__rsub__") } as binaryfunc),
    Bt_nb_multiply: slotPointer({ dunderBinary($0!, $1!, Bt_nb_multiply, "__mul__", "__rmul__") } as binaryfunc),
    Bt_nb_remainder: slotPointer({ dunderBinary($0!, $1!, Bt_nb_remainder, "__mod__", "__rmod__") } as binaryfunc),
    Bt_nb_divmod: slotPointer({ dunderBinary($0!, $1!, Bt_nb_divmod, "__divmod__", "__rdivmod__") } as binaryfunc),
    Bt_nb_power: slotPointer({ dunderPower($0!, $1!, $2!) } as ternaryfunc),
    Bt_nb_lshift: slotPointer({ dunderBinary($0!, $1!, Bt_nb_lshift, "__lshift__", "__rlshift__") } as binaryfunc),
    Bt_nb_rshift: slotPointer({ dunderBinary($0!, $1!, Bt_nb_rshift, "__rshift__", "__rrshift__") } as binaryfunc),
    Bt_nb_and: slotPointer({ dunderBinary($0!, $1!, Bt_nb_and, "__and__", "__rand__") } as binaryfunc),
    Bt_nb_xor: slotPointer({ dunderBinary($0!, $1!, Bt_nb_xor, "__xor__", "__rxor__") } as binaryfunc),
    Bt_nb_or: slotPointer({ dunderBinary($0!, $1!, Bt_nb_or, "__or__", "__ror__") } as binaryfunc),
    Bt_nb_floor_divide: slotPointer(
        { dunderBinary($0!, $1!, Bt_nb_floor_divide, "__floordiv__", "__rfloordiv__") } as binaryfunc),
    Bt_nb_true_divide: slotPointer(
        { dunderBinary($0!, $1!, Bt_nb_true_divide, "__truediv__", "__rtruediv__") } as binaryfunc),
    Bt_nb_matrix_multiply: slotPointer(
        { dunderBinary($0!, $1!, Bt_nb_matrix_multiply, "__matmul__", "__rmatmul__") } as binaryfunc),
    Bt_nb_negative: slotPointer({ callDunder($0!, "__neg__") } as unaryfunc),
    Bt_nb_positive: slotPointer({ callDunder($0!, "__pos__") } as unaryfunc),
    Bt_nb_absolute: slotPointer({ callDunder($0!, "__abs__") } as unaryfunc),
    Bt_nb_invert: slotPointer({ callDunder($0!, "__invert__") } as unaryfunc),
    Bt_nb_bool: slotPointer({ dunderTruth($0!) } as inquiry),
    Bt_nb_int: slotPointer({ callDunder($0!, "__int__") } as unaryfunc),
    Bt_nb_float: slotPointer({ callDunder($0!, "__float__") } as unaryfunc),
    Bt_nb_index: slotPointer({ callDunder($0!, "__index__") } as unaryfunc),
    Bt_nb_inplace_add: slotPointer({ callDunder($0!, "__iadd__", $1!) } as binaryfunc),
    Bt_nb_inplace_subtract: slotPointer({ callDunder($0!, "__isub__", $1!) } as binaryfunc),
    Bt_nb_inplace_multiply: slotPointer({ callDunder($0!, "__imul__", $1!) } as binaryfunc),
    Bt_nb_inplace_remainder: slotPointer({ callDunder($0!, "__imod__", $1!) } as binaryfunc),
    Bt_nb_inplace_power: slotPointer({ left, right, _ in callDunder(left!, "__ipow__", right!) } as ternaryfunc),
    Bt_nb_inplace_lshift: slotPointer({ callDunder($0!, "__ilshift__", $1!) } as binaryfunc),
    Bt_nb_inplace_rshift: slotPointer({ callDunder($0!, "__irshift__", $1!) } as binaryfunc),
    Bt_nb_inplace_and: slotPointer({ callDunder($0!, "__iand__", $1!) } as binaryfunc),
    Bt_nb_inplace_xor: slotPointer({ callDunder($0!, "__ixor__", $1!) } as binaryfunc),
    Bt_nb_inplace_or: slotPointer({ callDunder($0!, "__ior__", $1!) } as binaryfunc),
    Bt_nb_inplace_floor_divide: slotPointer({ callDunder($0!, "__ifloordiv__", $1!) } as binaryfunc),
    Bt_nb_inplace_true_divide: slotPointer({ callDunder($0!, "__itruediv__", $1!) } as binaryfunc),
    Bt_nb_inplace_matrix_multiply: slotPointer({ callDunder($0!, "__imatmul__", $1!) } as binaryfunc),
]
