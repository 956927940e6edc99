import BatonSyntax

extension CodeGenerator {
    private func place(of name: String) -> Place {
        let place = places[scope.mangled(name)] ?? (scope.isFunctionLike ? .global : .name)
        if case .name = place, scope.kind == .module, !context.usesNamespace { return .global }
        return place
    }

    // MARK: Loading

    func load(_ name: String, into target: Int, at span: SourceSpan) {
        switch place(of: name) {
        case .local(let register):
            checkBound(register, at: span)
            if register != target { emit(.move, target, register, at: span) }
        case .cell(let register, let index): emit(.loadCell, target, register, index, at: span)
        case .classCell(let register, let index): emit(.loadClassCell, target, register, index, at: span)
        case .global: emit(.loadGlobal, target, wide: wideSite(scope.mangled(name)), at: span)
        case .name: emit(.loadName, target, wide: wideSite(scope.mangled(name)), at: span)
        }
    }

    func load(_ constant: CompiledConstant, into target: Int, at span: SourceSpan?) {
        if case .int(let value) = constant, Int32(exactly: value) != nil {
            emit(.loadInt, target, wide: value, at: span)
        } else {
            emit(.loadConstant, target, wide: self.constant(constant), at: span)
        }
    }

    // MARK: Storing

    /// Assigns a value to a name; a temporary ends here.
    func store(_ name: String, _ value: Operand, at span: SourceSpan) {
        forbidDebug(name, at: span)
        switch place(of: name) {
        case .local(let register):
            if value.isTemporary {
                emit(.take, register, value.register, at: span)
            } else if value.register != register {
                emit(.move, register, value.register, at: span)
            }
            bound.insert(register)
        case .cell(let register, _), .classCell(let register, _):
            emit(.storeCell, flags: drop(.dropB, value), register, value.register, at: span)
        case .global:
            emit(
                .storeGlobal, flags: drop(.dropA, value), value.register, wide: wideSite(scope.mangled(name)), at: span)
        case .name:
            emit(.storeName, flags: drop(.dropA, value), value.register, wide: wideSite(scope.mangled(name)), at: span)
        }
    }

    func forbidDebug(_ name: String, at span: SourceSpan) {
        if name == "__debug__" { fail("cannot assign to __debug__", at: span) }
    }

    // MARK: Deleting

    func delete(_ name: String, at span: SourceSpan) {
        if name == "__debug__" { fail("cannot delete __debug__", at: span) }
        switch place(of: name) {
        case .local(let register):
            if !isReachable || bound.contains(register) {
                emit(.clear, register, at: span)
            } else {
                emit(.deleteLocal, register, wide: constant(.str(code.localNames[register])), at: span)
            }
            bound.remove(register)
        case .cell(let register, let index), .classCell(let register, let index):
            emit(.deleteCell, register, 0, index, at: span)
        case .global: emit(.deleteGlobal, 0, wide: wideSite(scope.mangled(name)), at: span)
        case .name: emit(.deleteName, 0, wide: wideSite(scope.mangled(name)), at: span)
        }
    }

    /// Deletes a name that may have no value, without an error: what `except … as` does in the end.
    func forget(_ name: String, at span: SourceSpan?) {
        if case .local(let register) = place(of: name) {
            emit(.clear, register, at: nil)
            bound.remove(register)
            return
        }
        let none = newTemporary()
        load(.none, into: none, at: nil)
        let span = span ?? scope.span
        store(name, Operand(register: none, isTemporary: true), at: span)
        delete(name, at: span)
        release(to: none)
    }
}
