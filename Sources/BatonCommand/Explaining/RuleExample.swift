/// A program of the gallery that breaks a rule, with what the checkers really say of it. The values are generated
/// (RuleExamples.swift).
struct RuleExample: Encodable {
    let rule: Int
    let title: String
    /// Its path in the checkout.
    let path: String
    let program: String
    let compileTime: String
    let runTime: String
    let mend: String
}
