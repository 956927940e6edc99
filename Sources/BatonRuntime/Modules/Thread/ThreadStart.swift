internal import CBaton
internal import CBaton.Host

// Starting threads that call a function of a script.

/// What a thread is started with. Owned by the thread.
private struct ThreadStart {
    var function: Ref
    var arguments: Ref
    var keywords: Ref?
    /// The handle that is told when the thread is done; nil for `start_new_thread`.
    var handle: Ref?
    var state: UnsafeMutablePointer<BtThreadState>
}

/// Start a thread that calls `function`. Its ident, or nil with RuntimeError set.
func startThread(_ function: Ref, _ arguments: Ref, _ keywords: Ref?, handle: Ref?) -> UInt? {
    guard Bt_IsFinalizing() == 0, let state = BtThreadState_New(BtInterpreterState_Get()) else {
        return raise(BtExc_RuntimeError, "can't create new thread at interpreter shutdown")
    }
    let start = UnsafeMutablePointer<ThreadStart>.allocate(capacity: 1)
    start.initialize(
        to: ThreadStart(
            function: newReference(function), arguments: newReference(arguments), keywords: keywords.map(newReference),
            handle: handle.map(newReference), state: state))
    _bt_host_modules.thread_count += 1
    let ident = BtThread_start_new_thread({ runThread($0!) }, start)
    guard ident != UInt(bitPattern: -1) else {
        _bt_host_modules.thread_count -= 1
        drop(start)
        BtThreadState_Clear(state)
        BtThreadState_Delete(state)
        return raise(BtExc_RuntimeError, "can't start new thread")
    }
    return ident
}

private func drop(_ start: UnsafeMutablePointer<ThreadStart>) {
    let fields = start.move()
    start.deallocate()
    Bt_DECREF_(fields.function)
    Bt_DECREF_(fields.arguments)
    release(fields.keywords)
    release(fields.handle)
}

/// The body of a thread: attach, call, tell who waits, detach for good.
private func runThread(_ memory: UnsafeMutableRawPointer) {
    let start = memory.assumingMemoryBound(to: ThreadStart.self)
    let state = start.pointee.state
    BtEval_AcquireThread(state)
    let function = newReference(start.pointee.function)
    if let result = BtObject_Call(function, start.pointee.arguments, start.pointee.keywords) {
        Bt_DECREF_(result)
    } else if BtErr_ExceptionMatches(BtExc_SystemExit) != 0 {
        BtErr_Clear()
    } else {
        let text = makeString("Exception ignored in thread started by")
        _bt_write_unraisable(text, function)
        release(text)
    }
    Bt_DECREF_(function)
    let handle = start.pointee.handle.map(newReference)
    drop(start)
    _bt_host_modules.thread_count -= 1
    BtThreadState_Clear(state)
    if let handle {
        setHandleDone(handle)
        Bt_DECREF_(handle)
    }
    BtThreadState_DeleteCurrent()
}
