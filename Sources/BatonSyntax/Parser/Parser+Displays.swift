extension Parser {
    /// `(…)`: a group, a tuple or a generator expression.
    mutating func parenthesized() throws(Stop) -> Expression {
        let start = span
        advance()
        switch kind {
        case .closeParen:
            advance()
            return leaf(.tuple([]), span(from: start))
        case .yield:
            let value = try yield()
            try expect(.closeParen)
            return value
        case .doubleStar where isDiagnosing:
            try diagnoseDoubleStarGroup()
        default: break
        }
        let first = try starNamedExpression()
        switch kind {
        case .closeParen:
            if case .starred = first.kind {
                if isDiagnosing { throw fail("cannot use starred expression here", at: first.span) }
                throw fail()
            }
            advance()
            return first
        case .comma:
            let elements = try restOfElements(first, until: .closeParen)
            try expect(.closeParen)
            return try node(.tuple(elements), span(from: start), over: tallest(elements))
        case .for, .async:
            let clauses = try comprehensions(element: first)
            try expect(.closeParen)
            return try node(
                .generatorExp(element: first, clauses), span(from: start), over: max(first.height, tallest(clauses)))
        default:
            throw fail()
        }
    }

    /// `[…]`: a list or a list comprehension.
    mutating func listDisplay() throws(Stop) -> Expression {
        let start = span
        advance()
        if accept(.closeBracket) { return leaf(.list([]), span(from: start)) }
        let first = try starNamedExpression()
        if kind == .for || kind == .async {
            let clauses = try comprehensions(element: first)
            try expect(.closeBracket)
            return try node(
                .listComp(element: first, clauses), span(from: start), over: max(first.height, tallest(clauses)))
        }
        let elements = try restOfElements(first, until: .closeBracket)
        try expect(.closeBracket)
        return try node(.list(elements), span(from: start), over: tallest(elements))
    }

    /// `{…}`: a set or a dictionary, or a comprehension of one.
    mutating func braceDisplay() throws(Stop) -> Expression {
        let start = span
        advance()
        if accept(.closeBrace) { return leaf(.dict(keys: [], values: []), span(from: start)) }
        if isDiagnosing {
            try diagnoseDict()
        }
        if kind == .doubleStar { return try dict(from: start, firstKey: nil) }
        let first = try starNamedExpression()
        switch kind {
        case .colon:
            switch first.kind {
            case .starred: throw fail()
            case .namedExpr where tokens[index - 1].kind != .closeParen: throw fail()
            default: return try dict(from: start, firstKey: first)
            }
        case .for, .async:
            let clauses = try comprehensions(element: first)
            try expect(.closeBrace)
            return try node(
                .setComp(element: first, clauses), span(from: start), over: max(first.height, tallest(clauses)))
        default:
            let elements = try restOfElements(first, until: .closeBrace)
            try expect(.closeBrace)
            return try node(.set(elements), span(from: start), over: tallest(elements))
        }
    }

    /// The elements after the first one, and a last comma.
    private mutating func restOfElements(_ first: Expression, until end: TokenKind) throws(Stop) -> [Expression] {
        var elements = [first]
        while kind == .comma {
            let comma = span
            advance()
            guard kind.startsExpression else {
                if isDiagnosing, elements.count == 1 {
                    try diagnoseComprehensionTarget(from: first.span, to: comma, until: end)
                }
                break
            }
            elements.append(try starNamedExpression())
        }
        if isDiagnosing, elements.count > 1 {
            try diagnoseComprehensionTarget(from: first.span, to: elements.last!.span, until: end)
        }
        return elements
    }

    private mutating func dict(from start: SourceSpan, firstKey: Expression?) throws(Stop) -> Expression {
        var keys: [Expression?] = []
        var values: [Expression] = []
        var height: UInt32 = 0
        var key = firstKey
        while true {
            if key == nil, accept(.doubleStar) {
                let value = try binary(1)
                keys.append(nil)
                values.append(value)
                height = max(height, value.height)
            } else {
                let known: Expression
                if let key { known = key } else { known = try laterKey() }
                try expect(.colon)
                let value = try expression()
                if values.isEmpty, kind == .for || kind == .async {
                    return try dictComprehension(from: start, key: known, value: value)
                }
                keys.append(known)
                values.append(value)
                height = max(height, known.height, value.height)
            }
            key = nil
            guard accept(.comma), kind != .closeBrace else { break }
        }
        try expect(.closeBrace)
        return try node(.dict(keys: keys, values: values), span(from: start), over: height)
    }

    /// A key after the first pair: CPython looks for no mistake in it but a missing colon.
    mutating func laterKey() throws(Stop) -> Expression {
        try plainly { parser throws(Stop) in try parser.expression() }
    }

    private mutating func dictComprehension(
        from start: SourceSpan, key: Expression, value: Expression
    ) throws(Stop) -> Expression {
        let clauses = try comprehensions(element: nil)
        try expect(.closeBrace)
        return try node(
            .dictComp(key: key, value: value, clauses), span(from: start),
            over: max(key.height, value.height, tallest(clauses)))
    }

    // MARK: Comprehensions

    /// One or more `for … in … if …`; a starred element has none.
    mutating func comprehensions(element: Expression?) throws(Stop) -> [Comprehension] {
        var clauses: [Comprehension] = []
        while kind == .for || kind == .async {
            if kind == .async {
                guard peek(1) == .for else {
                    advance()
                    throw fail()
                }
                throw unsupported("asynchronous comprehensions")
            }
            clauses.append(try comprehension())
        }
        if let element, case .starred = element.kind {
            if isDiagnosing { throw fail("iterable unpacking cannot be used in comprehension", at: element.span) }
            throw fail()
        }
        return clauses
    }

    private mutating func comprehension() throws(Stop) -> Comprehension {
        let start = index
        advance()
        let target = try attemptIfDiagnosing { parser throws(Stop) in
            let target = try parser.starTargets()
            try parser.expect(.in)
            return target
        }
        guard let target else { throw try diagnoseComprehensionVariables(from: start) }
        try descend()
        let iterable = try disjunction()
        var ifs: [Expression] = []
        while accept(.if) { ifs.append(try disjunction()) }
        ascend()
        return Comprehension(target: target, iterable: iterable, ifs: ifs)
    }

    /// Parses; only a pass that looks for mistakes goes on after a failure.
    mutating func attemptIfDiagnosing<Result>(
        _ body: (inout Parser) throws(Stop) -> Result
    ) throws(Stop) -> Result? {
        isDiagnosing ? try attempt(body) : try body(&self)
    }

    func tallest(_ clauses: [Comprehension]) -> UInt32 {
        var height: UInt32 = 0
        for clause in clauses {
            height = max(height, clause.target.height, clause.iterable.height, tallest(clause.ifs))
        }
        return height
    }
}
