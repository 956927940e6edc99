import BatonSyntax

extension CodeGenerator {
    /// A call; `target` is a temporary.
    func call(
        _ function: Expression, _ args: [Expression], _ keywords: [Keyword], _ span: SourceSpan, into target: Int
    ) {
        forbidRepeated(keywords)
        warnOfCall(function)
        inWindow(target, span) { window in
            if isSimple(args, keywords) {
                if case .attribute(let value, let name) = function.kind {
                    methodCall(value, name, function.span, args, keywords, span, in: window)
                } else {
                    evaluate(function, into: window)
                    if keywords.isEmpty, callOfVariables(args, span, in: window) { return }
                    simpleArguments(args, keywords)
                    emit(.call, window, args.count + keywords.count, names(keywords), at: span)
                }
            } else {
                evaluate(function, into: window)
                unpackedCall(args, keywords, span, in: window)
            }
        }
    }

    /// Gives `body` a register that nothing above is in use of; what it leaves there comes to `target`.
    func inWindow(_ target: Int, _ span: SourceSpan, _ body: (Int) -> Void) {
        let base = top
        if target == top - 1, isTemporary(target) {
            body(target)
        } else {
            let window = newTemporary()
            body(window)
            emit(.take, target, window, at: span)
        }
        release(to: base)
    }

    private func isSimple(_ args: [Expression], _ keywords: [Keyword]) -> Bool {
        args.count + keywords.count <= 255 && code.constants.count < 0xF000
            && !args.contains(where: \.isStarred) && !keywords.contains { $0.arg == nil }
    }

    private func methodCall(
        _ value: Expression, _ name: String, _ place: SourceSpan, _ args: [Expression], _ keywords: [Keyword],
        _ span: SourceSpan, in window: Int
    ) {
        let object = operand(value, in: window)
        emit(
            .loadMethod, flags: drop(.dropB, object), window, object.register, site(scope.mangled(name)), at: place)
        release(to: window + 1)
        _ = newTemporary()
        simpleArguments(args, keywords)
        emit(.callMethod, window, args.count + keywords.count, names(keywords), at: span)
    }

    /// Calls what is in `window` with one or two variables; false: these are other arguments.
    private func callOfVariables(_ args: [Expression], _ span: SourceSpan, in window: Int) -> Bool {
        guard 1...2 ~= args.count, let first = boundVariable(args[0]) else { return false }
        if args.count == 1 {
            _ = newTemporary()
            emit(.callOne, window, first, at: span)
        } else {
            guard let second = boundVariable(args[1]) else { return false }
            _ = (newTemporary(), newTemporary())
            emit(.callTwo, window, first, second, at: span)
        }
        return true
    }

    private func simpleArguments(_ args: [Expression], _ keywords: [Keyword]) {
        var values = (args + keywords.map(\.value))[...]
        while let value = values.popFirst() {
            let target = newTemporary()
            if let first = boundVariable(value), let second = values.first.flatMap(boundVariable) {
                _ = newTemporary()
                emit(.moveTwo, target, first, second, at: value.span)
                values.removeFirst()
            } else {
                evaluate(value, into: target)
            }
        }
    }

    /// The register of an expression that is a local variable and surely bound.
    private func boundVariable(_ expression: Expression) -> Int? {
        guard case .name(let name) = expression.kind, let register = localRegister(name), bound.contains(register)
        else {
            return nil
        }
        return register
    }

    private func names(_ keywords: [Keyword]) -> Int {
        keywords.isEmpty ? 0xFFFF : constant(.tuple(keywords.map { .str($0.arg ?? "") }))
    }

    /// What is called is in `window`; the arguments come as a tuple and a dict.
    func unpackedCall(
        first: [(Int) -> Void] = [], _ args: [Expression], _ keywords: [Keyword], _ span: SourceSpan, in window: Int
    ) {
        let positional = newTemporary()
        if !first.isEmpty {
            release(to: positional)
            for argument in first { argument(newTemporary()) }
            emit(.buildList, positional, positional, first.count, at: span)
            release(to: positional + 1)
            for argument in args {
                let base = top
                if case .starred(let value) = argument.kind {
                    let items = operand(value)
                    emit(.listExtend, flags: drop(.dropB, items), positional, items.register, at: span)
                } else {
                    let item = operand(argument)
                    emit(.listAppend, flags: drop(.dropB, item), positional, item.register, at: span)
                }
                release(to: base)
            }
            emit(.listToTuple, positional, positional, at: span)
        } else if args.count == 1, case .starred(let value) = args[0].kind {
            onlyStarred(value, keywords, span, into: positional, of: window)
            return
        } else if args.contains(where: \.isStarred) || args.count > DisplayLimits.window {
            listInSteps(args, span, into: positional)
            emit(.listToTuple, positional, positional, at: span)
        } else {
            tuple(args, span, into: positional)
        }
        let named = newTemporary()
        if !keywords.isEmpty { keywordDict(keywords, span, into: named, of: window) }
        emit(.callUnpacked, window, at: span)
        release(to: window + 1)
    }

    /// `f(*value, …)`: the value is iterated when all arguments are known, and the message for a wrong one names `f`.
    private func onlyStarred(
        _ value: Expression, _ keywords: [Keyword], _ span: SourceSpan, into positional: Int, of window: Int
    ) {
        evaluate(value, into: positional)
        let named = newTemporary()
        if !keywords.isEmpty { keywordDict(keywords, span, into: named, of: window) }
        let list = newTemporary()
        emit(.buildList, list, list, 0, at: span)
        emit(.listExtend, flags: [.dropB, .forCall], list, positional, window, at: span)
        emit(.listToTuple, flags: .dropB, positional, list, at: span)
        emit(.callUnpacked, window, at: span)
        release(to: window + 1)
    }

    private func keywordDict(_ keywords: [Keyword], _ span: SourceSpan, into dict: Int, of function: Int) {
        var index = 0
        var isBuilt = false
        while index < keywords.count {
            let base = top
            if keywords[index].arg == nil {
                if !isBuilt { emit(.buildDict, dict, dict, 0, at: span) }
                let mapping = operand(keywords[index].value)
                emit(.dictMerge, flags: drop(.dropB, mapping), dict, mapping.register, function, at: span)
                index += 1
            } else {
                let group = keywords[index...].prefix { $0.arg != nil }
                let target = isBuilt ? newTemporary() : dict
                namedArguments(group, span, into: target)
                if isBuilt { emit(.dictMerge, flags: .dropB, dict, target, function, at: span) }
                index = group.endIndex
            }
            isBuilt = true
            release(to: base)
        }
    }

    private func namedArguments(_ keywords: ArraySlice<Keyword>, _ span: SourceSpan, into dict: Int) {
        emit(.buildDict, dict, dict, 0, at: span)
        for keyword in keywords {
            let base = top
            let name = newTemporary()
            load(.str(keyword.arg ?? ""), into: name, at: keyword.span)
            let value = operand(keyword.value)
            emit(
                .dictSet, flags: drop(.dropC, value).union(.dropB), dict, name, value.register, at: keyword.span)
            release(to: base)
        }
    }

    func forbidRepeated(_ keywords: [Keyword]) {
        var seen = Set<String>()
        for keyword in keywords {
            guard let name = keyword.arg else { continue }
            forbidDebug(name, at: keyword.span)
            if !seen.insert(name).inserted { fail("keyword argument repeated: \(name)", at: keyword.span) }
        }
    }
}
