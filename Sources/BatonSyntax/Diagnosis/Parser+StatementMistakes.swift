/// Mistakes in statements.
extension Parser {
    /// An expression or an assignment, with CPython's alternatives in their order: what fits, what is a known mistake, and
    /// at last a plain expression.
    mutating func diagnosedExpressionStatement() throws(Stop) -> Statement {
        let start = index
        let first = span
        if let statement = try attempt({ parser throws(Stop) in try parser.plainAnnotation() }) { return statement }
        if let statement = try attempt({ parser throws(Stop) in try parser.plainAssignment() }) { return statement }
        let isParenthesized = kind == .openParen
        let target = try attempt { parser throws(Stop) in
            let target = try parser.primary()
            guard parser.isSingleTarget(target) else { throw parser.fail() }
            return target
        }
        if let target {
            if let found = kind.augmented {
                advance()
                let value = try annotatedValue()
                return Statement(.augAssign(target: target, found, value: value), span(from: first))
            }
            if kind == .colon {
                return try annotation(of: target, isParenthesized: isParenthesized, from: first)
            }
        }
        index = start
        try diagnoseAnnotation()
        index = start
        try diagnoseAssignment()
        index = start
        let value = try annotatedValue()
        return Statement(.expr(value), span(from: first))
    }

    private mutating func plainAnnotation() throws(Stop) -> Statement {
        guard kind == .name, peek(1) == .colon else { throw fail() }
        let start = span
        let target = leaf(.name(name(tokens[index])), start)
        advance()
        return try annotation(of: target, isParenthesized: false, from: start)
    }

    private mutating func plainAssignment() throws(Stop) -> Statement {
        let start = span
        let targets = try leadingTargets()
        guard !targets.isEmpty else { throw fail() }
        let value = try annotatedValue()
        guard kind != .equal else { throw fail() }
        return Statement(.assign(targets: targets, value: value), span(from: start))
    }

    /// As many `target =` as there are.
    private mutating func leadingTargets() throws(Stop) -> [Expression] {
        var targets: [Expression] = []
        while true {
            let target = try attempt { parser throws(Stop) in
                let target = try parser.starTargets()
                try parser.expect(.equal)
                return target
            }
            guard let target else { return targets }
            targets.append(target)
        }
    }

    /// `f(): int`, `a, b: int`.
    private mutating func diagnoseAnnotation() throws(Stop) {
        let start = index
        if kind == .openParen || kind == .openBracket {
            let target = try attempt { parser throws(Stop) in
                let value = try parser.primary()
                try parser.annotationFollows()
                return value
            }
            switch target?.kind {
            case .list, .tuple:
                throw fail("only single target (not \(target!.description)) can be annotated", at: target!.span)
            default: index = start
            }
        }
        guard let first = try attempt({ parser throws(Stop) in try parser.starNamedExpression() }) else { return }
        if accept(.comma) {
            let isTuple: Void? = try attempt { parser throws(Stop) in
                while parser.kind.startsExpression {
                    _ = try parser.starNamedExpression()
                    guard parser.accept(.comma) else { break }
                }
                try parser.annotationFollows()
            }
            if isTuple != nil { throw fail("only single target (not tuple) can be annotated", at: first.span) }
        }
        index = start
        let target = try attempt { parser throws(Stop) in
            let value = try parser.expression()
            try parser.annotationFollows()
            return value
        }
        if let target { throw fail("illegal target for annotation", at: target.span) }
    }

    private mutating func annotationFollows() throws(Stop) {
        try expect(.colon)
        _ = try expression()
    }

    /// `f() = a = 1`, `a = yield = 1`, `a, b += 1`.
    private mutating func diagnoseAssignment() throws(Stop) {
        let start = index
        _ = try leadingTargets()
        let last = index
        if let value = try attempt({ parser throws(Stop) in try parser.starExpressions() }), kind == .equal {
            try diagnoseTarget(value, .assignment)
        }
        index = last
        if kind == .yield, let value = try attempt({ parser throws(Stop) in try parser.yield() }), kind == .equal {
            throw fail("assignment to yield expression not possible", at: value.span)
        }
        index = start
        guard kind != .yield,
            let value = try attempt({ parser throws(Stop) in try parser.starExpressions() }),
            kind.augmented != nil
        else { return }
        advance()
        guard try attempt({ parser throws(Stop) in try parser.annotatedValue() }) != nil else { return }
        throw fail("'\(value.description)' is an illegal expression for augmented assignment", at: value.span)
    }

    /// `except a, b:`, at the comma.
    mutating func diagnoseExceptionTypes(from first: SourceSpan) throws(Stop) {
        let start = index
        defer { index = start }
        advance()
        guard try attempt({ parser throws(Stop) in try parser.starExpressions() }) != nil else { return }
        if accept(.as), !accept(.name) { return }
        guard kind == .colon else { return }
        let last = tokens[max(furthest, index)].span
        throw fail(
            Problem(
                "multiple exception types must be parenthesized", line: first.line, column: .at(first.column),
                endLine: last.endLine, endColumn: .before(last.endColumn)))
    }

    /// `import a from b`, `import` alone.
    mutating func diagnoseImport(from first: SourceSpan) throws(Stop) {
        if kind == .newline { throw missingNames() }
        let start = index
        defer { index = start }
        let isSwapped: Void? = try attempt { parser throws(Stop) in
            repeat { _ = try parser.dottedName() } while parser.accept(.comma)
            try parser.expect(.from)
            _ = try parser.dottedName()
        }
        if isSwapped == nil { return }
        let last = tokens[furthest].span
        throw fail(
            Problem(
                "Did you mean to use 'from ... import ...' instead?", line: first.line, column: .at(first.column),
                endLine: last.endLine, endColumn: .before(last.endColumn)))
    }

    /// The failure at a line that ends after `import`.
    mutating func missingNames() -> Stop {
        fail(
            Problem(
                "Expected one or more names after 'import'", line: span.line, column: .at(span.column),
                endLine: span.endLine, endColumn: .before(span.endColumn)))
    }
}
