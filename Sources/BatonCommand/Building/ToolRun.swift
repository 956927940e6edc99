/// A compiler or linker at work. What it says goes to standard error as it is, followed by what Baton knows of it.
struct ToolRun {
    let command: [String]
    let isVerbose: Bool

    init(_ command: [String], isVerbose: Bool) {
        self.command = command
        self.isVerbose = isVerbose
    }

    /// Run it; false: it failed, and has told why.
    func succeeds() throws -> Bool {
        if isVerbose { StandardError.write(command.joined(separator: " ") + "\n") }
        let color = StandardError.isTerminal && command.contains("-c") ? ["-fdiagnostics-color=always"] : []
        let outcome = try Subprocess(command + color, joinsErrors: true).run()
        StandardError.write(outcome.text)
        if outcome.status == 0 { return true }
        StandardError.write(MissingNames(in: outcome.text).report)
        if outcome.text.isEmpty { StandardError.write("\(command[0]) ended with status \(outcome.status)\n") }
        return false
    }
}
