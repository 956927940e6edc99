extension Parser {
    /// A statement with a block; nothing if none starts here.
    mutating func compoundStatement() throws(Stop) -> Statement? {
        switch kind {
        case .if: try ifStatement()
        case .def: try functionDefinition(decorators: [])
        case .class: try classDefinition(decorators: [])
        case .at: try decorated()
        case .for: try forStatement()
        case .while: try whileStatement()
        case .with: try withStatement()
        case .try: try tryStatement()
        case .async: throw rejectAsync()
        case .name:
            if try isMatchStatement() { throw unsupported("'match' statements") } else { nil }
        default: nil
        }
    }

    /// The `:` and the block of a statement. A line that ends without the colon is told so.
    mutating func colonAndBlock(_ what: String, _ line: UInt32) throws(Stop) -> [Statement] {
        if isDiagnosing, kind == .newline { throw fail("expected ':'") }
        try expect(.colon)
        return try block(what, line)
    }

    /// The `:` that CPython demands by name, and the block.
    mutating func demandedColonAndBlock(_ what: String, _ line: UInt32) throws(Stop) -> [Statement] {
        try demand(.colon, ":")
        return try block(what, line)
    }

    /// An indented block, or simple statements on the same line. `what` and `line` tell where a missing one belongs.
    mutating func block(_ what: String, _ line: UInt32) throws(Stop) -> [Statement] {
        try descend()
        defer { ascend() }
        guard accept(.newline) else {
            var list: [Statement] = []
            try simpleStatements(into: &list)
            return list
        }
        guard accept(.indent) else {
            if isDiagnosing {
                throw fail("expected an indented block after \(what) on line \(line)", kind: .indentation)
            }
            throw fail()
        }
        let list = try statements(until: .dedent)
        advance()
        return list
    }

    private mutating func elseBlock() throws(Stop) -> [Statement] {
        let line = span.line
        guard accept(.else) else { return [] }
        return try demandedColonAndBlock("'else' statement", line)
    }

    private mutating func ifStatement() throws(Stop) -> Statement {
        var branches: [(start: SourceSpan, test: Expression, body: [Statement])] = []
        var word = "'if' statement"
        repeat {
            let start = span
            advance()
            let test = try namedExpression()
            branches.append((start, test, try colonAndBlock(word, start.line)))
            word = "'elif' statement"
            // Each branch stands inside the one before it.
            try descend()
        } while kind == .elif
        var orElse = try elseBlock()
        let end = lastText
        for branch in branches.reversed() {
            ascend()
            let statement = Statement(
                .if(test: branch.test, body: branch.body, orElse: orElse), branch.start.through(end))
            orElse = [statement]
        }
        return orElse[0]
    }

    private mutating func whileStatement() throws(Stop) -> Statement {
        let start = span
        advance()
        let test = try namedExpression()
        let body = try colonAndBlock("'while' statement", start.line)
        let orElse = try elseBlock()
        return Statement(.while(test: test, body: body, orElse: orElse), start.through(lastText))
    }

    private mutating func forStatement() throws(Stop) -> Statement {
        let start = span
        advance()
        let first = index
        let target = try attemptIfDiagnosing { parser throws(Stop) in
            let target = try parser.starTargets()
            try parser.expect(.in)
            return target
        }
        guard let target else {
            index = first
            if let value = try attempt({ parser throws(Stop) in try parser.starExpressions() }) {
                try diagnoseTarget(value, .loop)
            }
            throw fail()
        }
        let iterable = try starExpressions()
        let body = try colonAndBlock("'for' statement", start.line)
        let orElse = try elseBlock()
        return Statement(
            .for(target: target, iterable: iterable, body: body, orElse: orElse), start.through(lastText))
    }

    // MARK: with

    private mutating func withStatement() throws(Stop) -> Statement {
        let start = span
        advance()
        var items: [WithItem]?
        if kind == .openParen {
            // Parentheses may hold the items, or belong to the first of them.
            items = try attempt { parser throws(Stop) in
                parser.advance()
                var items: [WithItem] = []
                repeat { items.append(try parser.withItem()) } while parser.accept(.comma) && parser.kind != .closeParen
                try parser.expect(.closeParen)
                guard parser.kind == .colon || parser.isDiagnosing && parser.kind == .newline else {
                    throw parser.fail()
                }
                return items
            }
        }
        if items == nil {
            var list: [WithItem] = []
            repeat { list.append(try withItem()) } while accept(.comma)
            items = list
        }
        let body = try colonAndBlock("'with' statement", start.line)
        return Statement(.with(items!, body: body), start.through(lastText))
    }

    private mutating func withItem() throws(Stop) -> WithItem {
        let context = try expression()
        guard kind == .as else { return WithItem(context: context, target: nil) }
        advance()
        let first = index
        let target = try attemptIfDiagnosing { parser throws(Stop) in
            let target = try parser.starTarget()
            guard parser.endsWithItem else { throw parser.fail() }
            return target
        }
        if let target { return WithItem(context: context, target: target) }
        index = first
        let value = try attempt { parser throws(Stop) in try parser.expression() }
        if let value, endsWithItem { try diagnoseTarget(value, .assignment) }
        throw fail()
    }

    private var endsWithItem: Bool {
        kind == .comma || kind == .closeParen || kind == .colon || isDiagnosing && kind == .newline
    }

    // MARK: try

    private mutating func tryStatement() throws(Stop) -> Statement {
        let start = span
        advance()
        let body = try demandedColonAndBlock("'try' statement", start.line)
        var handlers: [ExceptHandler] = []
        let isStar = kind == .except && peek(1) == .star
        while kind == .except {
            if (peek(1) == .star) != isStar { throw mixedHandlers() }
            handlers.append(try exceptHandler())
        }
        if handlers.isEmpty, kind != .finally {
            if isDiagnosing { throw fail("expected 'except' or 'finally' block") }
            throw fail()
        }
        let orElse = handlers.isEmpty ? [] : try elseBlock()
        var finalBody: [Statement] = []
        let line = span.line
        if accept(.finally) { finalBody = try demandedColonAndBlock("'finally' statement", line) }
        return Statement(
            .try(body: body, handlers: handlers, orElse: orElse, finalBody: finalBody, isStar: isStar),
            start.through(lastText))
    }

    /// What stands at a handler whose form is not that of those before it.
    private mutating func mixedHandlers() -> Stop {
        guard isDiagnosing else { return fail() }
        let start = span
        let place = peek(1) == .star ? start.through(tokens[index + 1].span) : start
        return fail("cannot have both 'except' and 'except*' on the same 'try'", at: place)
    }

    private mutating func exceptHandler() throws(Stop) -> ExceptHandler {
        let start = span
        advance()
        let isStar = accept(.star)
        if isStar, kind == .colon || kind == .newline {
            throw isDiagnosing ? fail("expected one or more exception types") : fail()
        }
        var type: Expression?
        var name: String?
        if kind != .colon, !(isDiagnosing && kind == .newline) {
            let value = try expression()
            if isDiagnosing, kind == .comma { try diagnoseExceptionTypes(from: value.span) }
            type = value
            if accept(.as) { name = try expectName() }
        }
        let body = try colonAndBlock(isStar ? "'except*' statement" : "'except' statement", start.line)
        return ExceptHandler(type: type, name: name, body: body, span: start.through(lastText))
    }

    // MARK: What Baton does not have

    private mutating func rejectAsync() -> Stop {
        let start = span
        let form: String
        switch peek(1) {
        case .def: form = "'async def'"
        case .with: form = "'async with'"
        case .for: form = "'async for'"
        default:
            advance()
            return fail()
        }
        return unsupported("\(form) statements", at: start.through(tokens[index + 1].span))
    }

    /// `match` is a name, unless a subject, a colon and the end of the line follow.
    private mutating func isMatchStatement() throws(Stop) -> Bool {
        guard isWord(tokens[index], "match"), peek(1).startsExpression else { return false }
        let reached = furthest
        defer { furthest = reached }
        return try plainly { parser throws(Stop) in
            try parser.looksLike { parser throws(Stop) in
                parser.advance()
                _ = try parser.starExpressions()
                try parser.expect(.colon)
                try parser.expect(.newline)
            }
        }
    }
}
