/// Mistakes in expressions. Each is tried in the second pass only, where the first pass would have gone on or failed.
extension Parser {
    /// After the disjunction that starts an expression.
    mutating func diagnoseExpression(_ value: Expression, from first: Int) throws(Stop) {
        let token = tokens[first]
        let isLegacy = isWord(token, "print") || isWord(token, "exec")
        let isAlone = index == first + 1
        if !(isAlone && isLegacy), !startsWithSoftKeyword(first) {
            try diagnoseMissingComma(value, from: first)
        }
        if kind == .if { try diagnoseConditional(value) }
        if token.kind == .name, isLegacy || tokens[first + 1].kind.startsOperand { try diagnoseLegacyCall(first) }
    }

    /// `match a`, or `kf"…"` with letters that are no prefix.
    private func startsWithSoftKeyword(_ first: Int) -> Bool {
        let token = tokens[first]
        guard token.kind == .name else { return false }
        return tokens[first + 1].kind == .string || isWord(token, "match") || isWord(token, "case")
            || isWord(token, "type") || isWord(token, "_")
    }

    private mutating func diagnoseMissingComma(_ value: Expression, from first: Int) throws(Stop) {
        guard kind.startsExpression, kind != .star else { return }
        let end = index
        let next = try plainly { parser throws(Stop) in
            try parser.attempt { parser throws(Stop) in try parser.expression() }
        }
        let depth = tokens[index - 1].depth
        index = end
        guard let next, depth > 0 else { return }
        throw fail("invalid syntax. Perhaps you forgot a comma?", at: tokens[first].span.through(next.span))
    }

    /// `a if b` without `else`.
    private mutating func diagnoseConditional(_ value: Expression) throws(Stop) {
        let start = index
        defer { index = start }
        advance()
        let test = try attempt { parser throws(Stop) in try parser.disjunction() }
        guard let test, kind != .else, kind != .colon else { return }
        throw fail("expected 'else' after 'if' expression", at: value.span.through(test.span))
    }

    /// `print a`. CPython reads what follows any name, and tells of a mistake in it, before it looks at the name.
    private mutating func diagnoseLegacyCall(_ first: Int) throws(Stop) {
        guard tokens[first + 1].kind != .openParen else { return }
        let start = index
        index = first + 1
        defer { index = start }
        let arguments = try attempt { parser throws(Stop) in try parser.starExpressions() }
        guard let arguments, isWord(tokens[first], "print") || isWord(tokens[first], "exec") else { return }
        let word = name(tokens[first])
        throw fail(
            "Missing parentheses in call to '\(word)'. Did you mean \(word)(...)?",
            at: tokens[first].span.through(arguments.span))
    }

    /// After an expression where `name := value` may stand.
    mutating func diagnoseNamedExpression(_ value: Expression, from first: Int) throws(Stop) {
        let start = index
        defer { index = start }
        if kind == .colonEqual {
            advance()
            if try attempt({ parser throws(Stop) in try parser.expression() }) != nil {
                throw fail("cannot use assignment expressions with \(value.description)", at: value.span)
            }
            return
        }
        guard kind == .equal else { return }
        let equal = index
        // Only an operand of a comparison is meant to be compared.
        index = first
        let operand = try plainly { parser throws(Stop) in
            try parser.attempt { parser throws(Stop) in try parser.binary(1) }
        }
        guard let operand, index == equal else { return }
        advance()
        let right = try attempt { parser throws(Stop) in try parser.binary(1) }
        guard let right, kind != .equal, kind != .colonEqual else { return }
        if tokens[first].kind == .name, equal == first + 1 {
            throw fail(
                "invalid syntax. Maybe you meant '==' or ':=' instead of '='?",
                at: operand.span.through(right.span))
        }
        if operand.isDisplayOrConstant { return }
        throw fail(
            "cannot assign to \(operand.description) here. Maybe you meant '==' instead of '='?", at: operand.span)
    }

    /// `1 + not a`, after the operator.
    mutating func diagnoseNot() throws(Stop) {
        guard kind == .not else { return }
        let start = index
        let first = span
        let operand = try attempt { parser throws(Stop) in try parser.inversion() }
        index = start
        guard let operand else { return }
        throw fail("'not' after an operator must be parenthesized", at: first.through(operand.span))
    }

    // MARK: Targets

    enum TargetUse {
        case assignment
        case loop
        case deletion
    }

