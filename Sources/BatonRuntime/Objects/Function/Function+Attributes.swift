internal import CBaton
internal import CBaton.Host

// Attributes of functions that are checked when they are set.

func functionGetSets() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset("__dict__", get: { BtObject_GenericGetDict($0, $1) }, set: { BtObject_GenericSetDict($0, $1, $2) }),
        getset(
            "__name__", get: { object, _ in newReference(function(object).pointee.name) },
            set: { object, value, _ in setText(&function(object).pointee.name, value, "__name__") }),
        getset(
            "__qualname__", get: { object, _ in newReference(function(object).pointee.qualified_name) },
            set: { object, value, _ in setText(&function(object).pointee.qualified_name, value, "__qualname__") }),
        getset(
            "__code__", get: { object, _ in newReference(function(object).pointee.code.ref) },
            set: { object, value, _ in setCode(function(object), value) }),
        getset(
            "__defaults__", get: { object, _ in newReference(function(object).pointee.defaults ?? noneRef) },
            set: { object, value, _ in
                set(&function(object).pointee.defaults, value, "__defaults__ must be set to a tuple object", isTuple)
            }),
        getset(
            "__kwdefaults__", get: { object, _ in newReference(function(object).pointee.keyword_defaults ?? noneRef) },
            set: { object, value, _ in
                set(
                    &function(object).pointee.keyword_defaults, value, "__kwdefaults__ must be set to a dict object",
                    isDict)
            }),
        getset(
            "__annotations__", get: { object, _ in annotations(function(object)) },
            set: { object, value, _ in
                set(
                    &function(object).pointee.annotations, value, "__annotations__ must be set to a dict object", isDict
                )
            }),
        getset(
            "__type_params__",
            get: { object, _ in newReference(function(object).pointee.type_parameters ?? emptyTuple) },
            set: { object, value, _ in
                set(
                    &function(object).pointee.type_parameters, value, "__type_params__ must be set to a tuple", isTuple)
            }),
    ])
}

private func function(_ object: Ref?) -> FunctionRef { object!.as(BtFunctionObject.self) }

private func setText(_ field: inout Ref?, _ value: Ref?, _ name: String) -> CInt {
    guard let value, isStr(value) else {
        return raiseStatus(BtExc_TypeError, "\(name) must be set to a string object")
    }
    release(exchange(&field, newReference(value)))
    return 0
}

/// Set a field to an object of a kind; None and deleting empty it.
private func set(_ field: inout Ref?, _ value: Ref?, _ message: String, _ accepts: (Ref) -> Bool) -> CInt {
    guard let value, !isNone(value) else {
        release(exchange(&field, nil))
        return 0
    }
    guard accepts(value) else { return raiseStatus(BtExc_TypeError, message) }
    release(exchange(&field, newReference(value)))
    return 0
}

private func annotations(_ function: FunctionRef) -> Ref? {
    if function.pointee.annotations == nil { function.pointee.annotations = newDict() }
    return function.pointee.annotations.map(newReference)
}

private func setCode(_ function: FunctionRef, _ value: Ref?) -> CInt {
    guard let value, value.type == BtCode_Type_() else {
        return raiseStatus(BtExc_TypeError, "__code__ must be set to a code object")
    }
    let code = value.as(BtCodeObject.self)
    let given = function.pointee.closure.map(sizeField) ?? 0
    guard given == Int(code.pointee.free_count) else {
        let name = swiftString(function.pointee.name)
        return raiseStatus(
            BtExc_ValueError,
            "\(name)() requires a code object with \(given) free vars, not \(code.pointee.free_count)")
    }
    // Frames that run the old code borrow it from the function, so it is kept for ever.
    _bt_make_immortal(function.pointee.code.ref)
    Bt_INCREF_(value)
    function.pointee.code = code
    return 0
}
