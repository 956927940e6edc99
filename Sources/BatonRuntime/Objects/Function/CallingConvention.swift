internal import CBaton

// The vectorcall functions of builtin functions and method descriptors, one for each calling convention.

/// What a convention needs of a call: the function, the object it is bound to, and the arguments.
private let conventionFlags =
    BT_METH_VARARGS | BT_METH_FASTCALL | BT_METH_NOARGS | BT_METH_O | BT_METH_KEYWORDS | BT_METH_METHOD

/// The vectorcall function for a builtin function; nil: SystemError is set.
func functionVectorcall(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
    if CheckedCall.concerns(method) { return CheckedCall.function(method) }
    return plainFunctionVectorcall(method)
}

/// The vectorcall function for a method descriptor, whose first argument is the object; nil: SystemError is set.
func methodDescriptorVectorcall(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
    if CheckedCall.concerns(method) { return CheckedCall.descriptor(method) }
    return plainDescriptorVectorcall(method)
}

/// The same without the checks of checked mode.
func plainFunctionVectorcall(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
    switch method.pointee.ml_flags & conventionFlags {
    case BT_METH_NOARGS: { FunctionCall.noArguments($0!, $2, $3) }
    case BT_METH_O where method.pointee.ml_flags == BT_METH_O: oneArgumentFunction
    case BT_METH_O: { FunctionCall.oneArgument($0!, $1, $2, $3) }
    case BT_METH_VARARGS, BT_METH_VARARGS | BT_METH_KEYWORDS: { FunctionCall.tuple($0!, $1, $2, $3) }
    case BT_METH_FASTCALL where method.pointee.ml_flags == BT_METH_FASTCALL: fastFunction
    case BT_METH_FASTCALL: { FunctionCall.fast($0!, $1, $2, $3) }
    case BT_METH_FASTCALL | BT_METH_KEYWORDS: { FunctionCall.fastKeywords($0!, $1, $2, $3) }
    case BT_METH_METHOD | BT_METH_FASTCALL | BT_METH_KEYWORDS: { FunctionCall.method($0!, $1, $2, $3) }
    default: badFlags(method)
    }
}

/// The vectorcall function for a builtin function of the convention fastcall and nothing else, without checks: by it the
/// evaluation loop knows what it may call itself (`CallsOfC.swift`).
func fastFunction(_ callable: Ref?, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    FunctionCall.fast(callable!, args, nargsf, kwnames)
}

/// The same for a builtin function that takes one argument.
func oneArgumentFunction(_ callable: Ref?, _ args: UnsafePointer<Ref?>?, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    FunctionCall.oneArgument(callable!, args, nargsf, kwnames)
}

func plainDescriptorVectorcall(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
    switch method.pointee.ml_flags & conventionFlags {
    case BT_METH_NOARGS: { DescriptorCall.noArguments($0!, $1, $2, $3) }
    case BT_METH_O: { DescriptorCall.oneArgument($0!, $1, $2, $3) }
    case BT_METH_VARARGS, BT_METH_VARARGS | BT_METH_KEYWORDS: { DescriptorCall.tuple($0!, $1, $2, $3) }
    case BT_METH_FASTCALL: { DescriptorCall.fast($0!, $1, $2, $3) }
    case BT_METH_FASTCALL | BT_METH_KEYWORDS: { DescriptorCall.fastKeywords($0!, $1, $2, $3) }
    case BT_METH_METHOD | BT_METH_FASTCALL | BT_METH_KEYWORDS: { DescriptorCall.method($0!, $1, $2, $3) }
    default: badFlags(method)
    }
}

private func badFlags(_ method: UnsafeMutablePointer<BtMethodDef>) -> vectorcallfunc? {
    raise(BtExc_SystemError, "\(String(cString: method.pointee.ml_name))() method: bad call flags")
}

/// The C function of a method table's line by its real signature.
@inline(__always)
func code<Function>(_ method: UnsafeMutablePointer<BtMethodDef>, as _: Function.Type) -> Function {
    // SAFETY: because the flags of the line say which signature the function has.
    unsafeBitCast(method.pointee.ml_meth, to: Function.self)
}

@inline(__always)
func hasKeywords(_ kwnames: Ref?) -> Bool {
    guard let kwnames else { return false }
    return BtTuple_GET_SIZE_(kwnames) != 0
}

@inline(__always)
func enterCall() -> Bool { Bt_EnterRecursiveCall(" while calling a Python object") == 0 }

@inline(never)
func raiseNoKeywords(_ function: Ref) -> Ref? {
    guard let name = functionText(function) else { return nil }
    return raise(BtExc_TypeError, "\(name) takes no keyword arguments")
}

@inline(never)
func raiseArgumentCount(_ function: Ref, _ expected: String, _ given: Int) -> Ref? {
    guard let name = functionText(function) else { return nil }
    return raise(BtExc_TypeError, "\(name) takes \(expected) (\(given) given)")
}

/// "module.name()" of a callable, for messages; nil: an exception is set.
func functionText(_ function: Ref) -> String? {
    var name: Ref?
    if BtObject_GetOptionalAttr(function, internedName("__qualname__"), &name) < 0 { return nil }
    guard let name else {
        guard let text = BtObject_Str(function) else { return nil }
        defer { Bt_DECREF_(text) }
        return swiftString(text)
    }
    defer { Bt_DECREF_(name) }
    var module: Ref?
    if BtObject_GetOptionalAttr(function, internedName("__module__"), &module) < 0 { return nil }
    defer { release(module) }
    let text = isStr(name) ? swiftString(name) : typeName(name)
    guard let module, isStr(module), swiftString(module) != "builtins" else { return "\(text)()" }
    return "\(swiftString(module)).\(text)()"
}
