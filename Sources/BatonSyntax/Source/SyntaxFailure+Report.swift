extension SyntaxFailure {
    /// What Python prints for this error at top level: the place, the line with carets below it, the message.
    public var report: String {
        var lines: [String] = []
        if line > 0 { lines.append("  File \"\(file)\", line \(line)") }
        if let text {
            lines += Self.marked(text, line: line, column: column, endLine: endLine, endColumn: endColumn)
        }
        lines.append("\(kind.exceptionName): \(message)")
        return lines.map { $0 + "\n" }.joined()
    }

    /// The line of an error without its indentation, and carets below the place from `column` to `endColumn`, which are as
    /// those of a failure. Nil: unknown.
    public static func marked(_ text: String, line: Int?, column: Int?, endLine: Int?, endColumn: Int?) -> [String] {
        var characters = Array(text.unicodeScalars)
        let count = characters.count
        while characters.last == "\n" { characters.removeLast() }
        let shown = characters.drop { $0 == " " || $0 == "\n" || $0 == "\u{C}" }
        let spaces = shown.startIndex
        var result = "    "
        result.unicodeScalars.append(contentsOf: shown)
        guard let column else { return [result] }
        var start = column
        var end = characters.count + 1
        if line == endLine {
            end = column
            if let endColumn, endColumn != 0 { end = endColumn }
        }
        if count > 0, start > count { start = characters.count + 1 }
        if count > 0, end > count { end = characters.count + 1 }
        if start >= end || end < 0 { end = start + 1 }
        let first = start - 1 - spaces
        guard first >= 0 else { return [result] }
        // White space other than blanks is kept, so that the carets stand below what they mean.
        var carets = "    "
        for scalar in shown.prefix(first) {
            carets.unicodeScalars.append(scalar.properties.isWhitespace ? scalar : " ")
        }
        carets += String(repeating: "^", count: max(end - start, 0))
        return [result, carets]
    }
}

extension SyntaxFailure.Kind {
    /// The name of the exception's type.
    public var exceptionName: String {
        switch self {
        case .syntax: "SyntaxError"
        case .indentation: "IndentationError"
        case .tab: "TabError"
        case .recursion: "RecursionError"
        case .memory: "MemoryError"
        case .incompleteInput: "_IncompleteInputError"
        }
    }
}
