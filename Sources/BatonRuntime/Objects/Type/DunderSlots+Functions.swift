internal import CBaton

// The functions in the slots of types that scripts make: each calls the attribute of its name.

/// Call the method `name` of the type of `object`; AttributeError if there is none.
func callDunder(_ object: Ref, _ name: StaticString, _ first: Ref? = nil, _ second: Ref? = nil) -> Ref? {
    var isMissing = false
    let key = internedName(name)
    let result = callSpecial(object, key, first, second, isMissing: &isMissing)
    return isMissing ? raise(BtExc_AttributeError, "\(name)") : result
}

private func statusOf(_ result: Ref?) -> CInt {
    guard let result else { return -1 }
    Bt_DECREF_(result)
    return 0
}

/// By slot number.
// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) let dunderSlots: [CInt: UnsafeMutableRawPointer] = typeDunders.merging(containerDunders) {
    first, _ in first
}
.merging(numberDunders) { first, _ in first }

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let typeDunders: [CInt: UnsafeMutableRawPointer] = [
    Bt_tp_repr: slotPointer({ callDunder($0!, "__repr__") } as reprfunc),
    Bt_tp_str: slotPointer({ callDunder($0!, "__str__") } as reprfunc),
    Bt_tp_hash: slotPointer({ dunderHash($0!) } as hashfunc),
    Bt_tp_call: slotPointer({ dunderCall($0!, $1!, $2) } as ternaryfunc),
    Bt_tp_getattro: slotPointer({ dunderGetAttribute($0!, $1!) } as getattrofunc),
    Bt_tp_setattro: slotPointer(
        {
            $2 == nil
                ? statusOf(callDunder($0!, "__delattr__", $1!)) : statusOf(callDunder($0!, "__setattr__", $1!, $2!))
        } as setattrofunc),
    Bt_tp_richcompare: slotPointer({ dunderCompare($0!, $1!, $2) } as richcmpfunc),
    Bt_tp_iter: slotPointer({ dunderIter($0!) } as getiterfunc),
    Bt_tp_iternext: slotPointer({ callDunder($0!, "__next__") } as iternextfunc),
    Bt_tp_descr_get: slotPointer({ callDunder($0!, "__get__", $1 ?? noneRef, $2 ?? noneRef) } as descrgetfunc),
    Bt_tp_descr_set: slotPointer(
        {
            $2 == nil ? statusOf(callDunder($0!, "__delete__", $1!)) : statusOf(callDunder($0!, "__set__", $1!, $2!))
        } as descrsetfunc),
    Bt_tp_init: slotPointer({ dunderInit($0!, $1!, $2) } as initproc),
    Bt_tp_finalize: slotPointer({ dunderDel($0!) } as destructor),
]

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let containerDunders: [CInt: UnsafeMutableRawPointer] = [
    Bt_mp_length: slotPointer({ dunderLength($0!) } as lenfunc),
    Bt_sq_length: slotPointer({ dunderLength($0!) } as lenfunc),
    Bt_mp_subscript: slotPointer({ callDunder($0!, "__getitem__", $1!) } as binaryfunc),
    Bt_sq_item: slotPointer(
        {
            guard let index = BtLong_FromSsize_t($1) else { return nil }
            defer { Bt_DECREF_(index) }
            return callDunder($0!, "__getitem__", index)
        } as ssizeargfunc),
    Bt_mp_ass_subscript: slotPointer(
        {
            $2 == nil
                ? statusOf(callDunder($0!, "__delitem__", $1!)) : statusOf(callDunder($0!, "__setitem__", $1!, $2!))
        } as objobjargproc),
    Bt_sq_contains: slotPointer({ dunderContains($0!, $1!) } as objobjproc),
]

private func dunderHash(_ object: Ref) -> Int {
    guard let result = callDunder(object, "__hash__") else { return -1 }
    defer { Bt_DECREF_(result) }
    guard isInt(result) else {
        return Int(raiseStatus(BtExc_TypeError, "__hash__ method should return an integer"))
    }
    let value = BtLong_AsSsize_t(result)
    if value == -1, errorOccurred() {
        // A large int stands for its own hash.
        BtErr_Clear()
        return BtObject_Hash(result)
    }
    return value == -1 ? -2 : value
}

