internal import CBaton
internal import CBaton.Host

// _thread.lock. `memory` is the native lock, `state` 1 while it is locked.

func makeLockType() -> TypeRef? {
    makeNativeType("_thread.lock") { type in
        setUpRecord(type, doc: "A lock object is a synchronization primitive.", isBase: false)
        type.pointee.tp_new = { type, _, _ in newLock(type!)?.ref }
        type.pointee.tp_dealloc = { freeLock($0!) }
        type.pointee.tp_repr = { lock in
            let state = lock!.record.pointee.state != 0 ? "locked" : "unlocked"
            return makeString("<\(state) _thread.lock object at \(address(of: lock!))>")
        }
        type.pointee.tp_methods = methodTable([
            fastKeywordMethod("acquire", doc: "Lock the lock.") { acquireMethod($0!, $1, $2, $3) },
            fastKeywordMethod("acquire_lock", doc: "An obsolete synonym of acquire().") {
                acquireMethod($0!, $1, $2, $3)
            },
            method("release", BT_METH_NOARGS, doc: "Release the lock.") { `self`, _ in releaseMethod(self!) },
            method("release_lock", BT_METH_NOARGS, doc: "An obsolete synonym of release().") { `self`, _ in
                releaseMethod(self!)
            },
            method("locked", BT_METH_NOARGS, doc: "Return whether the lock is in the locked state.") { `self`, _ in
                boolRef(self!.record.pointee.state != 0)
            },
            method("__enter__", BT_METH_NOARGS, doc: "Lock the lock.") { `self`, _ in
                acquireNative(self!.record, microseconds: -1).map { _ in
                    self!.record.pointee.state = 1
                    return trueRef
                }
            },
            fastMethod("__exit__", doc: "Release the lock.") { `self`, _, _ in releaseMethod(self!) },
            method("_at_fork_reinit", BT_METH_NOARGS) { `self`, _ in
                if self!.record.pointee.state != 0 { _ = releaseMethod(self!) }
                return noneRef
            },
        ])
    }
}

/// A record with a native lock, unlocked. Nil with an exception set.
func newLock(_ type: TypeRef) -> RecordRef? {
    guard let record = newRecord(type) else { return nil }
    guard let lock = BtThread_allocate_lock() else {
        Bt_DECREF_(record.ref)
        return raise(BtExc_RuntimeError, "can't allocate lock")
    }
    record.pointee.memory = UnsafeMutableRawPointer(lock)
    return record
}

func freeLock(_ object: Ref) {
    BtThread_free_lock(nativeLock(object.record))
    object.record.pointee.memory = nil
    deallocRecord(object)
}

private func nativeLock(_ record: RecordRef) -> OpaquePointer { OpaquePointer(record.pointee.memory) }

/// Take the native lock: at once, else detached, until it comes or the time is over (below 0: no limit). Whether it was
/// got; nil with what a signal's handler raised.
func acquireNative(_ record: RecordRef, microseconds: Int) -> Bool? {
    let lock = nativeLock(record)
    if BtThread_acquire_lock(lock, 0) != 0 { return true }
    if microseconds == 0 { return false }
    // The lock may not be freed while this thread waits for it.
    let held = newReference(record.ref)
    defer { Bt_DECREF_(held) }
    let start = monotonicNanoseconds()
    var rest = microseconds
    while true {
        // Detached under the hold switch too: a thread that waits for another cannot keep the lock from it.
        let state = _bt_wait_begin()
        let status = BtThread_acquire_lock_timed(lock, Int64(rest), 1)
        _bt_wait_end(state)
        if status == BT_LOCK_ACQUIRED { return true }
        if status == BT_LOCK_FAILURE { return false }
        if BtErr_CheckSignals() < 0 { return nil }
        if microseconds > 0 {
            rest = microseconds - (monotonicNanoseconds() - start) / 1000
            if rest <= 0 { return false }
        }
    }
}

/// Give the native lock back.
func releaseNative(_ record: RecordRef) { BtThread_release_lock(nativeLock(record)) }

private let acquireParameters = MethodParameters("acquire", "blocking", "timeout")

/// The time that acquire's arguments allow, in microseconds. Nil with an exception set.
func acquireTimeout(_ slots: UnsafeMutablePointer<Ref?>) -> Int? {
    let blocking = slots[0].map { BtObject_IsTrue($0) } ?? 1
    if blocking < 0 { return nil }
    var seconds = -1.0
    if let timeout = slots[1] {
        seconds = BtFloat_AsDouble(timeout)
        if seconds == -1, errorOccurred() { return nil }
        guard blocking != 0 || seconds == -1 else {
            return raise(BtExc_ValueError, "can't specify a timeout for a non-blocking call")
        }
        if seconds < 0, seconds != -1 {
            return raise(BtExc_ValueError, "timeout value must be a non-negative number")
        }
        guard seconds * 1e6 <= Double(Int64.max / 1000) else {
            return raise(BtExc_OverflowError, "timestamp out of range for platform time_t")
        }
    }
    if blocking == 0 { return 0 }
    return seconds < 0 ? -1 : Int((seconds * 1e6).rounded(.up))
}

private func acquireMethod(_ lock: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    if nargs == 0, kwnames == nil {
        guard acquireNative(lock.record, microseconds: -1) != nil else { return nil }
        lock.record.pointee.state = 1
        return trueRef
    }
    return unpacked(acquireParameters, args, nargs, kwnames) { slots in
        guard let limit = acquireTimeout(slots), let got = acquireNative(lock.record, microseconds: limit) else {
            return nil
        }
        if got { lock.record.pointee.state = 1 }
        return boolRef(got)
    }
}

private func releaseMethod(_ lock: Ref) -> Ref? {
    guard lock.record.pointee.state != 0 else { return raise(BtExc_RuntimeError, "release unlocked lock") }
    lock.record.pointee.state = 0
    releaseNative(lock.record)
    return noneRef
}
