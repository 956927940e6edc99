import BatonSyntax

/// A value in a register: a local variable in place, or a temporary, which ends with the instruction that reads it.
struct Operand {
    var register: Int
    var isTemporary: Bool
}

/// Temporaries are given out like a stack: `top` is the lowest free register, and `release` gives back all from one on.
extension CodeGenerator {
    func newTemporary() -> Int {
        let register = top
        top += 1
        if top > code.registerCount { code.registerCount = top }
        return register
    }

    func release(to register: Int) { top = register }

    func isTemporary(_ register: Int) -> Bool { register >= firstTemporary }

    /// The flag that drops R[A], R[B] or R[C] after an instruction that does not write `target` over it.
    func drop(_ flag: Instruction.Flags, _ operand: Operand, unless target: Int = -1) -> Instruction.Flags {
        operand.isTemporary && operand.register != target ? flag : []
    }

    /// Evaluates an expression to be read by the next instruction: a local variable stays where it is, everything else comes
    /// in a temporary.
    ///
    /// - Parameters:
    ///   - preferred: an empty temporary to use.
    ///   - later: what is evaluated before the operand is read. A variable that it assigns is copied.
    func operand(_ expression: Expression, in preferred: Int? = nil, before later: [Expression] = []) -> Operand {
        if case .name(let name) = expression.kind, let register = localRegister(name) {
            checkBound(register, at: expression.span)
            if !scope.hasAssignmentExpressions || !later.contains(where: { assigns(register, in: $0) }) {
                return Operand(register: register, isTemporary: false)
            }
        }
        let register = preferred ?? newTemporary()
        evaluate(expression, into: register)
        return Operand(register: register, isTemporary: true)
    }

    /// The register of a name that is a local variable and no cell.
    func localRegister(_ name: String) -> Int? {
        guard case .local(let register)? = places[scope.mangled(name)] else { return nil }
        return register
    }

    func checkBound(_ register: Int, at span: SourceSpan) {
        guard isReachable, !bound.contains(register) else { return }
        emit(.checkBound, register, wide: constant(.str(code.localNames[register])), at: span)
        bound.insert(register)
    }

    /// Whether an expression has a `:=` that assigns a local variable.
    private func assigns(_ register: Int, in expression: Expression) -> Bool {
        AssignmentSearch.contains(expression) { self.localRegister($0) == register }
    }
}
