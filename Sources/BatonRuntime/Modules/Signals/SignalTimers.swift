internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of _signal on the timers that send signals.

var signalTimerFunctions: [BtMethodDef] {
    [
        method("alarm", BT_METH_O, doc: "Arrange for SIGALRM to arrive after the given number of seconds.") {
            _, seconds in
            cInt(seconds!).flatMap { makeInt(Int(Glibc.alarm(UInt32(bitPattern: $0)))) }
        },
        fastMethod("setitimer", doc: "setitimer(which, seconds, interval=0.0): set a timer; its old values.") {
            _, args, nargs in
            guard checkCount("setitimer", nargs, 2...3), let which = cInt(args![0]!), let first = time(args![1]!),
                let interval = nargs > 2 ? time(args![2]!) : timeval()
            else { return nil }
            var wanted = itimerval(it_interval: interval, it_value: first)
            var old = itimerval()
            guard setitimer(which, &wanted, &old) == 0 else { return raiseTimerError() }
            return tuple(taking: seconds(old.it_value), seconds(old.it_interval))
        },
        method("getitimer", BT_METH_O, doc: "Return the values of a timer: seconds and interval.") { _, object in
            guard let which = cInt(object!) else { return nil }
            var found = itimerval()
            guard getitimer(which, &found) == 0 else { return raiseTimerError() }
            return tuple(taking: seconds(found.it_value), seconds(found.it_interval))
        },
    ]
}

private func time(_ object: Ref) -> timeval? {
    guard let span = nanoseconds(ofSeconds: object) else { return nil }
    // Rounded up: a timer of less than a microsecond is not one that is off.
    let whole = span / 1000 + (span % 1000 > 0 ? 1 : 0)
    return timeval(tv_sec: whole / 1_000_000, tv_usec: whole % 1_000_000)
}

private func seconds(_ value: timeval) -> Ref? { makeFloat(Double(value.tv_sec) + Double(value.tv_usec) / 1e6) }

/// Raise signal.ItimerError by errno.
private func raiseTimerError() -> Ref? {
    let number = errno
    guard let error = BtImport_ImportModuleAttrString("_signal", "ItimerError") else { return nil }
    defer { Bt_DECREF_(error) }
    errno = number
    return BtErr_SetFromErrno(error)
}
