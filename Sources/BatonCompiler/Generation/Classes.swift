import BatonSyntax

extension CodeGenerator {
    func classDefinition(_ definition: ClassDef, _ span: SourceSpan) {
        let firstLine = Int(definition.decorators.first?.span.line ?? span.line)
        forbidRepeated(definition.keywords)
        decorated(definition.decorators, name: definition.name, span) { target in
            let inner = inner(scope.child(at: span), name: definition.name, firstLine: firstLine)
            inner.classBody(definition.body)
            inWindow(target, span) { window in build(definition, inner, span, in: window) }
        }
    }

    private func build(_ definition: ClassDef, _ inner: CodeGenerator, _ span: SourceSpan, in window: Int) {
        let makeBody = { (register: Int) in
            self.function(inner, nil, returns: nil, hasAnnotations: false, span, into: register)
        }
        let makeName = { (register: Int) in self.load(.str(definition.name), into: register, at: span) }
        let (bases, keywords) = (definition.bases, definition.keywords)
        emit(.loadBuildClass, window, at: span)
        let isSimple =
            bases.count + keywords.count <= DisplayLimits.window && !bases.contains(where: \.isStarred)
            && !keywords.contains { $0.arg == nil }
        guard isSimple else {
            unpackedCall(first: [makeBody, makeName], bases, keywords, span, in: window)
            return
        }
        makeBody(newTemporary())
        makeName(newTemporary())
        for base in bases { evaluate(base, into: newTemporary()) }
        for keyword in keywords { evaluate(keyword.value, into: newTemporary()) }
        let names =
            keywords.isEmpty ? 0xFFFF : constant(.tuple(keywords.map { .str($0.arg ?? "") }))
        if names > 0xFFFF { fail("too many constants before a class", at: span) }
        emit(.call, window, 2 + bases.count + keywords.count, names, at: span)
    }

    private func classBody(_ body: [Statement]) {
        self.body = body
        prologue()
        let base = newTemporary()
        let value = Operand(register: base, isTemporary: true)
        load("__name__", into: base, at: scope.span)
        store("__module__", value, at: scope.span)
        load(.str(code.qualifiedName), into: base, at: scope.span)
        store("__qualname__", value, at: scope.span)
        load(.int(code.firstLine), into: base, at: scope.span)
        store("__firstlineno__", value, at: scope.span)
        var rest = body[...]
        if let (docstring, span) = Self.docstring(body) {
            rest = rest.dropFirst()
            load(CleanedDocstring.clean(docstring), into: base, at: span)
            store("__doc__", value, at: span)
        }
        release(to: base)
        if Self.hasAnnotations(body) { emit(.setUpAnnotations, at: nil) }
        for statement in rest { self.statement(statement) }
        _ = newTemporary()
        load(.tuple(staticAttributes.map { .str($0) }), into: base, at: nil)
        store("__static_attributes__", value, at: scope.span)
        if scope.needsClassCell {
            emit(.move, base, code.cellRegisters[0], at: nil)
            store("__classcell__", Operand(register: base, isTemporary: false), at: scope.span)
            emit(.returnValue, base, at: nil)
        } else {
            emit(.returnNone, at: nil)
        }
        release(to: base)
    }

    /// Notes an attribute of `self` that a method assigns.
    func noteStaticAttribute(_ value: Expression, _ name: String) {
        guard case .name("self") = value.kind else { return }
        var outer = parent
        while let generator = outer {
            if generator.scope.kind == .classBody {
                if !generator.staticAttributes.contains(name) { generator.staticAttributes.append(name) }
                return
            }
            outer = generator.parent
        }
    }
}
