import BatonRuntime
import CBaton
import Testing

/// Runs test bodies on an attached thread.
enum Attached {
    /// Start the runtime if that has not happened, attach this thread, run `body`, detach.
    ///
    /// An exception that `body` leaves set is an issue of the test, and is dropped.
    static func run<Result>(
        sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Result
    ) rethrows -> Result {
        startRuntime()
        let state = BtGILState_Ensure()
        defer { BtGILState_Release(state) }
        defer {
            if let message = takeException() {
                Issue.record("the test left an exception set: \(message)", sourceLocation: sourceLocation)
            }
        }
        return try body()
    }

    /// Start the runtime once, and leave the starting thread detached.
    static func startRuntime() { _ = started }

    private static let started: Void = {
        Bt_Initialize()
        BtEval_SaveThread()
    }()
}

/// Drop the exception that is set; its "Type: text", or nil if none is.
func takeException() -> String? {
    guard let exception = BtErr_GetRaisedException() else { return nil }
    defer { Bt_DECREF_(exception) }
    guard let text = BtObject_Str(exception) else {
        BtErr_Clear()
        return typeName(exception)
    }
    defer { Bt_DECREF_(text) }
    return "\(typeName(exception)): \(swiftString(text))"
}
