extension Parser {
    mutating func importNames() throws(Stop) -> Statement.Kind {
        let first = span
        advance()
        if isDiagnosing { try diagnoseImport(from: first) }
        var aliases: [Alias] = []
        repeat {
            let start = span
            let name = try dottedName()
            aliases.append(Alias(name: name, asName: try asName(), span: span(from: start)))
        } while accept(.comma)
        return .import(aliases)
    }

    mutating func importFrom() throws(Stop) -> Statement.Kind {
        advance()
        var level = 0
        while kind == .dot || kind == .ellipsis {
            level += kind == .dot ? 1 : 3
            advance()
        }
        let module = kind == .name || level == 0 ? try dottedName() : nil
        try expect(.import)
        if kind == .star {
            let star = Alias(name: "*", asName: nil, span: span)
            advance()
            return .importFrom(module: module, [star], level: level)
        }
        if isDiagnosing, kind == .newline { throw missingNames() }
        let isParenthesized = accept(.openParen)
        var aliases = [try importedName()]
        while kind == .comma {
            advance()
            if isParenthesized, kind == .closeParen { break }
            if isDiagnosing, !isParenthesized, kind == .newline {
                throw fail("trailing comma not allowed without surrounding parentheses")
            }
            aliases.append(try importedName())
        }
        if isParenthesized { try expect(.closeParen) }
        return .importFrom(module: module, aliases, level: level)
    }

    private mutating func importedName() throws(Stop) -> Alias {
        let start = span
        let name = try expectName()
        return Alias(name: name, asName: try asName(), span: span(from: start))
    }

    private mutating func asName() throws(Stop) -> String? { accept(.as) ? try expectName() : nil }

    mutating func dottedName() throws(Stop) -> String {
        var name = try expectName()
        while accept(.dot) {
            name += "."
            name += try expectName()
        }
        return name
    }
}
