internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `_thread`.

func makeThreadModule() -> Ref? {
    makeNativeModule(
        "_thread", doc: "This module provides primitive operations to write multi-threaded programs.", threadFunctions
    ) { module in
        guard let lock = makeLockType(), let rlock = makeRLockType(), let handle = makeThreadHandleType(),
            let local = makeThreadLocalType()
        else { return false }
        _bt_host_modules.lock_type = lock
        _bt_host_modules.thread_handle_type = handle
        return add(module, "LockType", newReference(lock.ref)) && add(module, "lock", newReference(lock.ref))
            && add(module, "RLock", newReference(rlock.ref)) && add(module, "_ThreadHandle", newReference(handle.ref))
            && add(module, "_local", newReference(local.ref)) && add(module, "error", newReference(BtExc_RuntimeError))
            && add(module, "TIMEOUT_MAX", makeFloat(Double(Int64.max / 1000) / 1e6))
    }
}

private let startParameters = MethodParameters(
    "start_joinable_thread", "function", "handle", "daemon", required: 1, positional: 1)

private var threadFunctions: [BtMethodDef] {
    [
        method("allocate_lock", BT_METH_NOARGS, doc: "Create a new lock object.") { _, _ in
            newLock(_bt_host_modules.lock_type)?.ref
        },
        method("allocate", BT_METH_NOARGS, doc: "An obsolete synonym of allocate_lock().") { _, _ in
            newLock(_bt_host_modules.lock_type)?.ref
        },
        fastMethod("start_new_thread", doc: "Start a new thread and return its identifier.") { _, args, nargs in
            guard checkCount("start_new_thread", nargs, 2...3) else { return nil }
            guard BtCallable_Check(args![0]) != 0 else { return raise(BtExc_TypeError, "first arg must be callable") }
            guard isTuple(args![1]!) else { return raise(BtExc_TypeError, "2nd arg must be a tuple") }
            if nargs > 2, !isDict(args![2]!) {
                return raise(BtExc_TypeError, "optional 3rd arg must be a dictionary")
            }
            return startThread(args![0]!, args![1]!, nargs > 2 ? args![2] : nil, handle: nil).flatMap {
                makeInt(unsigned: $0)
            }
        },
        fastKeywordMethod("start_joinable_thread") { _, args, nargs, kwnames in
            unpacked(startParameters, args, nargs, kwnames) { slots in
                guard BtCallable_Check(slots[0]) != 0 else {
                    return raise(BtExc_TypeError, "thread function must be callable")
                }
                var handle = slots[1].flatMap { isNone($0) ? nil : newReference($0) }
                if handle == nil { handle = newLock(_bt_host_modules.thread_handle_type)?.ref }
                guard let handle else { return nil }
                guard handle.type == _bt_host_modules.thread_handle_type else {
                    return raise(BtExc_TypeError, "'handle' must be a _ThreadHandle")
                }
                guard startJoinable(slots[0]!, handle: handle) else {
                    Bt_DECREF_(handle)
                    return nil
                }
                return handle
            }
        },
        method("get_ident", BT_METH_NOARGS, doc: "Return an integer that identifies the current thread.") { _, _ in
            makeInt(unsigned: BtThread_get_thread_ident())
        },
        method("get_native_id", BT_METH_NOARGS) { _, _ in makeInt(unsigned: BtThread_get_thread_native_id()) },
        method("_get_main_thread_ident", BT_METH_NOARGS) { _, _ in
            makeInt(unsigned: _bt_host_modules.main_thread)
        },
        method("_count", BT_METH_NOARGS, doc: "Return the number of currently running Python threads.") { _, _ in
            makeInt(_bt_host_modules.thread_count)
        },
        method("daemon_threads_allowed", BT_METH_NOARGS) { _, _ in trueRef },
        method("exit", BT_METH_NOARGS, doc: "This is synonymous to ``raise SystemExit''.") { _, _ in
            BtErr_SetNone(BtExc_SystemExit)
            return nil
        },
        fastMethod("interrupt_main", doc: "Simulate the arrival of the given signal in the main thread.") {
            _, args, nargs in
            guard checkCount("interrupt_main", nargs, 0...1) else { return nil }
            guard let signal = nargs > 0 ? sizeArgument(args![0]!) : Int(SIGINT) else { return nil }
            guard BtErr_SetInterruptEx(CInt(truncatingIfNeeded: signal)) >= 0 else {
                return raise(BtExc_ValueError, "signal number out of range")
            }
            return noneRef
        },
        fastMethod("stack_size", doc: "Return the thread stack size used when creating new threads.") {
            _, args, nargs in
            guard checkCount("stack_size", nargs, 0...1) else { return nil }
            guard let size = nargs > 0 ? sizeArgument(args![0]!) : -1 else { return nil }
            return stackSize(size, isSetting: nargs > 0)
        },
    ]
}

/// The size that threads' stacks get, 0 for the system's; with `isSetting` the new one.
private func stackSize(_ size: Int, isSetting: Bool) -> Ref? {
    let old = _bt_host_modules.stack_size
    if isSetting {
        guard size >= 0 else { return raise(BtExc_ValueError, "size must be 0 or a positive value") }
        guard size == 0 || size >= 32768, _bt_set_stack_size(size) == 0 else {
            return raise(BtExc_ValueError, "size not valid: \(size) bytes")
        }
        _bt_host_modules.stack_size = size
    }
    return makeInt(old)
}