    /// Names the part of an expression that cannot be assigned to or deleted, if there is one.
    mutating func diagnoseTarget(_ value: Expression, _ use: TargetUse) throws(Stop) {
        guard let part = invalidTarget(value, use) else { return }
        throw fail("cannot \(use == .deletion ? "delete" : "assign to") \(part.description)", at: part.span)
    }

    private func invalidTarget(_ value: Expression, _ use: TargetUse) -> Expression? {
        switch value.kind {
        case .list(let elements), .tuple(let elements):
            for element in elements {
                if let part = invalidTarget(element, use) { return part }
            }
            return nil
        case .starred(let inner): return use == .deletion ? value : invalidTarget(inner, use)
        case .compare(let left, let operators, _) where use == .loop:
            return operators[0] == .in ? invalidTarget(left, use) : nil
        case .name, .subscript, .attribute: return nil
        default: return value
        }
    }

    // MARK: Displays

    mutating func diagnoseDoubleStarGroup() throws(Stop) {
        let start = index
        let first = span
        advance()
        let value = try attempt { parser throws(Stop) in try parser.expression() }
        let isClosed = kind == .closeParen
        index = start
        guard value != nil, isClosed else { return }
        throw fail("cannot use double starred expression here", at: first)
    }

    /// `[a, b for …]`, after the elements.
    mutating func diagnoseComprehensionTarget(
        from first: SourceSpan, to last: SourceSpan, until end: TokenKind
    ) throws(Stop) {
        guard kind == .for, end != .closeParen else { return }
        let start = index
        let clauses = try attempt { parser throws(Stop) in try parser.comprehensions(element: nil) }
        index = start
        if clauses == nil { return }
        throw fail("did you forget parentheses around the comprehension target?", at: first.through(last))
    }

    /// A `for` of a comprehension whose targets or `in` are wrong.
    mutating func diagnoseComprehensionVariables(from start: Int) throws(Stop) -> Stop {
        index = start + 1
        let variables: Void? = try attempt { parser throws(Stop) in
            _ = try parser.binary(1)
            while parser.accept(.comma) {
                guard parser.kind.startsExpression, parser.kind != .star else { break }
                _ = try parser.binary(1)
            }
        }
        if variables != nil, kind != .in { return fail("'in' expected after for-loop variables") }
        index = start + 1
        if let target = try attempt({ parser throws(Stop) in try parser.starExpressions() }) {
            try diagnoseTarget(target, .loop)
        }
        return fail()
    }

    /// A dictionary that is none, after its `{`.
    mutating func diagnoseDict() throws(Stop) {
        let start = index
        defer { index = start }
        var pairs = 0
        while true {
            let pair = index
            if accept(.doubleStar) {
                guard try attempt({ parser throws(Stop) in try parser.binary(1) }) != nil else { return }
                if kind == .for || kind == .async, pairs == 0 {
                    let clauses = try attempt { parser throws(Stop) in try parser.comprehensions(element: nil) }
                    if clauses != nil, kind == .closeBrace {
                        throw fail(
                            "dict unpacking cannot be used in dict comprehension", at: tokens[pair].span)
                    }
                    return
                }
            } else {
                guard try diagnosePair(isFirst: pairs == 0) else { return }
            }
            pairs += 1
            guard accept(.comma), kind != .closeBrace else { return }
        }
    }

    /// Reads `key: value`; says whether it was one.
    private mutating func diagnosePair(isFirst: Bool) throws(Stop) -> Bool {
        let key = try attempt { parser throws(Stop) in
            try isFirst ? parser.expression() : parser.laterKey()
        }
        guard let key else { return false }
        guard kind == .colon else {
            if isFirst { return false }
            throw fail(
                Problem(
                    "':' expected after dictionary key", line: key.span.line, column: .at(key.span.endColumn - 1),
                    endLine: key.span.endLine, endColumn: .exactly(0)))
        }
        let colon = span
        advance()
        switch kind {
        case .star:
            let star = span
            advance()
            if try attempt({ parser throws(Stop) in try parser.binary(1) }) != nil {
                throw fail(
                    Problem(
                        "cannot use a starred expression in a dictionary value", line: star.line,
                        column: .at(star.column), endLine: tokens[furthest].span.endLine,
                        endColumn: .before(tokens[furthest].span.endColumn)))
            }
            return false
        case .closeBrace, .comma:
            throw fail("expression expected after dictionary key and ':'", at: colon)
        default:
            return try attempt({ parser throws(Stop) in try parser.expression() }) != nil
        }
    }
}
