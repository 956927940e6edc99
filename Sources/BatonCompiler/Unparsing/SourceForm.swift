import BatonSyntax

/// The text of an expression as `from __future__ import annotations` keeps it: from the tree, with CPython's spaces and
/// no more parentheses than are needed.
struct SourceForm {
    /// How tightly an expression binds; one inside another that binds more tightly gets parentheses.
    enum Level: Int {
        case tuple
        case test
        case or
        case and
        case not
        case comparison
        case bitOr
        case bitXor
        case bitAnd
        case shift
        case arithmetic
        case term
        case factor
        case power
        case await
        case atom

        var next: Level { Level(rawValue: rawValue + 1) ?? .atom }
    }

    var text = ""

    static func text(_ expression: Expression) -> String {
        var form = SourceForm()
        form.append(expression, .test)
        return form.text
    }

    mutating func append(_ expression: Expression, _ level: Level) {
        switch expression.kind {
        case .name(let name): text += name
        case .constant(let constant): text += CompiledConstant(constant).shown
        case .boolOp(let operation, let values):
            let own = operation == .and ? Level.and : .or
            parenthesized(level, above: own) { form in
                form.list(values, own.next, separator: operation == .and ? " and " : " or ")
            }
        case .binOp(let left, let operation, let right): binary(left, operation, right, level)
        case .unaryOp(let operation, let operand):
            let own = operation == .not ? Level.not : .factor
            parenthesized(level, above: own) { form in
                form.text += operation.text
                form.append(operand, own)
            }
        case .namedExpr(let target, let value):
            parenthesized(level, above: .tuple) { form in
                form.append(target, .atom)
                form.text += " := "
                form.append(value, .atom)
            }
        case .lambda(let arguments, let body):
            parenthesized(level, above: .test) { form in
                form.text += "lambda"
                form.arguments(arguments)
                form.text += ": "
                form.append(body, .test)
            }
        case .ifExp(let test, let body, let orElse):
            parenthesized(level, above: .test) { form in
                form.append(body, .or)
                form.text += " if "
                form.append(test, .or)
                form.text += " else "
                form.append(orElse, .test)
            }
        case .compare(let left, let operators, let comparators):
            parenthesized(level, above: .comparison) { form in
                form.append(left, .bitOr)
                for (operation, comparator) in zip(operators, comparators) {
                    form.text += operation.text
                    form.append(comparator, .bitOr)
                }
            }
        case .tuple(let elements):
            if elements.isEmpty {
                text += "()"
            } else {
                parenthesized(level, above: .tuple) { form in
                    form.list(elements, .test)
                    if elements.count == 1 { form.text += "," }
                }
            }
        default: appendClosed(expression)
        }
    }

    private mutating func binary(_ left: Expression, _ operation: BinaryOperator, _ right: Expression, _ level: Level) {
        let own = operation.level
        let leansRight = operation == .power
        parenthesized(level, above: own) { form in
            form.append(left, leansRight ? own.next : own)
            form.text += operation.text
            form.append(right, leansRight ? own : own.next)
        }
    }

    /// What brings its own brackets or needs none.
    private mutating func appendClosed(_ expression: Expression) {
        switch expression.kind {
        case .dict(let keys, let values): dict(keys, values)
        case .set(let elements): bracketed("{", elements, "}")
        case .list(let elements): bracketed("[", elements, "]")
        case .listComp(let element, let clauses): comprehension("[", element, clauses, "]")
        case .setComp(let element, let clauses): comprehension("{", element, clauses, "}")
        case .generatorExp(let element, let clauses): comprehension("(", element, clauses, ")")
        case .dictComp(let key, let value, let clauses):
            text += "{"
            append(key, .test)
            text += ": "
            append(value, .test)
            self.clauses(clauses)
            text += "}"
        case .yield(let value):
            text += value == nil ? "(yield" : "(yield "
            if let value { append(value, .test) }
            text += ")"
        case .yieldFrom(let value):
            text += "(yield from "
            append(value, .test)
            text += ")"
        case .call(let function, let args, let keywords): call(function, args, keywords)
        case .joinedStr, .formattedValue:
            text += "f" + CompiledConstant.str(FormattedForm.body(expression)).shown
        case .attribute(let value, let name):
            append(value, .atom)
            if case .constant(.integer) = value.kind { text += " " }
            text += ".\(name)"
        case .subscript(let value, let index):
            append(value, .atom)
            text += "["
            append(index, .tuple)
            text += "]"
        case .starred(let value):
            text += "*"
            append(value, .bitOr)
        case .slice(let lower, let upper, let step):
            if let lower { append(lower, .test) }
            text += ":"
            if let upper { append(upper, .test) }
            if let step {
                text += ":"
                append(step, .test)
            }
        default: break
        }
    }

