extension Parser {
    /// Parameters while they are read, in the order of the grammar: positional, `/`, positional, `*`, keyword, `**`.
    private struct Parameters {
        var posOnly: [Argument] = []
        var args: [Argument] = []
        var vararg: Argument?
        var kwOnly: [Argument] = []
        var kwDefaults: [Expression?] = []
        var kwarg: Argument?
        var defaults: [Expression] = []
        var hasSlash = false
        var hasStar = false
        var height: UInt32 = 0

        var arguments: Arguments {
            Arguments(
                posOnly: posOnly, args: args, vararg: vararg, kwOnly: kwOnly, kwDefaults: kwDefaults, kwarg: kwarg,
                defaults: defaults)
        }
    }

    mutating func lambda() throws(Stop) -> Expression {
        let start = span
        advance()
        try descend()
        let (arguments, height) = try parameters(until: .colon)
        if isDiagnosing, kind == .fieldColon {
            throw fail("f-string: lambda expressions are not allowed without parentheses", at: start.through(span))
        }
        try expect(.colon)
        let body = try expression()
        ascend()
        return try node(.lambda(arguments, body: body), span(from: start), over: max(height, body.height))
    }

    /// The parameters of a function (up to `)`) or a lambda (up to `:`), and the height of their expressions.
    mutating func parameters(until end: TokenKind) throws(Stop) -> (Arguments, height: UInt32) {
        var found = Parameters()
        while kind != end, kind != .fieldColon {
            switch kind {
            case .name:
                try positionalOrKeyword(&found, until: end)
            case .slash:
                try slash(&found, until: end)
            case .star:
                try star(&found, until: end)
            case .doubleStar:
                try doubleStar(&found, until: end)
                return (found.arguments, found.height)
            case .openParen where isDiagnosing && !found.hasStar && found.defaults.isEmpty:
                try diagnoseParenthesizedParameters(until: end)
                throw fail()
            default:
                throw fail()
            }
            guard accept(.comma) else { break }
        }
        // What follows shows what is wrong: a `*` that takes nothing needs a name.
        if found.hasStar, found.vararg == nil, found.kwOnly.isEmpty { throw fail() }
        guard kind == end || end == .colon && kind == .fieldColon else { throw fail() }
        return (found.arguments, found.height)
    }

    private mutating func parameter(
        _ found: inout Parameters, until end: TokenKind, isStarred: Bool = false
    ) throws(Stop) -> Argument {
        let start = span
        let name = try expectName()
        var annotation: Expression?
        if end == .closeParen, accept(.colon) {
            let value = isStarred && kind == .star ? try starExpression() : try expression()
            found.height = max(found.height, value.height)
            annotation = value
        }
        return Argument(name: name, annotation: annotation, span: span(from: start))
    }

    private mutating func defaultValue(_ found: inout Parameters, until end: TokenKind) throws(Stop) -> Expression? {
        guard kind == .equal else { return nil }
        let equal = span
        advance()
        if isDiagnosing, kind == .closeParen || kind == .comma {
            throw fail("expected default value expression", at: equal)
        }
        let value = try expression()
        found.height = max(found.height, value.height)
        return value
    }

    private mutating func positionalOrKeyword(_ found: inout Parameters, until end: TokenKind) throws(Stop) {
        let argument = try parameter(&found, until: end)
        let value = try defaultValue(&found, until: end)
        if found.hasStar {
            found.kwOnly.append(argument)
            found.kwDefaults.append(value)
            return
        }
        if let value {
            found.defaults.append(value)
        } else if !found.defaults.isEmpty {
            if isDiagnosing, kind == .comma || kind == end {
                throw fail("parameter without a default follows parameter with a default", at: argument.span)
            }
            throw fail()
        }
        found.args.append(argument)
    }

    private mutating func slash(_ found: inout Parameters, until end: TokenKind) throws(Stop) {
        if isDiagnosing { try diagnoseSlash(found.args.isEmpty, found.hasSlash, found.hasStar) }
        if found.args.isEmpty || found.hasSlash || found.hasStar { throw fail() }
        advance()
        if isDiagnosing, kind == .star { throw fail("expected comma between / and *", at: span) }
        found.hasSlash = true
        swap(&found.posOnly, &found.args)
    }

    private mutating func star(_ found: inout Parameters, until end: TokenKind) throws(Stop) {
        let star = span
        if found.hasStar {
            if isDiagnosing { try diagnoseSecondStar(until: end) }
            throw fail()
        }
        advance()
        found.hasStar = true
        if kind == .name {
            found.vararg = try parameter(&found, until: end, isStarred: true)
            if isDiagnosing, kind == .equal {
                throw fail("var-positional argument cannot have default value", at: span)
            }
            return
        }
        if isDiagnosing { try diagnoseBareStar(star, until: end) }
        guard kind == .comma else { throw fail() }
    }

    private mutating func doubleStar(_ found: inout Parameters, until end: TokenKind) throws(Stop) {
        if found.hasStar, found.vararg == nil, found.kwOnly.isEmpty { throw fail() }
        advance()
        found.kwarg = try parameter(&found, until: end)
        if isDiagnosing, kind == .equal {
            throw fail("var-keyword argument cannot have default value", at: span)
        }
        if accept(.comma), isDiagnosing {
            switch kind {
            case .name, .star, .doubleStar, .slash:
                throw fail("arguments cannot follow var-keyword argument", at: span)
            default: break
            }
        }
        guard kind == end else { throw fail() }
    }
}
