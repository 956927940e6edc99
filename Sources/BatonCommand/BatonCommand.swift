import ArgumentParser
import CBaton
internal import Glibc

@main
struct BatonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "baton",
        abstract: "Run scripts and native extensions from many threads.",
        discussion: """
            baton script.py [arguments], baton -c code, baton -m module, baton -, and baton alone for a prompt, run scripts;
            before them may stand --scheduler, --interval, --free-threaded, and --check, --check-fail and --check-json FILE.
            baton dis script.py shows register code.
            """,
        version: BT_VERSION,
        subcommands: [
            DemoCommand.self, InfoCommand.self, CallCommand.self, CheckCommand.self, ExplainCommand.self,
            NewCommand.self, BuildCommand.self, TestCommand.self, BenchCommand.self, PipBuildCommand.self,
        ])

    @Flag(help: "Print the compiler flags that an extension is built with.")
    var cflags = false

    @Flag(help: "With --cflags: and the flags that make breaches of the threading contract errors.")
    var checked = false

    @Option(help: "With --checked: strict, or relaxed for code without annotations.")
    var contract = ContractStrength.strict

    @Option(help: "With --checked: the compiler that gets the flags (clang or gcc).")
    var compiler = ExtensionCompiler.clang

    @Flag(help: "Print the folder of the sources of Baton's Swift face, the module Baton.")
    var swiftFace = false

    static func main() {
        CheckedProgram.enter(CommandLine.arguments)
        if let status = ScriptRun.status(CommandLine.arguments) { Glibc.exit(status) }
        // What the parser of commands prints, its help above all, goes through C's buffer.
        atexit { StandardOutput.flushBuffer() }
        main(separated(Array(CommandLine.arguments.dropFirst())))
    }

    /// The arguments of a command that calls compilers, with `-DNAME=VALUE` in two: the parser would take it for an option
    /// named DNAME.
    private static func separated(_ arguments: [String]) -> [String] {
        guard arguments.first == "check" || arguments.first == "build" else { return arguments }
        return arguments.flatMap { argument in
            argument.hasPrefix("-D") && argument.contains("=") ? ["-D", String(argument.dropFirst(2))] : [argument]
        }
    }

    func run() throws {
        if swiftFace {
            guard let folder = Installation.swiftFaceFolder else {
                throw Failure("the sources of the module Baton are neither installed nor in a checkout")
            }
            return StandardOutput.write(folder + "\n")
        }
        guard cflags else {
            if checked { throw ValidationError("--checked goes with --cflags") }
            throw CleanExit.helpRequest(self)
        }
        guard let folder = Installation.headerFolder else { throw Installation.headersAreMissing }
        let flags =
            checked ? CheckedFlags.build(headers: folder, contract, compiler) : ["-I\(folder)"]
        StandardOutput.write(flags.map(Self.quoted).joined(separator: " ") + "\n")
    }

    /// A word for a shell.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            byte >= 0x80 || "/-_.,=+:@%".utf8.contains(byte) || (0x30...0x39).contains(byte)
                || (0x61...0x7a).contains(byte | 0x20)
        }
        return isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
    }
}

/// What a command tells of when it cannot do its work; ArgumentParser prints it and ends with 1.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
