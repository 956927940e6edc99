import ArgumentParser
import Baton
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

    @Option(help: ArgumentHelp("Numbers of threads, separated by commas.", valueName: "list"))
    var threads: ThreadCounts = ThreadCounts([1, 2, 4])

    @Option(help: "How long to measure each row.")
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
        let bar = ProgressBar(total: kernels.count * threads.counts.count * DemoReport.Row.Mode.allCases.count)
        var done = 0
        if !json { StandardOutput.write("Input: \(bytes.description)\n\n\(report.tableHeader())") }
        for kernel in kernels {
            var single: [DemoReport.Row.Mode: Double] = [:]
            // Where one thread is not asked for it is measured all the same: it is what the others are compared with.
            for count in threads.counts.contains(1) ? threads.counts : [1] + threads.counts {
                for mode in DemoReport.Row.Mode.allCases {
                    bar.show(done, "\(kernel.name), \(count) thread\(count == 1 ? "" : "s"), \(mode)")
                    guard let outcome = try measure(kernel, count, mode) else {
                        bar.clear()
                        if !json { StandardOutput.write(report.tableLines(kernel: kernel.name)) }
                        return (report, true)
                    }
                    if count == 1 { single[mode] = outcome.rate }
                    guard threads.counts.contains(count) else { continue }
                    report.rows.append(
                        DemoReport.Row(
                            kernel: kernel.name, threads: count, mode: mode, rate: outcome.rate,
                            unit: kernel.unit.rawValue,
                            speedup: outcome.rate / (single[mode] ?? outcome.rate), verified: outcome.isVerified))
                    done += 1
                }
            }
            bar.clear()
            if !json { StandardOutput.write(report.tableLines(kernel: kernel.name)) }
        }
        return (report, false)
    }

    private func measure(_ kernel: DemoKernel, _ count: Int, _ mode: DemoReport.Row.Mode) throws -> DemoRun.Outcome? {
        let wasHeld = BtLock_SetHold(mode == .held ? 1 : 0)
        defer { BtLock_SetHold(wasHeld) }
        return try DemoRun(kernel, threads: count, seconds: seconds).measure {
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
