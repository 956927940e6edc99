import BatonSyntax

/// A statement that a `return`, `break` or `continue` inside has to leave in order.
struct Block {
    enum Kind {
        case loop(iterator: Int?, exit: Label, next: Label)
        /// The body of a `try` with handlers.
        case tryBody
        /// The body of a `try`, or its handlers, with the `finally` that follows.
        case finallyBody([Statement])
        /// The code of an `except` or of a `finally` that runs for an exception: what was handled before it, and where the
        /// exception is, if it waits to be raised again.
        case handling(saved: Int, exception: Int?, name: String?)
        /// The body of an `except*`, which no `return`, `break` or `continue` leaves.
        case handlingGroup
        case with(exit: Int, SourceSpan)
        /// A `finally` that runs on the way of a `return`, whose value waits in a register; a way out of its own drops it.
        case leaving(value: Int)
    }

    let kind: Kind
    /// The instructions that a handler covers, where there is one.
    let region: Region?

    init(_ kind: Kind, _ region: Region? = nil) {
        self.kind = kind
        self.region = region
    }
}

/// The instructions that one handler covers; code that is on its way out of them is left out.
final class Region {
    private(set) var segments: [Range<Int>] = []
    private var start: Int?

    init(from start: Int? = nil) { self.start = start }

    var isOpen: Bool { start != nil }
    var isEmpty: Bool { segments.isEmpty }

    func open(at instruction: Int) { start = instruction }

    func close(at instruction: Int) {
        if let start, start < instruction { segments.append(start..<instruction) }
        start = nil
    }
}

/// A handler whose instructions are not numbered for good.
struct PendingHandler {
    let segments: [Range<Int>]
    let target: Label
    let depth: Int
    let exception: Int
}

extension CodeGenerator {
    func newRegion() -> Region { Region(from: instructions.count) }

    func inside(_ block: Block, _ span: SourceSpan, _ body: () -> Void) {
        // As many as CPython bears; `finally` bodies within `finally` bodies double the code each time.
        let depth = blocks.count { if case .leaving = $0.kind { false } else { true } }
        if depth >= 21 { fail("too many statically nested blocks", at: span) }
        blocks.append(block)
        body()
        blocks.removeLast()
        block.region?.close(at: instructions.count)
    }

    func handle(_ region: Region, at target: Label, depth: Int, exception: Int) {
        guard !region.isEmpty else { return }
        handlers.append(
            PendingHandler(segments: region.segments, target: target, depth: depth, exception: exception))
    }

    /// Leaves all blocks from number `outermost` on, runs `leave`, and goes on inside them; `value` is the register of what
    /// is returned.
    func leaving(_ outermost: Int, with value: Int? = nil, _ span: SourceSpan, _ leave: () -> Void) {
        let all = blocks
        let base = top
        let wasBound = bound
        var closed: [Region] = []
        while blocks.count > outermost {
            let block = blocks.removeLast()
            if case .handlingGroup = block.kind {
                fail("'break', 'continue' and 'return' cannot appear in an except* block", at: span)
            }
            if let region = block.region, region.isOpen {
                region.close(at: instructions.count)
                closed.append(region)
            }
            if let value { blocks.append(Block(.leaving(value: value))) }
            exit(block, span)
            if value != nil { blocks.removeLast() }
        }
        leave()
        blocks = all
        release(to: base)
        bound = wasBound
        for region in closed { region.open(at: instructions.count) }
    }

    private func exit(_ block: Block, _ span: SourceSpan) {
        switch block.kind {
        case .loop(let iterator, _, _):
            if let iterator { emit(.clear, iterator, at: span) }
        case .tryBody, .handlingGroup: break
        case .finallyBody(let body): statements(body)
        case .handling(let saved, let exception, let name):
            emit(.popHandled, saved, at: span)
            if let exception { emit(.clear, exception, at: span) }
            if let name { forget(name, at: nil) }
        case .with(let exit, let place): callExit(exit, place)
        case .leaving(let value): emit(.clear, value, at: span)
        }
    }

    // MARK: Statements that leave

    func returnStatement(_ value: Expression?, _ span: SourceSpan) {
        if !scope.isFunctionLike { fail("'return' outside function", at: span) }
        let base = top
        // A constant on the statement's line is what CPython's messages point at.
        let isConstant = value.map { $0.span.line == span.line && Folding.constant($0) != nil } ?? false
        let place = isConstant ? value!.span : span
        guard let value, !Folding.isNone(value) else {
            leaving(0, place) { emit(.returnNone, at: place) }
            return
        }
        // What runs on the way out may assign a variable.
        let staysInPlace = blocks.allSatisfy { if case .loop = $0.kind { true } else { false } }
        var result = Operand(register: 0, isTemporary: true)
        if staysInPlace {
            result = operand(value)
        } else {
            result.register = newTemporary()
            evaluate(value, into: result.register)
        }
        leaving(0, with: staysInPlace ? nil : result.register, place) {
            emit(.returnValue, result.register, at: place)
        }
        release(to: base)
    }

    func breakStatement(_ span: SourceSpan) {
        guard let index = innermostLoop, case .loop(let iterator, let exit, _) = blocks[index].kind else {
            fail("'break' outside loop", at: span)
            return
        }
        leaving(index + 1, span) {
            if let iterator { emit(.clear, iterator, at: span) }
            jump(to: exit, at: span)
        }
    }

    func continueStatement(_ span: SourceSpan) {
        guard let index = innermostLoop, case .loop(_, _, let next) = blocks[index].kind else {
            fail("'continue' not properly in loop", at: span)
            return
        }
        leaving(index + 1, span) { jump(to: next, at: span) }
    }

    private var innermostLoop: Int? {
        blocks.lastIndex { if case .loop = $0.kind { true } else { false } }
    }
}
