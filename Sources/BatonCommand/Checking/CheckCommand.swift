import ArgumentParser
internal import FoundationEssentials
internal import Glibc

/// `baton check FILE.c`: the contract, checked by clang without building anything.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check the threading contract of an extension's sources with clang.",
        discussion: """
            Prints a line for each breach: file, line, rule, what is wrong and what to do; baton explain R4 tells more. Ends \
            with 0 if nothing was found, 1 if something was, 2 if the check could not be made.
            """)

    @Argument(help: ArgumentHelp("Sources in C or C++.", valueName: "file"))
    var files: [String]

    @Option(name: .customShort("I", allowingJoined: true), help: "A folder of headers, for clang.")
    var include: [String] = []

    @Option(name: .customShort("D", allowingJoined: true), help: "A macro, for clang.")
    var define: [String] = []

    @Option(name: .customLong("std"), help: "The language's standard, for clang: c11, c++20.")
    var standard: String?

    @Flag(help: "For code without annotations: report only what is wrong inside allow-threads blocks and around them.")
    var relaxed = false

    @Flag(help: "Print the findings as JSON.")
    var json = false

    @Option(help: "The clang to use.")
    var clang: String?

    @Option(
        name: .customLong("flag"), parsing: .unconditionalSingleValue,
        help: ArgumentHelp("A further flag for clang: --flag -fopenmp.", valueName: "flag"))
    var flags: [String] = []

    func run() throws {
        let findings: [Finding]
        let program: Clang
        do {
            (findings, program) = try check()
        } catch {
            StandardError.write("baton check: \(error)\n")
            throw ExitCode(2)
        }
        StandardOutput.write(json ? try encoded(findings) : findings.map { "\($0.description)\n" }.joined())
        let count = findings.isEmpty ? "nothing found" : "\(findings.count) finding\(findings.count == 1 ? "" : "s")"
        let strength = relaxed ? "relaxed" : "strict"
        StandardError.write(
            "baton check: \(files.count) file\(files.count == 1 ? "" : "s"), \(count) (\(strength), \(program.program))\n"
        )
        if !findings.isEmpty { throw ExitCode(1) }
    }

    private func check() throws(Failure) -> ([Finding], Clang) {
        guard let headers = Installation.headerFolder else { throw Installation.headersAreMissing }
        let program = try Clang.find(clang)
        var template = Array("\(temporaryFolder)/baton-check-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure("mkdtemp: \(SystemError(code: errno))") }
        let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let given =
            include.map { "-I\($0)" } + define.map { "-D\($0)" } + (standard.map { ["-std=\($0)"] } ?? []) + flags
        let run = CheckRun(
            clang: program, headers: headers, strength: relaxed ? .relaxed : .strict, flags: given, folder: folder)
        var findings: [Finding] = []
        for file in files { findings += try run.findings(in: file) }
        // A header is read with each file that includes it.
        var seen: Set<Finding> = []
        return (findings.filter { seen.insert($0).inserted }, program)
    }

    private var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    private func encoded(_ findings: [Finding]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(findings), as: UTF8.self) + "\n"
    }
}
