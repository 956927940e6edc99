public import Foundation

/// How long a test waits for another process or thread at most. What takes seconds is given minutes, since machines are slow
/// and busy; what hangs ends, and its test says so.
public let patience = DispatchTimeInterval.seconds(300)

/// A process that did not end by itself.
public struct Hung: Error, CustomStringConvertible {
    public let description: String
}

/// Start `process`, have `body` read what it says, wait for its end, and give what `body` gave. A process that does not end is
/// killed, with those of its group, which closes what `body` reads.
///
/// - Throws: `Hung` with what `body` gave, or what starting it or `body` throws.
public func bounded<Result>(
    _ process: Process, within limit: DispatchTimeInterval = patience, _ body: () throws -> Result
) throws -> Result {
    try process.run()
    let id = process.processIdentifier
    let wasKilled = Flag()
    let watch = DispatchWorkItem {
        wasKilled.set()
        kill(-id, SIGKILL)
        kill(id, SIGKILL)
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit, execute: watch)
    defer { watch.cancel() }
    let result = try body()
    process.waitUntilExit()
    if wasKilled.isSet {
        let command = ([process.executableURL?.path ?? "?"] + (process.arguments ?? [])).joined(separator: " ")
        throw Hung(description: "\(command) did not end within \(limit) and was killed; it gave \(result)")
    }
    return result
}

/// Run to its end, without a look at what it says. See `bounded(_:within:_:)`.
public func bounded(_ process: Process, within limit: DispatchTimeInterval = patience) throws {
    try bounded(process, within: limit) {}
}

extension DispatchSemaphore {
    /// Wait for a signal of another thread, which comes unless there is a defect: without one the test program ends.
    public func waitBounded(_ what: StaticString = #function, line: UInt = #line) {
        let outcome = wait(timeout: .now() + patience)
        precondition(outcome == .success, "\(what), line \(line): no signal within \(patience)")
    }
}

extension DispatchGroup {
    /// Wait for the threads of a test, which end unless there is a defect: else the test program ends.
    public func waitBounded() {
        let outcome = wait(timeout: .now() + patience)
        precondition(outcome == .success, "threads of a test have not ended within \(patience)")
    }
}

// SAFETY: because the flag is touched under the lock alone.
private final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var value = false

    func set() { lock.withLock { value = true } }
    var isSet: Bool { lock.withLock { value } }
}
