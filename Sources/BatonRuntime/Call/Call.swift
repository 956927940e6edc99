internal import CBaton

// Calling objects: one way for arrays of arguments, one for tuples, and each into the other.

/// The vectorcall function of an object, if it has one.
@inline(__always)
func vectorcallFunction(_ callable: Ref) -> vectorcallfunc? {
    let type = callable.type
    guard type.has(BT_TPFLAGS_HAVE_VECTORCALL) else { return nil }
    let field = UnsafeRawPointer(callable) + type.pointee.tp_vectorcall_offset
    return field.load(as: vectorcallfunc?.self)
}

/// Call with an array.
@inline(__always)
func vectorcall(_ callable: Ref, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    guard let function = vectorcallFunction(callable) else {
        return callWithTuple(callable, callable.type.pointee.tp_call, args, BtVectorcall_NARGS(nargsf), kwnames)
    }
    return checkedResult(callable, function(callable, args, nargsf, kwnames))
}

/// Pass a result through if it keeps R9.
@inline(__always)
func checkedResult(_ callable: Ref, _ result: Ref?) -> Ref? {
    (result != nil) != errorOccurred() ? result : brokenResult(callable, result, nil)
}

/// Replace a result that breaks R9 by SystemError.
@inline(never)
func brokenResult(_ callable: Ref?, _ result: Ref?, _ place: String?) -> Ref? {
    let culprit = callable.flatMap(reprForMessage) ?? place ?? "a call"
    guard let result else {
        return raise(BtExc_SystemError, "\(culprit) returned NULL without setting an exception")
    }
    Bt_DECREF_(result)
    return raiseFromCause(BtExc_SystemError, "\(culprit) returned a result with an exception set")
}

/// The repr of an object while an exception may be set, which stays.
private func reprForMessage(_ object: Ref) -> String? {
    let error = BtErr_GetRaisedException()
    defer { BtErr_SetRaisedException(error) }
    guard let repr = BtObject_Repr(object) else {
        BtErr_Clear()
        return nil
    }
    defer { Bt_DECREF_(repr) }
    return swiftString(repr)
}

/// Call tp_call from an array.
@inline(never)
func callWithTuple(
    _ callable: Ref, _ call: ternaryfunc?, _ args: UnsafePointer<Ref?>?, _ count: Int, _ kwnames: Ref?
) -> Ref? {
    guard let call else { return notCallable(callable) }
    guard let tuple = BtTuple_FromArray(args, count) else { return nil }
    defer { Bt_DECREF_(tuple) }
    var kwargs: Ref?
    if hasKeywords(kwnames) {
        guard let dict = keywordDict(args! + count, kwnames!) else { return nil }
        kwargs = dict
    }
    defer { release(kwargs) }
    guard enterCall() else { return nil }
    return checkedResult(callable, call(callable, tuple, kwargs))
}

func notCallable(_ object: Ref) -> Ref? {
    raise(BtExc_TypeError, "'\(typeName(object))' object is not callable")
}

/// A new dict of the values that `kwnames` names.
func keywordDict(_ values: UnsafePointer<Ref?>, _ kwnames: Ref) -> Ref? {
    guard let dict = BtDict_New() else { return nil }
    for index in 0..<BtTuple_GET_SIZE_(kwnames) {
        if BtDict_SetItem(dict, BtTuple_GET_ITEM_(kwnames, index), values[index]) < 0 {
            Bt_DECREF_(dict)
            return nil
        }
    }
    return dict
}

/// Call with a tuple and a dict.
func callObject(_ callable: Ref, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    if let function = vectorcallFunction(callable) {
        return callVectorcall(callable, function, args, kwargs)
    }
    guard let call = callable.type.pointee.tp_call else { return notCallable(callable) }
    guard enterCall() else { return nil }
    return checkedResult(callable, call(callable, args, kwargs))
}

/// Call a vectorcall function with a tuple and a dict.
func callVectorcall(_ callable: Ref, _ function: vectorcallfunc, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let count = BtTuple_GET_SIZE_(args)
    guard let kwargs, BtDict_GET_SIZE_(kwargs) != 0 else {
        let items = UnsafePointer(_bt_tuple_items(args))
        return checkedResult(callable, function(callable, items, count, nil))
    }
    return withArray(of: UnsafePointer(_bt_tuple_items(args)), count, kwargs) { all, kwnames in
        checkedResult(callable, function(callable, all, count, kwnames))
    }
}

/// Call `body` with an array of arguments and keyword values and a tuple of names, from a dict of keywords.
func withArray(
    of args: UnsafePointer<Ref?>?, _ count: Int, _ kwargs: Ref,
    _ body: (UnsafePointer<Ref?>?, Ref) -> Ref?
) -> Ref? {
    let keywords = BtDict_GET_SIZE_(kwargs)
    guard let kwnames = BtTuple_New(keywords) else { return nil }
    defer { Bt_DECREF_(kwnames) }
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: count + keywords + 1) { all in
        // The first place is the callee's to use; references to values are held, since the dict may change.
        let first = all.baseAddress! + 1
        for index in 0..<count { (first + index).initialize(to: args![index]) }
        var (position, filled) = (0, 0)
        var (key, value): (Ref?, Ref?) = (nil, nil)
        var hasStrings = true
        while filled < keywords, BtDict_Next(kwargs, &position, &key, &value) != 0 {
            hasStrings = hasStrings && isStr(key!)
            BtTuple_SET_ITEM_(kwnames, filled, newReference(key!))
            (first + count + filled).initialize(to: newReference(value!))
            filled += 1
        }
        defer { for index in 0..<filled { release(first[count + index]) } }
        guard hasStrings else { return raise(BtExc_TypeError, "keywords must be strings") }
        return body(first, kwnames)
    }
}
