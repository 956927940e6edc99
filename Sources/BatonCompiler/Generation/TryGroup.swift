import BatonSyntax

// `try` with `except*`: each handler takes out of the exception what matches, as a group; what no handler took and what
// handlers raised is raised together at the end.

extension CodeGenerator {
    func tryExceptGroup(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement], _ span: SourceSpan
    ) {
        let (end, exception, saved) = tryBody(body, orElse, span)
        let cleanup = newRegion()
        let raised = newTemporary()
        emit(.buildList, raised, raised, 0, at: nil)
        let rest = newTemporary()
        emit(.move, rest, exception, at: nil)
        for handler in handlers { groupHandler(handler, rest, raised, span) }
        emit(.listAppend, flags: .dropB, raised, rest, at: nil)
        let joined = rest
        emit(.joinGroup, flags: .dropC, joined, exception, raised, at: nil)
        let isDone = newLabel()
        emit(.jumpIfNone, joined, to: isDone, at: nil)
        cleanup.close(at: instructions.count)
        emit(.popHandled, saved, at: nil)
        emit(.clear, exception, at: nil)
        emit(.reraise, joined, at: nil)
        place(isDone)
        emit(.clear, joined, at: nil)
        emit(.popHandled, saved, at: nil)
        emit(.clear, exception, at: nil)
        jump(to: end)
        release(to: raised)
        endGroup(cleanup, exception, saved)
        release(to: exception)
        place(end)
    }

    private func groupHandler(_ handler: ExceptHandler, _ rest: Int, _ raised: Int, _ span: SourceSpan) {
        guard let type = handler.type else { return }
        let next = newLabel()
        let match = newTemporary()
        let wanted = newTemporary()
        evaluate(type, into: wanted)
        emit(.splitGroup, flags: .dropC, rest, match, wanted, at: type.span)
        release(to: wanted)
        let isMatched = newLabel()
        emit(.jumpIfNone, flags: .negate, match, to: isMatched, at: handler.span)
        emit(.clear, match, at: nil)
        jump(to: next)

        place(isMatched)
        let saved = newTemporary()
        emit(.pushHandled, saved, match, at: nil)
        if let name = handler.name {
            store(name, Operand(register: match, isTemporary: true), at: handler.span)
        } else {
            emit(.clear, match, at: handler.span)
        }
        let state = bound
        let own = newRegion()
        inside(Block(.handlingGroup, own), span) { statements(handler.body) }
        emit(.popHandled, saved, at: nil)
        if let name = handler.name { forget(name, at: nil) }
        jump(to: next)

        let entry = newLabel()
        placeHandler(entry, isReached: !own.isEmpty, state)
        let exception = newTemporary()
        handle(own, at: entry, depth: exception, exception: exception)
        if let name = handler.name { forget(name, at: nil) }
        emit(.listAppend, flags: .dropB, raised, exception, at: nil)
        emit(.popHandled, saved, at: nil)
        release(to: match)
        place(next)
    }

    /// An exception outside the handlers' bodies ends the statement: what was being handled before is so again.
    private func endGroup(_ region: Region, _ matched: Int, _ saved: Int) {
        let entry = newLabel()
        placeHandler(entry, isReached: !region.isEmpty, RegisterSet(count: code.localNames.count))
        let exception = newTemporary()
        handle(region, at: entry, depth: exception, exception: exception)
        emit(.clear, matched, at: nil)
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        release(to: exception)
    }
}
