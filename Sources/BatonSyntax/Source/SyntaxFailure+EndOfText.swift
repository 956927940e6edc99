extension SyntaxFailure {
    /// In an expression whose text has no line feed at its end Python's parser sees none either: the source line is shown
    /// without one, and what ends too early has no column.
    mutating func pointAtEndOfText() {
        guard var line = text else { return }
        if line.last == "\n" { line.removeLast() }
        text = line
        if message == "unexpected EOF while parsing" {
            message = "unexpected character after line continuation character"
            (column, endColumn) = (column - 1, 0)
        }
        guard message == "invalid syntax" else { return }
        let rest = line.unicodeScalars.dropFirst(max(column - 1, 0)).drop { $0 == " " || $0 == "\t" }
        guard rest.isEmpty || rest.first == "#" else { return }
        (column, endColumn) = (0, 0)
        if self.line == 1, line.isEmpty { (self.line, endLine) = (0, 0) }
    }
}
