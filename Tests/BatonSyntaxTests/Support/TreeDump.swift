import BatonSyntax

/// Writes a tree as `Oracle.script` writes Python's own, so that the two can be compared as text.
///
/// A node is `Name(field field …)@line:column-line:column`, a list is `[… …]`, what is missing is `-`.
struct TreeDump {
    private(set) var text = ""

    static func of(_ module: Module) -> String {
        var dump = TreeDump()
        dump.list(module.body) { $0.statement($1) }
        return dump.text
    }

    // MARK: Parts

    private mutating func node(_ name: String, _ span: SourceSpan?, _ fields: (inout TreeDump) -> Void) {
        text += name
        text += "("
        fields(&self)
        text += ")"
        if let span { text += "@\(span.line):\(span.column)-\(span.endLine):\(span.endColumn)" }
        text += " "
    }

    private mutating func list<Element>(_ elements: [Element], _ write: (inout TreeDump, Element) -> Void) {
        text += "["
        for element in elements { write(&self, element) }
        text += "] "
    }

    private mutating func optional<Value>(_ value: Value?, _ write: (inout TreeDump, Value) -> Void) {
        if let value { write(&self, value) } else { text += "- " }
    }

    private mutating func word(_ word: String?) {
        guard let word else {
            text += "- "
            return
        }
        codePoints(word.unicodeScalars.map(\.value))
    }

    private mutating func codePoints(_ values: [UInt32]) {
        text += "'"
        for value in values {
            if 32..<127 ~= value, value != 39, value != 92 {
                text.unicodeScalars.append(Unicode.Scalar(value)!)
            } else {
                text += "\\\(String(value, radix: 16));"
            }
        }
        text += "' "
    }

    private mutating func expressions(_ list: [Expression]) { self.list(list) { $0.expression($1) } }
    private mutating func statements(_ list: [Statement]) { self.list(list) { $0.statement($1) } }
    private mutating func optional(_ value: Expression?) { optional(value) { $0.expression($1) } }

    // MARK: Expressions

    private mutating func expression(_ value: Expression) {
        let span = value.span
        switch value.kind {
        case .boolOp(let found, let values):
            node("BoolOp", span) {
                $0.node(found == .and ? "And" : "Or", nil) { _ in }
                $0.expressions(values)
            }
        case .namedExpr(let target, let value): pair("NamedExpr", span, target, value)
        case .binOp(let left, let found, let right):
            node("BinOp", span) {
                $0.expression(left)
                $0.node(Self.name(found), nil) { _ in }
                $0.expression(right)
            }
        case .unaryOp(let found, let operand):
            node("UnaryOp", span) {
                $0.node(Self.name(found), nil) { _ in }
                $0.expression(operand)
            }
        case .lambda(let arguments, let body):
            node("Lambda", span) {
                $0.arguments(arguments)
                $0.expression(body)
            }
        case .ifExp(let test, let body, let orElse):
            node("IfExp", span) { for part in [test, body, orElse] { $0.expression(part) } }
        case .dict(let keys, let values):
            node("Dict", span) {
                $0.list(keys) { $0.optional($1) }
                $0.expressions(values)
            }
        case .set(let elements): node("Set", span) { $0.expressions(elements) }
        case .listComp(let element, let clauses): comprehension("ListComp", span, [element], clauses)
        case .setComp(let element, let clauses): comprehension("SetComp", span, [element], clauses)
        case .dictComp(let key, let value, let clauses): comprehension("DictComp", span, [key, value], clauses)
        case .generatorExp(let element, let clauses): comprehension("GeneratorExp", span, [element], clauses)
        case .yield(let value): node("Yield", span) { $0.optional(value) }
        case .yieldFrom(let value): node("YieldFrom", span) { $0.expression(value) }
        case .compare(let left, let operators, let comparators):
            node("Compare", span) {
                $0.expression(left)
                $0.list(operators) { $0.node(Self.name($1), nil) { _ in } }
                $0.expressions(comparators)
            }
        case .call(let function, let args, let keywords):
            node("Call", span) {
                $0.expression(function)
                $0.expressions(args)
                $0.list(keywords) { $0.keyword($1) }
            }
        case .formattedValue(let value, let conversion, let formatSpec):
            node("FormattedValue", span) {
                $0.expression(value)
                $0.text += "\(Self.number(conversion)) "
                $0.optional(formatSpec)
            }
        case .joinedStr(let values): node("JoinedStr", span) { $0.expressions(values) }
        case .constant(let constant): node("Constant", span) { $0.constant(constant) }
        case .attribute(let value, let attribute):
            node("Attribute", span) {
                $0.expression(value)
                $0.word(attribute)
            }
        case .subscript(let value, let index): pair("Subscript", span, value, index)
        case .starred(let value): node("Starred", span) { $0.expression(value) }
        case .name(let name): node("Name", span) { $0.word(name) }
        case .list(let elements): node("List", span) { $0.expressions(elements) }
        case .tuple(let elements): node("Tuple", span) { $0.expressions(elements) }
        case .slice(let lower, let upper, let step):
            node("Slice", span) { for part in [lower, upper, step] { $0.optional(part) } }
        }
    }

