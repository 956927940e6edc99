internal import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of compiling and running text, told in baton/run.h.

@c @implementation
public func Bt_CompileString(
    _ source: UnsafePointer<CChar>!, _ filename: UnsafePointer<CChar>!, _ start: CInt
) -> Ref! {
    compileText(source, file: filename.map { String(cString: $0) } ?? "<string>", start)
}

@c @implementation
public func BtEval_EvalCode(_ code: Ref!, _ globals: Ref!, _ locals: Ref!) -> Ref! {
    guard let code, let globals, isDict(globals) else {
        return raise(BtExc_SystemError, "BtEval_EvalCode: the globals must be a dict")
    }
    return evaluate(code, globals: globals, names: locals)
}

@c @implementation
public func BtRun_String(_ source: UnsafePointer<CChar>!, _ start: CInt, _ globals: Ref!, _ locals: Ref!) -> Ref! {
    guard let code = compileText(source, file: "<string>", start) else { return nil }
    defer { Bt_DECREF_(code) }
    return BtEval_EvalCode(code, globals, locals)
}

@c @implementation
public func BtRun_SimpleString(_ source: UnsafePointer<CChar>!) -> CInt {
    if let module = BtImport_AddModuleRef("__main__") {
        defer { Bt_DECREF_(module) }
        let globals = BtModule_GetDict(module)
        if let result = BtRun_String(source, Bt_file_input, globals, globals) {
            Bt_DECREF_(result)
            return 0
        }
    }
    BtErr_Print()
    return -1
}

@c @implementation
public func Bt_GetRecursionLimit() -> CInt { CInt(clamping: recursionLimit) }

@c @implementation
public func Bt_SetRecursionLimit(_ limit: CInt) { setRecursionLimit(Int(limit)) }

private func compileText(_ source: UnsafePointer<CChar>?, file: String, _ start: CInt) -> Ref? {
    guard let source else { return badInternalCall() }
    let mode: SourceMode
    switch start {
    case Bt_single_input: mode = .single
    case Bt_file_input: mode = .exec
    case Bt_eval_input: mode = .eval
    default: return raise(BtExc_SystemError, "Bt_CompileString: start must be one of Bt_…_input, not \(start)")
    }
    let bytes = UnsafeRawBufferPointer(start: source, count: strlen(source))
    // Who runs it may give it a namespace of its own.
    return compileToCode(Array(bytes), file: file, mode: mode, usesNamespace: true)
}
