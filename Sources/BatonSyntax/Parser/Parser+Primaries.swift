extension Parser {
    /// An atom with its attributes, calls and subscripts.
    mutating func primary() throws(Stop) -> Expression {
        let start = span
        var value = try atom()
        while kind == .dot || kind == .openParen || kind == .openBracket {
            let before = value
            let next = try greedily { parser throws(Stop) in try parser.trailer(of: before, from: start) }
            guard let next else { break }
            value = next
        }
        return value
    }

    /// `.name`, `(…)` or `[…]`.
    @inline(__always)
    private mutating func trailer(of value: Expression, from start: SourceSpan) throws(Stop) -> Expression {
        switch kind {
        case .dot:
            advance()
            let attribute = try expectName()
            return try node(.attribute(value: value, attribute), span(from: start), over: value.height)
        case .openParen:
            return try call(value, from: start)
        default:
            advance()
            try descend()
            let slice = try slices()
            ascend()
            try expect(.closeBracket)
            return try node(
                .subscript(value: value, index: slice), span(from: start), over: max(value.height, slice.height))
        }
    }

    private mutating func atom() throws(Stop) -> Expression {
        let span = span
        let kind: Expression.Kind
        switch self.kind {
        case .name: kind = .name(name(tokens[index]))
        case .number: kind = .constant(try number())
        case .string, .fStringStart: return try strings()
        case .true: kind = .constant(.true)
        case .false: kind = .constant(.false)
        case .none: kind = .constant(.none)
        case .ellipsis: kind = .constant(.ellipsis)
        case .openParen: return try nested { parser throws(Stop) in try parser.parenthesized() }
        case .openBracket: return try nested { parser throws(Stop) in try parser.listDisplay() }
        case .openBrace: return try nested { parser throws(Stop) in try parser.braceDisplay() }
        case .await: throw unsupported("'await' expressions")
        default: throw fail()
        }
        advance()
        return leaf(kind, span)
    }

    @inline(__always)
    private mutating func nested(_ body: (inout Parser) throws(Stop) -> Expression) throws(Stop) -> Expression {
        try descend()
        let value = try body(&self)
        ascend()
        return value
    }

    private mutating func number() throws(Stop) -> Constant {
        switch NumberLiteral.value(of: bytes(tokens[index])) {
        case .constant(let constant): return constant
        case .failure(let message): throw fail(message, at: span)
        }
    }

    /// Says that Baton does not have a part of the language.
    mutating func unsupported(_ what: String, at span: SourceSpan? = nil) -> Stop {
        fail("\(what) are not supported by Baton", at: span ?? self.span)
    }

    // MARK: Subscripts

    private mutating func slices() throws(Stop) -> Expression {
        let start = span
        let first = try sliceOrStarred()
        guard kind == .comma else {
            if case .starred = first.kind {
                return try node(.tuple([first]), first.span, over: first.height)
            }
            return first
        }
        var elements = [first]
        while accept(.comma) {
            guard kind.startsExpression || kind == .colon else { break }
            elements.append(try sliceOrStarred())
        }
        return try node(.tuple(elements), span(from: start), over: tallest(elements))
    }

    private mutating func sliceOrStarred() throws(Stop) -> Expression {
        if kind == .star { return try starredArgument() }
        let start = span
        var lower: Expression?
        if kind != .colon {
            if let assignment = try assignmentExpression() { return assignment }
            let first = index
            let value = try expression()
            guard kind == .colon else {
                if isDiagnosing { try diagnoseNamedExpression(value, from: first) }
                if kind == .colonEqual { throw fail() }
                return value
            }
            lower = value
        }
        advance()
        let upper = kind.startsExpression && kind != .star ? try expression() : nil
        var step: Expression?
        if accept(.colon), kind.startsExpression, kind != .star { step = try expression() }
        return try node(
            .slice(lower: lower, upper: upper, step: step), span(from: start),
            over: max(lower?.height ?? 0, upper?.height ?? 0, step?.height ?? 0))
    }
}