    private mutating func pair(_ name: String, _ span: SourceSpan, _ first: Expression, _ second: Expression) {
        node(name, span) {
            $0.expression(first)
            $0.expression(second)
        }
    }

    private mutating func comprehension(
        _ name: String, _ span: SourceSpan, _ elements: [Expression], _ clauses: [Comprehension]
    ) {
        node(name, span) {
            for element in elements { $0.expression(element) }
            $0.list(clauses) { dump, clause in
                dump.node("comprehension", nil) {
                    $0.expression(clause.target)
                    $0.expression(clause.iterable)
                    $0.expressions(clause.ifs)
                    $0.text += "0 "
                }
            }
        }
    }

    private mutating func keyword(_ keyword: Keyword) {
        node("keyword", keyword.span) {
            $0.word(keyword.arg)
            $0.expression(keyword.value)
        }
    }

    private mutating func arguments(_ arguments: Arguments) {
        node("arguments", nil) {
            $0.list(arguments.posOnly) { $0.argument($1) }
            $0.list(arguments.args) { $0.argument($1) }
            $0.optional(arguments.vararg) { $0.argument($1) }
            $0.list(arguments.kwOnly) { $0.argument($1) }
            $0.list(arguments.kwDefaults) { $0.optional($1) }
            $0.optional(arguments.kwarg) { $0.argument($1) }
            $0.expressions(arguments.defaults)
        }
    }

    private mutating func argument(_ argument: Argument) {
        node("arg", argument.span) {
            $0.word(argument.name)
            $0.optional(argument.annotation)
        }
    }

    private mutating func constant(_ constant: Constant) {
        switch constant {
        case .none: text += "None "
        case .true: text += "True "
        case .false: text += "False "
        case .ellipsis: text += "Ellipsis "
        case .integer(let value): text += "\(value) "
        case .largeInteger(let digits, let radix): text += "\(radix):\(digits.lowercased()) "
        case .float(let value): text += "f\(String(value.bitPattern, radix: 16)) "
        case .imaginary(let value): text += "j\(String(value.bitPattern, radix: 16)) "
        case .string(let string): word(string)
        case .surrogateString(let values): codePoints(values)
        case .bytes(let bytes): text += "b" + bytes.map { String($0, radix: 16) + "," }.joined() + " "
        }
    }

    // MARK: Statements

