internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// What a foreign call does with the lock.
//
// hold     Nothing: the thread stays attached. A function that takes long keeps everybody waiting, so its time is watched.
// release  The lock is put down for anybody to take, at the price of two atomic read-modify-writes; a waiter takes it without
//          a barrier. For functions that take long, or wait.
// lazy     The thread detaches, and the lock is handed over only if somebody waits (the runtime's usual save).
// auto     Begins as lazy; the times of the first calls decide, and are looked at again from time to time.

/// Below this a release costs more than it gives; from `fullNanoseconds` on its price does not matter.
private let holdNanoseconds: UInt64 = 1_000
private let fullNanoseconds: UInt64 = 50_000
/// A hold of longer than this breaks R7.
private let longHoldNanoseconds: UInt64 = 100_000
/// Calls that are all timed before `auto` decides; later, one of so many is.
private let firstTimed: UInt64 = 16
private let timedOneOf: UInt64 = 16

func policyName(_ policy: UInt32) -> String {
    switch policy {
    case BT_RELEASE_HOLD: "hold"
    case BT_RELEASE_FULLY: "release"
    case BT_RELEASE_LAZY: "lazy"
    default: "auto"
    }
}

/// Set a policy by its name. False with an exception set.
func setPolicy(_ function: ForeignFunctionRef, _ value: Ref?) -> Bool {
    guard let policy = policyNamed(value) else { return false }
    function.pointee.policy = policy
    // Each policy is counted for itself.
    function.pointee.figures = nil
    return true
}

/// The policy of a name. Nil with an exception set.
func policyNamed(_ value: Ref?) -> UInt32? {
    let known = [BT_RELEASE_HOLD, BT_RELEASE_FULLY, BT_RELEASE_LAZY, BT_RELEASE_AUTO]
    guard let value, isStr(value) else {
        return raise(
            BtExc_TypeError,
            "release must be 'hold', 'release', 'lazy' or 'auto', not \(value.map(typeName) ?? "nothing")")
    }
    let text = swiftString(value)
    return known.first { policyName($0) == text }
        ?? raise(BtExc_ValueError, "release must be 'hold', 'release', 'lazy' or 'auto', not \(reprText(value))")
}

/// The figures of a function under its policy, made at its first call; those of a library's function are shared by all its
/// objects that have the same one.
@inline(never)
private func makeFigures(_ function: ForeignFunctionRef) -> UnsafeMutablePointer<BtForeignFigures_> {
    let library = function.pointee.library.flatMap(libraryName) ?? ""
    let name = function.pointee.name.map { String(cString: $0) } ?? typeShortName(function.ref.type)
    let figures = withForeignLists { () -> UnsafeMutablePointer<BtForeignFigures_> in
        var known = _bt_foreign.figures
        while let figures = known {
            if figures.pointee.policy == function.pointee.policy, String(cString: figures.pointee.name) == name,
                String(cString: figures.pointee.library) == library
            {
                return figures
            }
            known = figures.pointee.next
        }
        let figures = permanent(BtForeignFigures_())
        figures.pointee.name = strdup(name)
        figures.pointee.library = strdup(library)
        figures.pointee.policy = function.pointee.policy
        figures.pointee.in_force = figures.pointee.policy == BT_RELEASE_AUTO ? BT_RELEASE_LAZY : figures.pointee.policy
        figures.pointee.next = _bt_foreign.figures
        _bt_foreign.figures = figures
        return figures
    }
    function.pointee.figures = figures
    return figures
}

/// Run `body` with the lists that calls of all threads share to itself. Nothing in it can switch threads, so in the locked
/// mode the lock is enough.
@inline(__always)
func withForeignLists<Result>(_ body: () -> Result) -> Result {
    if _bt_current_thread().pointee.free_threaded == 0 { return body() }
    BtMutex_Lock(_bt_foreign_mutex())
    defer { BtMutex_Unlock(_bt_foreign_mutex()) }
    return body()
}

/// Call a function by libffi, under its policy. False with an exception set: only functions of the API raise.
@inline(__always)
func invoke(
    _ function: ForeignFunctionRef, _ interface: UnsafeMutablePointer<ffi_cif>, _ address: UnsafeMutableRawPointer,
    _ result: UnsafeMutableRawPointer, _ arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>
) -> Bool {
    let figures = function.pointee.figures ?? makeFigures(function)
    let call = NativeCall(
        interface: interface, address: address, result: result, arguments: arguments,
        usesErrno: function.pointee.flags & BT_FOREIGN_CALL_ERRNO != 0)
    figures.pointee.calls &+= 1
    let policy = figures.pointee.in_force
    if figures.pointee.calls > figures.pointee.next_timed {
        invokeTimed(figures, policy, call)
    } else if policy == BT_RELEASE_HOLD {
        call.run()
        if _bt_somebody_waits() != 0 { figures.pointee.kept_waiting &+= 1 }
    } else if policy == BT_RELEASE_FULLY {
        let state = _bt_save_fully()
        call.run()
        if _bt_restore_watched(state) != 0 { figures.pointee.helped &+= 1 }
    } else {
        let state = BtEval_SaveThread()
        call.run()
        if _bt_restore_watched(state) != 0 { figures.pointee.helped &+= 1 }
    }
    return function.pointee.flags & BT_FOREIGN_CALL_ATTACHED == 0 || !errorOccurred()
}

