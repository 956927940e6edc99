internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `_signal`, which the module signal gives on: what scripts do when signals come. A handler runs in the main thread, at a safe point or when a call
// that waits is interrupted.

func makeSignals() -> Ref? {
    makeNativeModule(
        "_signal", doc: "This module provides mechanisms to use signal handlers in Python.",
        signalFunctions + signalMaskFunctions + signalTimerFunctions
    ) { module in
        guard addSignalConstants(module),
            add(module, "ItimerError", BtErr_NewException(cString("signal.itimer_error"), BtExc_OSError, nil)),
            let handlers = BtDict_New()
        else { return false }
        _bt_host_modules.signal_handlers = handlers
        guard let dict = BtModule_GetDict(module),
            let standard = BtDict_GetItemWithError(dict, internedName("default_int_handler")),
            let number = makeInt(Int(SIGINT))
        else { return false }
        // Ctrl-C raises KeyboardInterrupt from the start, if the program was not started with it ignored.
        return systemAction(SIGINT) == .ignores || BtDict_SetItem(handlers, number, standard) >= 0
    }
}

/// Do what a script asked for when a signal came; -1 with an exception set.
func handleSignal(_ signal: CInt) -> CInt {
    guard let handlers = _bt_host_modules.signal_handlers, let number = makeInt(Int(signal)) else {
        return signal == SIGINT ? interrupt() : 0
    }
    var handler: Ref?
    if BtDict_GetItemRef(handlers, number, &handler) < 0 { return -1 }
    guard let handler else { return 0 }
    defer { Bt_DECREF_(handler) }
    guard BtCallable_Check(handler) != 0 else { return 0 }
    guard let result = callWithTwo(handler, number, currentFrameObject() ?? noneRef) else { return -1 }
    Bt_DECREF_(result)
    return 0
}

private func interrupt() -> CInt {
    BtErr_SetNone(BtExc_KeyboardInterrupt)
    return -1
}

/// A signal's number; nil with an exception set.
func signalNumber(_ object: Ref) -> CInt? {
    guard let number = cInt(object) else { return nil }
    guard 1...64 ~= number else { return raise(BtExc_ValueError, "signal number out of range") }
    return number
}

private var signalFunctions: [BtMethodDef] {
    [
        fastMethod("signal", doc: "Set the action for the given signal.") { _, args, nargs in
            guard checkCount("signal", nargs, 2...2) else { return nil }
            return setHandler(args![0]!, args![1]!)
        },
        method("getsignal", BT_METH_O, doc: "Return the current action for the given signal.") { _, number in
            signalNumber(number!).flatMap { currentHandler($0) }
        },
        fastMethod("default_int_handler", doc: "The default handler for SIGINT installed by Python.") { _, _, _ in
            BtErr_SetNone(BtExc_KeyboardInterrupt)
            return nil
        },
        method("raise_signal", BT_METH_O, doc: "Send a signal to the executing process.") { _, number in
            guard let signal = cInt(number!) else { return nil }
            guard Glibc.raise(signal) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            return BtErr_CheckSignals() < 0 ? nil : noneRef
        },
        method("pause", BT_METH_NOARGS, doc: "Wait until a signal arrives.") { _, _ in
            let state = _bt_wait_begin()
            Glibc.pause()
            _bt_wait_end(state)
            return BtErr_CheckSignals() < 0 ? nil : noneRef
        },
        fastMethod("pthread_kill") { _, args, nargs in
            guard checkCount("pthread_kill", nargs, 2...2), let signal = cInt(args![1]!) else { return nil }
            let ident = BtLong_AsUnsignedLong(args![0])
            if ident == UInt.max, errorOccurred() { return nil }
            let status = pthread_kill(pthread_t(ident), signal)
            guard status == 0 else {
                errno = status
                return BtErr_SetFromErrno(BtExc_OSError)
            }
            return BtErr_CheckSignals() < 0 ? nil : noneRef
        },
        method("strsignal", BT_METH_O, doc: "Return the system description of the given signal.") { _, number in
            guard let signal = signalNumber(number!) else { return nil }
            // The system has no words for the numbers that it keeps for itself.
            return signal == 32 || signal == 33 ? noneRef : makeString(String(cString: strsignal(signal)))
        },
        fastMethod("siginterrupt", doc: "Change whether a signal interrupts system calls.") { _, args, nargs in
            guard checkCount("siginterrupt", nargs, 2...2), let signal = signalNumber(args![0]!) else { return nil }
            let truth = BtObject_IsTrue(args![1])
            if truth < 0 { return nil }
            var action = sigaction()
            guard sigaction(signal, nil, &action) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            action.sa_flags = truth > 0 ? action.sa_flags & ~SA_RESTART : action.sa_flags | SA_RESTART
            return sigaction(signal, &action, nil) == 0 ? noneRef : BtErr_SetFromErrno(BtExc_OSError)
        },
    ]
}

/// What a script set for a signal, or SIG_DFL, or SIG_IGN.
private func currentHandler(_ signal: CInt) -> Ref? {
    guard let number = makeInt(Int(signal)), let handlers = _bt_host_modules.signal_handlers else { return nil }
    var handler: Ref?
    if BtDict_GetItemRef(handlers, number, &handler) < 0 { return nil }
    if let handler { return handler }
    return makeInt(systemAction(signal) == .ignores ? 1 : 0)
}

private enum SystemAction {
    case isDefault
    case ignores
    case handles
}

/// What the system does when a signal comes.
private func systemAction(_ signal: CInt) -> SystemAction {
    var action = sigaction()
    sigaction(signal, nil, &action)
    // SAFETY: because the address of the handler is only compared with those of SIG_DFL and SIG_IGN, which are 0 and 1.
    switch unsafeBitCast(action.__sigaction_handler.sa_handler, to: UInt.self) {
    case 0: return .isDefault
    case 1: return .ignores
    default: return .handles
    }
}

private func setHandler(_ object: Ref, _ handler: Ref) -> Ref? {
    guard let signal = signalNumber(object) else { return nil }
    guard BtThread_get_thread_ident() == _bt_host_modules.main_thread else {
        return raise(BtExc_ValueError, "signal only works in main thread of the main interpreter")
    }
    guard let old = currentHandler(signal), let number = makeInt(Int(signal)) else { return nil }
    var action = sigaction()
    if isInt(handler) {
        guard let kind = sizeArgument(handler), kind == 0 || kind == 1 else {
            return raise(BtExc_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        }
        action.__sigaction_handler.sa_handler = kind == 0 ? SIG_DFL : SIG_IGN
    } else {
        guard BtCallable_Check(handler) != 0 else {
            return raise(BtExc_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
        }
        // Only noted here; the handler runs at the next safe point.
        action.__sigaction_handler.sa_handler = { _ = BtErr_SetInterruptEx($0) }
    }
    guard BtDict_SetItem(_bt_host_modules.signal_handlers, number, handler) >= 0 else { return nil }
    guard sigaction(signal, &action, nil) == 0 else {
        Bt_DECREF_(old)
        return BtErr_SetFromErrno(BtExc_OSError)
    }
    return old
}
