internal import CBaton
internal import CBaton.Host
internal import Glibc

// The clocks of the system by their numbers, and what is known about those of the module `time`.

let clockNumbers: [(StaticString, clockid_t)] = [
    ("CLOCK_REALTIME", CLOCK_REALTIME), ("CLOCK_MONOTONIC", CLOCK_MONOTONIC),
    ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID), ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID),
    ("CLOCK_MONOTONIC_RAW", CLOCK_MONOTONIC_RAW), ("CLOCK_BOOTTIME", CLOCK_BOOTTIME), ("CLOCK_TAI", CLOCK_TAI),
]

var systemClockFunctions: [BtMethodDef] {
    [
        method("clock_gettime", BT_METH_O, doc: "Return the time of the specified clock clk_id as a float.") {
            timeOfClock($1!, clock_gettime).flatMap { makeFloat(seconds($0)) }
        },
        method("clock_gettime_ns", BT_METH_O, doc: "Return the time of the specified clock clk_id as nanoseconds.") {
            timeOfClock($1!, clock_gettime).flatMap { makeInt($0.tv_sec * 1_000_000_000 + $0.tv_nsec) }
        },
        method("clock_getres", BT_METH_O, doc: "Return the resolution of the specified clock clk_id.") {
            timeOfClock($1!, clock_getres).flatMap { makeFloat(seconds($0)) }
        },
        method("get_clock_info", BT_METH_O, doc: "Get information of the specified clock.") { clockInfo($1!) },
    ]
}

private func seconds(_ time: timespec) -> Double { Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9 }

/// What the system says of the clock of a number; nil with OSError set.
private func timeOfClock(
    _ number: Ref, _ ask: (clockid_t, UnsafeMutablePointer<timespec>) -> CInt
) -> timespec? {
    guard isInt(number) else {
        return raise(BtExc_TypeError, "clk_id should be integer, not \(typeName(number))")
    }
    guard let clock = cInt(number) else { return nil }
    var time = timespec()
    guard ask(clock, &time) == 0 else {
        BtErr_SetFromErrno(BtExc_OSError)
        return nil
    }
    return time
}

private func clockInfo(_ name: Ref) -> Ref? {
    guard isStr(name) else {
        return raise(BtExc_TypeError, "get_clock_info() argument 1 must be str, not \(typeName(name))")
    }
    let (clock, text): (clockid_t, String)
    switch swiftString(name) {
    case "time": (clock, text) = (CLOCK_REALTIME, "CLOCK_REALTIME")
    case "monotonic", "perf_counter": (clock, text) = (CLOCK_MONOTONIC, "CLOCK_MONOTONIC")
    case "process_time": (clock, text) = (CLOCK_PROCESS_CPUTIME_ID, "CLOCK_PROCESS_CPUTIME_ID")
    case "thread_time": (clock, text) = (CLOCK_THREAD_CPUTIME_ID, "CLOCK_THREAD_CPUTIME_ID")
    default: return raise(BtExc_ValueError, "unknown clock")
    }
    var resolution = timespec()
    guard clock_getres(clock, &resolution) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
    return makeNamespace([
        ("implementation", makeString("clock_gettime(\(text))")), ("monotonic", boolRef(clock != CLOCK_REALTIME)),
        ("adjustable", boolRef(clock == CLOCK_REALTIME)), ("resolution", makeFloat(seconds(resolution))),
    ])
}
