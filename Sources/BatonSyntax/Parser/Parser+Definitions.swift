extension Parser {
    mutating func decorated() throws(Stop) -> Statement {
        var decorators: [Expression] = []
        while accept(.at) {
            decorators.append(try namedExpression())
            try expect(.newline)
        }
        switch kind {
        case .def: return try functionDefinition(decorators: decorators)
        case .class: return try classDefinition(decorators: decorators)
        case .async where peek(1) == .def: throw unsupported("'async def' statements")
        default: throw fail()
        }
    }

    mutating func functionDefinition(decorators: [Expression]) throws(Stop) -> Statement {
        let start = span
        advance()
        let name = try expectName()
        if kind == .openBracket { throw unsupported("type parameter lists") }
        try demand(.openParen, "(")
        let (arguments, _) = try parameters(until: .closeParen)
        try expect(.closeParen)
        var returns: Expression?
        if kind == .arrow {
            returns = try attempt { parser throws(Stop) in
                parser.advance()
                return try parser.expression()
            }
        }
        let body = try demandedColonAndBlock("function definition", start.line)
        let definition = FunctionDef(
            name: name, arguments: arguments, body: body, decorators: decorators, returns: returns)
        return Statement(.functionDef(definition), start.through(lastText))
    }

    mutating func classDefinition(decorators: [Expression]) throws(Stop) -> Statement {
        let start = span
        advance()
        let name = try expectName()
        if kind == .openBracket { throw unsupported("type parameter lists") }
        var found = CallArguments()
        if accept(.openParen) { found = try arguments(opening: nil) }
        let body = try colonAndBlock("class definition", start.line)
        let definition = ClassDef(
            name: name, bases: found.args, keywords: found.keywords, body: body, decorators: decorators)
        return Statement(.classDef(definition), start.through(lastText))
    }
}
