import Baton
import CBaton
import Foundation
import Testing

@Suite struct `A module written in Swift` {
    /// The module, imported as any extension: it is found beside the program.
    private static func wordcount(_ lock: inout Attached) throws -> Object { try lock.import("wordcount") }

    @Test func `is looked for in a folder that the host adds, before all others`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            try Runtime.start()
            try Runtime.attach { lock in
                try lock.addImportPath("/no/such/folder")
                let path = try lock.value(lock.attribute("path", of: lock.import("sys")), as: [String].self)
                exit(path.first == "/no/such/folder" && path.count > 1 ? 42 : 1)
            }
        }
    }

    @Test func `has functions that scripts call`() throws {
        try TestRuntime.attach { lock in
            let module = try Self.wordcount(&lock)
            try expectEqual(lock.value(lock.call(module, method: "count", Array(" a bb  c\n".utf8)), as: Int.self), 3)
            let frequencies = try lock.call(module, method: "frequencies", Array("a b a".utf8))
            try expectEqual(lock.representation(of: lock.item(Array("a".utf8), of: frequencies)), "2")
            try expectEqual(lock.count(of: frequencies), 2)
        }
    }

    @Test func `puts the lock down for long data only`() throws {
        try TestRuntime.attach { lock in
            let module = try Self.wordcount(&lock)
            let (short, long) = ([UInt8](repeating: 32, count: 100), [UInt8](repeating: 32, count: 100_000))
            for (data, releases) in [(short, UInt64(0)), (long, 1)] {
                let data = try lock.object(data)
                let count = try lock.attribute("count", of: module)
                let before = Self.acquisitions()
                _ = try lock.call(count, data)
                #expect(Self.acquisitions() - before == releases)
            }
        }
    }

    /// How often this thread has got the lock.
    private static func acquisitions() -> UInt64 {
        var statistics = BtLockStatistics()
        BtLock_GetThreadStatistics(BtThreadState_Get(), &statistics)
        return statistics.acquisitions
    }

    @Test func `has types whose objects many threads use`() throws {
        let object = try TestRuntime.attach { lock in try lock.call(Self.wordcount(&lock), method: "Counter") }
        let reference = UInt(bitPattern: object.unsafeReference)
        onThreads(4) { _ in
            for _ in 0..<25 {
                // SAFETY: because the object outlives the threads.
                _ = try? Runtime.attach { lock in
                    let counter = Object(unsafeBorrowed: Reference(bitPattern: reference)!, lock)
                    _ = try lock.call(counter, method: "add", Array(String(repeating: "x yy ", count: 2000).utf8))
                }
            }
        }
        try TestRuntime.attach { lock in
            try expectEqual(lock.value(lock.call(object, method: "total"), as: Int.self), 4 * 25 * 4000)
            let common = try lock.representation(of: lock.call(object, method: "most_common", 1))
            #expect(common == "[[b'x', 200000]]")
        }
    }

    @Test(arguments: [
        ("count", "count() takes 1 arguments (0 given)", "TypeError"),
        ("frequencies", "frequencies() takes 1 arguments (0 given)", "TypeError"),
    ]) func `turns errors into exceptions`(_ function: String, _ message: String, _ type: String) throws {
        do {
            try TestRuntime.attach { lock in _ = try lock.call(Self.wordcount(&lock), method: function) }
            Issue.record("no exception")
        } catch let error as Exception {
            #expect(error.type == type && error.message == message)
        }
    }

    @Test func `refuses arguments of another kind`() throws {
        for argument in ["text"] {
            do {
                try TestRuntime.attach { lock in _ = try lock.call(Self.wordcount(&lock), method: "count", argument) }
                Issue.record("no exception")
            } catch let error as Exception {
                #expect(error.type == "TypeError")
            }
        }
    }

    @Test func `ends the life of a state with its object`() throws {
        let ended = Shared(0)
        try TestRuntime.attach { lock in
            let module = try lock.call(lock.attribute("__class__", of: lock.import("sys")), "boxes")
            try box.add(to: module, &lock)
            do {
                let object = try box.object(Box { ended.with { $0 += 1 } }, lock)
                expectEqual(lock.typeName(of: object), "Box")
                let instance = try box.instance(lock.copy(object), lock)
                expectEqual(lock.withState(of: instance) { $0.use() }, 1)
                expectEqual(lock.detachWithState(of: instance) { $0.use() }, 2)
                #expect(ended.with { $0 } == 0)
            }
            #expect(ended.with { $0 } == 1)
            do {
                _ = try box.instance(lock.none, lock)
                Issue.record("None is a Box")
            } catch let error as Exception {
                #expect(error.message == "expected boxes.Box, got NoneType")
            }
        }
    }
}

/// A state with an end.
private struct Box: ~Copyable, Sendable {
    var uses = 0
    let end: @Sendable () -> Void
    init(end: @escaping @Sendable () -> Void) { self.end = end }
    deinit { end() }

    mutating func use() -> Int {
        uses += 1
        return uses
    }
}

private let box = NativeType<Box>("boxes.Box", "A box.", make: nil, free: { Native.free($0, box) })
