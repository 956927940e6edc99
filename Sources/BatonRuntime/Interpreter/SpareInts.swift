internal import CBaton
internal import CBaton.Host

// Int objects that a thread keeps for the arguments of C functions: a call that passes an int takes one and puts it back,
// if the function has kept no reference. Guard: the thread state is attached. There are as many as nested calls have had
// in use at once.

/// An int object that no other code has, for a value that has no cached object; nil: MemoryError is set.
@inline(__always)
func takeSpareInt(_ state: ThreadRef, _ value: Int) -> Ref? {
    guard _fastPath(state.pointee.spare_ints != nil), let spare = state.pointee.spare_ints else {
        return makeInt(value)
    }
    let long = spare.as(BtLongObject.self)
    state.pointee.spare_ints = Ref(bitPattern: UInt(long.pointee.ob_limb))
    // The thread may count by another number than when it put the object here.
    spare.pointee.ob_owner = _bt_current_thread().pointee.new_owner
    if _fastPath(value >= 0) {
        long.pointee.ob_base.ob_size = 1
        long.pointee.ob_limb = UInt64(value.magnitude)
    } else {
        long.pointee.ob_base.ob_size = -1
        long.pointee.ob_limb = UInt64(value.magnitude)
    }
    return spare
}

/// Put an int object back that `takeSpareInt` gave. False: there are other references, it is the caller's still.
@inline(__always)
func putBackSpareInt(_ state: ThreadRef, _ int: Ref) -> Bool {
    guard _fastPath(isOnlyReference(int)) else { return false }
    int.as(BtLongObject.self).pointee.ob_limb = UInt64(UInt(bitPattern: state.pointee.spare_ints))
    state.pointee.spare_ints = int
    return true
}

/// Free the int objects that a thread keeps.
func freeSpareInts(_ state: ThreadRef) {
    while let spare = state.pointee.spare_ints {
        state.pointee.spare_ints = Ref(bitPattern: UInt(spare.as(BtLongObject.self).pointee.ob_limb))
        freeObject(spare)
    }
}
