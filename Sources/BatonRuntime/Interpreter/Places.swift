internal import CBaton
internal import CBaton.Host

// Stores from registers into the places of objects: attributes, items, globals.

/// Put a register's value into a place that holds a reference; `isTaken`: the register's own reference goes there, and the
/// caller has emptied or empties the register. False: MemoryError is set, nothing has happened.
///
/// What the place held is dropped last, which may run any code.
@inline(__always)
func store(_ value: Register, isTaken: Bool, in place: UnsafeMutablePointer<Ref>) -> Bool {
    let old = place.pointee
    if isTagged(value) {
        let number = untagged(value)
        if overwrite(old, number) { return true }
        guard let int = makeInt(number) else { return false }
        place.pointee = int
    } else {
        if !isTaken { Bt_INCREF_(objectIn(value)) }
        place.pointee = objectIn(value)
    }
    Bt_DECREF_(old)
    return true
}

/// Make an int to which there is one reference another number, as if it had been freed and that number's object made in
/// its memory. Numbers that have objects of their own are left out. False: nothing has happened.
@inline(__always)
private func overwrite(_ old: Ref, _ number: Int) -> Bool {
    guard old.type == BtLong_Type_(), isOnlyReference(old),
        UInt(bitPattern: number &- Int(BT_SMALL_INT_MIN)) > UInt(BT_SMALL_INT_MAX - BT_SMALL_INT_MIN)
    else { return false }
    // Every int has room for one limb.
    old.long.pointee.ob_base.ob_size = number < 0 ? -1 : 1
    old.long.pointee.ob_limb = UInt64(number.magnitude)
    return true
}
