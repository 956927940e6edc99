internal import CBaton
internal import CBaton.Host
internal import Glibc

/// Tell the lock what it asks of the host: exceptions at safe points, what a thread state holds.
///
/// Called once at start, before a second thread exists.
func setUpThreadHooks() {
    _bt_host_hooks.raise_system_exit = { BtErr_SetNone(BtExc_SystemExit) }
    _bt_host_hooks.handle_signal = { handleSignal($0) }
    _bt_host_hooks.collect = { Collector.collectIfDue() }
    _bt_host_hooks.drop_late = { _bt_drop_late() }
    _bt_host_hooks.raise_async = { exception in
        guard let exception else { return }
        if exception.hasTypeFlag(UInt(BT_TPFLAGS_TYPE_SUBCLASS)) {
            BtErr_SetNone(exception)
        } else {
            BtErr_SetObject(exception.type.ref, exception)
        }
        Bt_DecRef(exception)
    }
    _bt_host_hooks.raise_runtime_error = { BtErr_SetString(BtExc_RuntimeError, $0) }
    _bt_host_hooks.raise_no_memory = { BtErr_NoMemory() }
    _bt_host_hooks.thread_state_freed = { state in
        if let state { freeStack(state) }
    }
    _bt_host_hooks.thread_state_cleared = { state in
        guard let state else { return }
        freeSpareInts(state)
        for field in [\BtThreadState.thread_dict, \.current_exception, \.handled_exception] {
            let held = state.pointee[keyPath: field]
            state.pointee[keyPath: field] = nil
            Bt_DecRef(held)
        }
    }
}
