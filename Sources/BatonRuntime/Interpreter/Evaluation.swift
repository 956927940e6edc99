package import BatonCompiler
internal import CBaton
internal import CBaton.Host

// The ways in: a code with its namespaces is run. For exec, eval, script modules and the command.

/// Run a code object with these globals (a dict) and names (any mapping; nil: the globals). Nil: an exception is set.
///
/// A code with free variables needs as many cells in the tuple `closure`.
package func evaluate(_ code: Ref, globals: Ref, names: Ref? = nil, closure: Ref? = nil) -> Ref? {
    guard code.type == BtCode_Type_() else { return badInternalCall() }
    guard let builtins = builtins(of: globals) else { return nil }
    defer { Bt_DECREF_(builtins) }
    guard let function = newFunction(code.as(BtCodeObject.self), globals: globals, builtins: builtins) else {
        return nil
    }
    defer { Bt_DECREF_(function.ref) }
    function.pointee.closure = closure.map(newReference)
    return runInNamespace(function, names: names ?? globals)
}

/// The dict of the builtins that scripts with these globals see, a new reference; globals that name none get the module
/// `builtins`. Nil: an exception is set.
func builtins(of globals: Ref) -> Ref? {
    var named: Ref?
    guard BtDict_GetItemRef(globals, _bt_interpreter.name_builtins, &named) >= 0 else { return nil }
    if let named {
        if isDict(named) { return named }
        defer { Bt_DECREF_(named) }
        if isModule(named), let dict = named.module.pointee.md_dict { return newReference(dict) }
        return newDict()
    }
    guard let name = makeString("builtins") else { return nil }
    defer { Bt_DECREF_(name) }
    guard let module = importModule(name) else { return nil }
    defer { Bt_DECREF_(module) }
    guard BtDict_SetItem(globals, _bt_interpreter.name_builtins, module) >= 0, isModule(module),
        let dict = module.module.pointee.md_dict
    else { return nil }
    return newReference(dict)
}

/// Make a code object of what the compiler made; nil: an exception is set.
package func makeCodeObject(_ compiled: CompiledCode) -> Ref? { makeCode(compiled)?.ref }

/// The innermost frame of a script that this thread runs, as scripts see it, borrowed; nil without an exception: none.
package func currentFrameObject(depth: Int = 0) -> Ref? {
    guard let state = _bt_current_thread().pointee.state else { return nil }
    var frame = state.frame
    for _ in 0..<depth { frame = frame?.pointee.back }
    return frame.flatMap { frameObject($0) }
}

/// The globals of the innermost frame, borrowed; nil: no script runs.
package func currentGlobals() -> Ref? {
    _bt_current_thread().pointee.state?.frame?.pointee.function.pointee.globals
}

/// The builtins of the innermost frame, a dict, borrowed; nil: no script runs.
package func currentBuiltins() -> Ref? {
    _bt_current_thread().pointee.state?.frame?.pointee.function.pointee.builtins
}

/// What `locals()` gives in the innermost frame, a new reference; nil without an exception: no script runs.
package func currentLocals() -> Ref? {
    guard let frame = _bt_current_thread().pointee.state?.frame else { return nil }
    if let names = frame.pointee.names { return newReference(names) }
    return variables(frame.pointee.code, frame.registers)
}

/// Make what the interpreter keeps for ever. At start, before a second thread exists.
func setUpInterpreter() {
    _bt_interpreter.name_init = internedName("__init__")
    _bt_interpreter.name_builtins = internedName("__builtins__")
    setUpMethodShortcuts()
}
