import Baton
import CBaton
import Foundation
import TestSupport
import Testing

@Suite(.tags(.threads)) struct `Attaching` {
    @Test func `gives a token on any thread, again and again`() throws {
        let sums = Shared<[Int]>([])
        onThreads(4) { index in
            for round in 0..<50 {
                let sum = try? TestRuntime.attach { lock in
                    try lock.value(lock.call(lock.attribute("__add__", of: lock.object(index)), round), as: Int.self)
                }
                sums.with { $0.append(sum ?? -1) }
            }
        }
        let expected = (0..<4).flatMap { index in (0..<50).map { index + $0 } }.sorted()
        #expect(sums.with { $0.sorted() } == expected)
    }

    @Test func `detaches while the closure runs, and attaches after an error too`() throws {
        struct Stop: Error {}
        try TestRuntime.attach { lock in
            #expect(BtGILState_Check() == 1)
            expectEqual(lock.detach { BtGILState_Check() }, 0)
            #expect(BtGILState_Check() == 1)
            #expect(throws: Stop.self) {
                try TestRuntime.attach { lock in try lock.detach { () throws(Stop) in throw Stop() } }
            }
            #expect(BtGILState_Check() == 1)
            expectEqual(lock.detach(if: false) { BtGILState_Check() }, 1)
        }
        #expect(BtGILState_Check() == 0)
    }

    @Test func `inside a detach attaches for the closure and goes back`() throws {
        let states = try TestRuntime.attach { lock in
            try lock.detach {
                let inner = try Runtime.attach { lock in try lock.value(lock.object(7), as: Int.self) }
                return [inner, Int(BtGILState_Check())]
            }
        }
        #expect(states == [7, 0])
    }

    @Test func `lets another thread run during a detach`() throws {
        let (inside, done) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        Thread {
            inside.waitBounded()
            _ = try? TestRuntime.attach { lock in try lock.import("sys") }
            done.signal()
        }.start()
        let outcome = try TestRuntime.attach { lock in
            lock.detach {
                inside.signal()
                return done.wait(timeout: .now() + 60)
            }
        }
        #expect(outcome == .success)
    }

    @Test func `holds a critical section and gives the token back`() throws {
        let list = try TestRuntime.attach { lock in try lock.object([1, 2]) }
        let count = try TestRuntime.attach { lock in
            try lock.section(on: list) { lock throws(Exception) in
                _ = try lock.call(list, method: "append", 3)
                return lock.detach { 1 } + (try lock.count(of: list))
            }
        }
        #expect(count == 4)
    }

    @Test func `by hand, where the runtime does not call, ends a debug build with R1`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            try Runtime.start()
            try Runtime.attach { lock in
                guard let result = Native.call(nil, nil, 0, { _, _ in 7 }) else { exit(1) }
                exit(try lock.value(Object(unsafeOwned: result), as: Int.self) == 7 ? 42 : 2)
            }
        }
        await #expect(processExitsWith: .failure) {
            try Runtime.start()
            _ = Native.call(nil, nil, 0) { _, _ in 7 }
            exit(0)
        }
    }

    @Test func `fails before the start`() async {
        await #expect(processExitsWith: .success) {
            #expect(throws: RuntimeError.notStarted) { try Runtime.attach { _ in } }
            exit(Runtime.isRunning ? 1 : 0)
        }
    }
}

@Suite(.tags(.threads)) struct `The end of the runtime` {
    @Test func `names the threads that are left, lets no other attach, and succeeds when they have gone`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            try Runtime.start()
            let (inside, leave, left) = (
                DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
            )
            Thread {
                // Not `Thread.name`: it names nothing while the starter has not stored the thread yet.
                try? "culprit".write(toFile: "/proc/thread-self/comm", atomically: false, encoding: .utf8)
                try? Runtime.attach { lock in
                    lock.detach {
                        inside.signal()
                        leave.waitBounded()
                    }
                }
                left.signal()
            }.start()
            inside.waitBounded()
            do {
                try Runtime.finalize(deadline: .milliseconds(20))
                exit(1)
            } catch RuntimeError.inUse(let threads, let guards) {
                let user = try #require(threads.first)
                guard threads.count == 1, user.use == .detached, user.name == "culprit", guards == 1 else { exit(2) }
            }
            #expect(throws: RuntimeError.ending) { try Runtime.attach { _ in } }
            leave.signal()
            left.waitBounded()
            try Runtime.finalize()
            exit(Runtime.isRunning ? 3 : 42)
        }
    }

    @Test func `is quiet when nobody is left, and it can be started again`() async {
        await #expect(processExitsWith: .exitCode(42)) {
            for _ in 0..<2 {
                try Runtime.start()
                guard try Runtime.attach({ lock in try lock.value(lock.object("again"), as: String.self) }) == "again"
                else { exit(1) }
                try Runtime.finalize(deadline: .seconds(5))
            }
            exit(42)
        }
    }
}
