internal import CBaton

@c @implementation public func BtStaticMethod_New(_ callable: Ref!) -> Ref! {
    makeMethodWrapping(BtStaticMethod_Type_(), callable)
}

@c @implementation public func BtClassMethod_New(_ callable: Ref!) -> Ref! {
    makeMethodWrapping(BtClassMethod_Type_(), callable)
}
