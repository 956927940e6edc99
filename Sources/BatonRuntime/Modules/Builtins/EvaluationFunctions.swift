internal import CBaton
internal import CBaton.Host

// exec, eval and compile.

var builtinEvaluationFunctions: [BtMethodDef] {
    [
        leaveMethod("exit"), leaveMethod("quit"),
        fastKeywordMethod("exec", doc: "Execute the given source in the context of globals and locals.") {
            _, args, nargs, kwnames in
            unpacked(execParameters, args, nargs, kwnames) { slots in
                guard let result = run(slots, "exec", .exec) else { return nil }
                Bt_DECREF_(result)
                return noneRef
            }
        },
        fastKeywordMethod("eval", doc: "Evaluate the given source in the context of globals and locals.") {
            _, args, nargs, kwnames in
            unpacked(evalParameters, args, nargs, kwnames) { run($0, "eval", .eval) }
        },
        fastKeywordMethod("compile", doc: "Compile source into a code object that can be executed by exec() or eval().")
        {
            _, args, nargs, kwnames in
            unpacked(compileParameters, args, nargs, kwnames) { compiled($0) }
        },
    ]
}

private let execParameters = MethodParameters("exec", "", "globals", "locals", "closure", required: 1, positional: 3)
private let evalParameters = MethodParameters("eval", "", "globals", "locals", required: 1)
private let compileParameters = MethodParameters(
    "compile", "source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version", required: 3)

/// The bytes of a source. Nil with an exception set.
private func sourceBytes(_ source: Ref, _ function: StaticString) -> [UInt8]? {
    var bytes: [UInt8]?
    if isStr(source) {
        var count = 0
        guard let utf8 = BtUnicode_AsUTF8AndSize(source, &count) else { return nil }
        bytes = Array(UnsafeRawBufferPointer(start: utf8, count: count))
    } else if BtObject_CheckBuffer(source) != 0 {
        bytes = withBytes(of: source) { Array(UnsafeRawBufferPointer(start: $0, count: $1)) }
        if bytes == nil { return nil }
    }
    guard let bytes else {
        let kinds = "\(function)" == "compile" ? "string, bytes or AST object" : "string, bytes or code object"
        return raise(BtExc_TypeError, "\(function)() arg 1 must be a \(kinds)")
    }
    guard !bytes.contains(0) else {
        return raise(BtExc_SyntaxError, "source code string cannot contain null bytes")
    }
    return bytes
}

private func compiled(_ slots: UnsafeMutablePointer<Ref?>) -> Ref? {
    let file = slots[1]!
    guard isStr(file) || isBytes(file) else {
        return raise(BtExc_TypeError, "compile() arg 2 must be str, not \(typeName(file))")
    }
    guard isStr(slots[2]!) else {
        return raise(BtExc_TypeError, "compile() argument 'mode' must be str, not \(typeName(slots[2]!))")
    }
    let mode: SourceMode
    switch swiftString(slots[2]!) {
    case "exec": mode = .exec
    case "eval": mode = .eval
    case "single": mode = .single
    default: return raise(BtExc_ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
    }
    guard let flags = slots[3].map(sizeArgument) ?? 0 else { return nil }
    // The flags of __future__ features, and those of the parser from 0x100 to 0x4000.
    guard flags & ~0x1FF_7F10 == 0 else { return raise(BtExc_ValueError, "compile(): unrecognised flags") }
    guard let bytes = sourceBytes(slots[0]!, "compile") else { return nil }
    let name = isStr(file) ? swiftString(file) : String(cString: BtBytes_AsString(file))
    // Who runs it may give it a namespace of its own.
    return compileToCode(
        bytes, file: name, origin: isStr(slots[0]!) ? .text : .bytes, mode: mode, usesNamespace: true)
}

/// Run a source or a code object with the namespaces of exec's and eval's arguments.
private func run(_ slots: UnsafeMutablePointer<Ref?>, _ function: StaticString, _ mode: SourceMode) -> Ref? {
    guard let (globals, names) = namespaces(slots[1], slots[2], function) else { return nil }
    defer {
        Bt_DECREF_(globals)
        Bt_DECREF_(names)
    }
    let source = slots[0]!
    if source.type == BtCode_Type_() {
        let closure = mode == .exec ? slots[3].flatMap { isNone($0) ? nil : $0 } : nil
        return evaluate(source, globals: globals, names: names, closure: closure)
    }
    guard var bytes = sourceBytes(source, function) else { return nil }
    if mode == .eval { bytes = Array(bytes.drop { $0 == 0x20 || $0 == 0x09 }) }
    let code = compileToCode(
        bytes, file: "<string>", origin: isStr(source) ? .text : .bytes, mode: mode, usesNamespace: globals != names)
    guard let code else { return nil }
    defer { Bt_DECREF_(code) }
    return evaluate(code, globals: globals, names: names)
}

/// The globals and locals to run with, new references: those given, else the caller's. Nil with an exception set.
private func namespaces(_ givenGlobals: Ref?, _ givenLocals: Ref?, _ function: StaticString) -> (Ref, Ref)? {
    let globals = givenGlobals.flatMap { isNone($0) ? nil : $0 }
    let locals = givenLocals.flatMap { isNone($0) ? nil : $0 }
    if let globals, !isDict(globals) {
        return raise(
            BtExc_TypeError,
            "\(function)" == "eval"
                ? BtMapping_Check(globals) != 0
                    ? "globals must be a real dict; try eval(code, {}, mapping)" : "globals must be a dict"
                : "exec() globals must be a dict, not \(typeName(globals))")
    }
    if let locals, BtMapping_Check(locals) == 0 {
        return raise(
            BtExc_TypeError,
            "\(function)" == "eval"
                ? "locals must be a mapping" : "locals must be a mapping or None, not \(typeName(locals))")
    }
    if let globals { return (newReference(globals), newReference(locals ?? globals)) }
    guard let current = currentGlobals() else {
        return raise(BtExc_SystemError, "\(function)(): no script runs")
    }
    if let locals { return (newReference(current), newReference(locals)) }
    guard let own = currentLocals() else { return nil }
    return (newReference(current), own)
}

/// `exit` and `quit`: they raise SystemExit.
private func leaveMethod(_ name: StaticString) -> BtMethodDef {
    fastMethod(name, doc: "End the program: raise SystemExit with the status.") { _, args, nargs in
        guard checkCount("exit", nargs, 0...1) else { return nil }
        BtErr_SetObject(BtExc_SystemExit, nargs > 0 ? args![0] : noneRef)
        return nil
    }
}
