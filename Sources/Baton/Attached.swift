public import CBaton

/// The proof that this thread is attached: whoever has one may use objects.
///
/// There is no way to make one. ``Runtime/attach(_:)`` gives one to its closure, and a function of a module written in Swift
/// is given one when a script calls it. Everything that touches an object asks for it: `borrowing Attached` where the caller
/// stays attached throughout (the call may still let other threads run, R6), `inout Attached` where it may be put down.
///
///     try Runtime.attach { lock in
///         let text = try lock.call(lock.import("zlib"), method: "compress", bytes)
///         let sum = lock.detach { heavyWork() }        // no lock, no objects
///         ...
///     }
///
/// What the compiler refuses, with stable Swift: an object used inside `detach` and a nested `detach` ("overlapping
/// accesses", R1 to R3), a token copied, returned or stored ("missing reinitialization", R3), one carried to another thread
/// or into an escaping closure (R5), and a token of an outer `attach` used in an inner one.
///
/// ## Drawbacks
/// A raw pointer is not seen: `unsafeReference` of an object, or a pointer got from `withUnsafe…`, can be carried into a
/// `detach` closure by hand. The closure of `attach` is `@Sendable`, so that no other token is at hand in it; results come
/// out of it by `return`, and it captures no variable that it changes. The functions of ``Native`` make a token; they are for the
/// C functions that the runtime calls attached, and called elsewhere they lie. Swift 6.3.1 does not end the life of what `try?`
/// gives in a loop, if it cannot be copied: write `do` and `catch`. Objects that refer to each other from inside the
/// state of a Swift-native type are not seen by the collector of cycles.
public struct Attached: ~Copyable {
    /// - Parameter unsafe: says that the caller knows this thread to be attached, for as long as the token lives.
    @usableFromInline @inline(__always)
    init(unsafe: Void) {}

    /// Put the lock down while `body` runs, so that other threads run: an allow-threads block.
    ///
    /// For work that takes longer than about 10 microseconds, and for every wait (R7). Data of objects is pinned before it
    /// (``pin(_:)``) and stays pinned. After it everything may have changed (R6). An error that leaves `body` leaves `detach`
    /// attached. Objects dropped in `body` are released when the thread has attached again.
    ///
    /// - Lock: detached while `body` runs, attached after it.
    /// - Throws: what `body` throws.
    /// - Returns: what `body` returns.
    /// - Complexity: 3 nanoseconds beside `body` while nobody waits for the lock; the same instructions as the C macros.
    @inlinable @inline(__always)
    public mutating func detach<Result: ~Copyable, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let state = _bt_save_thread()
        defer {
            _bt_restore_thread(state)
            Bt_DropLate()
        }
        return try body()
    }

    /// Detach only if `condition` holds: for work whose size is known, where a short one keeps the lock (R7).
    ///
    /// - Lock: detached while `body` runs if `condition`, attached after it.
    /// - Throws: what `body` throws.
    @inlinable @inline(__always)
    public mutating func detach<Result: ~Copyable, Failure: Error>(
        if condition: Bool, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if condition { return try detach(body) }
        return try body()
    }

    /// Do what is asked of an attached thread: let another one have its turn, run signal handlers, end at shutdown.
    /// A long loop that stays attached calls it now and then.
    ///
    /// - Lock: attached; may switch threads and run any code (R6).
    /// - Throws: `KeyboardInterrupt`, `SystemExit`, or what a pending call raised.
    @inlinable
    public borrowing func safePoint() throws(Exception) {
        if BtEval_SafePoint() < 0 { throw Exception.taken(self) }
    }

    /// End the process in a debug build if this thread is not attached.
    ///
    /// - Lock: either.
    @inlinable @inline(__always)
    static func assertAttached(_ function: StaticString) {
        assert(BtGILState_Check() != 0, "\(function): expected an attached thread (R1). See: baton explain R1")
    }

    /// Run `body` with a token in a C function that is known to be called attached, such as a slot or a callback.
    ///
    /// - Lock: attached. A debug build ends the process with R1 if the thread is not.
    @inlinable
    public static func unsafeAssume<Result: ~Copyable, Failure: Error>(
        _ body: (inout Attached) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        assertAttached("Attached.unsafeAssume")
        var lock = Attached(unsafe: ())
        return try body(&lock)
    }
}

@available(*, unavailable, message: "a token stays on its thread (R5)")
extension Attached: Sendable {}
