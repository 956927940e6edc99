import BatonSyntax

extension CodeGenerator {
    func assignment(_ targets: [Expression], _ value: Expression, _ span: SourceSpan) {
        let base = top
        if targets.count == 1 {
            assign(targets[0], value, span)
            release(to: base)
            return
        }
        // The value goes to each target from left to right; the last one gets it whole.
        let result = newTemporary()
        evaluate(value, into: result)
        for target in targets.dropLast() {
            assign(target, Operand(register: result, isTemporary: false))
        }
        assign(targets[targets.count - 1], Operand(register: result, isTemporary: true))
        release(to: base)
    }

    private func assign(_ target: Expression, _ value: Expression, _ span: SourceSpan) {
        if case .name(let name) = target.kind, let local = localRegister(name) {
            forbidDebug(name, at: span)
            evaluate(value, into: local)
            bound.insert(local)
        } else if let targets = target.elements, let values = value.elements, exchange(targets, values) {
            return
        } else {
            assign(target, operand(value, before: [target]))
        }
    }

    /// Assigns a value; a temporary ends here.
    func assign(_ target: Expression, _ value: Operand) {
        let span = target.span
        let base = top
        switch target.kind {
        case .name(let name): store(name, value, at: span)
        case .attribute(let object, let name):
            forbidDebug(name, at: span)
            noteStaticAttribute(object, name)
            let holder = operand(object)
            emit(
                .storeAttribute, flags: drop(.dropA, holder).union(drop(.dropB, value)), holder.register,
                value.register, site(scope.mangled(name)), at: span)
        case .subscript(let object, let index):
            let container = operand(object, before: [index])
            let key = operand(index)
            emit(
                .setItem,
                flags: drop(.dropA, container).union(drop(.dropB, key)).union(drop(.dropC, value)),
                container.register, key.register, value.register, at: span)
        case .tuple, .list: unpack(target, value)
        case .starred: fail("starred assignment target must be in a list or tuple", at: span)
        default: fail("cannot assign to expression", at: span)
        }
        release(to: base)
    }

    // MARK: Unpacking

    /// `a, b = b, a` without a tuple: all values, then all stores. Whether it was of that form.
    private func exchange(_ targets: [Expression], _ values: [Expression]) -> Bool {
        guard targets.count == values.count, targets.count > 1, targets.count <= DisplayLimits.window,
            !targets.contains(where: \.isStarred), !values.contains(where: \.isStarred)
        else { return false }
        var operands: [Operand] = []
        for (index, value) in values.enumerated() {
            // The last value may be made where it goes, if a later store cannot see that.
            if index == values.count - 1, let local = lastTarget(targets) {
                evaluate(value, into: local)
                operands.append(Operand(register: local, isTemporary: false))
            } else {
                let register = newTemporary()
                evaluate(value, into: register)
                operands.append(Operand(register: register, isTemporary: true))
            }
        }
        for (target, operand) in zip(targets, operands) { assign(target, operand) }
        return true
    }

    /// The register of the last of several targets that are all different local variables.
    private func lastTarget(_ targets: [Expression]) -> Int? {
        var seen = Set<Int>()
        for target in targets {
            guard case .name(let name) = target.kind, let local = localRegister(name), seen.insert(local).inserted
            else { return nil }
        }
        guard case .name(let name) = targets[targets.count - 1].kind else { return nil }
        return localRegister(name)
    }

    func unpack(_ target: Expression, _ value: Operand) {
        guard let elements = target.elements else { return }
        let span = target.span
        let starred = elements.filter(\.isStarred)
        if starred.count > 1 {
            fail("multiple starred expressions in assignment", at: span)
            return
        }
        let before = elements.prefix { !$0.isStarred }.count
        let after = elements.count - before - 1
        if !starred.isEmpty, before > 0xFF || after > 0xFF {
            fail("too many expressions in star-unpacking assignment", at: span)
            return
        }
        if elements.count > 0xF000 {
            fail("too many targets in assignment", at: span)
            return
        }
        let opcode = starred.isEmpty ? Opcode.unpack : .unpackStarred
        let count = starred.isEmpty ? elements.count : before | after << 8
        let base = top
        if let first = consecutiveLocals(elements) {
            emit(opcode, flags: drop(.dropB, value), first, value.register, count, at: span)
            for register in first..<first + elements.count { bound.insert(register) }
            return
        }
        let first = newTemporary()
        release(to: first)
        for _ in elements { _ = newTemporary() }
        emit(opcode, flags: drop(.dropB, value), first, value.register, count, at: span)
        for (index, element) in elements.enumerated() {
            var target = element
            if case .starred(let inner) = element.kind { target = inner }
            assign(target, Operand(register: first + index, isTemporary: true))
        }
        release(to: base)
    }

