import BatonSyntax

extension CodeGenerator {
    func tryStatement(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement], _ finalBody: [Statement],
        isStar: Bool, _ span: SourceSpan
    ) {
        let tryExcept = isStar ? tryExceptGroup : self.tryExcept
        if finalBody.isEmpty {
            tryExcept(body, handlers, orElse, span)
        } else if handlers.isEmpty {
            tryFinally(finalBody, span) {
                statements(body)
                statements(orElse)
            }
        } else {
            tryFinally(finalBody, span) { tryExcept(body, handlers, orElse, span) }
        }
    }

    private func tryFinally(_ finalBody: [Statement], _ span: SourceSpan, _ body: () -> Void) {
        let end = newLabel()
        let entry = newLabel()
        let state = bound
        let wasReachable = isReachable
        let region = newRegion()
        inside(Block(.finallyBody(finalBody), region), span, body)
        // What cannot be reached is checked in the copy below.
        if isReachable { statements(finalBody) }
        jump(to: end)

        let exception = newTemporary()
        let saved = newTemporary()
        placeHandler(entry, isReached: wasReachable && !region.isEmpty, state)
        handle(region, at: entry, depth: exception, exception: exception)
        emit(.pushHandled, saved, exception, at: nil)
        let cleanup = newRegion()
        inside(Block(.handling(saved: saved, exception: exception, name: nil), cleanup), span) { statements(finalBody) }
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        endHandling(cleanup, saved, name: nil)
        release(to: exception)
        place(end)
    }

    /// The handler of a handler: what was being handled before is so again.
    func endHandling(_ region: Region, _ saved: Int, name: String?) {
        let entry = newLabel()
        placeHandler(entry, isReached: !region.isEmpty, RegisterSet(count: code.localNames.count))
        let exception = newTemporary()
        handle(region, at: entry, depth: exception, exception: exception)
        if let name { forget(name, at: nil) }
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        release(to: exception)
    }

    /// The body and its `else`, which jump to `end`, up to where the handlers begin: the exception is in a register, and what
    /// was being handled before is saved in another.
    func tryBody(
        _ body: [Statement], _ orElse: [Statement], _ span: SourceSpan
    ) -> (end: Label, exception: Int, saved: Int) {
        let end = newLabel()
        let entry = newLabel()
        let state = bound
        let wasReachable = isReachable
        let region = newRegion()
        inside(Block(.tryBody, region), span) { statements(body) }
        statements(orElse)
        jump(to: end)

        let exception = newTemporary()
        let saved = newTemporary()
        placeHandler(entry, isReached: wasReachable && !region.isEmpty, state)
        handle(region, at: entry, depth: exception, exception: exception)
        emit(.pushHandled, saved, exception, at: nil)
        return (end, exception, saved)
    }

    private func tryExcept(
        _ body: [Statement], _ handlers: [ExceptHandler], _ orElse: [Statement], _ span: SourceSpan
    ) {
        let (end, exception, saved) = tryBody(body, orElse, span)
        let matching = newRegion()
        let cleanup = Region()
        for (index, handler) in handlers.enumerated() {
            if handler.type == nil, index < handlers.count - 1 {
                fail("default 'except:' must be last", at: handler.span)
            }
            self.handler(handler, exception, saved, matching, cleanup, end, span)
        }
        matching.close(at: instructions.count)
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        endMatching(matching, cleanup, exception, saved)
        release(to: exception)
        place(end)
    }

    private func handler(
        _ handler: ExceptHandler, _ exception: Int, _ saved: Int, _ matching: Region, _ cleanup: Region, _ end: Label,
        _ span: SourceSpan
    ) {
        let next = newLabel()
        if let type = handler.type {
            let base = top
            let wanted = operand(type)
            emit(
                .jumpIfNoMatch, flags: drop(.dropB, wanted), exception, wanted.register, to: next, at: type.span)
            release(to: base)
        }
        if let name = handler.name {
            store(name, Operand(register: exception, isTemporary: true), at: handler.span)
        } else {
            emit(.clear, exception, at: handler.span)
        }
        // From here on the exception is kept by what is being handled, and by the name.
        matching.close(at: instructions.count)
        let own = handler.name == nil ? cleanup : Region()
        own.open(at: instructions.count)
        inside(Block(.handling(saved: saved, exception: nil, name: handler.name), own), span) {
            statements(handler.body)
        }
        emit(.popHandled, saved, at: nil)
        if let name = handler.name { forget(name, at: nil) }
        jump(to: end)
        if let name = handler.name { endHandling(own, saved, name: name) }
        place(next)
        matching.open(at: instructions.count)
    }

    /// The handlers of handlers, while the exception is matched and after that: what was being handled before is so again.
    private func endMatching(_ matching: Region, _ cleanup: Region, _ matched: Int, _ saved: Int) {
        let nothing = RegisterSet(count: code.localNames.count)
        let exception = newTemporary()
        let entry = newLabel()
        placeHandler(entry, isReached: !matching.isEmpty, nothing)
        handle(matching, at: entry, depth: exception, exception: exception)
        emit(.clear, matched, at: nil)
        let shared = newLabel()
        placeHandler(shared, isReached: isReachable || !cleanup.isEmpty, nothing)
        handle(cleanup, at: shared, depth: exception, exception: exception)
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        release(to: exception)
    }

    // MARK: With

    func withStatement(_ items: ArraySlice<WithItem>, _ body: [Statement], _ span: SourceSpan) {
        guard let item = items.first else {
            statements(body)
            return
        }
        let end = newLabel()
        let entry = newLabel()
        let place = item.context.span
        let exit = newTemporary()
        let manager = operand(item.context, in: exit)
        emit(.enterWith, exit, manager.register, at: place)
        let value = newTemporary()
        let state = bound
        let wasReachable = isReachable
        let region = newRegion()
        inside(Block(.with(exit: exit, place), region), span) {
            if let target = item.target {
                assign(target, Operand(register: value, isTemporary: true))
            } else {
                emit(.clear, value, at: place)
            }
            release(to: value)
            withStatement(items.dropFirst(), body, span)
        }
        callExit(exit, place)
        jump(to: end)

        let exception = newTemporary()
        placeHandler(entry, isReached: wasReachable && !region.isEmpty, state)
        handle(region, at: entry, depth: exception, exception: exception)
        suppressed(exit, exception, place)
        self.place(end)
        release(to: exit)
    }

    /// Calls `__exit__` with the exception; goes on where it was suppressed.
    private func suppressed(_ exit: Int, _ exception: Int, _ place: SourceSpan) {
        let saved = newTemporary()
        emit(.pushHandled, saved, exception, at: nil)
        let cleanup = newRegion()
        let isSuppressed = newLabel()
        let answer = newTemporary()
        emit(.exitWithException, answer, exit, exception, at: place)
        emit(.jumpIf, flags: .dropA, answer, to: isSuppressed, at: place)
        cleanup.close(at: instructions.count)
        emit(.popHandled, saved, at: nil)
        emit(.reraise, exception, at: nil)
        release(to: answer)
        endHandling(cleanup, saved, name: nil)
        self.place(isSuppressed)
        emit(.popHandled, saved, at: nil)
        emit(.clear, exception, at: nil)
        emit(.clear, exit, at: nil)
        release(to: exception)
    }

    /// Calls `__exit__` without an exception. On the way of a `return` its value lies above.
    func callExit(_ exit: Int, _ place: SourceSpan) {
        let base = top
        var window = exit
        if exit != top - 1 {
            window = newTemporary()
            emit(.take, window, exit, at: place)
        }
        for _ in 0..<3 { load(.none, into: newTemporary(), at: place) }
        emit(.call, window, 3, 0xFFFF, at: place)
        emit(.clear, window, at: place)
        release(to: base)
    }
}
