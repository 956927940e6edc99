import ArgumentParser
import BatonRuntime
import CBaton
internal import Glibc

/// The scheduler of the lock, by the name that the command line has for it.
enum SchedulerName: String, CaseIterable, ExpressibleByArgument {
    case ticks
    case interval
    case adaptive

    var value: BtLockScheduler {
        switch self {
        case .ticks: BT_SCHEDULER_TICKS
        case .interval: BT_SCHEDULER_INTERVAL
        case .adaptive: BT_SCHEDULER_ADAPTIVE
        }
    }
}

/// The runtime during one command.
enum RuntimeSession {
    /// Start the runtime, run `body` attached, end the runtime.
    static func run<Result>(scheduler: SchedulerName? = nil, _ body: () throws -> Result) throws -> Result {
        // A closed pipe is seen by whoever writes to it.
        signal(SIGPIPE, SIG_IGN)
        var config = BtConfig()
        BtConfig_Init(&config)
        if let scheduler { config.scheduler = CInt(scheduler.value.rawValue) }
        guard Bt_InitializeFromConfig(&config) == 0 else { throw Failure("the runtime did not start") }
        defer { end() }
        return try body()
    }

    private static func end() {
        // Threads that are left keep the runtime; the process ends without waiting longer for them.
        if Bt_FinalizeEx() != 0 { _exit(1) }
    }

    /// Run `body` detached.
    static func detached<Result>(_ body: () throws -> Result) rethrows -> Result {
        let state = BtEval_SaveThread()
        defer { BtEval_RestoreThread(state) }
        return try body()
    }
}

/// Calls from Swift into extensions, by an attached thread. What is returned is a new reference.
enum Extension {
    /// An attribute of a module, imported if it has not been.
    static func attribute(_ module: String, _ name: String) throws(Failure) -> Ref {
        guard let attribute = BtImport_ImportModuleAttrString(module, name) else { throw takeException() }
        return attribute
    }

    static func call(_ function: Ref, _ arguments: Ref...) throws(Failure) -> Ref {
        let argumentArray = arguments.map { Optional($0) }
        guard let result = BtObject_Vectorcall(function, argumentArray, argumentArray.count, nil) else {
            throw takeException()
        }
        return result
    }

    static func callMethod(_ object: Ref, _ name: String) throws(Failure) -> Ref {
        guard let method = BtObject_GetAttrString(object, name) else { throw takeException() }
        defer { release(method) }
        return try call(method)
    }

    /// Drop the exception that is set, and return what it says.
    static func takeException() -> Failure {
        guard let exception = BtErr_GetRaisedException() else { return Failure("an error without an exception") }
        defer { release(exception) }
        guard let text = BtObject_Str(exception) else {
            BtErr_Clear()
            return Failure(typeName(exception))
        }
        defer { release(text) }
        let message = swiftString(text)
        return Failure(message.isEmpty ? typeName(exception) : "\(typeName(exception)): \(message)")
    }

    /// A new bytes object.
    static func bytes(_ bytes: some Collection<UInt8>) throws(Failure) -> Ref {
        let object = Array(bytes).withUnsafeBytes {
            BtBytes_FromStringAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        guard let object else { throw takeException() }
        return object
    }

    /// The contents of a bytes object, good while the reference is held.
    static func contents(_ bytes: Ref) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: BtBytes_AsString(bytes), count: BtBytes_Size(bytes))
    }
}