    /// The register of the first of some local variables that lie one after the other.
    private func consecutiveLocals(_ elements: [Expression]) -> Int? {
        var first: Int?
        for (index, element) in elements.enumerated() {
            var target = element
            if case .starred(let inner) = element.kind { target = inner }
            guard case .name(let name) = target.kind, let local = localRegister(name) else { return nil }
            if let first, local != first + index { return nil }
            if first == nil { first = local }
        }
        return first
    }

    // MARK: Augmented

    func augmentedAssignment(
        _ target: Expression, _ operation: BinaryOperator, _ value: Expression, _ span: SourceSpan
    ) {
        let base = top
        switch target.kind {
        case .name(let name):
            if let local = localRegister(name) {
                let first = operand(target, before: [value])
                operate(operation, first, value, into: local, second: nil, flags: .inPlace, span)
            } else {
                let result = newTemporary()
                load(name, into: result, at: target.span)
                operate(
                    operation, Operand(register: result, isTemporary: true), value, into: result, second: nil,
                    flags: .inPlace, span)
                store(name, Operand(register: result, isTemporary: true), at: target.span)
            }
        case .attribute(let object, let name):
            noteStaticAttribute(object, name)
            let holder = operand(object, before: [value])
            let result = newTemporary()
            emit(.loadAttribute, result, holder.register, site(scope.mangled(name)), at: target.span)
            operate(
                operation, Operand(register: result, isTemporary: true), value, into: result, second: nil,
                flags: .inPlace, span)
            emit(
                .storeAttribute, flags: drop(.dropA, holder).union(.dropB), holder.register, result,
                site(scope.mangled(name)), at: target.span)
        case .subscript(let object, let index):
            let container = operand(object, before: [index, value])
            let key = operand(index, before: [value])
            let result = newTemporary()
            emit(.getItem, result, container.register, key.register, at: target.span)
            operate(
                operation, Operand(register: result, isTemporary: true), value, into: result, second: nil,
                flags: .inPlace, span)
            emit(
                .setItem, flags: drop(.dropA, container).union(drop(.dropB, key)).union(.dropC), container.register,
                key.register, result, at: target.span)
        default: fail("illegal expression for augmented assignment", at: target.span)
        }
        release(to: base)
    }

    // MARK: Annotated

    func annotatedAssignment(
        _ target: Expression, _ annotation: Expression, _ value: Expression?, isSimple: Bool, _ span: SourceSpan
    ) {
        if let value { assignment([target], value, span) }
        let base = top
        switch target.kind {
        case .name(let name):
            forbidDebug(name, at: span)
            if isSimple, !scope.isFunctionLike {
                let type = newTemporary()
                self.annotation(annotation, into: type)
                let annotations = newTemporary()
                load("__annotations__", into: annotations, at: span)
                let key = newTemporary()
                load(.str(scope.mangled(name)), into: key, at: span)
                emit(.setItem, flags: [.dropA, .dropB, .dropC], annotations, key, type, at: span)
                release(to: base)
            }
        case .attribute(let object, let name):
            forbidDebug(name, at: span)
            if value == nil { evaluateAndDrop(object) }
        case .subscript(let object, let index):
            if value == nil {
                evaluateAndDrop(object)
                evaluateAndDrop(index)
            }
        default: break
        }
        if !isSimple, !scope.isFunctionLike, !context.annotationsAsText { evaluateAndDrop(annotation) }
    }

    // MARK: Deleting

    func deletion(_ target: Expression) {
        let span = target.span
        let base = top
        switch target.kind {
        case .name(let name): delete(name, at: span)
        case .attribute(let object, let name):
            let holder = operand(object)
            emit(
                .deleteAttribute, flags: drop(.dropA, holder), holder.register, 0, site(scope.mangled(name)), at: span)
        case .subscript(let object, let index):
            let container = operand(object, before: [index])
            let key = operand(index)
            emit(
                .deleteItem, flags: drop(.dropA, container).union(drop(.dropB, key)), container.register,
                key.register, at: span)
        case .tuple(let elements), .list(let elements):
            for element in elements { deletion(element) }
        default: fail("cannot delete expression", at: span)
        }
        release(to: base)
    }
}

extension Expression {
    /// The elements of a tuple or list display.
    fileprivate var elements: [Expression]? {
        switch kind {
        case .tuple(let elements), .list(let elements): elements
        default: nil
        }
    }
}
