import BatonSyntax

extension CodeGenerator {
    /// A comprehension: a function is made and called with the iterator of the first iterable.
    func comprehension(
        _ elements: [Expression], _ clauses: [Comprehension], _ name: String, _ span: SourceSpan, into target: Int
    ) {
        let inner = inner(scope.child(at: span), name: name, firstLine: Int(span.line))
        inner.comprehensionBody(elements, clauses, span)
        inWindow(target, span) { window in
            function(inner, nil, returns: nil, hasAnnotations: false, span, into: window)
            let iterator = newTemporary()
            let first = clauses[0].iterable
            let iterable = operand(first, in: iterator)
            emit(
                .getIterator, flags: drop(.dropB, iterable, unless: iterator), iterator, iterable.register,
                at: first.span)
            emit(.call, window, 1, 0xFFFF, at: span)
        }
    }

    private func comprehensionBody(_ elements: [Expression], _ clauses: [Comprehension], _ span: SourceSpan) {
        code.argumentCount = 1
        prologue()
        let isGenerator = scope.kind == .generatorExpression
        let container = isGenerator ? 0 : newTemporary()
        switch scope.kind {
        case .listComprehension: emit(.buildList, container, container, 0, at: span)
        case .setComprehension: emit(.buildSet, container, container, 0, at: span)
        case .dictComprehension: emit(.buildDict, container, container, 0, at: span)
        default: break
        }
        clause(0, elements, clauses, container, span)
        if isGenerator {
            emit(.returnNone, at: span)
        } else {
            emit(.returnValue, container, at: span)
        }
    }

    private func clause(
        _ index: Int, _ elements: [Expression], _ clauses: [Comprehension], _ container: Int, _ span: SourceSpan
    ) {
        if index == clauses.count {
            element(elements, container)
            return
        }
        let clause = clauses[index]
        let base = top
        // The parameter `.0` is the first iterator.
        var iterator = 0
        if index > 0 {
            iterator = newTemporary()
            iterate(clause.iterable, into: iterator)
        }
        loop(over: iterator, clause.target, at: clause.iterable.span) { next in
            for condition in clause.ifs { jump(condition, if: false, to: next) }
            self.clause(index + 1, elements, clauses, container, span)
        }
        release(to: base)
    }

    private func element(_ elements: [Expression], _ container: Int) {
        let base = top
        let first = elements[0]
        if elements.count == 2 {
            let key = operand(first, before: [elements[1]])
            let value = operand(elements[1])
            emit(
                .dictSet, flags: drop(.dropB, key).union(drop(.dropC, value)), container, key.register, value.register,
                at: first.span)
        } else if scope.kind == .generatorExpression {
            let value = newTemporary()
            evaluate(first, into: value)
            emit(.yieldValue, value, value, at: first.span)
            emit(.clear, value, at: first.span)
        } else {
            if first.isStarred { fail("iterable unpacking cannot be used in comprehension", at: first.span) }
            let value = operand(first)
            emit(
                scope.kind == .setComprehension ? .setAdd : .listAppend, flags: drop(.dropB, value), container,
                value.register, at: first.span)
        }
        release(to: base)
    }
}
