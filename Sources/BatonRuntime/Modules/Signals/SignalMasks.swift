internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of _signal on sets of signals: what a thread blocks, what waits to come, and waiting for it.

var signalMaskFunctions: [BtMethodDef] {
    [
        fastMethod("pthread_sigmask", doc: "Fetch and change the set of signals that the thread blocks.") {
            _, args, nargs in
            guard checkCount("pthread_sigmask", nargs, 2...2), let how = cInt(args![0]!),
                var mask = signalSet(args![1]!)
            else { return nil }
            var old = sigset_t()
            let status = pthread_sigmask(how, &mask, &old)
            guard status == 0 else { return failed(status) }
            // What was blocked may have come by this.
            return BtErr_CheckSignals() < 0 ? nil : setObject(old)
        },
        method("sigpending", BT_METH_NOARGS, doc: "Examine the signals that wait to come.") { _, _ in
            var mask = sigset_t()
            return sigpending(&mask) == 0 ? setObject(mask) : BtErr_SetFromErrno(BtExc_OSError)
        },
        method("sigwait", BT_METH_O, doc: "Wait until one of some signals comes, and take it.") { _, signals in
            guard var mask = signalSet(signals!) else { return nil }
            var signal: CInt = 0
            let state = _bt_wait_begin()
            let status = sigwait(&mask, &signal)
            _bt_wait_end(state)
            return status == 0 ? makeInt(Int(signal)) : failed(status)
        },
        method("valid_signals", BT_METH_NOARGS, doc: "Return the signals of this platform.") { _, _ in
            var mask = sigset_t()
            sigfillset(&mask)
            return setObject(mask)
        },
    ]
}

private func failed(_ number: CInt) -> Ref? {
    errno = number
    return BtErr_SetFromErrno(BtExc_OSError)
}

/// The set of an iterable of signals; nil with an exception set.
private func signalSet(_ object: Ref) -> sigset_t? {
    guard let items = BtObject_GetIter(object) else { return nil }
    defer { Bt_DECREF_(items) }
    var mask = sigset_t()
    sigemptyset(&mask)
    while let item = BtIter_Next(items) {
        defer { Bt_DECREF_(item) }
        guard let number = sizeArgument(item) else { return nil }
        guard 1...64 ~= number else { return raise(BtExc_ValueError, "signal number \(number) out of range [1; 64]") }
        sigaddset(&mask, CInt(number))
    }
    return errorOccurred() ? nil : mask
}

private func setObject(_ mask: sigset_t) -> Ref? {
    var mask = mask
    guard let set = BtSet_New(nil) else { return nil }
    for signal in CInt(1)...64 where sigismember(&mask, signal) == 1 {
        guard let number = makeInt(Int(signal)) else { return nil }
        defer { Bt_DECREF_(number) }
        if BtSet_Add(set, number) < 0 { return nil }
    }
    return set
}
