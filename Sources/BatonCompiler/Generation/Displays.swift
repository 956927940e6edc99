import BatonSyntax

/// How many items are put into registers before they go into a container.
enum DisplayLimits {
    static let window = 30
}

extension CodeGenerator {
    func display(_ expression: Expression, into target: Int) {
        let span = expression.span
        switch expression.kind {
        case .list(let elements): list(elements, span, into: target)
        case .tuple(let elements):
            if let folded = Folding.constant(expression) {
                load(folded, into: target, at: span)
            } else {
                tuple(elements, span, into: target)
            }
        case .set(let elements): set(elements, span, into: target)
        case .dict(let keys, let values): dict(keys, values, span, into: target)
        default: break
        }
    }

    private func list(_ elements: [Expression], _ span: SourceSpan, into target: Int) {
        if elements.count > 2, let items = Folding.constants(elements) {
            grown(target, span) { list in
                emit(.buildList, list, list, 0, at: span)
                constantItems(.tuple(items), into: list, .listExtend, span)
            }
        } else if isWindow(elements) {
            window(elements, .buildList, span, into: target)
        } else {
            grown(target, span) { listInSteps(elements, span, into: $0) }
        }
    }

    func tuple(_ elements: [Expression], _ span: SourceSpan, into target: Int) {
        if isWindow(elements) {
            window(elements, .buildTuple, span, into: target)
        } else {
            grown(target, span) { list in
                listInSteps(elements, span, into: list)
                emit(.listToTuple, list, list, at: span)
            }
        }
    }

    private func set(_ elements: [Expression], _ span: SourceSpan, into target: Int) {
        if elements.count > 2, let items = Folding.constants(elements) {
            grown(target, span) { set in
                emit(.buildSet, set, set, 0, at: span)
                constantItems(.frozenSet(items), into: set, .setUpdate, span)
            }
        } else if isWindow(elements) {
            window(elements, .buildSet, span, into: target)
        } else {
            grown(target, span) { set in
                let rest = firstWindow(elements, .buildSet, span, into: set)
                for element in rest {
                    add(element, to: set, .setAdd, .setUpdate, span)
                }
            }
        }
    }

    /// Whether all elements can be in registers at once.
    private func isWindow(_ elements: [Expression]) -> Bool {
        elements.count <= DisplayLimits.window && !elements.contains(where: \.isStarred)
    }

    private func window(_ elements: [Expression], _ opcode: Opcode, _ span: SourceSpan, into target: Int) {
        // A container that is to be in the highest temporary begins its window there.
        let isTop = target == top - 1 && isTemporary(target)
        let base = isTop ? target : top
        if isTop { release(to: base) }
        for element in elements {
            evaluate(element, into: newTemporary())
        }
        emit(opcode, target, base, elements.count, at: span)
        release(to: isTop ? target + 1 : base)
    }

    /// Lets `body` build a container in steps: in `target`, if that is a temporary.
    private func grown(_ target: Int, _ span: SourceSpan, _ body: (Int) -> Void) {
        if isTemporary(target) {
            body(target)
            return
        }
        let container = newTemporary()
        body(container)
        emit(.take, target, container, at: span)
        release(to: container)
    }

    private func constantItems(_ items: CompiledConstant, into container: Int, _ opcode: Opcode, _ span: SourceSpan) {
        let register = newTemporary()
        load(items, into: register, at: span)
        emit(opcode, flags: .dropB, container, register, at: span)
        release(to: register)
    }

    /// Builds the container with the elements before the first starred one; those that are left.
    private func firstWindow(
        _ elements: [Expression], _ opcode: Opcode, _ span: SourceSpan, into target: Int
    ) -> ArraySlice<Expression> {
        let plain = elements.prefix(DisplayLimits.window).prefix { !$0.isStarred }
        window(Array(plain), opcode, span, into: target)
        return elements[plain.count...]
    }

    func listInSteps(_ elements: [Expression], _ span: SourceSpan, into list: Int) {
        let rest = firstWindow(elements, .buildList, span, into: list)
        for element in rest {
            add(element, to: list, .listAppend, .listExtend, span)
        }
    }

    private func add(
        _ element: Expression, to container: Int, _ add: Opcode, _ update: Opcode, _ span: SourceSpan
    ) {
        let base = top
        if case .starred(let value) = element.kind {
            let items = operand(value)
            emit(update, flags: drop(.dropB, items), container, items.register, at: span)
        } else {
            let item = operand(element)
            emit(add, flags: drop(.dropB, item), container, item.register, at: span)
        }
        release(to: base)
    }

    // MARK: Dicts

    private func dict(_ keys: [Expression?], _ values: [Expression], _ span: SourceSpan, into target: Int) {
        grown(target, span) { dict in
            let plain = keys.prefix(DisplayLimits.window / 2).prefix { $0 != nil }.count
            pairs(keys[..<plain], values[..<plain], span, into: dict)
            for index in plain..<keys.count {
                let base = top
                if let key = keys[index] {
                    let name = operand(key, before: [values[index]])
                    let value = operand(values[index])
                    emit(
                        .dictSet, flags: drop(.dropB, name).union(drop(.dropC, value)), dict, name.register,
                        value.register, at: span)
                } else {
                    let mapping = operand(values[index])
                    emit(.dictUpdate, flags: drop(.dropB, mapping), dict, mapping.register, at: span)
                }
                release(to: base)
            }
        }
    }

    private func pairs(
        _ keys: ArraySlice<Expression?>, _ values: ArraySlice<Expression>, _ span: SourceSpan, into target: Int
    ) {
        let isTop = target == top - 1
        let base = isTop ? target : top
        if isTop { release(to: base) }
        for (key, value) in zip(keys, values) {
            evaluate(key!, into: newTemporary())
            evaluate(value, into: newTemporary())
        }
        emit(.buildDict, target, base, keys.count, at: span)
        release(to: isTop ? target + 1 : base)
    }
}

extension Expression {
    var isStarred: Bool {
        if case .starred = kind { return true }
        return false
    }
}