/// A call that is ready to be made.
private struct NativeCall {
    let interface: UnsafeMutablePointer<ffi_cif>
    let address: UnsafeMutableRawPointer
    let result: UnsafeMutableRawPointer
    let arguments: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    let usesErrno: Bool

    @inline(__always)
    func run() {
        if usesErrno { exchangeErrno() }
        // SAFETY: because it is the address of a function; whether its prototype is the given one, nobody can check.
        ffi_call(interface, unsafeBitCast(address, to: (@convention(c) () -> Void).self), result, arguments)
        if usesErrno { exchangeErrno() }
    }

    @inline(never)
    private func exchangeErrno() {
        let own = _bt_foreign_errno()!
        let value = errno
        errno = own.pointee
        own.pointee = value
    }
}

@inline(never)
private func invokeTimed(_ figures: UnsafeMutablePointer<BtForeignFigures_>, _ policy: UInt32, _ call: NativeCall) {
    let state: UnsafeMutablePointer<BtThreadState>?
    switch policy {
    case BT_RELEASE_HOLD: state = nil
    case BT_RELEASE_FULLY: state = _bt_save_fully()
    default: state = BtEval_SaveThread()
    }
    let start = nanoseconds()
    call.run()
    let time = nanoseconds() - start
    if let state {
        if _bt_restore_watched(state) != 0 { figures.pointee.helped &+= 1 }
    } else {
        if time >= longHoldNanoseconds { figures.pointee.held_long &+= 1 }
        if _bt_somebody_waits() != 0 { figures.pointee.kept_waiting &+= 1 }
    }
    note(figures, time)
}

private func nanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
}

/// Note the time of a call, decide when the next is timed, and under `auto` what the policy is.
private func note(_ figures: UnsafeMutablePointer<BtForeignFigures_>, _ time: UInt64) {
    figures.pointee.timed &+= 1
    figures.pointee.timed_ns &+= time
    figures.pointee.longest_ns = max(figures.pointee.longest_ns, time)
    // The usual time forgets quickly at first; one that was interrupted counts for little.
    let usual = figures.pointee.usual_ns
    if usual == 0 || time < usual {
        figures.pointee.usual_ns = usual == 0 ? time : (usual &+ time) / 2
    } else {
        figures.pointee.usual_ns = usual &+ min(time &- usual, usual &* 8) / 8
    }
    let step = figures.pointee.timed < firstTimed || figures.pointee.usual_ns > 2_000 ? 1 : timedOneOf
    figures.pointee.next_timed = figures.pointee.calls &+ step &- 1
    guard figures.pointee.policy == BT_RELEASE_AUTO, figures.pointee.timed >= firstTimed else { return }
    figures.pointee.in_force = policy(for: figures.pointee.usual_ns, figures.pointee.in_force)
}

/// The policy for a function of some time; what is in force stays while the time is near its limits.
private func policy(for time: UInt64, _ current: UInt32) -> UInt32 {
    switch time {
    case ..<(current == BT_RELEASE_HOLD ? holdNanoseconds * 2 : holdNanoseconds): BT_RELEASE_HOLD
    case (current == BT_RELEASE_FULLY ? fullNanoseconds / 2 : fullNanoseconds)...: BT_RELEASE_FULLY
    default: BT_RELEASE_LAZY
    }
}

// MARK: The report

/// What has been counted: a list of tuples, in the order of first calls.
func foreignFigures() -> Ref? {
    guard let list = BtList_New(0) else { return nil }
    var next = _bt_foreign.figures
    while let figures = next {
        let values = figures.pointee
        next = values.next
        let line = tuple(
            taking: makeString(String(cString: values.name)), makeString(String(cString: values.library)),
            makeInt(unsigned: UInt(values.calls)), makeInt(unsigned: UInt(values.timed)),
            makeInt(unsigned: UInt(values.timed_ns)), makeInt(unsigned: UInt(values.longest_ns)),
            makeString(policyName(values.policy)), makeString(policyName(values.in_force)),
            makeInt(unsigned: UInt(values.helped)), makeInt(unsigned: UInt(values.held_long)),
            makeInt(unsigned: UInt(values.kept_waiting)), makeInt(unsigned: UInt(values.usual_ns)))
        guard let line, BtList_Insert(list, 0, line) >= 0 else {
            release(line)
            Bt_DECREF_(list)
            return nil
        }
        Bt_DECREF_(line)
    }
    return list
}
