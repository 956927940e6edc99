internal import CBaton

@c @implementation public func BtMethod_New(_ function: Ref!, _ self: Ref!) -> Ref! {
    guard let object = self, let function else { return badInternalCall() }
    guard let method = makeObject(BtMethod_Type_(), as: BtMethodObject.self) else { return nil }
    method.pointee.im_func = newReference(function)
    method.pointee.im_self = newReference(object)
    method.pointee.im_weakreflist = nil
    method.pointee.vectorcall = { boundMethodVectorcall($0!, $1, $2, $3) }
    BtObject_GC_Track(method)
    return method.ref
}

@c @implementation public func BtMethod_Function(_ method: Ref!) -> Ref! {
    guard let method, method.type == BtMethod_Type_() else { return badInternalCall() }
    return method.as(BtMethodObject.self).pointee.im_func
}

@c @implementation public func BtMethod_Self(_ method: Ref!) -> Ref! {
    guard let method, method.type == BtMethod_Type_() else { return badInternalCall() }
    return method.as(BtMethodObject.self).pointee.im_self
}

@c @implementation public func BtInstanceMethod_New(_ callable: Ref!) -> Ref! {
    guard let object = makeObject(BtInstanceMethod_Type_(), as: MethodWrapping.self) else { return nil }
    object.pointee.callable = newReference(callable)
    object.pointee.dict = nil
    BtObject_GC_Track(object)
    return object.ref
}