    // MARK: Parts

    private mutating func parenthesized(_ level: Level, above own: Level, _ body: (inout SourceForm) -> Void) {
        let needs = level.rawValue > own.rawValue
        if needs { text += "(" }
        body(&self)
        if needs { text += ")" }
    }

    private mutating func list(_ expressions: [Expression], _ level: Level, separator: String = ", ") {
        for (index, expression) in expressions.enumerated() {
            if index > 0 { text += separator }
            append(expression, level)
        }
    }

    private mutating func bracketed(_ open: String, _ elements: [Expression], _ close: String) {
        text += open
        list(elements, .test)
        text += close
    }

    private mutating func comprehension(
        _ open: String, _ element: Expression, _ clauses: [Comprehension], _ close: String
    ) {
        text += open
        append(element, .test)
        self.clauses(clauses)
        text += close
    }

    private mutating func clauses(_ clauses: [Comprehension]) {
        for clause in clauses {
            text += " for "
            append(clause.target, .tuple)
            text += " in "
            append(clause.iterable, .or)
            for condition in clause.ifs {
                text += " if "
                append(condition, .or)
            }
        }
    }

    private mutating func dict(_ keys: [Expression?], _ values: [Expression]) {
        text += "{"
        for (index, value) in values.enumerated() {
            if index > 0 { text += ", " }
            if let key = keys[index] {
                append(key, .test)
                text += ": "
                append(value, .test)
            } else {
                text += "**"
                append(value, .bitOr)
            }
        }
        text += "}"
    }

    private mutating func call(_ function: Expression, _ args: [Expression], _ keywords: [Keyword]) {
        append(function, .atom)
        if args.count == 1, keywords.isEmpty, case .generatorExp = args[0].kind {
            append(args[0], .atom)
            return
        }
        text += "("
        list(args, .test)
        for (index, keyword) in keywords.enumerated() {
            if index > 0 || !args.isEmpty { text += ", " }
            text += keyword.arg.map { "\($0)=" } ?? "**"
            append(keyword.value, .test)
        }
        text += ")"
    }

    private mutating func arguments(_ arguments: Arguments) {
        var parts: [String] = []
        let positional = arguments.posOnly + arguments.args
        let firstDefault = positional.count - arguments.defaults.count
        for (index, argument) in positional.enumerated() {
            let value = index >= firstDefault ? arguments.defaults[index - firstDefault] : nil
            parts.append(Self.parameter(argument, value))
            if index + 1 == arguments.posOnly.count { parts.append("/") }
        }
        if let vararg = arguments.vararg {
            parts.append("*\(vararg.name)")
        } else if !arguments.kwOnly.isEmpty {
            parts.append("*")
        }
        for (argument, value) in zip(arguments.kwOnly, arguments.kwDefaults) {
            parts.append(Self.parameter(argument, value))
        }
        if let kwarg = arguments.kwarg { parts.append("**\(kwarg.name)") }
        if !parts.isEmpty { text += " " + parts.joined(separator: ", ") }
    }

    private static func parameter(_ argument: Argument, _ value: Expression?) -> String {
        value.map { "\(argument.name)=\(text($0))" } ?? argument.name
    }
}

/// What stands between the quotes of an f-string.
enum FormattedForm {
    static func body(_ expression: Expression) -> String {
        switch expression.kind {
        case .joinedStr(let values): return values.map(body).joined()
        case .constant(.string(let text)):
            return String(text.flatMap { $0 == "{" || $0 == "}" ? [$0, $0] : [$0] })
        case .formattedValue(let value, let conversion, let spec):
            var form = SourceForm()
            form.append(value, .or)
            let space = form.text.hasPrefix("{") ? " " : ""
            let shown =
                switch conversion {
                case .str?: "!s"
                case .repr?: "!r"
                case .ascii?: "!a"
                case nil: ""
                }
            return "{\(space)\(form.text)\(shown)\(spec.map { ":\(body($0))" } ?? "")}"
        default: return SourceForm.text(expression)
        }
    }
}
