import ArgumentParser
internal import FoundationEssentials

/// `baton explain R4`: a rule of the contract, a program that breaks it, what the checkers say, and the mend.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Explain a rule of the threading contract; without one, list them.")

    @Argument(help: "A rule: R1 to R10.")
    var rule: String?

    @Flag(help: "Print the texts of all rules as JSON.")
    var json = false

    func run() throws {
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
            StandardOutput.write(String(decoding: try encoder.encode(Rule.all), as: UTF8.self) + "\n")
            return
        }
        guard let name = rule else {
            let rules = Rule.all.map { "R\($0.number)\($0.number < 10 ? " " : "")  \($0.rule)" }
            StandardOutput.write(
                (rules + ["", "baton explain R1 tells more of the first."]).joined(separator: "\n") + "\n")
            return
        }
        guard let rule = Rule.named(name) else {
            throw Failure("explain: there is no rule \(name); the rules are R1 to R\(Rule.all.count)")
        }
        StandardOutput.write(Self.text(of: rule))
    }

    /// All of a rule, for a terminal.
    private static func text(of rule: Rule) -> String {
        var parts = [
            "R\(rule.number)  \(rule.rule)",
            "Why\n\(indented(rule.why))",
            "In practice\n" + rule.advice.map { "  - \($0)" }.joined(separator: "\n"),
            "Otherwise\n\(indented(rule.otherwise))",
        ]
        if let example = RuleExample.all.first(where: { $0.rule == rule.number }) {
            parts.append("A program that breaks it: \(example.title)\n\n\(indented(example.program))")
            parts.append("When it is compiled (baton check)\n\(indented(example.compileTime))")
            parts.append("When it runs (BATON_CHECK=1)\n\(indented(example.runTime))")
            parts.append("The mend\n\(indented(example.mend))")
        }
        parts.append("What no check finds\n\(indented(rule.unseen))")
        return parts.joined(separator: "\n\n") + "\n"
    }

    private static func indented(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  \($0)" }
            .joined(separator: "\n")
    }
}
