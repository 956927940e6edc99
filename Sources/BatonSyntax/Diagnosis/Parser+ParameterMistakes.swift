/// Mistakes in parameter lists.
extension Parser {
    /// Before a `/`.
    mutating func diagnoseSlash(_ isFirst: Bool, _ hasSlash: Bool, _ hasStar: Bool) throws(Stop) {
        if hasStar { throw fail("/ must be ahead of *", at: span) }
        if hasSlash { throw fail("/ may appear only once", at: span) }
        if isFirst, peek(1) == .comma { throw fail("at least one argument must precede /", at: span) }
    }

    /// After a `*` without a name.
    mutating func diagnoseBareStar(_ star: SourceSpan, until end: TokenKind) throws(Stop) {
        let isBare = kind == end || kind == .comma && (peek(1) == end || peek(1) == .doubleStar)
        guard isBare else { return }
        if kind == .comma { advance() }
        if end == .colon { throw fail("named arguments must follow bare *", at: span) }
        throw fail("named arguments must follow bare *", at: star)
    }

    /// `def f(*a, *b)`, at the second `*`, which must be that of a parameter or stand before a comma.
    mutating func diagnoseSecondStar(until end: TokenKind) throws(Stop) {
        let star = span
        advance()
        if kind == .name {
            advance()
            if end == .closeParen, accept(.colon) {
                guard try attempt({ parser throws(Stop) in try parser.expression() }) != nil else { return }
            }
            guard kind == .comma || kind == end else { return }
        } else if kind != .comma {
            return
        }
        throw fail("* argument may appear only once", at: star)
    }

    /// `def f((a, b))`.
    mutating func diagnoseParenthesizedParameters(until end: TokenKind) throws(Stop) {
        let start = index
        defer { index = start }
        let opening = span
        advance()
        guard kind == .name else { return }
        while kind == .name {
            advance()
            guard accept(.comma) else { break }
        }
        guard kind == .closeParen else { return }
        let what = end == .colon ? "Lambda expression" : "Function"
        throw fail("\(what) parameters cannot be parenthesized", at: opening.through(span))
    }
}
