internal import CBaton

@c @implementation public func BtObject_ClearWeakRefs(_ object: Ref!) {
    let offset = object.type.pointee.tp_weaklistoffset
    guard offset > 0 else { return }
    let place = (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: Ref?.self)
    place.pointee = nil
}
