import BatonSyntax

extension CodeGenerator {
    /// The parts of an f-string, joined. Many are joined in groups, so that they do not fill the frame.
    func joined(_ parts: ArraySlice<Expression>, _ span: SourceSpan, into target: Int) {
        if parts.count == 1 {
            part(parts, span, into: target)
            return
        }
        if parts.isEmpty {
            load(.str(""), into: target, at: span)
            return
        }
        let base = top
        var group = 1
        while group * DisplayLimits.window < parts.count { group *= DisplayLimits.window }
        var start = parts.startIndex
        var count = 0
        while start < parts.endIndex {
            let end = min(start + group, parts.endIndex)
            part(parts[start..<end], span, into: newTemporary())
            start = end
            count += 1
        }
        emit(.buildString, target, base, count, at: span)
        release(to: base)
    }

    private func part(_ parts: ArraySlice<Expression>, _ span: SourceSpan, into target: Int) {
        let first = parts[parts.startIndex]
        if parts.count > 1 {
            joined(parts, span, into: target)
        } else if case .formattedValue(let value, let conversion, let spec) = first.kind {
            formatted(value, conversion, spec, first.span, into: target)
        } else {
            evaluate(first, into: target)
        }
    }

    func formatted(
        _ value: Expression, _ conversion: Conversion?, _ spec: Expression?, _ span: SourceSpan, into target: Int
    ) {
        let base = top
        let object = operand(value, in: scratch(target), before: spec.map { [$0] } ?? [])
        var flags = drop(.dropB, object, unless: target)
        switch conversion {
        case .str?: flags.insert(.convertStr)
        case .repr?: flags.insert(.convertRepr)
        case .ascii?: flags.insert(.convertASCII)
        case nil: break
        }
        var specRegister = 0xFFFF
        if let spec {
            let text = operand(spec)
            flags.formUnion(drop(.dropC, text))
            specRegister = text.register
        }
        emit(.formatValue, flags: flags, target, object.register, specRegister, at: span)
        release(to: base)
    }
}
