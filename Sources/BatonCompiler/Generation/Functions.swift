import BatonSyntax

extension CodeGenerator {
    func functionDefinition(_ definition: FunctionDef, _ span: SourceSpan) {
        let firstLine = Int(definition.decorators.first?.span.line ?? span.line)
        decorated(definition.decorators, name: definition.name, span) { target in
            let inner = inner(scope.child(at: span), name: definition.name, firstLine: firstLine)
            inner.functionBody(definition.body, definition.arguments)
            function(
                inner, definition.arguments, returns: definition.returns, hasAnnotations: true, span, into: target)
        }
    }

    /// Defines a name as what `make` leaves in a register, after the decorators are called with it.
    func decorated(_ decorators: [Expression], name: String, _ span: SourceSpan, make: (Int) -> Void) {
        let base = top
        if decorators.isEmpty, let local = localRegister(name) {
            make(local)
            bound.insert(local)
            return
        }
        for decorator in decorators { evaluate(decorator, into: newTemporary()) }
        make(newTemporary())
        for (index, decorator) in decorators.enumerated().reversed() {
            emit(.call, base + index, 1, 0xFFFF, at: decorator.span)
        }
        store(name, Operand(register: base, isTemporary: true), at: span)
        release(to: base)
    }

    func lambda(_ expression: Expression, into target: Int) {
        guard case .lambda(let arguments, let body) = expression.kind else { return }
        let span = expression.span
        let inner = inner(scope.child(at: span), name: "<lambda>", firstLine: Int(span.line))
        inner.parameters(arguments)
        inner.prologue()
        let value = inner.operand(body)
        inner.emit(.returnValue, value.register, at: body.span)
        function(inner, arguments, returns: nil, hasAnnotations: false, span, into: target)
    }

    private func functionBody(_ body: [Statement], _ arguments: Arguments) {
        parameters(arguments)
        var rest = body[...]
        if let (docstring, _) = Self.docstring(body) {
            code.hasDocstring = true
            code.constants = [CleanedDocstring.clean(docstring)]
            if let key = ConstantKey(code.constants[0]) { constantIndices[key] = 0 }
            rest = rest.dropFirst()
        }
        prologue()
        for statement in rest { self.statement(statement) }
        emit(.returnNone, at: nil)
    }

    private func parameters(_ arguments: Arguments) {
        code.positionalOnlyCount = arguments.posOnly.count
        code.argumentCount = arguments.posOnly.count + arguments.args.count
        code.keywordOnlyCount = arguments.kwOnly.count
        if arguments.vararg != nil { code.flags.insert(.hasVariablePositional) }
        if arguments.kwarg != nil { code.flags.insert(.hasVariableKeyword) }
        let all = arguments.posOnly + arguments.args + arguments.kwOnly
        for argument in all + [arguments.vararg, arguments.kwarg].compactMap(\.self) {
            forbidDebug(argument.name, at: argument.span)
        }
    }

    /// R[target] = a function of a finished body
    func function(
        _ inner: CodeGenerator, _ arguments: Arguments?, returns: Expression?, hasAnnotations: Bool, _ span: SourceSpan,
        into target: Int
    ) {
        let base = top
        let isTop = target == top - 1 && isTemporary(target)
        let start = isTop ? target : top
        if isTop { release(to: start) }
        var flags: Instruction.Flags = []
        if let arguments {
            if !arguments.defaults.isEmpty {
                let register = newTemporary()
                if let items = Folding.constants(arguments.defaults) {
                    load(.tuple(items), into: register, at: span)
                } else {
                    tuple(arguments.defaults, span, into: register)
                }
                flags.insert(.hasDefaults)
            }
            if keywordDefaults(arguments, span) { flags.insert(.hasKeywordDefaults) }
            if hasAnnotations, annotations(arguments, returns, span) { flags.insert(.hasAnnotations) }
        }
        if closure(of: inner, span) { flags.insert(.hasClosure) }
        let index = constant(.code(inner.finish()))
        if index > 0xFFFF { fail("too many constants before a function", at: span) }
        emit(.makeFunction, flags: flags, target, index, start, at: span)
        release(to: base)
    }

    /// A tuple of the cells that a function inside uses, if it uses any.
    private func closure(of inner: CodeGenerator, _ span: SourceSpan) -> Bool {
        let names = inner.code.freeNames
        guard !names.isEmpty else { return false }
        let base = newTemporary()
        release(to: base)
        for name in names {
            let cell = newTemporary()
            if let index = cellIndex(of: name) {
                emit(.move, cell, code.cellRegisters[index], at: span)
            }
        }
        emit(.buildTuple, base, base, names.count, at: span)
        release(to: base + 1)
        return true
    }

    private func cellIndex(of name: String) -> Int? {
        code.cellNames.firstIndex(of: name) ?? code.freeNames.firstIndex(of: name).map { code.cellNames.count + $0 }
    }

    private func keywordDefaults(_ arguments: Arguments, _ span: SourceSpan) -> Bool {
        let all = zip(arguments.kwOnly, arguments.kwDefaults).compactMap { parameter, value in
            value.map { (parameter.name, $0) }
        }
        guard !all.isEmpty else { return false }
        let dict = newTemporary()
        emit(.buildDict, dict, dict, 0, at: span)
        for (name, value) in all {
            entry(name, span, in: dict) { operand(value) }
        }
        return true
    }

    private func entry(_ name: String, _ span: SourceSpan, in dict: Int, _ value: () -> Operand) {
        let key = newTemporary()
        load(.str(scope.mangled(name)), into: key, at: span)
        let value = value()
        emit(.dictSet, flags: drop(.dropC, value).union(.dropB), dict, key, value.register, at: span)
        release(to: key)
    }

    private func annotations(_ arguments: Arguments, _ returns: Expression?, _ span: SourceSpan) -> Bool {
        var all = (arguments.posOnly + arguments.args).map { ($0.name, $0.annotation) }
        all.append((arguments.vararg?.name ?? "", arguments.vararg?.annotation))
        all += arguments.kwOnly.map { ($0.name, $0.annotation) }
        all.append((arguments.kwarg?.name ?? "", arguments.kwarg?.annotation))
        all.append(("return", returns))
        let given = all.compactMap { name, annotation in annotation.map { (name, $0) } }
        guard !given.isEmpty else { return false }
        let dict = newTemporary()
        emit(.buildDict, dict, dict, 0, at: span)
        for (name, annotation) in given {
            entry(name, span, in: dict) {
                let register = newTemporary()
                // `*args: *Ts` is what the one item of an unpacking is.
                if case .starred(let value) = annotation.kind, !context.annotationsAsText {
                    let items = operand(value)
                    emit(.unpack, flags: drop(.dropB, items), register, items.register, 1, at: annotation.span)
                } else {
                    self.annotation(annotation, into: register)
                }
                return Operand(register: register, isTemporary: true)
            }
        }
        return true
    }

    /// The value of an annotation, or its text.
    func annotation(_ annotation: Expression, into target: Int) {
        if context.annotationsAsText {
            load(.str(SourceForm.text(annotation)), into: target, at: annotation.span)
        } else {
            evaluate(annotation, into: target)
        }
    }
}
