import BatonSyntax

extension CodeGenerator {
    func iterate(_ iterable: Expression, into iterator: Int) {
        let value = operand(iterable, in: iterator)
        emit(
            .getIterator, flags: drop(.dropB, value, unless: iterator), iterator, value.register, at: iterable.span)
        release(to: iterator + 1)
    }

    /// A loop with its test at the bottom: one jump an iteration. `body` gets the label that goes on with the next item.
    func loop(over iterator: Int, _ target: Expression, at span: SourceSpan, _ body: (Label) -> Void) {
        let head = newLabel()
        let next = newLabel()
        let base = top
        // An item for a local variable goes there at once.
        var item = newTemporary()
        if case .name(let name) = target.kind, let local = localRegister(name) {
            forbidDebug(name, at: target.span)
            item = local
            release(to: base)
        }
        jump(to: next, at: span)
        if let before = labels[next.index].bound {
            isReachable = true
            bound = before
        }
        placeLoopHead(head)
        if isTemporary(item) {
            assign(target, Operand(register: item, isTemporary: true))
        } else {
            bound.insert(item)
        }
        release(to: base)
        body(next)
        place(next)
        emit(.forNext, item, iterator, to: head, at: span)
    }

    func forLoop(
        _ target: Expression, _ iterable: Expression, _ body: [Statement], _ orElse: [Statement], _ span: SourceSpan
    ) {
        let iterator = newTemporary()
        iterate(iterable, into: iterator)
        let end = newLabel()
        loop(over: iterator, target, at: iterable.span) { next in
            inside(Block(.loop(iterator: iterator, exit: end, next: next)), span) { statements(body) }
        }
        release(to: iterator)
        statements(orElse)
        place(end)
    }

    func whileLoop(_ test: Expression, _ body: [Statement], _ orElse: [Statement], _ span: SourceSpan) {
        let head = newLabel()
        let next = newLabel()
        let otherwise = newLabel()
        let end = newLabel()
        let truth = Folding.truth(test)
        if truth != true { jump(test, if: false, to: otherwise) }
        placeLoopHead(head)
        let isEndless = truth == true
        inside(Block(.loop(iterator: nil, exit: end, next: isEndless ? head : next)), span) { statements(body) }
        if isEndless {
            jump(to: head, at: span)
        } else {
            place(next)
            jump(test, if: true, to: head)
        }
        place(otherwise)
        statements(orElse)
        place(end)
    }
}
