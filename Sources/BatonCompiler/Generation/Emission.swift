import BatonSyntax

/// A place in the code that is jumped to.
struct Label {
    let index: Int
}

/// What is known of a label.
struct LabelState {
    /// The instruction it stands before, once it is placed.
    var instruction: Int?
    /// The variables that are bound on all ways to it that are known so far; nothing if there is none.
    var bound: RegisterSet?
}

extension CodeGenerator {
    // MARK: Instructions

    func emit(
        _ opcode: Opcode, flags: Instruction.Flags = [], _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, at span: SourceSpan?
    ) {
        append(Instruction(opcode, flags: flags, a, b, c), target: -1, at: span)
    }

    func emit(_ opcode: Opcode, flags: Instruction.Flags = [], _ a: Int, wide: Int, at span: SourceSpan?) {
        append(Instruction(opcode, flags: flags, a, wide: wide), target: -1, at: span)
    }

    private func append(_ instruction: Instruction, target: Int32, at span: SourceSpan?) {
        guard isReachable else { return }
        instructions.append(instruction)
        targets.append(target)
        if let span {
            positions.append(
                CompiledCode.Position(
                    line: span.line, endLine: span.endLine, column: span.column, endColumn: span.endColumn))
        } else {
            positions.append(CompiledCode.Position(line: 0, endLine: 0, column: 0, endColumn: 0))
        }
        if instruction.opcode.endsFlow { isReachable = false }
    }

    // MARK: Labels and jumps

    func newLabel() -> Label {
        labels.append(LabelState())
        return Label(index: labels.count - 1)
    }

    /// Emits an instruction that jumps to a label, which may come later.
    func emit(
        _ opcode: Opcode, flags: Instruction.Flags = [], _ a: Int = 0, _ b: Int = 0, to label: Label,
        at span: SourceSpan?
    ) {
        guard isReachable else { return }
        merge(bound, into: label)
        append(Instruction(opcode, flags: flags, a, b), target: Int32(label.index), at: span)
    }

    func jump(to label: Label, at span: SourceSpan? = nil) {
        emit(.jump, to: label, at: span)
    }

    private func merge(_ state: RegisterSet, into label: Label) {
        if labels[label.index].bound == nil {
            labels[label.index].bound = state
        } else {
            labels[label.index].bound!.formIntersection(state)
        }
    }

    /// Places a label, all jumps to which were emitted before.
    func place(_ label: Label) {
        labels[label.index].instruction = instructions.count
        guard let state = labels[label.index].bound else { return }
        if isReachable {
            bound.formIntersection(state)
        } else {
            bound = state
            isReachable = true
        }
    }

    /// Places a label that is jumped to from below as well.
    func placeLoopHead(_ label: Label) {
        place(label)
        bound.subtract(deletable)
    }

    /// Begins the code of a handler, where the variables of `state` may have been deleted on the way.
    func placeHandler(_ label: Label, isReached: Bool, _ state: RegisterSet) {
        labels[label.index].instruction = instructions.count
        isReachable = isReached
        bound = state
        bound.subtract(deletable)
    }
}

extension Opcode {
    /// Whether the next instruction does not follow.
    var endsFlow: Bool {
        switch self {
        case .jump, .jumpBack, .returnValue, .returnNone, .raise, .reraise: true
        default: false
        }
    }
}
