import Baton
import CBaton
import Foundation
import Testing

@Suite struct `Objects` {
    /// A list whose reference count the tests watch.
    private static func count(of object: borrowing Object, _ lock: borrowing Attached) -> Int {
        Bt_REFCNT_(object.unsafeReference)
    }

    @Test func `drop their reference when their life ends attached`() throws {
        try TestRuntime.attach { lock in
            let list = try lock.object([1])
            expectEqual(Self.count(of: list, lock), 1)
            do {
                let second = lock.copy(list)
                expectEqual(Self.count(of: list, lock), 2)
                expectEqual(lock.isSame(list, second), true)
            }
            expectEqual(Self.count(of: list, lock), 1)
        }
    }

    @Test func `dropped while detached are released when a thread has attached again`() throws {
        try TestRuntime.attach { lock in
            let list = try lock.object([1])
            var other: Object? = lock.copy(list)
            lock.detach { other = nil }
            let isDropped = other == nil
            #expect(isDropped)
            expectEqual(Self.count(of: list, lock), 1)
        }
    }

    @Test func `dropped by a thread that never attached are released at the next attach`() throws {
        let list = try TestRuntime.attach { lock in try lock.object([1]) }
        do {
            let second = try TestRuntime.attach { lock in lock.copy(list) }
            #expect(second.unsafeReference == list.unsafeReference)
        }
        let count = try TestRuntime.attach { lock in Self.count(of: list, lock) }
        #expect(count == 1)
    }

    @Test func `dropped detached from many threads are all released`() throws {
        let list = try TestRuntime.attach { lock in try lock.object([1]) }
        let reference = UInt(bitPattern: list.unsafeReference)
        onThreads(4) { _ in
            for _ in 0..<200 {
                do {
                    // SAFETY: because the list outlives the threads.
                    let copied = try Runtime.attach { lock in
                        Object(unsafeBorrowed: Reference(bitPattern: reference)!, lock)
                    }
                    extendLifetime(copied)
                } catch {
                    Issue.record("\(error)")
                }
            }
        }
        try expectEqual(TestRuntime.attach { lock in Self.count(of: list, lock) }, 1)
    }

    @Test func `have attributes, items, truth, equality and text`() throws {
        try TestRuntime.attach { lock in
            let row = try lock.object([3, 1, 2])
            _ = try lock.call(row, method: "sort")
            try expectEqual(lock.representation(of: row), "[1, 2, 3]")
            try expectEqual(lock.count(of: row), 3)
            try lock.setItem(0, of: row, to: "one")
            try expectEqual(lock.description(of: lock.item(0, of: row)), "one")
            try expectEqual(lock.isTrue(row), true)
            try expectEqual(lock.isTrue(lock.object("")), false)
            try expectEqual(lock.isEqual(row, lock.object(["one"])), false)
            let nothing = try lock.optionalAttribute("nothing", of: row)
            let isMissing = nothing == nil
            #expect(isMissing)
            try expectEqual(lock.isInstance(row, of: lock.attribute("list", of: lock.import("builtins"))), true)
            expectEqual(lock.typeName(of: row), "list")
            expectEqual(lock.isNone(lock.none), true)
        }
    }

    @Test func `are iterated with the token at hand`() throws {
        let total = try TestRuntime.attach { lock in
            var total = 0
            try lock.forEach(in: lock.object([1, 2, 3])) { item, lock in
                let value = try lock.value(item, as: Int.self)
                total += lock.detach { value * value }
            }
            return total
        }
        #expect(total == 14)
    }

    @Test func `are called with up to four arguments, and with a tuple and keywords`() throws {
        try TestRuntime.attach { lock in
            let builtins = try lock.import("builtins")
            let maximum = try lock.attribute("max", of: builtins)
            try expectEqual(lock.value(lock.call(maximum, 1, 5), as: Int.self), 5)
            try expectEqual(lock.value(lock.call(maximum, 1, 5, 9), as: Int.self), 9)
            try expectEqual(lock.value(lock.call(maximum, 1, 5, 9, 11), as: Int.self), 11)
            try expectEqual(lock.value(lock.call(lock.attribute("list", of: builtins)), as: [Int].self), [])
            let arguments = try lock.call(lock.attribute("tuple", of: builtins), [["b", "a"]])
            let sorted = try lock.call(
                lock.attribute("sorted", of: builtins), arguments: arguments, keywords: lock.object(["reverse": true]))
            try expectEqual(lock.value(sorted, as: [String].self), ["b", "a"])
        }
    }
}
