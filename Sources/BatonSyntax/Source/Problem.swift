/// The end of a pass that found a problem; what it is stands in the pass that threw.
struct Stop: Error {}

/// An error in terms of bytes, before its columns are counted in characters.
struct Problem {
    /// A column of a message: the characters before a byte of the line, and a constant.
    struct Column {
        let byte: UInt32
        let plus: Int

        /// The column of the character that starts at a byte.
        static func at(_ byte: UInt32) -> Column { Column(byte: byte, plus: 1) }
        /// The column of the character that ends before a byte.
        static func before(_ byte: UInt32) -> Column { Column(byte: byte, plus: 0) }
        /// A number that means no place: 0 or -1.
        static func exactly(_ number: Int) -> Column { Column(byte: 0, plus: number) }
    }

    var kind = SyntaxFailure.Kind.syntax
    let message: String
    let line: UInt32
    let column: Column
    let endLine: UInt32
    let endColumn: Column
    /// Whether the line that is shown ends with its line feed: not where the tokenizer found the problem.
    var hasLineFeed = true

    init(
        _ message: String, kind: SyntaxFailure.Kind = .syntax, line: UInt32, column: Column, endLine: UInt32? = nil,
        endColumn: Column
    ) {
        self.kind = kind
        self.message = message
        self.line = line
        self.column = column
        self.endLine = endLine ?? line
        self.endColumn = endColumn
    }

    init(_ message: String, kind: SyntaxFailure.Kind = .syntax, at span: SourceSpan) {
        self.init(
            message, kind: kind, line: span.line, column: .at(span.column), endLine: span.endLine,
            endColumn: .at(span.endColumn))
    }

    /// A problem of the whole program: a stack that is too small for it.
    init(withoutPlace kind: SyntaxFailure.Kind, _ message: String) {
        self.init(message, kind: kind, line: 0, column: .exactly(0), endColumn: .exactly(0))
    }

    /// The same problem, found by the tokenizer.
    var withoutLineFeed: Problem {
        var problem = self
        problem.hasLineFeed = false
        return problem
    }
}