    private mutating func statement(_ statement: Statement) {
        let span = statement.span
        switch statement.kind {
        case .functionDef(let definition):
            node("FunctionDef", span) {
                $0.word(definition.name)
                $0.arguments(definition.arguments)
                $0.statements(definition.body)
                $0.expressions(definition.decorators)
                $0.optional(definition.returns)
            }
        case .classDef(let definition):
            node("ClassDef", span) {
                $0.word(definition.name)
                $0.expressions(definition.bases)
                $0.list(definition.keywords) { $0.keyword($1) }
                $0.statements(definition.body)
                $0.expressions(definition.decorators)
            }
        case .return(let value): node("Return", span) { $0.optional(value) }
        case .delete(let targets): node("Delete", span) { $0.expressions(targets) }
        case .assign(let targets, let value):
            node("Assign", span) {
                $0.expressions(targets)
                $0.expression(value)
            }
        case .augAssign(let target, let found, let value):
            node("AugAssign", span) {
                $0.expression(target)
                $0.node(Self.name(found), nil) { _ in }
                $0.expression(value)
            }
        case .annAssign(let target, let annotation, let value, let isSimple):
            node("AnnAssign", span) {
                $0.expression(target)
                $0.expression(annotation)
                $0.optional(value)
                $0.text += isSimple ? "1 " : "0 "
            }
        case .for(let target, let iterable, let body, let orElse):
            node("For", span) {
                $0.expression(target)
                $0.expression(iterable)
                $0.statements(body)
                $0.statements(orElse)
            }
        case .while(let test, let body, let orElse): conditional("While", span, test, body, orElse)
        case .if(let test, let body, let orElse): conditional("If", span, test, body, orElse)
        case .with(let items, let body):
            node("With", span) {
                $0.list(items) { dump, item in
                    dump.node("withitem", nil) {
                        $0.expression(item.context)
                        $0.optional(item.target)
                    }
                }
                $0.statements(body)
            }
        case .raise(let exception, let cause):
            node("Raise", span) {
                $0.optional(exception)
                $0.optional(cause)
            }
        case .try(let body, let handlers, let orElse, let finalBody, let isStar):
            node(isStar ? "TryStar" : "Try", span) {
                $0.statements(body)
                $0.list(handlers) { $0.handler($1) }
                $0.statements(orElse)
                $0.statements(finalBody)
            }
        case .assert(let test, let message):
            node("Assert", span) {
                $0.expression(test)
                $0.optional(message)
            }
        case .import(let aliases): node("Import", span) { $0.list(aliases) { $0.alias($1) } }
        case .importFrom(let module, let aliases, let level):
            node("ImportFrom", span) {
                $0.word(module)
                $0.list(aliases) { $0.alias($1) }
                $0.text += "\(level) "
            }
        case .global(let names): node("Global", span) { $0.list(names) { $0.word($1) } }
        case .nonlocal(let names): node("Nonlocal", span) { $0.list(names) { $0.word($1) } }
        case .expr(let value): node("Expr", span) { $0.expression(value) }
        case .pass: node("Pass", span) { _ in }
        case .break: node("Break", span) { _ in }
        case .continue: node("Continue", span) { _ in }
        }
    }

    private mutating func conditional(
        _ name: String, _ span: SourceSpan, _ test: Expression, _ body: [Statement], _ orElse: [Statement]
    ) {
        node(name, span) {
            $0.expression(test)
            $0.statements(body)
            $0.statements(orElse)
        }
    }

    private mutating func handler(_ handler: ExceptHandler) {
        node("ExceptHandler", handler.span) {
            $0.optional(handler.type)
            $0.word(handler.name)
            $0.statements(handler.body)
        }
    }

    private mutating func alias(_ alias: Alias) {
        node("alias", alias.span) {
            $0.word(alias.name)
            $0.word(alias.asName)
        }
    }

    // MARK: Python's names

    private static func number(_ conversion: Conversion?) -> Int {
        switch conversion {
        case nil: -1
        case .str: 115
        case .repr: 114
        case .ascii: 97
        }
    }

    private static func name(_ found: BinaryOperator) -> String {
        switch found {
        case .add: "Add"
        case .subtract: "Sub"
        case .multiply: "Mult"
        case .matrixMultiply: "MatMult"
        case .divide: "Div"
        case .modulo: "Mod"
        case .power: "Pow"
        case .leftShift: "LShift"
        case .rightShift: "RShift"
        case .bitOr: "BitOr"
        case .bitXor: "BitXor"
        case .bitAnd: "BitAnd"
        case .floorDivide: "FloorDiv"
        }
    }

    private static func name(_ found: UnaryOperator) -> String {
        switch found {
        case .invert: "Invert"
        case .not: "Not"
        case .plus: "UAdd"
        case .minus: "USub"
        }
    }

    private static func name(_ found: CompareOperator) -> String {
        switch found {
        case .equal: "Eq"
        case .notEqual: "NotEq"
        case .less: "Lt"
        case .lessOrEqual: "LtE"
        case .greater: "Gt"
        case .greaterOrEqual: "GtE"
        case .is: "Is"
        case .isNot: "IsNot"
        case .in: "In"
        case .notIn: "NotIn"
        }
    }
}
