import ArgumentParser
import BatonRuntime
import CBaton

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Show what it is worth to release the lock.",
        discussion: """
            Three extensions (zlib, hashlib, matrix) work on real files from several threads: once holding the lock, once \
            releasing it, the same binaries. Every result is checked.
            """)

    @Option(
        help: ArgumentHelp(
            "A file or folder to work on, also several. Default: files of this machine.", valueName: "path"))
    var input: [String] = []

    // Values that begin with a dash are values: what is wrong with them is told.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Numbers of threads from 1 to 256, separated by commas.", valueName: "list"))
    var threads: ThreadCounts = ThreadCounts([1, 2, 4])

    @Option(parsing: .unconditional, help: "How long to measure each row.")
    var seconds: Double = 0.25

    @Option(help: "How the lock is shared.")
    var scheduler: SchedulerName?

    @Flag(help: "Print the rows as JSON and nothing else.")
    var json = false

    func validate() throws {
        guard seconds.isFinite, seconds > 0, seconds <= 3600 else {
            throw ValidationError("--seconds must be above 0 and at most 3600, not \(seconds)")
        }
    }

    func run() throws {
        Interruption.block()
        let bytes = try input.isEmpty ? DemoInput.ofThisMachine() : DemoInput.of(input)
        let (report, isInterrupted) = try RuntimeSession.run(scheduler: scheduler) {
            let kernels = try DemoKernel.all(bytes)
            return try RuntimeSession.detached { try measure(kernels, bytes) }
        }
        if json {
            StandardOutput.write(try report.json())
        } else {
            StandardOutput.write(
                isInterrupted ? "Interrupted: the table has what was measured.\n" : "\n\(report.conclusion())\n")
        }
        if isInterrupted { throw ExitCode(130) }
        guard report.rows.allSatisfy(\.verified) else {
            StandardError.write("baton demo: some results are wrong\n")
            throw ExitCode(1)
        }
    }

    /// Measure every kernel, detached; the report, and whether Ctrl-C ended it early.
    private func measure(_ kernels: [DemoKernel], _ bytes: DemoInput) throws -> (DemoReport, isInterrupted: Bool) {
        var report = DemoReport()
        let bar = ProgressBar(total: kernels.count * configurations.count * Self.turns)
        if !json { StandardOutput.write("Input: \(bytes.description)\n\n\(report.tableHeader())") }
        for (index, kernel) in kernels.enumerated() {
            let (rows, isInterrupted) = try measure(kernel, bar, done: index * configurations.count * Self.turns)
            report.rows += rows
            bar.clear()
            if !json { StandardOutput.write(report.tableLines(kernel: kernel.name)) }
            if isInterrupted { return (report, true) }
        }
        return (report, false)
    }

    /// Every row is measured in so many parts, in turns with the kernel's other rows: what disturbs the machine for a
    /// while falls on all of them, and the middle part counts.
    private static let turns = 3

    /// What a row may be. Where one thread is not asked for it is measured all the same: the others are compared with it.
    private var configurations: [(count: Int, mode: DemoReport.Row.Mode)] {
        let counts = threads.counts.contains(1) ? threads.counts : [1] + threads.counts
        return counts.flatMap { count in DemoReport.Row.Mode.allCases.map { (count, $0) } }
    }

    private func measure(
        _ kernel: DemoKernel, _ bar: ProgressBar, done: Int
    ) throws -> (rows: [DemoReport.Row], isInterrupted: Bool) {
        var parts = [[DemoRun.Outcome]](repeating: [], count: configurations.count)
        for turn in 0..<Self.turns {
            for (index, (count, mode)) in configurations.enumerated() {
                bar.show(
                    done + turn * configurations.count + index,
                    "\(kernel.name), \(count) thread\(count == 1 ? "" : "s"), \(mode)")
                guard let outcome = try measure(kernel, count, mode) else { return (rows(kernel, parts), true) }
                parts[index].append(outcome)
            }
        }
        return (rows(kernel, parts), false)
    }

    /// The rows of a kernel, as far as it has been measured.
    private func rows(_ kernel: DemoKernel, _ parts: [[DemoRun.Outcome]]) -> [DemoReport.Row] {
        var single: [DemoReport.Row.Mode: Double] = [:]
        return zip(configurations, parts).compactMap { configuration, parts in
            guard !parts.isEmpty else { return nil }
            let rate = parts.map(\.rate).sorted()[parts.count / 2]
            if configuration.count == 1 { single[configuration.mode] = rate }
            guard threads.counts.contains(configuration.count) else { return nil }
            return DemoReport.Row(
                kernel: kernel.name, threads: configuration.count, mode: configuration.mode, rate: rate,
                unit: kernel.unit.rawValue, speedup: rate / (single[configuration.mode] ?? rate),
                verified: parts.allSatisfy(\.isVerified))
        }
    }

    private func measure(_ kernel: DemoKernel, _ count: Int, _ mode: DemoReport.Row.Mode) throws -> DemoRun.Outcome? {
        let wasHeld = BtLock_SetHold(mode == .held ? 1 : 0)
        defer { BtLock_SetHold(wasHeld) }
        return try DemoRun(kernel, threads: count, seconds: seconds / Double(Self.turns)).measure {
            Interruption.wait(milliseconds: 5)
        }
    }
}

/// The argument of --threads.
struct ThreadCounts: ExpressibleByArgument {
    let counts: [Int]

    private static let most = 256

    init(_ counts: [Int]) { self.counts = counts }

    init?(argument: String) {
        var counts: [Int] = []
        for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let count = Int(word), (1...Self.most).contains(count) else { return nil }
            if !counts.contains(count) { counts.append(count) }
        }
        self.counts = counts.sorted()
    }

    var defaultValueDescription: String { counts.map(String.init).joined(separator: ",") }
}
