internal import CBaton

@c @implementation public func BtBool_FromLong(_ value: Int) -> Ref! { boolRef(value != 0) }
