extension Parser {
    /// Statements up to the end of a block or of the text.
    mutating func statements(until end: TokenKind) throws(Stop) -> [Statement] {
        var list: [Statement] = []
        repeat { try statement(into: &list) } while kind != end
        return list
    }

    mutating func statement(into list: inout [Statement]) throws(Stop) {
        if let compound = try compoundStatement() {
            list.append(compound)
        } else {
            try simpleStatements(into: &list)
        }
    }

    /// Statements on one line, separated by semicolons.
    mutating func simpleStatements(into list: inout [Statement]) throws(Stop) {
        repeat {
            list.append(try simpleStatement())
        } while accept(.semicolon) && kind != .newline
        try expect(.newline)
    }

    private mutating func simpleStatement() throws(Stop) -> Statement {
        let start = span
        let kind: Statement.Kind
        switch self.kind {
        case .return:
            advance()
            kind = .return(self.kind.startsExpression ? try starExpressions() : nil)
        case .pass:
            advance()
            kind = .pass
        case .break:
            advance()
            kind = .break
        case .continue:
            advance()
            kind = .continue
        case .import: kind = try importNames()
        case .from: kind = try importFrom()
        case .raise: kind = try raise()
        case .del: kind = try delete()
        case .assert: kind = try assert()
        case .global: kind = .global(try names())
        case .nonlocal: kind = .nonlocal(try names())
        default: return try isDiagnosing ? diagnosedExpressionStatement() : expressionStatement()
        }
        return Statement(kind, span(from: start))
    }

    /// An expression, an assignment or an annotation.
    private mutating func expressionStatement() throws(Stop) -> Statement {
        let start = span
        if kind == .name { try rejectTypeStatement() }
        let isParenthesized = kind == .openParen
        let first = try annotatedValue()
        switch kind {
        case .equal:
            guard isTarget(first) else { throw fail() }
            return try assignment(to: [first], from: start)
        case .colon:
            guard isSingleTarget(first) else { throw fail() }
            return try annotation(of: first, isParenthesized: isParenthesized, from: start)
        default:
            guard let found = kind.augmented, isSingleTarget(first) else { break }
            advance()
            let value = try annotatedValue()
            return Statement(.augAssign(target: first, found, value: value), span(from: start))
        }
        return Statement(.expr(first), span(from: start))
    }

    /// From the first `=` on.
    private mutating func assignment(to first: [Expression], from start: SourceSpan) throws(Stop) -> Statement {
        var targets = first
        advance()
        var value = try annotatedValue()
        while kind == .equal {
            guard isTarget(value) else { throw fail() }
            targets.append(value)
            advance()
            value = try annotatedValue()
        }
        return Statement(.assign(targets: targets, value: value), span(from: start))
    }

    /// From the `:` on.
    mutating func annotation(
        of target: Expression, isParenthesized: Bool, from start: SourceSpan
    ) throws(Stop) -> Statement {
        advance()
        let annotation = try expression()
        let value = accept(.equal) ? try annotatedValue() : nil
        var isSimple = false
        if case .name = target.kind { isSimple = !isParenthesized }
        return Statement(
            .annAssign(target: target, annotation: annotation, value: value, isSimple: isSimple), span(from: start))
    }

    private mutating func rejectTypeStatement() throws(Stop) {
        guard isWord(tokens[index], "type"), peek(1) == .name, peek(2) == .equal || peek(2) == .openBracket else {
            return
        }
        throw unsupported("'type' statements")
    }

    private mutating func raise() throws(Stop) -> Statement.Kind {
        advance()
        guard kind.startsExpression, kind != .star else { return .raise(exception: nil, cause: nil) }
        let exception = try expression()
        let cause = accept(.from) ? try expression() : nil
        return .raise(exception: exception, cause: cause)
    }

    private mutating func delete() throws(Stop) -> Statement.Kind {
        advance()
        let start = index
        let targets = try attemptIfDiagnosing { parser throws(Stop) in
            var targets: [Expression] = []
            repeat {
                let target = try parser.primary()
                guard parser.isDeletable(target) else { throw parser.fail() }
                targets.append(target)
            } while parser.accept(.comma) && parser.kind.startsExpression
            guard parser.kind == .newline || parser.kind == .semicolon else { throw parser.fail() }
            return targets
        }
        if let targets { return .delete(targets) }
        index = start
        if let value = try attempt({ parser throws(Stop) in try parser.starExpressions() }) {
            try diagnoseTarget(value, .deletion)
        }
        throw fail()
    }

    private mutating func assert() throws(Stop) -> Statement.Kind {
        advance()
        let test = try expression()
        let message = accept(.comma) ? try expression() : nil
        return .assert(test: test, message: message)
    }

    private mutating func names() throws(Stop) -> [String] {
        advance()
        var names = [try expectName()]
        while accept(.comma) { names.append(try expectName()) }
        return names
    }
}
