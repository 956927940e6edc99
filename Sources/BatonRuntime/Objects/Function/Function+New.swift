internal import CBaton
internal import CBaton.Host

// types.FunctionType(code, globals, name, argdefs, closure, kwdefaults): a function out of its parts.

private let functionParameters = MethodParameters(
    "function", "code", "globals", "name", "argdefs", "closure", "kwdefaults", required: 2)

func functionNew(_ args: Ref, _ kwargs: Ref?) -> Ref? {
    unpacked(functionParameters, args, kwargs, failed: nil) { slots in
        let (codeObject, globals) = (slots[0]!, slots[1]!)
        guard codeObject.type == BtCode_Type_() else {
            return raise(BtExc_TypeError, "function() argument 'code' must be code, not \(typeName(codeObject))")
        }
        guard isDict(globals) else {
            return raise(BtExc_TypeError, "function() argument 'globals' must be dict, not \(typeName(globals))")
        }
        func given(_ index: Int) -> Ref? { slots[index].flatMap { isNone($0) ? nil : $0 } }
        let code = codeObject.as(BtCodeObject.self)
        if let name = given(2), !isStr(name) { return raise(BtExc_TypeError, "arg 3 (name) must be None or string") }
        if let defaults = given(3), !isTuple(defaults) {
            return raise(BtExc_TypeError, "arg 4 (defaults) must be None or tuple")
        }
        guard isClosure(given(4), of: code) else { return nil }
        if let defaults = given(5), !isDict(defaults) {
            return raise(BtExc_TypeError, "arg 6 (kwdefaults) must be None or dict")
        }
        guard let builtins = builtins(of: globals) else { return nil }
        defer { Bt_DECREF_(builtins) }
        guard let function = newFunction(code, globals: globals, builtins: builtins) else { return nil }
        if let name = given(2) { release(exchange(&function.pointee.name, newReference(name))) }
        function.pointee.defaults = given(3).map(newReference)
        function.pointee.closure = given(4).map(newReference)
        function.pointee.keyword_defaults = given(5).map(newReference)
        return function.ref
    }
}

/// Whether the cells fit a code; if not, an exception is set.
private func isClosure(_ closure: Ref?, of code: CodeRef) -> Bool {
    let wanted = Int(code.pointee.free_count)
    if let closure, !isTuple(closure) {
        let words = wanted == 0 ? "arg 5 (closure) must be None or tuple" : "arg 5 (closure) must be tuple"
        return raiseStatus(BtExc_TypeError, words) == 0
    }
    if closure == nil, wanted > 0 { return raiseStatus(BtExc_TypeError, "arg 5 (closure) must be tuple") == 0 }
    let count = closure.map { BtTuple_GET_SIZE_($0) } ?? 0
    guard count == wanted else {
        let name = swiftString(code.pointee.name)
        return raiseStatus(BtExc_ValueError, "\(name) requires closure of length \(wanted), not \(count)") == 0
    }
    for index in 0..<count {
        let cell = BtTuple_GET_ITEM_(closure!, index)!
        guard cell.type == BtCell_Type_() else {
            return raiseStatus(BtExc_TypeError, "arg 5 (closure) expected cell, found \(typeName(cell))") == 0
        }
    }
    return true
}
