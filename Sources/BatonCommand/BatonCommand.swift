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
            before them may stand --scheduler, --interval, --check and --free-threaded. baton dis script.py shows register code.
            """,
        version: BT_VERSION,
        subcommands: [DemoCommand.self, InfoCommand.self, CallCommand.self])

    @Flag(help: "Print the compiler flags that an extension is built with.")
    var cflags = false

    static func main() {
        if let status = ScriptRun.status(CommandLine.arguments) { Glibc.exit(status) }
        main(nil)
    }

    func run() throws {
        guard cflags else { throw CleanExit.helpRequest(self) }
        guard let folder = Installation.headerFolder else {
            throw Failure("the headers are neither in an include folder nor in a checkout near \(Installation.program)")
        }
        StandardOutput.write("-I\(folder)\n")
    }
}

/// What a command tells of when it cannot do its work; ArgumentParser prints it and ends with 1.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
