extension Parser {
    /// The targets of `for` and of an assignment: one, or a tuple without parentheses.
    mutating func starTargets() throws(Stop) -> Expression {
        let start = span
        let first = try starTarget()
        guard kind == .comma else { return first }
        var elements = [first]
        while accept(.comma) {
            guard kind.startsExpression else { break }
            let end = index
            let next = try attemptIfDiagnosing { parser throws(Stop) in try parser.starTarget() }
            guard let next else {
                index = end
                break
            }
            elements.append(next)
        }
        return try node(.tuple(elements), span(from: start), over: tallest(elements))
    }

    mutating func starTarget() throws(Stop) -> Expression {
        let start = span
        let isStarred = accept(.star)
        let value = try primary()
        guard isTarget(value) else { throw fail() }
        guard isStarred else { return value }
        return try node(.starred(value), span(from: start), over: value.height)
    }

    /// Whether something can be stored in an expression.
    func isTarget(_ value: Expression) -> Bool {
        switch value.kind {
        case .name, .attribute, .subscript: true
        case .list(let elements), .tuple(let elements): elements.allSatisfy(isTarget)
        case .starred(let inner): isTarget(inner)
        default: false
        }
    }

    /// Whether an augmented or annotated assignment takes it.
    func isSingleTarget(_ value: Expression) -> Bool {
        switch value.kind {
        case .name, .attribute, .subscript: true
        default: false
        }
    }

    /// Whether `del` takes it.
    func isDeletable(_ value: Expression) -> Bool {
        switch value.kind {
        case .name, .attribute, .subscript: true
        case .list(let elements), .tuple(let elements): elements.allSatisfy(isDeletable)
        default: false
        }
    }
}
