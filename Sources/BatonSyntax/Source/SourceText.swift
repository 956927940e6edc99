/// The text of a program in UTF-8, and the name of the file that messages show.
public struct SourceText: Sendable {
    public let file: String
    public let utf8: [UInt8]

    /// A failure at a place of this text, for a pass that finds an error in a parsed tree.
    public func failure(_ kind: SyntaxFailure.Kind = .syntax, _ message: String, at span: SourceSpan) -> SyntaxFailure {
        let text = line(Int(span.line))
        let endText = span.endLine == span.line ? text : line(Int(span.endLine))
        return SyntaxFailure(
            kind: kind, message: message, file: file, line: Int(span.line),
            column: Self.character(at: Int(span.column), of: text) + 1, endLine: Int(span.endLine),
            endColumn: Self.character(at: Int(span.endColumn), of: endText) + 1,
            text: String(decoding: text, as: UTF8.self))
    }

    /// A line with its line feed, counted from 1; empty past the end.
    ///
    /// - Complexity: O(length of the text); only failures ask.
    func line(_ number: Int) -> ArraySlice<UInt8> {
        var start = utf8.startIndex
        for _ in 1..<max(number, 1) {
            guard let feed = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) else { return [] }
            start = feed + 1
        }
        let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? utf8.endIndex
        return utf8[start..<end]
    }

    /// The number of characters before a byte of a line.
    private static func character(at byte: Int, of line: ArraySlice<UInt8>) -> Int {
        let past = byte - line.count
        return line.prefix(byte).count { $0 & 0xC0 != 0x80 } + max(past, 0)
    }
}
