/// A breach of the contract at a place of the source.
struct Finding: Encodable, Hashable {
    /// 1 to 10.
    let rule: Int
    let file: String
    let line: Int
    let column: Int
    /// What is wrong, and what to do about it; one or two sentences.
    let message: String

    var description: String {
        "\(file):\(line):\(column): R\(rule): \(message) See: baton explain R\(rule)"
    }
}
