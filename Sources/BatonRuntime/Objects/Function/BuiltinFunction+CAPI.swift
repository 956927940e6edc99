public import CBaton

@c @implementation public func BtCFunction_NewEx(
    _ method: UnsafeMutablePointer<BtMethodDef>!, _ self: Ref!, _ module: Ref!
) -> Ref! { makeBuiltinFunction(method, self, module, nil) }

@c @implementation public func BtCFunction_New(
    _ method: UnsafeMutablePointer<BtMethodDef>!, _ self: Ref!
) -> Ref! { makeBuiltinFunction(method, self, nil, nil) }

@c @implementation public func BtCMethod_New(
    _ method: UnsafeMutablePointer<BtMethodDef>!, _ self: Ref!, _ module: Ref!, _ type: TypeRef!
) -> Ref! { makeBuiltinFunction(method, self, module, type) }

@c @implementation public func BtCFunction_GetFunction(_ function: Ref!) -> BtCFunction! {
    guard isBuiltinFunction(function) else { return badInternalCall() }
    return BtCFunction_GET_FUNCTION_(function)
}

@c @implementation public func BtCFunction_GetSelf(_ function: Ref!) -> Ref! {
    guard isBuiltinFunction(function) else { return badInternalCall() }
    return BtCFunction_GET_SELF_(function)
}

@c @implementation public func BtCFunction_GetFlags(_ function: Ref!) -> CInt {
    guard isBuiltinFunction(function) else { return badInternalCallStatus() }
    return BtCFunction_GET_FLAGS_(function)
}

private func isBuiltinFunction(_ object: Ref!) -> Bool {
    object != nil && isSubtype(object.type, BtCFunction_Type_())
}
