import Foundation
import Testing

// What checked mode says of extensions that count wrongly: a freed object is kept for a while, and knows where it was made
// and freed.

@Suite struct `Checks of references` {
    @Test(arguments: ["-O0", "-O2"]) func `correct code stays silent`(_ optimization: String) throws {
        let run = try CheckedRun(
            "broken_memory_test", optimization: optimization,
            script: "for i in range(200): x = broken_memory_test.correct(i)\nprint(x)")
        run.expect([])
        #expect(run.outcome.errors.isEmpty)
        #expect(run.outcome.output == "([199], 199)\n")
    }

    struct Breach: CustomTestStringConvertible, Sendable {
        let call: String
        let finding: String
        var testDescription: String { call }
    }

    static let breaches = [
        Breach(
            call: "try: broken_memory_test.call_with_freed(1)\nexcept SystemError: pass",
            finding: "R6 use-after-free at:@used1 freed:@freed1 made:@made1"),
        Breach(
            call: "broken_memory_test.drop_twice(1)", finding: "R6 below-zero at:@again2 freed:@freed2 made:@made2"),
        Breach(
            call: "broken_memory_test.take_freed(1)",
            finding: "R6 use-after-free at:@taken3 freed:@freed3 made:@made3"),
        Breach(call: "broken_memory_test.write_freed(1)", finding: "R6 written-after-free freed:@freed4 made:@made4"),
        // The list drops its reference later, in the runtime; the finding tells who dropped it before.
        Breach(
            call: "a = [object()]\nbroken_memory_test.drop_borrowed(a)\ndel a",
            finding: "R6 below-zero at:0 freed:@borrowed made:0"),
    ]

    @Test(arguments: breaches, ["-O0", "-O2"])
    func `a breach is found with where the object was made and freed`(_ breach: Breach, _ optimization: String) throws {
        let run = try CheckedRun(
            "broken_memory_test", optimization: optimization, script: "\(breach.call)\nprint('goes on')")
        run.expect([breach.finding])
        #expect(run.outcome.output == "goes on\n", "\(run.outcome.errors)")
    }

    @Test func `objects live and die as without the checks`() throws {
        let script = """
            class Node:
                def __init__(self): self.me = self
            import gc
            kept = [Node() for i in range(100)]
            for i in range(20000): Node()
            gc.collect()
            text = ''.join(str(i) for i in range(5000))
            print(len(kept), len(text), len(bytes(100000)), sum(range(10000)))
            """
        let run = try CheckedRun("broken_memory_test", script: script)
        run.expect([])
        #expect(run.outcome.output == "100 18890 100000 49995000\n", "\(run.outcome.errors)")
    }
}

@Suite struct `The table of functions` {
    /// A function that is in no row is called without a look at it; a row that is wrong would be a false alarm.
    @Test func `says nothing that the headers do not say`() throws {
        let root = TestExtension.root
        let generated = try TestExtension.run(
            "python3",
            [root.appending(path: "Tools/contract_table.py").path, root.appending(path: "CShim/include").path])
        let table = try String(contentsOf: root.appending(path: "CShim/check/functions.inc"), encoding: .utf8)
        let wrong = Set(table.split(separator: "\n")).subtracting(generated.split(separator: "\n"))
        #expect(wrong.isEmpty, "python3 Tools/contract_table.py CShim/include > CShim/check/functions.inc")
        #expect(table.split(separator: "\n").count > 700)
    }
}
