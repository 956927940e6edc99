import Baton
import Foundation
import TestSupport
import Testing

extension Tag {
    /// Suites that put several threads on one thing: Tools/test-threads.sh runs them under the thread sanitizer. It
    /// reads the line that begins with `@Suite`, so that the tag stands there.
    @Tag static var threads: Self
}

/// The one runtime of the test process.
enum TestRuntime {
    /// Attach to it, started if that has not happened.
    static func attach<Result: ~Copyable>(
        _ body: @Sendable (inout Attached) throws -> Result
    ) throws -> Result {
        try started.get()
        return try Runtime.attach(body)
    }

    private static let started = Result { try Runtime.start() }

    /// Where this program and the libraries of the package are.
    static let products = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
}

/// A value that threads of a test share, with its lock.
final class Shared<Value>: @unchecked Sendable {
    // SAFETY: because the value is touched under the lock alone.
    private var value: Value
    private let lock = NSLock()

    init(_ value: Value) { self.value = value }

    func with<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
        try lock.withLock { try body(&value) }
    }
}

/// Run `body` on threads that the runtime did not make, and wait for all.
func onThreads(_ count: Int, _ body: @escaping @Sendable (_ index: Int) -> Void) {
    let group = DispatchGroup()
    for index in 0..<count {
        group.enter()
        Thread {
            body(index)
            group.leave()
        }.start()
    }
    group.waitBounded()
}

/// Expect two values to be equal. (The arguments of `#expect` are taken apart, and may not be what cannot be copied.)
func expectEqual<Value: Equatable>(
    _ found: Value, _ expected: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(found == expected, sourceLocation: sourceLocation)
}
