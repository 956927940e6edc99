internal import Glibc

/// A project's tests, run by one leg.
struct TestRun {
    let leg: TestLeg
    let files: [String]
    /// The folder of the library that is tested.
    let libraries: String
    let threads: Int
    let seconds: Double
    /// What must be in the name of a test.
    let part: String
    /// Seconds after which the process is ended.
    let timeout: Int
    let preloaded: String?

    struct Outcome {
        let passed: Bool
        /// What was done, in a few words.
        let summary: String
        /// What the process printed.
        let output: String
        let seconds: Double
    }

    private static let mark = "baton test:"
    private static let running = "baton test runs:"

    func run() throws -> Outcome {
        let script = String(decoding: PackageResources.run_tests_py, as: UTF8.self)
        let path = getenv("BATON_PATH").map { ":" + String(cString: $0) } ?? ""
        var environment = leg.environment + ["BATON_PATH=\(libraries)\(path)"]
        if let preloaded { environment += ["LD_PRELOAD=\(preloaded)", "ASAN_OPTIONS=detect_leaks=0"] }
        let command =
            ["timeout", "--kill-after=5", "\(timeout)", "env"] + environment + [Installation.program] + leg.options
            + ["-c", script, leg.way, "\(threads)", "\(seconds)", part] + files
        let start = Clock.nanoseconds()
        let outcome = try Subprocess(command, joinsErrors: true).run()
        let elapsed = Double(Clock.nanoseconds() - start) / 1e9
        var lines = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let last = lines.last { $0.hasPrefix(Self.running) }?.dropFirst(Self.running.count)
        lines.removeAll { $0.hasPrefix(Self.running) }
        let place = last.map { " in\($0)" } ?? ""
        let told = lines.lastIndex { $0.hasPrefix(Self.mark) }.map { index in
            String(lines.remove(at: index).dropFirst(Self.mark.count + 1))
        }
        var summary = told ?? ""
        if outcome.status == 124 {
            summary = "no end in \(timeout) seconds\(place): \(leg.deadlock)"
        } else if outcome.status > 128 {
            summary = "ended by \(Self.signal(outcome.status - 128))\(place)"
        } else if outcome.status == 3, leg.environment.contains("BATON_CHECK=fail") {
            summary += ", the contract is broken"
        } else if outcome.status != 0, told == nil {
            summary = "ended with status \(outcome.status)"
        }
        return Outcome(
            passed: outcome.status == 0, summary: summary, output: lines.joined(separator: "\n"), seconds: elapsed)
    }

    private static func signal(_ number: Int) -> String {
        switch CInt(number) {
        case SIGSEGV: "SIGSEGV: memory was touched that is not there"
        case SIGABRT: "SIGABRT: the runtime or the C library gave up"
        case SIGBUS: "SIGBUS"
        case SIGFPE: "SIGFPE: a division by zero"
        case SIGILL: "SIGILL"
        case SIGKILL: "SIGKILL"
        default: "signal \(number)"
        }
    }
}
