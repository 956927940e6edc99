internal import CBaton
internal import CBaton.Host
internal import Glibc

// The clocks of the module `time`, and sleeping.

/// A clock in nanoseconds.
func nanoseconds(_ clock: clockid_t) -> Int {
    var now = timespec()
    clock_gettime(clock, &now)
    return now.tv_sec * 1_000_000_000 + now.tv_nsec
}

func monotonicNanoseconds() -> Int { nanoseconds(CLOCK_MONOTONIC) }

var clockFunctions: [BtMethodDef] {
    [
        method("time", BT_METH_NOARGS, doc: "Return the current time in seconds since the Epoch.") { _, _ in
            makeFloat(Double(nanoseconds(CLOCK_REALTIME)) / 1e9)
        },
        method("time_ns", BT_METH_NOARGS) { _, _ in makeInt(nanoseconds(CLOCK_REALTIME)) },
        method("monotonic", BT_METH_NOARGS, doc: "Monotonic clock, cannot go backward.") { _, _ in
            makeFloat(Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9)
        },
        method("monotonic_ns", BT_METH_NOARGS) { _, _ in makeInt(nanoseconds(CLOCK_MONOTONIC)) },
        method("perf_counter", BT_METH_NOARGS, doc: "Performance counter for benchmarking.") { _, _ in
            makeFloat(Double(nanoseconds(CLOCK_MONOTONIC)) / 1e9)
        },
        method("perf_counter_ns", BT_METH_NOARGS) { _, _ in makeInt(nanoseconds(CLOCK_MONOTONIC)) },
        method("process_time", BT_METH_NOARGS) { _, _ in
            makeFloat(Double(nanoseconds(CLOCK_PROCESS_CPUTIME_ID)) / 1e9)
        },
        method("process_time_ns", BT_METH_NOARGS) { _, _ in makeInt(nanoseconds(CLOCK_PROCESS_CPUTIME_ID)) },
        method("thread_time", BT_METH_NOARGS) { _, _ in
            makeFloat(Double(nanoseconds(CLOCK_THREAD_CPUTIME_ID)) / 1e9)
        },
        method("thread_time_ns", BT_METH_NOARGS) { _, _ in makeInt(nanoseconds(CLOCK_THREAD_CPUTIME_ID)) },
        method("sleep", BT_METH_O, doc: "Delay execution for a given number of seconds.") { sleep($1!) },
    ]
}

/// Sleep, detached. A signal's handler runs at once, and the rest is slept if it raises nothing.
private func sleep(_ seconds: Ref) -> Ref? {
    guard let duration = nanoseconds(ofSeconds: seconds) else { return nil }
    guard duration >= 0 else { return raise(BtExc_ValueError, "sleep length must be non-negative") }
    let deadline = deadline(after: duration) ?? Int.max
    while true {
        let state = _bt_wait_begin()
        var target = timespec(tv_sec: deadline / 1_000_000_000, tv_nsec: deadline % 1_000_000_000)
        let status = clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &target, nil)
        _bt_wait_end(state)
        if status == 0 { return noneRef }
        if BtErr_CheckSignals() < 0 { return nil }
        if monotonicNanoseconds() >= deadline { return noneRef }
    }
}
