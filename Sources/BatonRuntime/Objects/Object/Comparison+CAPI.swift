internal import CBaton

@c @implementation public func BtObject_Hash(_ object: Ref!) -> Int {
    let type = object.type
    if let hash = type.pointee.tp_hash { return hash(object) }
    if !type.has(BT_TPFLAGS_READY) {
        if readyType(type) < 0 { return -1 }
        if let hash = type.pointee.tp_hash { return hash(object) }
    }
    return BtObject_HashNotImplemented(object)
}

@c @implementation public func BtObject_HashNotImplemented(_ object: Ref!) -> Int {
    Int(raiseStatus(BtExc_TypeError, "unhashable type: '\(typeName(object))'"))
}

@c @implementation public func Bt_HashPointer(_ address: UnsafeRawPointer!) -> Int {
    // The low bits of addresses are alike.
    let bits = UInt(bitPattern: address)
    let hash = Int(bitPattern: bits >> 4 | bits << 60)
    return hash == -1 ? -2 : hash
}

@c @implementation public func BtObject_IsTrue(_ object: Ref!) -> CInt {
    let object: Ref = object
    if object == trueRef { return 1 }
    if object == falseRef || object == noneRef { return 0 }
    let type = object.type
    if let truth = type.pointee.tp_as_number?.pointee.nb_bool {
        let result = truth(object)
        return result > 0 ? 1 : result
    }
    let length =
        type.pointee.tp_as_mapping?.pointee.mp_length ?? type.pointee.tp_as_sequence?.pointee.sq_length
    guard let length else { return 1 }
    let count = length(object)
    return count > 0 ? 1 : CInt(truncatingIfNeeded: count)
}

@c @implementation public func BtObject_Not(_ object: Ref!) -> CInt {
    let truth = BtObject_IsTrue(object)
    return truth < 0 ? truth : 1 - truth
}

@c @implementation public func BtObject_RichCompare(_ left: Ref!, _ right: Ref!, _ operation: CInt) -> Ref! {
    guard let left, let right else {
        if !errorOccurred() { BtErr_BadInternalCall() }
        return nil
    }
    guard operation >= BT_LT, operation <= BT_GE else { return badInternalCall() }
    guard Bt_EnterRecursiveCall(" in comparison") == 0 else { return nil }
    return compare(left, right, operation)
}

/// The operation that says the same with the operands exchanged.
private func swapped(_ operation: CInt) -> CInt {
    switch operation {
    case BT_LT: BT_GT
    case BT_LE: BT_GE
    case BT_GT: BT_LT
    case BT_GE: BT_LE
    default: operation
    }
}

private func compare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    var triedRight = false
    // A subtype's comparison goes first.
    if left.type != right.type, isSubtype(right.type, left.type), let function = right.type.pointee.tp_richcompare {
        triedRight = true
        let result = function(right, left, swapped(operation))
        if result != notImplementedRef { return result }
    }
    if let function = left.type.pointee.tp_richcompare {
        let result = function(left, right, operation)
        if result != notImplementedRef { return result }
    }
    if !triedRight, let function = right.type.pointee.tp_richcompare {
        let result = function(right, left, swapped(operation))
        if result != notImplementedRef { return result }
    }
    switch operation {
    case BT_EQ: return boolRef(left == right)
    case BT_NE: return boolRef(left != right)
    default:
        let sign = ["<", "<=", "==", "!=", ">", ">="][Int(operation)]
        return raise(
            BtExc_TypeError,
            "'\(sign)' not supported between instances of '\(typeName(left))' and '\(typeName(right))'")
    }
}

@c @implementation public func BtObject_RichCompareBool(_ left: Ref!, _ right: Ref!, _ operation: CInt) -> CInt {
    if left == right {
        if operation == BT_EQ { return 1 }
        if operation == BT_NE { return 0 }
    }
    guard let result = BtObject_RichCompare(left, right, operation) else { return -1 }
    defer { Bt_DECREF_(result) }
    return BtObject_IsTrue(result)
}

@c @implementation public func Bt_Is(_ left: Ref!, _ right: Ref!) -> CInt {
    let (left, right): (Ref, Ref) = (left, right)
    if left == right { return 1 }
    // Ints of machine size have no identity but their value.
    let int = BtLong_Type_()
    guard left.type == int, right.type == int else { return 0 }
    let (first, second) = (left.as(BtLongObject.self), right.as(BtLongObject.self))
    guard BtUnstable_Long_IsCompact(first) != 0, BtUnstable_Long_IsCompact(second) != 0 else { return 0 }
    return BtUnstable_Long_CompactValue(first) == BtUnstable_Long_CompactValue(second) ? 1 : 0
}
