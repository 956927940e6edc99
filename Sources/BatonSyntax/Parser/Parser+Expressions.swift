extension Parser {
    /// `a, *b, …`: one expression, or a tuple without parentheses.
    mutating func starExpressions() throws(Stop) -> Expression {
        let start = span
        let first = try starExpression()
        guard kind == .comma else { return first }
        var elements = [first]
        while accept(.comma) {
            guard kind.startsExpression else { break }
            guard let next = try greedily({ parser throws(Stop) in try parser.starExpression() }) else { break }
            elements.append(next)
        }
        return try node(.tuple(elements), span(from: start), over: tallest(elements))
    }

    mutating func starExpression() throws(Stop) -> Expression {
        kind == .star ? try starred() : try expression()
    }

    mutating func starNamedExpression() throws(Stop) -> Expression {
        kind == .star ? try starred() : try namedExpression()
    }

    /// `*value` where a display or a tuple takes it.
    private mutating func starred() throws(Stop) -> Expression {
        let start = span
        advance()
        let value = try binary(1)
        return try node(.starred(value), span(from: start), over: value.height)
    }

    /// The right side of an assignment.
    mutating func annotatedValue() throws(Stop) -> Expression {
        kind == .yield ? try yield() : try starExpressions()
    }

    mutating func yield() throws(Stop) -> Expression {
        let start = span
        advance()
        if accept(.from) {
            let value = try expression()
            return try node(.yieldFrom(value), span(from: start), over: value.height)
        }
        guard kind.startsExpression else { return leaf(.yield(nil), start) }
        let value = try starExpressions()
        return try node(.yield(value), span(from: start), over: value.height)
    }

    /// An expression, or `name := value`.
    mutating func namedExpression() throws(Stop) -> Expression {
        if let assignment = try assignmentExpression() { return assignment }
        let start = index
        let value = try expression()
        if isDiagnosing { try diagnoseNamedExpression(value, from: start) }
        if kind == .colonEqual { throw fail() }
        return value
    }

    /// `name := value`, if it stands here.
    @inline(__always)
    mutating func assignmentExpression() throws(Stop) -> Expression? {
        guard kind == .name, peek(1) == .colonEqual else { return nil }
        let start = span
        let target = leaf(.name(name(tokens[index])), start)
        advance()
        advance()
        let value = try expression()
        return try node(.namedExpr(target: target, value: value), span(from: start), over: value.height)
    }

    /// A conditional expression, a lambda, or what binds tighter.
    mutating func expression() throws(Stop) -> Expression {
        if kind == .lambda { return try lambda() }
        let start = span
        let first = index
        let body = try disjunction()
        if isDiagnosing { try diagnoseExpression(body, from: first) }
        guard kind == .if else { return body }
        return try greedily { parser throws(Stop) in try parser.conditional(body, from: start) } ?? body
    }

    private mutating func conditional(_ body: Expression, from start: SourceSpan) throws(Stop) -> Expression {
        advance()
        let test = try disjunction()
        try expect(.else)
        try descend()
        let orElse = try expression()
        ascend()
        return try node(
            .ifExp(test: test, body: body, orElse: orElse), span(from: start),
            over: max(test.height, body.height, orElse.height))
    }

    /// Parses what may follow something that is complete without it.
    ///
    /// The pass that looks for mistakes goes on behind the shorter form where the longer one fails, as CPython's does:
    /// the mistake may be what follows.
    @inline(__always)
    mutating func greedily<Result>(_ body: (inout Parser) throws(Stop) -> Result) throws(Stop) -> Result? {
        isGreedy ? try attempt(body) : try body(&self)
    }

    mutating func disjunction() throws(Stop) -> Expression {
        let start = span
        let first = try conjunction()
        guard kind == .or else { return first }
        var values = [first]
        while kind == .or {
            let next = try greedily { parser throws(Stop) in
                parser.advance()
                return try parser.conjunction()
            }
            guard let next else { break }
            values.append(next)
        }
        guard values.count > 1 else { return first }
        return try node(.boolOp(.or, values: values), span(from: start), over: tallest(values))
    }

    private mutating func conjunction() throws(Stop) -> Expression {
        let start = span
        let first = try inversion()
        guard kind == .and else { return first }
        var values = [first]
        while kind == .and {
            let next = try greedily { parser throws(Stop) in
                parser.advance()
                return try parser.inversion()
            }
            guard let next else { break }
            values.append(next)
        }
        guard values.count > 1 else { return first }
        return try node(.boolOp(.and, values: values), span(from: start), over: tallest(values))
    }

    mutating func inversion() throws(Stop) -> Expression {
        guard kind == .not else { return try comparison() }
        let start = span
        advance()
        try descend()
        let operand = try inversion()
        ascend()
        return try node(.unaryOp(.not, operand: operand), span(from: start), over: operand.height)
    }

    private mutating func comparison() throws(Stop) -> Expression {
        let start = span
        let left = try binary(1)
        var end = index
        guard var found = compareOperator() else { return left }
        var operators: [CompareOperator] = []
        var comparators: [Expression] = []
        while true {
            guard let comparator = try greedily({ parser throws(Stop) in try parser.binary(1) }) else {
                index = end
                break
            }
            operators.append(found)
            comparators.append(comparator)
            end = index
            guard let next = compareOperator() else { break }
            found = next
        }
        guard !operators.isEmpty else { return left }
        return try node(
            .compare(left: left, operators, comparators: comparators), span(from: start),
            over: max(left.height, tallest(comparators)))
    }

    private mutating func compareOperator() -> CompareOperator? {
        let found: CompareOperator
        switch kind {
        case .equalEqual: found = .equal
        case .notEqual: found = .notEqual
        case .less: found = .less
        case .lessEqual: found = .lessOrEqual
        case .greater: found = .greater
        case .greaterEqual: found = .greaterOrEqual
        case .in: found = .in
        case .is:
            advance()
            return accept(.not) ? .isNot : .is
        case .not:
            advance()
            if accept(.in) { return .notIn }
            index -= 1
            return nil
        default: return nil
        }
        advance()
        return found
    }

    /// Operators that bind at least as tightly as `minimum`; 1 takes all of them.
    mutating func binary(_ minimum: Int) throws(Stop) -> Expression {
        let start = span
        var left = try unary()
        while let (found, precedence) = kind.binary, precedence >= minimum {
            let end = index
            advance()
            if isDiagnosing, precedence >= 5 { try diagnoseNot() }
            guard let right = try greedily({ parser throws(Stop) in try parser.binary(precedence + 1) }) else {
                index = end
                break
            }
            left = try node(
                .binOp(left: left, found, right: right), span(from: start), over: max(left.height, right.height))
        }
        return left
    }

    private mutating func unary() throws(Stop) -> Expression {
        let found: UnaryOperator
        switch kind {
        case .minus: found = .minus
        case .plus: found = .plus
        case .tilde: found = .invert
        default: return try power()
        }
        let start = span
        advance()
        if isDiagnosing { try diagnoseNot() }
        try descend()
        let operand = try unary()
        ascend()
        return try node(.unaryOp(found, operand: operand), span(from: start), over: operand.height)
    }

    private mutating func power() throws(Stop) -> Expression {
        let start = span
        let base = try primary()
        guard kind == .doubleStar else { return base }
        let exponent = try greedily { parser throws(Stop) in
            parser.advance()
            try parser.descend()
            let exponent = try parser.unary()
            parser.ascend()
            return exponent
        }
        guard let exponent else { return base }
        return try node(
            .binOp(left: base, .power, right: exponent), span(from: start), over: max(base.height, exponent.height))
    }
}

extension TokenKind {
    /// Whether an expression, a starred one included, may start with it.
    var startsExpression: Bool {
        switch self {
        case .name, .number, .string, .fStringStart, .true, .false, .none, .ellipsis, .lambda, .not, .await,
            .openParen, .openBracket, .openBrace, .plus, .minus, .tilde, .star:
            true
        default: false
        }
    }

    /// Whether an operand starts with it, and nothing that may follow one.
    var startsOperand: Bool {
        switch self {
        case .name, .number, .string, .fStringStart, .true, .false, .none, .ellipsis, .lambda, .openBrace, .tilde: true
        default: false
        }
    }
}
