public import CBaton

@c @implementation public func BtDescr_NewMethod(
    _ type: TypeRef!, _ method: UnsafeMutablePointer<BtMethodDef>!
) -> Ref! {
    guard let call = methodDescriptorVectorcall(method) else { return nil }
    let descriptor = makeDescriptor(
        BtMethodDescr_Type_(), as: BtMethodDescrObject.self, of: type, named: method.pointee.ml_name)
    guard let descriptor else { return nil }
    descriptor.pointee.d_method = method
    descriptor.pointee.vectorcall = call
    return descriptor.ref
}

@c @implementation public func BtDescr_NewClassMethod(
    _ type: TypeRef!, _ method: UnsafeMutablePointer<BtMethodDef>!
) -> Ref! {
    let descriptor = makeDescriptor(
        BtClassMethodDescr_Type_(), as: BtMethodDescrObject.self, of: type, named: method.pointee.ml_name)
    guard let descriptor else { return nil }
    descriptor.pointee.d_method = method
    descriptor.pointee.vectorcall = nil
    return descriptor.ref
}

@c @implementation public func BtDescr_NewMember(
    _ type: TypeRef!, _ member: UnsafeMutablePointer<BtMemberDef>!
) -> Ref! {
    if member.pointee.flags & BT_RELATIVE_OFFSET != 0 {
        return raise(BtExc_SystemError, "BtDescr_NewMember used with BT_RELATIVE_OFFSET")
    }
    let descriptor = makeDescriptor(
        BtMemberDescr_Type_(), as: BtMemberDescrObject.self, of: type, named: member.pointee.name)
    guard let descriptor else { return nil }
    descriptor.pointee.d_member = member
    return descriptor.ref
}

@c @implementation public func BtDescr_NewGetSet(
    _ type: TypeRef!, _ getset: UnsafeMutablePointer<BtGetSetDef>!
) -> Ref! {
    let descriptor = makeDescriptor(
        BtGetSetDescr_Type_(), as: BtGetSetDescrObject.self, of: type, named: getset.pointee.name)
    guard let descriptor else { return nil }
    descriptor.pointee.d_getset = _bt_check.is_on != 0 ? _bt_check_getset(getset, type) : getset
    return descriptor.ref
}

@c @implementation public func BtDescr_NewWrapper(
    _ type: TypeRef!, _ base: UnsafePointer<BtWrapperBase>!, _ wrapped: UnsafeMutableRawPointer!
) -> Ref! {
    let descriptor = makeDescriptor(
        BtWrapperDescr_Type_(), as: BtWrapperDescrObject.self, of: type, named: base.pointee.name)
    guard let descriptor else { return nil }
    descriptor.pointee.d_base = base
    descriptor.pointee.d_wrapped = wrapped
    return descriptor.ref
}

@c @implementation public func BtDescr_IsData(_ descriptor: Ref!) -> CInt {
    descriptor.type.pointee.tp_descr_set != nil ? 1 : 0
}

@c @implementation public func BtWrapper_New(_ descriptor: Ref!, _ self: Ref!) -> Ref! {
    guard let wrapper = makeObject(_BtMethodWrapper_Type_(), as: MethodWrapper.self) else { return nil }
    wrapper.pointee.descriptor = newReference(descriptor)
    wrapper.pointee.bound = newReference(self)
    BtObject_GC_Track(wrapper)
    return wrapper.ref
}

@c @implementation public func BtMember_GetOne(
    _ address: UnsafePointer<CChar>!, _ member: UnsafeMutablePointer<BtMemberDef>!
) -> Ref! { memberValue(address, member.pointee) }

@c @implementation public func BtMember_SetOne(
    _ address: UnsafeMutablePointer<CChar>!, _ member: UnsafeMutablePointer<BtMemberDef>!, _ value: Ref!
) -> CInt { setMember(address, member.pointee, value) }
