extension Parser {
    /// The whole text.
    mutating func program(_ mode: ParseMode) throws(Stop) -> [Statement] {
        switch mode {
        case .exec, .program:
            if kind == .endMarker { return [] }
            return try statements(until: .endMarker)
        case .eval:
            let value = try starFreeExpressions()
            while accept(.newline) {}
            try expect(.endMarker)
            return [Statement(.expr(value), value.span)]
        case .single:
            return try interactive()
        }
    }

    /// One expression, or a tuple without parentheses that holds no starred one.
    private mutating func starFreeExpressions() throws(Stop) -> Expression {
        let start = span
        let first = try expression()
        guard kind == .comma else { return first }
        var elements = [first]
        while accept(.comma) {
            guard kind.startsExpression, kind != .star else { break }
            elements.append(try expression())
        }
        return try node(.tuple(elements), span(from: start), over: tallest(elements))
    }

    private mutating func interactive() throws(Stop) -> [Statement] {
        // A line without a statement.
        if kind == .endMarker { return [Statement(.pass, span)] }
        var list: [Statement] = []
        try statement(into: &list)
        guard kind == .endMarker else {
            throw fail("multiple statements found while compiling a single statement", at: span)
        }
        return list
    }

    /// Whether a failed pass had looked at the end of the text.
    var isAtEnd: Bool {
        switch tokens[furthest].kind {
        case .endMarker, .broken: true
        case .dedent: tokens[furthest].start == tokens[furthest].end && tokens[furthest + 1].kind == .endMarker
        default: false
        }
    }

    /// Finds what to say after a failed pass.
    mutating func diagnose(_ mode: ParseMode) -> Problem {
        let last = furthest
        let indent = misplacedIndent
        if problem == nil {
            if tokens[furthest].kind == .broken { return endProblem! }
            index = 0
            isDiagnosing = true
            isGreedy = true
            effort = 0
            restart()
            _ = try? program(mode)
        }
        let found = problem ?? indent ?? genericProblem(at: tokens[last])
        if found.kind == .memory || found.kind == .recursion { return found }
        guard let endProblem else { return found }
        // A bracket that stays open outranks what seems wrong on the lines after it.
        let isBehind = tokens[count - 1].isEndOfText && tokens[furthest].span.line > endProblem.line
        return isBehind || tokens[furthest].kind == .broken ? endProblem : found
    }

    /// The problem with an indented line where no block starts, if that is what a pass failed at.
    var misplacedIndent: Problem? {
        let token = tokens[furthest]
        guard token.kind == .indent else { return nil }
        return Problem(
            "unexpected indent", kind: .indentation, line: token.span.line, column: .before(token.span.column),
            endColumn: .exactly(-1))
    }

    private func genericProblem(at token: Token) -> Problem {
        switch token.kind {
        case .dedent:
            return Problem(
                "unexpected unindent", kind: .indentation, line: token.span.line, column: .before(token.span.column),
                endColumn: .exactly(-1))
        case .endMarker:
            return Problem(
                "invalid syntax", line: token.span.line, column: .exactly(0), endColumn: .exactly(0))
        case .broken:
            return endProblem!
        default:
            return Problem("invalid syntax", at: token.span)
        }
    }
}

extension Statement {
    /// Whether it has a block.
    var isCompound: Bool {
        switch kind {
        case .functionDef, .classDef, .if, .for, .while, .with, .try: true
        default: false
        }
    }
}
