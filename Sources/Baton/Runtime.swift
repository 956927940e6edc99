internal import CBaton

/// The runtime: one in a process. A host application starts it, attaches threads to it and ends it; a module written in Swift
/// finds it running.
public enum Runtime {
    /// Start the runtime. The calling thread becomes its main thread; it is not attached after it.
    ///
    /// A call while the runtime runs does nothing.
    ///
    /// - Lock: detached.
    /// - Throws: ``RuntimeError/notStarted``; a message is on standard error.
    public static func start(_ configuration: Configuration = Configuration()) throws(RuntimeError) {
        guard Bt_IsInitialized() == 0 else { return }
        guard configuration.start() else { throw .notStarted }
        BtEval_ReleaseThread(BtThreadState_Get())
    }

    /// Whether the runtime has been started and not ended.
    public static var isRunning: Bool { Bt_IsInitialized() != 0 }

    /// Whether its end has begun: new attaches fail (R10).
    public static var isEnding: Bool { Bt_IsFinalizing() != 0 }

    /// Attach this thread, run `body` with the token, detach.
    ///
    /// Any thread may; its thread state stays for the thread's life, so that the next attach costs a few nanoseconds. On a thread
    /// that is attached already, or that is inside a `detach`, it attaches for `body` and then goes back to what was.
    ///
    /// - Lock: either before; attached while `body` runs, and holding off the end of the runtime; as before after it.
    /// - Throws: ``RuntimeError/ending`` or ``RuntimeError/notStarted`` without running `body` (R10); what `body` throws.
    /// - Returns: what `body` returns.
    public static func attach<Result: ~Copyable>(
        _ body: @Sendable (inout Attached) throws -> Result
    ) throws -> Result {
        guard isRunning, let token = BtThreadState_EnsureFromView(BtInterpreterView_FromMain()) else {
            throw isRunning ? RuntimeError.ending : RuntimeError.notStarted
        }
        defer { BtThreadState_Release(token) }
        var lock = Attached(unsafe: ())
        Bt_DropLate()
        return try body(&lock)
    }

    /// End the runtime: run its exit functions, wait for threads that still use it.
    ///
    /// A thread that is inside a `detach` is waited for; `SystemExit` is raised in one that runs a script. Nothing is torn down
    /// under a live thread: if some are left after the deadline, the runtime stays for them, and `finalize` may be called again.
    ///
    /// - Parameter deadline: how long to wait; nil: as configured at the start.
    /// - Lock: detached, and detached after it.
    /// - Throws: ``RuntimeError/inUse(threads:guards:)`` with who is left; lines about them are on standard error too.
    public static func finalize(deadline: Duration? = nil) throws(RuntimeError) {
        if let deadline { Bt_SetShutdownDeadline(deadline / .seconds(1)) }
        guard isRunning, Bt_FinalizeEx() != 0 else { return }
        throw .inUse(threads: RuntimeUser.all(), guards: RuntimeUser.openGuards())
    }
}

/// Why the runtime could not be used or ended.
public enum RuntimeError: Error, Equatable, CustomStringConvertible {
    /// The runtime has not been started, or did not start, or has ended.
    case notStarted
    /// The end of the runtime has begun (R10).
    case ending
    /// Threads or interpreter guards still use the runtime.
    case inUse(threads: [RuntimeUser], guards: Int)

    public var description: String {
        switch self {
        case .notStarted: "Baton does not run: start it with Runtime.start()"
        case .ending: "Baton is ending: no thread attaches any more (R10). See: baton explain R10"
        case .inUse(let threads, let guards):
            "Baton is in use: "
                + (threads.map(\.description) + (guards == 0 ? [] : ["\(guards) open guards"]))
                .joined(separator: ", ")
        }
    }
}

/// A thread that uses the runtime.
public struct RuntimeUser: Equatable, Sendable, CustomStringConvertible {
    public enum Use: Sendable {
        case attached, waitingToAttach, detached
    }
    /// The number that the kernel gives the thread.
    public let nativeID: UInt
    /// The thread's name as the system knows it; may be empty.
    public let name: String
    public let use: Use

    public var description: String {
        switch use {
        case .attached: "thread \(nativeID) \"\(name)\" is attached"
        case .waitingToAttach: "thread \(nativeID) \"\(name)\" waits to attach"
        case .detached: "thread \(nativeID) \"\(name)\" is inside a detach"
        }
    }

    /// - Lock: either.
    static func all() -> [RuntimeUser] {
        let room = Bt_GetRuntimeUsers(nil, 0, nil)
        // An array made with no room writes its count into the storage that all empty arrays share: a race.
        guard room > 0 else { return [] }
        return [BtRuntimeUser](unsafeUninitializedCapacity: room) { users, count in
            users.initialize(repeating: BtRuntimeUser())
            count = min(room, Bt_GetRuntimeUsers(users.baseAddress, room, nil))
        }.map(RuntimeUser.init)
    }

    static func openGuards() -> Int {
        var guards = 0
        _ = Bt_GetRuntimeUsers(nil, 0, &guards)
        return guards
    }

    private init(_ user: BtRuntimeUser) {
        nativeID = user.native_id
        name = withUnsafeBytes(of: user.name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        use =
            switch user.use {
            case BT_USE_ATTACHED: .attached
            case BT_USE_WAITING: .waitingToAttach
            default: .detached
            }
    }
}
