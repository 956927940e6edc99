import ArgumentParser
internal import Glibc

struct TestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Build the project, and run its tests in every way that threads can make a difference.",
        discussion: """
            A test is a function test_… in a file tests/test_….py, or a method of a unittest.TestCase there; a file that has \
            neither is run as a whole. Each leg is a process:

            \(legs)

            A leak is what each of three blocks of runs leaves behind: objects of the runtime, or bytes of malloc. Ends with 1 \
            if a leg failed.

              baton test
              baton test --leg leaks --only histogram
              baton test --sanitize address
            """)

    private static var legs: String {
        TestLeg.all.map { "  \($0.name)\(String(repeating: " ", count: 15 - $0.name.count))\($0.purpose)" }
            .joined(separator: "\n")
    }

    @Option(name: .customLong("leg"), help: "Run this leg alone; may be given again for others.")
    var legs: [String] = []

    @Option(help: "Run the tests alone that have this in their name.")
    var only = ""

    @Option(help: "The threads of the legs with many (default: twice the cores, at least 4).")
    var threads: Int?

    @Option(help: "For how long the legs that repeat do so, in seconds.")
    var seconds = 2.0

    @Option(help: "After how many seconds a leg that has not ended is ended.")
    var timeout = 120

    @OptionGroup var variant: BuildVariant

    @Flag(name: .shortAndLong, help: "Show what the tests print, also where they pass.")
    var verbose = false

    @Argument(help: "Files of tests; those of the project if none are given.")
    var files: [String] = []

    func validate() throws {
        let known = TestLeg.all.map(\.name)
        if let unknown = legs.first(where: { !known.contains($0) }) {
            throw ValidationError("there is no leg \(unknown): there are \(known.joined(separator: ", "))")
        }
        guard (1...256).contains(threads ?? 1) else { throw ValidationError("--threads must be 1 to 256") }
        guard seconds.isFinite, seconds > 0, timeout > 0 else {
            throw ValidationError("--seconds and --timeout must be above 0")
        }
    }

    func run() throws {
        let given = files.map(absolute)
        let project = try Project.enter()
        let build = try project.build(variant)
        if !build.isUpToDate { StandardOutput.write(build.description) }
        let tests = given.isEmpty ? try Project.scripts(project.tests, named: "test") : given
        guard !tests.isEmpty else {
            throw Failure("no tests: a file \(project.tests)/test_\(project.name).py with functions test_… is one")
        }
        let preloaded = try variant.sanitize?.preloaded()
        var chosen = legs.isEmpty ? TestLeg.all : TestLeg.all.filter { legs.contains($0.name) }
        // The checks and the sanitizers are in front of the same functions.
        if preloaded != nil, legs.isEmpty { chosen.removeAll { $0.name == "checked" } }
        var failed: [String] = []
        for leg in chosen {
            let run = TestRun(
                leg: leg, files: tests, libraries: variant.folder, threads: threads ?? Self.defaultThreads,
                seconds: seconds, part: only, timeout: timeout, preloaded: preloaded)
            let outcome = try run.run()
            StandardOutput.write(line(leg, outcome))
            if !outcome.passed { failed.append(leg.name) }
            if !outcome.passed || verbose { StandardOutput.write(indented(outcome.output)) }
            if !outcome.passed { StandardOutput.write("      again: \(repetition(leg))\n") }
        }
        guard failed.isEmpty else {
            StandardOutput.write(
                "\(project.name): \(failed.count) of \(chosen.count) legs FAILED: \(failed.joined(separator: ", "))\n")
            throw ExitCode(1)
        }
        StandardOutput.write("\(project.name): \(chosen.count == 1 ? "the leg" : "all \(chosen.count) legs") passed\n")
    }

    private static var defaultThreads: Int { max(4, 2 * sysconf(CInt(_SC_NPROCESSORS_ONLN))) }

    private func line(_ leg: TestLeg, _ outcome: TestRun.Outcome) -> String {
        let time = "\(Int(outcome.seconds * 1000)) ms"
        return "  \(outcome.passed ? "ok  " : "FAIL") \(leg.name.padded(to: 14))\(outcome.summary) (\(time))\n"
    }

    private func indented(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        return lines.map { "      \($0)\n" }.joined()
    }

    /// The command that runs a leg alone as it was run.
    private func repetition(_ leg: TestLeg) -> String {
        var words = ["baton", "test", "--leg", leg.name]
        if !only.isEmpty { words += ["--only", only] }
        if let threads { words += ["--threads", "\(threads)"] }
        if variant.debug { words.append("--debug") }
        if let sanitizer = variant.sanitize { words += ["--sanitize", sanitizer.rawValue] }
        return (words + files).joined(separator: " ")
    }

    private func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return "\(String(cString: current))/\(path)"
    }
}

extension String {
    /// With spaces behind it up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
