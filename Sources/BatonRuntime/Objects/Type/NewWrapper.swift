internal import CBaton

// `__new__` of builtin types: tp_new as an attribute that can be called.

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let newMethod: UnsafeMutablePointer<BtMethodDef> = permanent(
    keywordMethod(
        "__new__",
        doc:
            "__new__($type, *args, **kwargs)\n--\n\nCreate and return a new object.  See help(type) for accurate signature."
    ) { `self`, args, kwargs in callNew(asType(self!), args!, kwargs) })

/// Put `__new__` in the dictionary of a type that has a tp_new of its own.
func addNew(_ type: TypeRef) -> CInt {
    let name = internedName("__new__")
    let known = BtDict_Contains(type.pointee.tp_dict, name)
    if known != 0 { return known < 0 ? -1 : 0 }
    return setAndRelease(type.pointee.tp_dict, name, BtCFunction_NewEx(newMethod, type.ref, nil))
}

/// The type whose tp_new a value in a dictionary stands for; nil if it is something else.
func typeOfNewWrapper(_ value: Ref) -> TypeRef? {
    guard value.type == BtCFunction_Type_() else { return nil }
    let function = value.as(BtCFunctionObject.self)
    guard function.pointee.m_ml == newMethod, let owner = function.pointee.m_self else { return nil }
    return asType(owner)
}

/// `owner.__new__(type, …)`: only where making `type` by the tp_new of `owner` fills the whole object.
private func callNew(_ owner: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let count = BtTuple_GET_SIZE_(args)
    let name = typeName(of: owner)
    guard count > 0 else { return raise(BtExc_TypeError, "\(name).__new__(): not enough arguments") }
    let first = positional(args, 0)
    guard isType(first) else {
        return raise(BtExc_TypeError, "\(name).__new__(X): X is not a type object (\(typeName(first)))")
    }
    let type = asType(first)
    guard isSubtype(type, owner) else {
        let given = typeName(of: type)
        return raise(BtExc_TypeError, "\(name).__new__(\(given)): \(given) is not a subtype of \(name)")
    }
    // The base whose objects are not made by an attribute: what they have of their own is filled by its tp_new alone.
    var base: TypeRef? = type
    while let current = base, current.pointee.tp_new.map(slotPointer) == slotPointer(newByAttribute) {
        base = current.pointee.tp_base
    }
    if let base, base.pointee.tp_new.map(slotPointer) != owner.pointee.tp_new.map(slotPointer) {
        return raise(
            BtExc_TypeError,
            "\(name).__new__(\(typeName(of: type))) is not safe, use \(typeName(of: base)).__new__()")
    }
    guard let rest = BtTuple_GetSlice(args, 1, count) else { return nil }
    defer { Bt_DECREF_(rest) }
    return owner.pointee.tp_new(type, rest, kwargs)
}
