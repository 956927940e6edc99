import Testing

// What checked mode says of what is left over, of what takes too long, and of other mutexes than the lock.

@Suite struct `Checks of leaks, buffers, holds and mutexes` {
    @Test(arguments: ["-O0", "-O2"]) func `correct code stays silent`(_ optimization: String) throws {
        let run = try CheckedRun(
            "broken_use_test", optimization: optimization,
            script: """
                for i in range(40): x = broken_use_test.correct(bytearray(100))
                print(len(x))
                """)
        run.expect([])
        #expect(run.outcome.errors.isEmpty)
        #expect(run.outcome.output == "3\n")
    }

    @Test func `threads that pin one object stay silent`() throws {
        let run = try CheckedRun(
            "broken_use_test",
            script: """
                import threading
                data = bytes(1000)
                def work():
                    for i in range(3): broken_use_test.correct(data)
                threads = [threading.Thread(target=work) for i in range(4)]
                for thread in threads: thread.start()
                for thread in threads: thread.join()
                print('done')
                """)
        run.expect([])
        #expect(run.outcome.output == "done\n", "\(run.outcome.errors)")
    }

    struct Breach: CustomTestStringConvertible, Sendable {
        let call: String
        let finding: String
        var testDescription: String { call }
    }

    static let breaches = [
        Breach(call: "for _ in range(4): broken_use_test.leak_new(1)", finding: "R2 reference-leaked made:@made"),
        Breach(
            call: "a = [1]\nfor _ in range(4): broken_use_test.leak_taken(a)",
            finding: "R2 reference-leaked taken:@taken made:0"),
        Breach(
            call: "broken_use_test.leak_buffer(bytearray(5))",
            finding: "R2 buffer-not-released got:@got function:@leak_buffer"),
        Breach(
            call: "b = broken_use_test.Box()\nv = memoryview(b)\nb.grow()\nv.release()",
            finding: "R6 exporter-changed got:0 called:@grow"),
        Breach(call: "broken_use_test.compute(1)", finding: "R7 held-too-long function:@compute"),
        Breach(call: "broken_use_test.wait(1)", finding: "R7 held-too-long function:@wait"),
        Breach(call: "broken_use_test.release_for_nothing(1)", finding: "R7 short-releases block:@short"),
        Breach(call: "broken_use_test.hold_mutex(1)", finding: "R8 mutex-held at:@attach locked:@locked"),
    ]

    @Test(arguments: breaches, ["-O0", "-O2"])
    func `a breach is found with its rule and its lines`(_ breach: Breach, _ optimization: String) throws {
        let run = try CheckedRun(
            "broken_use_test", optimization: optimization, script: "\(breach.call)\nprint('goes on')")
        run.expect([breach.finding])
        #expect(run.outcome.output == "goes on\n", "\(run.outcome.errors)")
    }

    @Test func `advice is no breach`() throws {
        let run = try CheckedRun(
            "broken_use_test", script: "broken_use_test.release_for_nothing(1)", options: ["--check-fail"])
        #expect(run.findings.map(\.advice) == [true])
        #expect(run.outcome.status == 0)
    }
}
