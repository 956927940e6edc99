internal import CBaton
internal import CBaton.Host

// What objects tell the collector.

@c @implementation public func BtObject_GC_Track(_ object: UnsafeMutableRawPointer!) {
    object.assumingMemoryBound(to: BtObject.self).pointee.ob_flags |= UInt8(BT_FLAG_TRACKED)
}

@c @implementation public func BtObject_GC_UnTrack(_ object: UnsafeMutableRawPointer!) {
    object.assumingMemoryBound(to: BtObject.self).pointee.ob_flags &= ~UInt8(BT_FLAG_TRACKED)
}

@c @implementation public func BtObject_GC_IsTracked(_ object: Ref!) -> CInt {
    object.pointee.ob_flags & UInt8(BT_FLAG_TRACKED) != 0 ? 1 : 0
}

@c @implementation public func BtObject_GC_IsFinalized(_ object: Ref!) -> CInt {
    object.pointee.ob_flags & UInt8(BT_FLAG_FINALIZED) != 0 ? 1 : 0
}

@c @implementation public func BtObject_IS_GC(_ object: Ref!) -> CInt {
    let type = object.type
    guard type.has(BT_TPFLAGS_HAVE_GC) else { return 0 }
    return type.pointee.tp_is_gc?(object) ?? 1
}

@c @implementation public func BtObject_CallFinalizer(_ object: Ref!) {
    guard let finalize = object.type.pointee.tp_finalize,
        object.pointee.ob_flags & UInt8(BT_FLAG_FINALIZED) == 0
    else { return }
    object.pointee.ob_flags |= UInt8(BT_FLAG_FINALIZED)
    finalize(object)
}

@c @implementation public func BtObject_CallFinalizerFromDealloc(_ object: Ref!) -> CInt {
    let isTracked = object.pointee.ob_flags & UInt8(BT_FLAG_TRACKED)
    // Alive again for the finalizer, by a count that tells afterwards whether somebody kept the object.
    _bt_revive(object)
    BtObject_CallFinalizer(object)
    if _bt_unrevive(object) != 0 { return 0 }
    object.pointee.ob_flags |= isTracked
    return -1
}
