internal import CBaton

/// Calls of builtin functions: check the arguments against the convention, and go.
enum FunctionCall {
    typealias Arguments = UnsafePointer<Ref?>?

    @inline(__always)
    private static func parts(_ callable: Ref) -> (method: UnsafeMutablePointer<BtMethodDef>, object: Ref?) {
        let function = callable.as(BtCFunctionObject.self)
        let method = function.pointee.m_ml!
        return (method, method.pointee.ml_flags & BT_METH_STATIC != 0 ? nil : function.pointee.m_self)
    }

    @inline(__always)
    static func noArguments(_ callable: Ref, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        let count = BtVectorcall_NARGS(nargsf)
        if count != 0 { return raiseArgumentCount(callable, "no arguments", count) }
        guard enterCall() else { return nil }
        let (method, object) = parts(callable)
        return method.pointee.ml_meth(object, nil)
    }

    @inline(__always)
    static func oneArgument(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        let count = BtVectorcall_NARGS(nargsf)
        if count != 1 { return raiseArgumentCount(callable, "exactly one argument", count) }
        guard enterCall() else { return nil }
        let (method, object) = parts(callable)
        return method.pointee.ml_meth(object, args![0])
    }

    @inline(__always)
    static func fast(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        guard enterCall() else { return nil }
        let (method, object) = parts(callable)
        return code(method, as: BtCFunctionFast.self)(object, args, BtVectorcall_NARGS(nargsf))
    }

    @inline(__always)
    static func fastKeywords(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        guard enterCall() else { return nil }
        let (method, object) = parts(callable)
        return code(method, as: BtCFunctionFastWithKeywords.self)(object, args, BtVectorcall_NARGS(nargsf), kwnames)
    }

    static func method(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        guard enterCall() else { return nil }
        let (method, object) = parts(callable)
        let owner = callable.as(BtCMethodObject.self).pointee.mm_class
        return code(method, as: BtCMethod.self)(object, owner, args, BtVectorcall_NARGS(nargsf), kwnames)
    }

    static func tuple(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let (method, object) = parts(callable)
        return callByTuple(callable, method, object, args, BtVectorcall_NARGS(nargsf), kwnames)
    }
}

/// Calls of method descriptors: the first argument is the object.
enum DescriptorCall {
    typealias Arguments = UnsafePointer<Ref?>?

    /// The method and the object; nil: TypeError is set.
    @inline(__always)
    private static func parts(
        _ callable: Ref, _ args: Arguments, _ count: Int
    ) -> (method: UnsafeMutablePointer<BtMethodDef>, object: Ref)? {
        guard count > 0, let object = args?[0] else { return missingObject(callable) }
        guard descriptorFits(callable, object) else { return nil }
        return (callable.as(BtMethodDescrObject.self).pointee.d_method, object)
    }

    @inline(never)
    private static func missingObject<T>(_ callable: Ref) -> T? {
        guard let name = functionText(callable) else { return nil }
        return raise(BtExc_TypeError, "unbound method \(name) needs an argument")
    }

    static func noArguments(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count) else { return nil }
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        if count != 1 { return raiseArgumentCount(callable, "no arguments", count - 1) }
        return enterCall() ? method.pointee.ml_meth(object, nil) : nil
    }

    static func oneArgument(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count) else { return nil }
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        if count != 2 { return raiseArgumentCount(callable, "exactly one argument", count - 1) }
        return enterCall() ? method.pointee.ml_meth(object, args![1]) : nil
    }

    static func fast(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count) else { return nil }
        if hasKeywords(kwnames) { return raiseNoKeywords(callable) }
        return enterCall() ? code(method, as: BtCFunctionFast.self)(object, args! + 1, count - 1) : nil
    }

    static func fastKeywords(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count), enterCall() else { return nil }
        return code(method, as: BtCFunctionFastWithKeywords.self)(object, args! + 1, count - 1, kwnames)
    }

    static func method(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count), enterCall() else { return nil }
        let owner = callable.as(BtDescrObject.self).pointee.d_type
        return code(method, as: BtCMethod.self)(object, owner, args! + 1, count - 1, kwnames)
    }

    static func tuple(_ callable: Ref, _ args: Arguments, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
        let count = BtVectorcall_NARGS(nargsf)
        guard let (method, object) = parts(callable, args, count) else { return nil }
        return callByTuple(callable, method, object, args! + 1, count - 1, kwnames)
    }
}

/// Call a function of BT_METH_VARARGS, with or without keywords.
private func callByTuple(
    _ callable: Ref, _ method: UnsafeMutablePointer<BtMethodDef>, _ object: Ref?, _ args: UnsafePointer<Ref?>?,
    _ count: Int, _ kwnames: Ref?
) -> Ref? {
    let takesKeywords = method.pointee.ml_flags & BT_METH_KEYWORDS != 0
    if !takesKeywords, hasKeywords(kwnames) { return raiseNoKeywords(callable) }
    guard let tuple = BtTuple_FromArray(args, count) else { return nil }
    defer { Bt_DECREF_(tuple) }
    guard takesKeywords else { return enterCall() ? method.pointee.ml_meth(object, tuple) : nil }
    var kwargs: Ref?
    if hasKeywords(kwnames) {
        guard let dict = keywordDict(args! + count, kwnames!) else { return nil }
        kwargs = dict
    }
    defer { release(kwargs) }
    return enterCall() ? code(method, as: BtCFunctionWithKeywords.self)(object, tuple, kwargs) : nil
}
