/// The text of a program in UTF-8, and the name of the file that messages show.
///
/// Lines end with a line feed, the last one too.
public struct SourceText: Sendable {
    public let file: String
    public let utf8: [UInt8]
    /// Whether the last line ended with a line feed before one was added.
    let endsWithLineFeed: Bool

    /// A failure at a place of this text, for a pass that finds an error in a parsed tree.
    ///
    /// - Complexity: O(length of the text).
    public func failure(_ kind: SyntaxFailure.Kind, _ message: String, at span: SourceSpan) -> SyntaxFailure {
        failure(Problem(message, kind: kind, at: span))
    }

    func failure(_ problem: Problem) -> SyntaxFailure {
        let text = line(problem.line)
        let endText = problem.endLine == problem.line ? text : line(problem.endLine)
        return SyntaxFailure(
            kind: problem.kind, message: problem.message, file: file, line: Int(problem.line),
            column: Self.number(problem.column, in: text), endLine: Int(problem.endLine),
            endColumn: Self.number(problem.endColumn, in: endText),
            text: problem.line == 0
                ? nil
                : String(decoding: problem.hasLineFeed ? text : text.prefix { $0 != Character.lineFeed }, as: UTF8.self)
        )
    }

    /// A line with its line feed, counted from 1; empty past the end.
    private func line(_ number: UInt32) -> ArraySlice<UInt8> {
        let feed = UInt8(ascii: "\n")
        var start = utf8.startIndex
        for _ in 1..<max(number, 1) {
            guard let end = utf8[start...].firstIndex(of: feed) else { return [] }
            start = end + 1
        }
        let end = utf8[start...].firstIndex(of: feed).map { $0 + 1 } ?? utf8.endIndex
        return utf8[start..<end]
    }

    private static func number(_ column: Problem.Column, in line: ArraySlice<UInt8>) -> Int {
        let byte = Int(column.byte)
        let characters = line.prefix(byte).count { $0 & 0xC0 != 0x80 }
        return characters + max(byte - line.count, 0) + column.plus
    }
}
