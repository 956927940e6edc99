/// A rule of the threading contract, and what is to be known of it. The texts have their one home in RuleTexts*.swift; the
/// table of thread.h and Documentation/Contract.md are checked against them.
struct Rule: Encodable {
    let number: Int
    /// The rule, in the words of thread.h.
    let rule: String
    let why: String
    /// What to do in practice.
    let advice: [String]
    /// What happens where the rule is broken and nothing reports it.
    let otherwise: String
    /// What no check finds of it.
    let unseen: String

    static let all: [Rule] = lockRules + dataRules

    /// A rule by what a user writes for it: `R3`, `r3` or `3`.
    static func named(_ name: String) -> Rule? {
        let digits = name.hasPrefix("R") || name.hasPrefix("r") ? name.dropFirst() : name[...]
        guard let number = Int(digits), digits.allSatisfy(\.isNumber) else { return nil }
        return all.first { $0.number == number }
    }
}
