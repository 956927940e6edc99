internal import Glibc

/// What the arguments ask the program to run.
enum ScriptSource {
    /// `-c code`
    case code(String)
    /// `-m module`
    case module(String)
    /// A file.
    case file(String)
    /// Standard input; a prompt, if it is a terminal.
    case standardInput
    /// `dis file`: shown, not run.
    case listing(String)
}

/// The arguments of a run of a script, taken apart. They do not go through the parser of commands, whose start would be a
/// good part of a short script's time.
struct ScriptArguments {
    var source: ScriptSource
    /// The first of `sys.argv`.
    var name: String
    /// Where the others stand among the program's arguments.
    var rest: Range<Int>
    var scheduler: SchedulerName?
    /// The switch interval, in seconds.
    var interval: Double?
    var isChecked = false
    var isFreeThreaded = false

    /// Subcommands and options that are not about scripts.
    private static let commands: Set<String> = [
        "demo", "info", "call", "new", "build", "test", "bench", "pip-build", "help", "check", "explain", "--cflags",
        "--checked", "--swift-face", "--version", "--help", "-h", "-help",
        "--generate-completion-script", "--experimental-dump-help",
    ]

    /// Nil: the arguments ask for a command.
    ///
    /// - Throws: what is wrong with them.
    static func parse(_ given: [String]) throws(Failure) -> ScriptArguments? {
        var result = ScriptArguments(source: .standardInput, name: "", rest: given.endIndex..<given.endIndex)
        var rest = given.dropFirst()
        if let first = rest.first, commands.contains(first) { return nil }
        var isListing = false
        if rest.first == "run" {
            rest = rest.dropFirst()
        } else if rest.first == "dis" {
            isListing = true
            rest = rest.dropFirst()
        }
        while let argument = rest.first {
            rest = rest.dropFirst()
            switch argument {
            case "-c", "-m":
                guard let value = rest.first else {
                    throw Failure("argument expected for the \(argument) option")
                }
                // The parser of arguments has repaired what is not UTF-8.
                let given = CommandLine.unsafeArgv[rest.startIndex]
                guard given.flatMap({ String(validatingCString: $0) }) != nil else {
                    throw Failure("what follows \(argument) is not UTF-8")
                }
                result.source = argument == "-c" ? .code(value) : .module(value)
                result.name = argument
                result.rest = rest.dropFirst().indices
                return result
            case "-":
                result.name = argument
                result.rest = rest.indices
                return result
            case "--check": result.isChecked = true
            case "--check-fail":
                result.isChecked = true
                setenv("BATON_CHECK", "fail", 1)
            case _ where option(argument) == "--check-json":
                result.isChecked = true
                try setenv("BATON_CHECK_FILE", value(argument, &rest), 1)
            case "--free-threaded": result.isFreeThreaded = true
            case _ where option(argument) == "--scheduler": try result.setScheduler(value(argument, &rest))
            case _ where option(argument) == "--interval": try result.setInterval(value(argument, &rest))
            case "-u", "-B", "-E", "-s", "-S", "-I", "-q": break
            case _ where argument.hasPrefix("-"): throw Failure("unknown option \(argument)")
            default:
                result.source = isListing ? .listing(argument) : .file(argument)
                result.name = argument
                result.rest = rest.indices
                return result
            }
        }
        if isListing { throw Failure("dis: the name of a script is missing") }
        return result
    }

    /// The name in `--option=value`.
    private static func option(_ argument: String) -> Substring { argument.prefix { $0 != "=" } }

    /// The value of `--option value` or `--option=value`.
    private static func value(_ argument: String, _ rest: inout ArraySlice<String>) throws(Failure) -> String {
        if let equals = argument.firstIndex(of: "=") { return String(argument[argument.index(after: equals)...]) }
        guard let value = rest.popFirst() else { throw Failure("argument expected for the \(argument) option") }
        return value
    }

    private mutating func setScheduler(_ name: String) throws(Failure) {
        guard let known = SchedulerName(rawValue: name) else {
            let names = SchedulerName.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("no scheduler is called '\(name)': there are \(names)")
        }
        scheduler = known
    }

    private mutating func setInterval(_ text: String) throws(Failure) {
        guard let seconds = Double(text), seconds > 0 else {
            throw Failure("the switch interval '\(text)' is no number of seconds above 0")
        }
        interval = seconds
    }
}
