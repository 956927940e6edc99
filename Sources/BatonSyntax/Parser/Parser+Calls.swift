extension Parser {
    /// The arguments of a call or the bases of a class, while they are read.
    struct CallArguments {
        var args: [Expression] = []
        var keywords: [Keyword] = []
        var height: UInt32 = 0
        var hasUnpackedMapping = false

        mutating func add(_ argument: Expression) {
            args.append(argument)
            height = max(height, argument.height)
        }

        mutating func add(_ keyword: Keyword) {
            keywords.append(keyword)
            height = max(height, keyword.value.height)
            if keyword.arg == nil { hasUnpackedMapping = true }
        }
    }

    mutating func call(_ function: Expression, from start: SourceSpan) throws(Stop) -> Expression {
        let opening = span
        try descend()
        advance()
        let found = try arguments(opening: opening)
        ascend()
        return try node(
            .call(function: function, args: found.args, keywords: found.keywords), span(from: start),
            over: max(function.height, found.height))
    }

    /// What stands after `(`, and the `)`.
    mutating func arguments(opening: SourceSpan?) throws(Stop) -> CallArguments {
        let start = index
        var found = CallArguments()
        if isDiagnosing {
            // A generator expression as the only argument is tried first.
            let parsed = try attempt { parser throws(Stop) in
                var found = CallArguments()
                try parser.args(&found, opening: opening)
                try parser.expect(.closeParen)
                return found
            }
            if let parsed { return parsed }
            throw try diagnoseArguments(from: start)
        }
        try args(&found, opening: opening)
        try expect(.closeParen)
        return found
    }

    /// Arguments separated by commas, and a last comma; before `)` there may be none.
    mutating func args(_ found: inout CallArguments, opening: SourceSpan?) throws(Stop) {
        while kind != .closeParen {
            if try !argument(&found, opening: opening) { throw fail() }
            guard accept(.comma) else { return }
        }
    }

    /// Reads one argument; says whether it may stand at this place.
    mutating func argument(_ found: inout CallArguments, opening: SourceSpan?) throws(Stop) -> Bool {
        switch kind {
        case .star:
            if found.hasUnpackedMapping { return false }
            found.add(try starredArgument())
        case .doubleStar:
            let start = span
            advance()
            let value = try expression()
            if isDiagnosing { try diagnoseUnpackedMapping(from: start) }
            found.add(Keyword(arg: nil, value: value, span: span(from: start)))
        case .name where peek(1) == .equal:
            if isDiagnosing { try diagnoseKeyword() }
            let start = span
            let arg = name(tokens[index])
            advance()
            advance()
            let value = try expression()
            found.add(Keyword(arg: arg, value: value, span: span(from: start)))
        default:
            if isDiagnosing { try diagnoseKeyword() }
            let first = index
            let value: Expression
            if let assignment = try assignmentExpression() { value = assignment } else { value = try expression() }
            if kind == .equal {
                if isDiagnosing { try diagnoseAssignedArgument(value, from: first) }
                return false
            }
            if kind == .colonEqual { throw fail() }
            if kind == .for || kind == .async, let opening, found.args.isEmpty, found.keywords.isEmpty {
                found.add(try soleGenerator(value, opening: opening))
                return true
            }
            if !found.keywords.isEmpty { return false }
            found.add(value)
        }
        return true
    }

    /// `f(x for x in y)`: the parentheses of the call are those of the generator expression.
    private mutating func soleGenerator(_ element: Expression, opening: SourceSpan) throws(Stop) -> Expression {
        let clauses = try comprehensions(element: element)
        guard kind == .closeParen else { throw fail() }
        return try node(
            .generatorExp(element: element, clauses), opening.through(span),
            over: max(element.height, tallest(clauses)))
    }

    /// `*value` in a call, a subscript or an annotation.
    mutating func starredArgument() throws(Stop) -> Expression {
        let start = span
        advance()
        if isDiagnosing { return try diagnosedStarredArgument(from: start) }
        let value = try expression()
        return try node(.starred(value), span(from: start), over: value.height)
    }
}
