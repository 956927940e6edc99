internal import CBaton

@c @implementation
public func Bt_GenericAlias(_ origin: Ref!, _ item: Ref!) -> Ref! {
    guard let origin, let item else { return badInternalCall() }
    return makeGenericAlias(origin, item)
}
