internal import CBaton

/// Call the method `name` of args[0] without making a bound method where its type allows that.
func callMethod(_ name: Ref, _ args: UnsafePointer<Ref?>, _ nargsf: Int, _ kwnames: Ref?) -> Ref? {
    let count = BtVectorcall_NARGS(nargsf)
    let object = args[0]!
    var function: Ref?
    let kind = findMethod(object, name, &function)
    guard let function else { return nil }
    defer { Bt_DECREF_(function) }
    if kind == .unbound { return vectorcall(function, args, count, kwnames) }
    // args[0] is the callee's to use: it held the object, which the bound method has.
    return vectorcall(function, args + 1, (count - 1) | Int.min, kwnames)
}

/// How a method was found.
enum MethodKind {
    /// To be called with the object in front of the arguments.
    case unbound
    /// To be called with the arguments alone.
    case bound
}

/// Find the attribute `name` to call it; `method` is a new reference, nil: an exception is set.
func findMethod(_ object: Ref, _ name: Ref, _ method: inout Ref?) -> MethodKind {
    let type = object.type
    method = nil
    guard slotAddress(type.pointee.tp_getattro) == genericGetAttrAddress, isStr(name) else {
        method = BtObject_GetAttr(object, name)
        return .bound
    }
    guard let found = typeLookup(type, name), found.type.has(BT_TPFLAGS_METHOD_DESCRIPTOR) else {
        method = BtObject_GetAttr(object, name)
        return .bound
    }
    let descriptor = newReference(found)
    if let dict = _BtObject_GetDictPtr(object)?.pointee {
        // An attribute of the object hides the method.
        var own: Ref?
        let result = BtDict_GetItemRef(dict, name, &own)
        if result != 0 {
            Bt_DECREF_(descriptor)
            method = own
            return .bound
        }
    }
    method = descriptor
    return .unbound
}

@inline(__always)
func slotAddress(_ function: getattrofunc?) -> UnsafeRawPointer? {
    // SAFETY: because the address is only compared.
    unsafeBitCast(function, to: UnsafeRawPointer?.self)
}

/// The address of BtObject_GenericGetAttr.
@inline(__always)
var genericGetAttrAddress: UnsafeRawPointer? { slotAddress(BtObject_GenericGetAttr) }
