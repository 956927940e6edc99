import BatonRuntime
import CBaton
import CBaton.Host
import Testing

// An allocator that fails at the n-th call, for every n until an operation needs fewer: each time the operation either
// gives its result or raises MemoryError, and leaves no object behind. What Swift itself allocates (arrays, strings on cold
// paths) is not made to fail: Swift ends the process then, and so does the system long before.
//
// Each group runs in a process of its own, where no other test allocates, and a crash names its operation.

@Suite struct `No memory` {
    @Test(arguments: Operations.groups.keys.sorted())
    func `is a MemoryError in every place, and nothing leaks`(_ group: String) async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [group, log = log as ChildLog] in
            log.begin()
            try Attached.run {
                let names = try Operations.loadNames()
                for source in Operations.groups[group]! { Starvation(source, names: names).run() }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test func `is a MemoryError while types and modules are made`() async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [log = log as ChildLog] in
            log.begin()
            try Attached.run {
                let names = try Operations.loadNames()
                for source in Operations.withCycles { Starvation(source, names: names, countsObjects: false).run() }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }
}

/// One operation, run with an allocator that fails.
private struct Starvation {
    let source: String
    let names: [String: Ref]
    let countsObjects: Bool

    init(_ source: String, names: [String: Ref], countsObjects: Bool = true) {
        self.source = source
        self.names = names
        self.countsObjects = countsObjects
    }

    func run() {
        ChildLog.write(source)
        // The first times fill caches: interned names, method caches, lazy tables.
        let expected = outcome().text
        for _ in 0..<3 {
            let again = outcome().text
            #expect(again == expected, "\(source)")
        }
        for failsOnce in [false, true] {
            var count = 1
            while starve(at: count, failsOnce, expected) {
                count += 1
                if count > 2000 {
                    Issue.record("\(source): no end")
                    break
                }
            }
        }
    }

    /// Run with the allocation `count` failing; whether there were so many.
    private func starve(at count: Int, _ failsOnce: Bool, _ expected: String) -> Bool {
        ChildLog.write("\(source) [\(count)\(failsOnce ? " once" : "")]")
        var failed = false
        // A leak is one that happens again: the first time a cache may have been filled.
        for attempt in 0..<3 {
            let before = _bt_memory_live()
            let (text, hasFailed) = outcome(failingAt: count, failsOnce)
            failed = hasFailed
            #expect(
                text == expected || failed && text.hasPrefix("MemoryError"),
                "\(source) with allocation \(count) failing\(failsOnce ? " once" : ""): \(text)")
            let left = _bt_memory_live() - before
            if !countsObjects || left == 0 { break }
            #expect(attempt < 2, "\(source) with allocation \(count) failing\(failsOnce ? " once" : "") leaves \(left)")
        }
        return failed
    }

    /// The repr of the result or the text of the exception, and whether an allocation failed.
    private func outcome(failingAt count: Int = 0, _ failsOnce: Bool = false) -> (text: String, hasFailed: Bool) {
        let failures = _bt_memory_failures
        if failsOnce { _bt_memory_fail_at(count) } else { _bt_memory_fail_after(count) }
        let result = value()
        _bt_memory_fail_after(0)
        let hasFailed = _bt_memory_failures != failures
        if let result {
            if let message = takeException() { return ("a result, and \(message)", hasFailed) }
            return (repr(result), hasFailed)
        }
        return (takeException() ?? "an error without exception", hasFailed)
    }

    private func value() -> Ref? {
        do {
            var expression = try Expression(source, names: names)
            return Bt_NewRef_(try expression.run().ref)
        } catch is Expression.Raised {
            return nil
        } catch {
            Issue.record("\(source): \(error)")
            return nil
        }
    }
}
