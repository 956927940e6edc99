extension SyntaxFailure {
    /// What Python prints for this error at top level: the place, the line with carets below it, the message.
    public var report: String {
        var lines: [String] = []
        if line > 0 { lines.append("  File \"\(file)\", line \(line)") }
        if let text { lines += marked(text) }
        lines.append("\(kind.exceptionName): \(message)")
        return lines.map { $0 + "\n" }.joined()
    }

    /// The line without its indentation, and the carets.
    private func marked(_ text: String) -> [String] {
        var characters = Array(text.unicodeScalars)
        let count = characters.count
        while characters.last == "\n" { characters.removeLast() }
        let shown = characters.drop { $0 == " " || $0 == "\n" || $0 == "\u{C}" }
        let spaces = shown.startIndex
        var start = column
        var end = line == endLine ? (endColumn == 0 ? column : endColumn) : characters.count + 1
        if start > count { start = characters.count + 1 }
        if end > count { end = characters.count + 1 }
        if start >= end || end < 0 { end = start + 1 }
        var result = "    "
        result.unicodeScalars.append(contentsOf: shown)
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
