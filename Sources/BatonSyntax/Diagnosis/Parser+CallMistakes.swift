/// Mistakes in the arguments of calls.
extension Parser {
    /// Before an argument that may be meant as a keyword.
    mutating func diagnoseKeyword() throws(Stop) {
        let first = span
        switch kind {
        case .true, .false, .none:
            guard peek(1) == .equal else { return }
            let word = String(decoding: bytes(tokens[index]), as: UTF8.self)
            throw fail("cannot assign to \(word)", at: first.through(tokens[index + 1].span))
        case .name:
            guard peek(1) == .equal else { return }
            let start = index
            defer { index = start }
            advance()
            let equal = span
            advance()
            let found = try attempt { parser throws(Stop) in
                _ = try parser.expression()
                guard parser.kind == .for || parser.kind == .async else { throw parser.fail() }
                return try parser.comprehensions(element: nil)
            }
            if found != nil {
                throw fail(
                    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", at: first.through(equal))
            }
        default: return
        }
    }

    /// After an argument that is followed by `=`.
    mutating func diagnoseAssignedArgument(_ value: Expression, from first: Int) throws(Stop) {
        if case .namedExpr = value.kind, tokens[index - 1].kind != .closeParen { return }
        throw fail(
            "expression cannot contain assignment, perhaps you meant \"==\"?", at: value.span.through(span))
    }

    /// After `**value`.
    mutating func diagnoseUnpackedMapping(from start: SourceSpan) throws(Stop) {
        guard kind == .equal else { return }
        advance()
        if let value = try attempt({ parser throws(Stop) in try parser.expression() }) {
            throw fail("cannot assign to keyword argument unpacking", at: start.through(value.span))
        }
        index -= 1
    }

    /// After the `*` of an argument.
    mutating func diagnosedStarredArgument(from start: SourceSpan) throws(Stop) -> Expression {
        let value = try attempt { parser throws(Stop) in try parser.expression() }
        guard let value else { throw fail("Invalid star expression") }
        if kind == .equal {
            advance()
            if let assigned = try attempt({ parser throws(Stop) in try parser.expression() }) {
                throw fail("cannot assign to iterable argument unpacking", at: start.through(assigned.span))
            }
            index -= 1
        }
        return try node(.starred(value), start.through(value.span), over: value.height)
    }

    /// Arguments that could not be read, from the first one on.
    mutating func diagnoseArguments(from start: Int) throws(Stop) -> Stop {
        index = start
        var found = CallArguments()
        var hasArguments = false
        var lastGood = start
        while kind != .closeParen {
            let argument = index
            let before = found
            let isAllowed =
                try attempt { parser throws(Stop) in
                    var copy = before
                    guard try parser.argument(&copy, opening: nil) else { throw parser.fail() }
                    return copy
                }
            guard let isAllowed else {
                index = argument
                return try diagnoseArgument(after: before, hasArguments: hasArguments)
            }
            found = isAllowed
            if kind == .for || kind == .async {
                return try diagnoseGenerator(from: argument, isFirst: !hasArguments, found)
            }
            hasArguments = true
            lastGood = index
            guard accept(.comma) else { break }
        }
        index = lastGood
        return fail()
    }

    /// An argument that may not stand where it does.
    private mutating func diagnoseArgument(after found: CallArguments, hasArguments: Bool) throws(Stop) -> Stop {
        let start = index
        if kind == .star, found.hasUnpackedMapping {
            let comma = tokens[index - 1].span
            if try attempt({ parser throws(Stop) in try parser.starredArgument() }) != nil {
                return fail(
                    Problem(
                        "iterable argument unpacking follows keyword argument unpacking", line: comma.line,
                        column: .at(comma.column), endLine: tokens[furthest].span.endLine,
                        endColumn: .before(tokens[furthest].span.endColumn)))
            }
            index = start
        }
        if kind == .name, peek(1) == .equal, peek(2) == .comma || peek(2) == .closeParen {
            return fail("expected argument value expression", at: span.through(tokens[index + 1].span))
        }
        if kind.startsExpression, kind != .star, !found.keywords.isEmpty {
            let value = try attempt { parser throws(Stop) in try parser.expression() }
            if let value, kind == .for || kind == .async {
                let clauses = try attempt { parser throws(Stop) in try parser.comprehensions(element: nil) }
                if clauses != nil {
                    return fail("Generator expression must be parenthesized", at: value.span.through(previousSpan))
                }
            }
            index = start
            let rest = try attempt { parser throws(Stop) in
                var rest = CallArguments()
                try parser.greedyArgs(&rest)
                return rest
            }
            if let rest, !rest.args.isEmpty || !rest.keywords.isEmpty {
                return fail(
                    found.hasUnpackedMapping
                        ? "positional argument follows keyword argument unpacking"
                        : "positional argument follows keyword argument")
            }
            index = start
        }
        return fail()
    }

    /// As many arguments as can be read.
    private mutating func greedyArgs(_ found: inout CallArguments) throws(Stop) {
        while true {
            let before = found
            let end = index
            let next = try attempt { parser throws(Stop) in
                var copy = before
                guard try parser.argument(&copy, opening: nil) else { throw parser.fail() }
                return copy
            }
            guard let next else {
                index = end
                return
            }
            found = next
            guard accept(.comma) else { return }
        }
    }

    /// A generator expression that is not the only argument, at its `for`.
    private mutating func diagnoseGenerator(
        from first: Int, isFirst: Bool, _ found: CallArguments
    ) throws(Stop) -> Stop {
        let clauses = try attempt { parser throws(Stop) in try parser.comprehensions(element: nil) }
        guard clauses != nil else { return fail() }
        let last = previousSpan
        if isFirst, kind != .comma { return fail() }
        return fail("Generator expression must be parenthesized", at: tokens[first].span.through(last))
    }
}
