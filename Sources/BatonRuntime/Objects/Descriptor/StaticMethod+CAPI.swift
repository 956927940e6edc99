internal import CBaton

@c @implementation public func BtStaticMethod_New(_ callable: Ref!) -> Ref! {
    makeMethodWrapping(address(&BtStaticMethod_Type), callable)
}

@c @implementation public func BtClassMethod_New(_ callable: Ref!) -> Ref! {
    makeMethodWrapping(address(&BtClassMethod_Type), callable)
}
