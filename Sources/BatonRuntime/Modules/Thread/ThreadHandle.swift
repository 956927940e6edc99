internal import CBaton
internal import CBaton.Host

// _thread._ThreadHandle: to join a thread. `memory` is a native lock that the thread holds until it is done; `count` is the
// ident, `state` 0 before the start, 1 while it runs, 2 when it is done.

func makeThreadHandleType() -> TypeRef? {
    makeNativeType("_thread._ThreadHandle") { type in
        setUpRecord(type, isBase: false)
        type.pointee.tp_new = { type, _, _ in newLock(type!)?.ref }
        type.pointee.tp_dealloc = { freeLock($0!) }
        type.pointee.tp_repr = { handle in
            makeString("<_ThreadHandle object: ident=\(UInt(bitPattern: handle!.record.pointee.count))>")
        }
        type.pointee.tp_methods = methodTable([
            method("is_done", BT_METH_NOARGS) { `self`, _ in boolRef(self!.record.pointee.state == 2) },
            method("_set_done", BT_METH_NOARGS) { `self`, _ in
                setHandleDone(self!)
                return noneRef
            },
            fastMethod("join") { `self`, args, nargs in
                guard checkCount("join", nargs, 0...1) else { return nil }
                return join(self!.record, nargs > 0 && !isNone(args![0]!) ? args![0] : nil)
            },
        ])
        type.pointee.tp_getset = getsetTable([
            getset("ident", get: { `self`, _ in makeInt(unsigned: UInt(bitPattern: self!.record.pointee.count)) })
        ])
    }
}

/// Start a thread that tells `handle` when it is done.
func startJoinable(_ function: Ref, handle: Ref) -> Bool {
    let record = handle.record
    guard record.pointee.state == 0 else {
        return raiseStatus(BtExc_RuntimeError, "thread already started") == 0
    }
    guard acquireNative(record, microseconds: 0) == true else {
        return raiseStatus(BtExc_RuntimeError, "thread is already starting") == 0
    }
    record.pointee.state = 1
    guard let ident = startThread(function, emptyTuple, nil, handle: handle) else {
        record.pointee.state = 0
        releaseNative(record)
        return false
    }
    record.pointee.count = Int(bitPattern: ident)
    return true
}

func setHandleDone(_ handle: Ref) {
    guard handle.record.pointee.state == 1 else {
        handle.record.pointee.state = 2
        return
    }
    handle.record.pointee.state = 2
    releaseNative(handle.record)
}

private func join(_ record: RecordRef, _ timeout: Ref?) -> Ref? {
    guard record.pointee.state != 0 else { return raise(BtExc_RuntimeError, "thread not started") }
    var limit = -1
    if let timeout {
        let seconds = BtFloat_AsDouble(timeout)
        if seconds == -1, errorOccurred() { return nil }
        limit = seconds < 0 ? -1 : Int(min(seconds * 1e6, 9e15).rounded(.up))
    }
    if record.pointee.state == 2 { return noneRef }
    if UInt(bitPattern: record.pointee.count) == BtThread_get_thread_ident() {
        return raise(BtExc_RuntimeError, "Cannot join current thread")
    }
    guard let got = acquireNative(record, microseconds: limit) else { return nil }
    // Others may wait too.
    if got { releaseNative(record) }
    return noneRef
}