private func dunderCall(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let function = lookUpSpecial(object, internedName("__call__")) else {
        return errorOccurred() ? nil : raise(BtExc_TypeError, "'\(typeName(object))' object is not callable")
    }
    defer { Bt_DECREF_(function) }
    return BtObject_Call(function, args, kwargs)
}

private func dunderGetAttribute(_ object: Ref, _ name: Ref) -> Ref? {
    let result = callDunder(object, "__getattribute__", name)
    if result != nil || BtErr_ExceptionMatches(BtExc_AttributeError) == 0 { return result }
    guard typeLookup(object.type, internedName("__getattr__")) != nil else { return nil }
    BtErr_Clear()
    return callDunder(object, "__getattr__", name)
}

private func dunderCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
    let names: [StaticString] = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"]
    guard typeLookup(left.type, internedName(names[Int(operation)])) != nil else { return notImplementedRef }
    return callDunder(left, names[Int(operation)], right)
}

private func dunderIter(_ object: Ref) -> Ref? {
    let method = typeLookup(object.type, internedName("__iter__"))
    if method == noneRef { return raise(BtExc_TypeError, "'\(typeName(object))' object is not iterable") }
    if method != nil { return callDunder(object, "__iter__") }
    if typeLookup(object.type, internedName("__getitem__")) != nil { return BtSeqIter_New(object) }
    return raise(BtExc_TypeError, "'\(typeName(object))' object is not iterable")
}

private func dunderInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard let function = lookUpSpecial(object, internedName("__init__")) else {
        return errorOccurred() ? -1 : raiseStatus(BtExc_AttributeError, "__init__")
    }
    defer { Bt_DECREF_(function) }
    guard let result = BtObject_Call(function, args, kwargs) else { return -1 }
    defer { Bt_DECREF_(result) }
    if result == noneRef { return 0 }
    return raiseStatus(BtExc_TypeError, "__init__() should return None, not '\(typeName(result))'")
}

private func dunderDel(_ object: Ref) {
    let error = BtErr_GetRaisedException()
    let key = internedName("__del__")
    var isMissing = false
    let function = typeLookup(object.type, key).map(newReference)
    defer { release(function) }
    if let result = callSpecial(object, key, isMissing: &isMissing) {
        Bt_DECREF_(result)
    } else if !isMissing {
        BtErr_WriteUnraisable(function)
    }
    BtErr_SetRaisedException(error)
}

private func dunderLength(_ object: Ref) -> Int {
    guard let result = callDunder(object, "__len__") else { return -1 }
    defer { Bt_DECREF_(result) }
    guard let number = BtNumber_Index(result) else { return -1 }
    defer { Bt_DECREF_(number) }
    if _BtLong_Sign(number) < 0 {
        return Int(raiseStatus(BtExc_ValueError, "__len__() should return >= 0"))
    }
    return BtNumber_AsSsize_t(number, BtExc_OverflowError)
}

private func dunderContains(_ object: Ref, _ value: Ref) -> CInt {
    guard let method = typeLookup(object.type, internedName("__contains__")) else {
        return containsByIteration(object, value)
    }
    if method == noneRef {
        return raiseStatus(BtExc_TypeError, "'\(typeName(object))' object is not a container")
    }
    guard let result = callDunder(object, "__contains__", value) else { return -1 }
    defer { Bt_DECREF_(result) }
    return BtObject_IsTrue(result)
}

private func containsByIteration(_ object: Ref, _ value: Ref) -> CInt {
    guard let iterator = BtObject_GetIter(object) else { return -1 }
    defer { Bt_DECREF_(iterator) }
    while let item = BtIter_Next(iterator) {
        defer { Bt_DECREF_(item) }
        let isEqual = BtObject_RichCompareBool(item, value, BT_EQ)
        if isEqual != 0 { return isEqual }
    }
    return errorOccurred() ? -1 : 0
}
