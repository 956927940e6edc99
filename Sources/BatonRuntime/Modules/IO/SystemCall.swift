internal import CBaton
internal import CBaton.Host
internal import Glibc

// System calls that may wait: the thread is detached while they run, and a signal's handler runs before they are made again.
// They are waits of the runtime, which the hold switch does not change: what they wait for may need another thread.

/// Run a call detached until it is not interrupted any more. -1 with an exception set: a signal's handler raised, or, with
/// `raises`, the call failed.
func detachedCall(raises name: Ref? = nil, isRaising: Bool = true, _ body: () -> Int) -> Int {
    // A signal that came before the call would not interrupt it.
    if BtErr_CheckSignals() < 0 { return -1 }
    while true {
        let state = _bt_wait_begin()
        let result = body()
        let number = errno
        _bt_wait_end(state)
        if result >= 0 { return result }
        if number == EINTR {
            if BtErr_CheckSignals() < 0 { return -1 }
            continue
        }
        errno = number
        if isRaising { BtErr_SetFromErrnoWithFilenameObject(BtExc_OSError, name) }
        return -1
    }
}
