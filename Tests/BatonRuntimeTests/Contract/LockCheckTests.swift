import Testing

// What checked mode says of extensions that break the rules of the lock and of errors. The extension is an ordinary one:
// compiled against the public headers, with and without optimisation, with no word of checks.

@Suite struct `Checks of the lock and of errors` {
    @Test(arguments: ["-O0", "-O2"]) func `correct code stays silent`(_ optimization: String) throws {
        let run = try CheckedRun(
            "broken_test", optimization: optimization, script: "print(broken_test.correct('x'))")
        run.expect([])
        #expect(run.outcome.errors.isEmpty)
        #expect(run.outcome.output == "['x']\n")
        #expect(run.outcome.status == 0)
    }

    struct Breach: CustomTestStringConvertible, Sendable {
        let function: String
        let findings: [String]
        var testDescription: String { function }
    }

    static let breaches = [
        Breach(function: "call_in_block", findings: ["R1 call-while-detached at:@call1 block:@block1"]),
        Breach(function: "return_from_block", findings: ["R4 returned-detached block:@block2 function:@return"]),
        Breach(function: "nested", findings: ["R3 nested-block at:@inner block:@outer"]),
        Breach(function: "restored_twice", findings: ["R3 restored-twice at:@second restored:@first"]),
        Breach(function: "restored_null", findings: ["R3 wrong-state at:@null block:@save"]),
        Breach(function: "restored_elsewhere", findings: ["R3 wrong-state at:@foreign"]),
        Breach(
            function: "counted_in_block",
            findings: [
                "R2 count-while-detached at:@incref block:@block3", "R2 count-while-detached at:@decref block:@block3",
            ]),
        Breach(function: "stranger", findings: ["R5 call-by-unknown-thread at:@stranger"]),
        Breach(function: "null_without_error", findings: ["R9 null-without-error function:@silent"]),
        Breach(function: "error_without_null", findings: ["R9 error-without-null set:@set1 function:@loud"]),
        Breach(function: "pending", findings: ["R9 error-pending at:@repr set:@set2"]),
    ]

    @Test(arguments: breaches, ["-O0", "-O2"])
    func `a breach is found with its rule and its lines`(_ breach: Breach, _ optimization: String) throws {
        let run = try CheckedRun(
            "broken_test", optimization: optimization,
            script: """
                for _ in range(3):
                    try: broken_test.\(breach.function)(['a', 'b'])
                    except SystemError: pass
                print('goes on')
                """)
        run.expect(breach.findings)
        #expect(run.findings.allSatisfy { $0.count == 3 })
        // Afterwards the thread is as if nothing had been wrong.
        #expect(run.outcome.output == "goes on\n", "\(run.outcome.errors)")
    }

    @Test func `a finding is printed once, with what explains it, and counted`() throws {
        let run = try CheckedRun(
            "broken_test", script: "for _ in range(5): broken_test.call_in_block(1)")
        let words = [
            "baton: R1 is broken in broken_test.call_in_block: BtLong_FromLong was called inside an allow-threads block",
            "see      baton explain R1", "found 5 times",
        ]
        for word in words {
            #expect(run.outcome.errors.components(separatedBy: word).count == 2, "\(run.outcome.errors)")
        }
    }

    @Test func `the exit status tells of findings where that is asked for`() throws {
        let script = "broken_test.call_in_block(1)"
        #expect(try CheckedRun("broken_test", script: script).outcome.status == 0)
        let failing = ["BATON_CHECK": "fail"]
        #expect(try CheckedRun("broken_test", script: script, environment: failing, options: []).outcome.status == 3)
        #expect(
            try CheckedRun("broken_test", script: "broken_test.correct(1)", environment: failing, options: [])
                .outcome.status == 0)
    }
}
