internal import CBaton
internal import CBaton.Host
internal import Glibc

// Starting: memory, the lock, the types. Ending: waiting for whoever still uses the runtime; nothing is torn down.

/// Start the runtime; the calling thread is attached after it. False: a message is on standard error. Of several threads that
/// do so at once, one starts it, and the others find it running.
func startOnce(_ config: BtConfig) -> Bool {
    let mutex = _bt_runtime_starting()
    BtMutex_Lock(mutex)
    let isFirst = Bt_IsInitialized() == 0
    let isStarted = !isFirst || startRuntime(config)
    BtMutex_Unlock(mutex)
    if !isFirst && BtGILState_Check() == 0 { _ = BtGILState_Ensure() }
    return isStarted
}

private func startRuntime(_ config: BtConfig) -> Bool {
    _bt_runtime.shutdown_deadline = config.shutdown_deadline
    free(_bt_runtime.module_path)
    _bt_runtime.module_path = config.module_path.flatMap { strdup($0) }
    if _bt_runtime.has_types != 0 { return startAgain() }
    startHeap(_bt_shared_heap_())
    if config.checked != 0, _bt_check_start() < 0 { return fail("no memory for the checks") }
    setUpThreadHooks()
    _bt_host_hooks.thread_state_made = { $0?.pointee.heap = UnsafeMutableRawPointer(_bt_shared_heap_()) }
    var lock = BtLockConfig_()
    lock.scheduler = BtLockScheduler(rawValue: UInt32(config.scheduler))
    lock.interval_ns = max(nanoseconds(config.switch_interval), 1)
    lock.free_threaded = config.free_threaded
    lock.checked = config.checked
    guard _bt_lock_init(&lock) == 0 else { return fail("no memory for the lock") }
    guard makeTypes() else {
        BtErr_Print()
        return fail("the built-in types could not be made")
    }
    _bt_runtime.has_types = 1
    _bt_set_initialized(1)
    return true
}

/// Seconds in nanoseconds: none for what is no time, and thirty years at most.
private func nanoseconds(_ seconds: Double) -> UInt64 { seconds > 0 ? UInt64(min(seconds, 1e9) * 1e9) : 0 }

private func startAgain() -> Bool {
    _bt_shutdown_undo()
    _ = BtGILState_Ensure()
    _bt_set_initialized(1)
    return true
}

private func fail(_ message: String) -> Bool {
    let line = "Baton did not start: \(message)\n"
    line.withCString { _ = write(STDERR_FILENO, $0, strlen($0)) }
    return false
}

/// End the runtime; -1: other threads still use it after the deadline. The calling thread is detached after it.
func endRuntime() -> CInt {
    guard Bt_IsInitialized() != 0 else { return 0 }
    if BtGILState_Check() == 0 { _ = BtGILState_Ensure() }
    _bt_shutdown_begin()
    if _bt_shutdown_wait(nanoseconds(_bt_runtime.shutdown_deadline)) != 0 {
        _bt_shutdown_report()
        BtEval_ReleaseThread(BtThreadState_Get())
        return -1
    }
    flushStandardStreams()
    _bt_run_exit_functions()
    fflush(nil)
    _bt_set_initialized(0)
    // Not a save, which under the hold switch would keep the lock.
    BtEval_ReleaseThread(BtThreadState_Get())
    return 0
}
