internal import CBaton

@c @implementation public func BtDictProxy_New(_ mapping: Ref!) -> Ref! {
    guard let mapping else { return badInternalCall() }
    return makeDictProxy(mapping)
}
