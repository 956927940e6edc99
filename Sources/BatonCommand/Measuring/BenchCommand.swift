import ArgumentParser
import BatonRuntime
import CBaton
internal import Glibc

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure what it is worth that a function puts the lock down.",
        discussion: """
            Calls a function from several threads, once holding the lock and once releasing it, in turns; rates are the \
            median of 9 rounds and, in parentheses, between what the true median lies with 96 %. Arguments are written as for baton call. \
            Without a function: the benchmarks of the project, in benchmarks/bench_….py, which is built first.

              baton bench zlib.compress @README.md
              baton bench --svg blur.svg

            The serial part is what only one thread at a time can do. It is fitted to the rows that have a processor for each \
            thread, by Amdahl's law (speedup = n / (1 + s (n - 1)); AFIPS 1967) and, where there are enough processors, by \
            Gunther's universal scalability law (n / (1 + s (n - 1) + k n (n - 1)); Guerrilla Capacity Planning, 2007; \
            arXiv:0808.1431), to each round alone: the parentheses show how far the rounds agree. It is not less than the part of the time in \
            which one thread holds the lock, which is measured. What is said of more cores than \
            the machine has is drawn from these laws and not measured.

            The advised release is the size from which the work takes longer than an exchange of the lock with a busy thread, \
            rounded up to a power of two: below it a release costs the caller more than it gives to others (baton explain R7).
            """)

    @Argument(
        help: ArgumentHelp(
            "The extension and the function in it, or a script with benchmarks.", valueName: "name.function"))
    var path: String?

    @Argument(parsing: .allUnrecognized, help: "Arguments of the function.")
    var arguments: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Numbers of threads from 1 to 256, separated by commas (default: 1, 2, 4 … twice the cores).",
            valueName: "list"))
    var threads: ThreadCounts?

    @Option(parsing: .unconditional, help: "How long to measure each function.")
    var seconds: Double = 4

    @Option(help: "How the lock is shared.")
    var scheduler: SchedulerName?

    @Option(help: ArgumentHelp("Draw the speedups, measured and to be expected, as a picture.", valueName: "file"))
    var svg: String?

    @Flag(help: "Print the figures as JSON and nothing else.")
    var json = false

    func validate() throws {
        guard seconds.isFinite, seconds > 0, seconds <= 3600 else {
            throw ValidationError("--seconds must be above 0 and at most 3600, not \(seconds)")
        }
    }

    func run() throws {
        let picture = svg.map(Self.absolute)
        let scripts = try prepare()
        Interruption.block()
        let processors = sysconf(CInt(_SC_NPROCESSORS_ONLN))
        let counts = threads.map { $0.counts.contains(1) ? $0.counts : [1] + $0.counts } ?? Self.counts(for: processors)
        let reports = try RuntimeSession.run(scheduler: scheduler) { () throws -> [BenchReport] in
            release(BtImport_ImportModule("sys"))
            let subjects = try scripts.isEmpty ? [subject()] : scripts.flatMap { try BenchScript.subjects($0) }
            guard !subjects.isEmpty else { throw Failure("\(scripts.joined(separator: ", ")): no benchmarks") }
            let cost = try ReleaseCost.measure()
            if !json {
                let count = processors == 1 ? "1 processor" : "\(processors) processors"
                StandardOutput.write("\(count), scheduler \(Self.schedulerName)\n\n")
            }
            return try subjects.map { subject in
                let run = BenchRun(
                    subject: subject, threads: counts, processors: processors, seconds: seconds, release: cost,
                    showsProgress: !json)
                guard let report = try run.report() else { throw ExitCode(130) }
                if !json { StandardOutput.write(report.text + "\n") }
                return report
            }
        }
        if json { StandardOutput.write(try BenchReport.json(reports)) }
        if let picture {
            try FilePath.write(BenchChart(reports).svg, to: picture)
            if !json { StandardOutput.write("\(svg ?? picture): the picture\n") }
        }
    }

    /// Build the project if it is the one that is measured; the scripts that name functions, none where the arguments do.
    private func prepare() throws -> [String] {
        if let path {
            guard path.hasSuffix(".py") else { return [] }
            guard Installation.exists(path) else { throw Failure("\(path): no such file") }
            return [path]
        }
        let project = try Project.enter()
        let build = try project.build(Self.optimized)
        if !build.isUpToDate && !json { StandardOutput.write(build.description) }
        let scripts = try Project.scripts(project.benchmarks, named: "bench")
        guard !scripts.isEmpty else {
            throw Failure(
                "no benchmarks: a file \(project.benchmarks)/bench_\(project.name).py that says benchmarks = {\"name\": (function, "
                    + "argument, …)} is one")
        }
        let others = getenv("BATON_PATH").map { ":" + String(cString: $0) } ?? ""
        setenv("BATON_PATH", "\(Installation.parent(of: build.library))\(others)", 1)
        return scripts
    }

    private static let optimized: BuildVariant = {
        guard let variant = try? BuildVariant.parse([]) else { preconditionFailure("its options have defaults") }
        return variant
    }()

    /// What the arguments name.
    private func subject() throws -> BenchSubject {
        let path = path ?? ""
        let names = path.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard names.count >= 2, !names.contains("") else {
            throw ValidationError("'\(path)' does not name a function: write NAME.function, as in zlib.crc32")
        }
        guard var target = BtImport_ImportModule(names[0]) else { throw Extension.takeException() }
        for name in names.dropFirst() {
            guard let attribute = BtObject_GetAttrString(target, name) else { throw Extension.takeException() }
            target = attribute
        }
        guard BtCallable_Check(target) != 0 else {
            throw Failure("\(path) cannot be called: it is a \(typeName(target))")
        }
        guard let (positional, keywords) = try CallArgument.values(arguments) else { throw Extension.takeException() }
        return BenchSubject(name: path, function: target, arguments: positional, keywords: keywords)
    }

    /// 1, 2, 4 … up to twice the processors.
    private static func counts(for processors: Int) -> [Int] {
        var counts = [1]
        while counts[counts.count - 1] < min(64, 2 * processors) { counts.append(counts[counts.count - 1] * 2) }
        return (counts + [min(processors, 256)]).sorted().reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    private static var schedulerName: String { String(cString: BtLock_GetSchedulerName(BtLock_GetScheduler())) }

    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return "\(String(cString: current))/\(path)"
    }
}
