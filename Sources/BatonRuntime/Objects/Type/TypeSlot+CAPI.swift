internal import CBaton
internal import CBaton.Host

@c @implementation public func BtType_GetSlot(_ type: TypeRef!, _ slot: CInt) -> UnsafeMutableRawPointer! {
    guard slot > 0, slot < BT_SLOT_COUNT_ else {
        BtErr_BadInternalCall()
        return nil
    }
    return _bt_type_slot(type, slot)?.pointee
}

@c @implementation public func _BtType_Name(_ type: TypeRef!) -> UnsafePointer<CChar>! {
    var start = type.pointee.tp_name!
    var next = start
    while next.pointee != 0 {
        if next.pointee == CChar(UInt8(ascii: ".")) { start = next + 1 }
        next += 1
    }
    return start
}

@c @implementation public func BtType_ClearCache() -> UInt32 {
    // Every type starts over with versions that the cache does not know.
    typeModified(BtBaseObject_Type_())
    return _bt_next_type_version &- 1
}
