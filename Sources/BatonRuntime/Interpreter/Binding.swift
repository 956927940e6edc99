internal import CBaton
internal import CBaton.Host

// Arguments to parameters: names, defaults, `*args`, `**kwargs`, and what CPython says where they do not fit.

let codeHasVariablePositional: UInt32 = 0x0004
let codeHasVariableKeyword: UInt32 = 0x0008
let codeIsGenerator: UInt32 = 0x0020

/// Make the arguments of a window the parameters of `function`, from its base on; false: an exception is set, and the
/// arguments are dropped.
@inline(never)
func bindArguments(_ function: FunctionRef, _ window: CallWindow) -> Bool {
    withUnsafeTemporaryAllocation(of: Register.self, capacity: max(window.count, 1)) { storage in
        let arguments = storage.baseAddress!
        for index in 0..<window.count { arguments[index] = window.base.take(index) }
        var binding = Binding(function: function, parameters: window.base, arguments: arguments, window: window)
        let isBound = binding.run()
        arguments.clear(count: window.count)
        if !isBound { window.base.clear(count: Int(function.pointee.code.pointee.parameter_count)) }
        return isBound
    }
}

private struct Binding {
    let function: FunctionRef
    let code: CodeRef
    let parameters: Registers
    /// Those that are bound have been taken.
    let arguments: Registers
    let positionalGiven: Int
    let names: Ref?
    let positionalCount: Int
    let namedCount: Int
    let hasVariablePositional: Bool
    let hasVariableKeyword: Bool

    init(function: FunctionRef, parameters: Registers, arguments: Registers, window: CallWindow) {
        self.function = function
        code = function.pointee.code
        self.parameters = parameters
        self.arguments = arguments
        positionalGiven = window.positionalCount
        names = window.names
        positionalCount = Int(code.pointee.argument_count)
        namedCount = positionalCount + Int(code.pointee.keyword_only_count)
        hasVariablePositional = code.pointee.flags & codeHasVariablePositional != 0
        hasVariableKeyword = code.pointee.flags & codeHasVariableKeyword != 0
    }

    /// The register of `**kwargs`.
    private var keywordRegister: Int { namedCount + (hasVariablePositional ? 1 : 0) }

    mutating func run() -> Bool {
        if hasVariableKeyword {
            guard let dict = newDict() else { return false }
            parameters[keywordRegister] = register(dict)
        }
        let direct = min(positionalGiven, positionalCount)
        for index in 0..<direct { parameters[index] = arguments.take(index) }
        if hasVariablePositional, !collectRest(direct) { return false }
        if let names, !bindNames(names) { return false }
        if positionalGiven > positionalCount, !hasVariablePositional { return raiseTooMany() }
        return fillPositional() && fillKeywordOnly()
    }

    private func collectRest(_ direct: Int) -> Bool {
        let count = positionalGiven - direct
        guard let tuple = newTuple(count) else { return false }
        for index in 0..<count {
            guard let item = boxedTaken(arguments[direct + index]) else {
                Bt_DECREF_(tuple)
                return false
            }
            arguments[direct + index] = 0
            BtTuple_SET_ITEM_(tuple, index, item)
        }
        parameters[namedCount] = register(tuple)
        return true
    }

    private func bindNames(_ names: Ref) -> Bool {
        for index in 0..<BtTuple_GET_SIZE_(names) {
            let name = BtTuple_GET_ITEM_(names, index)!
            guard isStr(name) else { return fail("keywords must be strings") }
            let parameter = parameterIndex(name)
            let value = arguments.take(positionalGiven + index)
            if parameter == dictFailed {
                drop(value)
                return false
            }
            if parameter >= 0 {
                guard parameters[parameter] == 0 else {
                    drop(value)
                    return fail("got multiple values for argument '\(swiftString(name))'")
                }
                parameters[parameter] = value
                continue
            }
            guard hasVariableKeyword else {
                drop(value)
                return raiseUnexpected(name, names)
            }
            guard let object = boxedTaken(value) else { return false }
            defer { Bt_DECREF_(object) }
            if BtDict_SetItem(objectIn(parameters[keywordRegister]), name, object) < 0 { return false }
        }
        return true
    }

    /// The parameter that a name may stand for, or dictMissing, or dictFailed with an exception set.
    private func parameterIndex(_ name: Ref) -> Int {
        let locals = code.pointee.local_names.unsafelyUnwrapped
        let first = Int(code.pointee.positional_only_count)
        for index in first..<max(first, namedCount) where BtTuple_GET_ITEM_(locals, index) == name { return index }
        for index in first..<max(first, namedCount) {
            let equal = BtObject_RichCompareBool(name, BtTuple_GET_ITEM_(locals, index), BT_EQ)
            if equal < 0 { return dictFailed }
            if equal > 0 { return index }
        }
        return dictMissing
    }

    private func fillPositional() -> Bool {
        guard positionalGiven < positionalCount else { return true }
        let defaults = function.pointee.defaults
        let defaultCount = defaults.map { BtTuple_GET_SIZE_($0) } ?? 0
        let required = positionalCount - defaultCount
        var missing: [Int] = []
        for index in positionalGiven..<max(required, positionalGiven) where parameters[index] == 0 {
            missing.append(index)
        }
        guard missing.isEmpty else { return raiseMissing("positional", missing) }
        for index in max(required, positionalGiven, 0)..<positionalCount where parameters[index] == 0 {
            parameters[index] = enteringBorrowed(BtTuple_GET_ITEM_(defaults, index - required))
        }
        return true
    }

    private func fillKeywordOnly() -> Bool {
        guard namedCount > positionalCount else { return true }
        var missing: [Int] = []
        for index in positionalCount..<namedCount where parameters[index] == 0 {
            var value: Ref?
            if let defaults = function.pointee.keyword_defaults,
                BtDict_GetItemRef(defaults, BtTuple_GET_ITEM_(code.pointee.local_names, index), &value) < 0
            {
                return false
            }
            if let value { parameters[index] = entering(value) } else { missing.append(index) }
        }
        return missing.isEmpty || raiseMissing("keyword-only", missing)
    }

    // MARK: Errors

    private func fail(_ text: String) -> Bool {
        raiseStatus(BtExc_TypeError, "\(swiftString(function.pointee.qualified_name))() \(text)") == 0
    }

    private func name(_ index: Int) -> String { swiftString(BtTuple_GET_ITEM_(code.pointee.local_names, index)) }

    private func raiseMissing(_ kind: String, _ indices: [Int]) -> Bool {
        let quoted = indices.map { "'\(name($0))'" }
        let list: String
        switch quoted.count {
        case 1: list = quoted[0]
        case 2: list = "\(quoted[0]) and \(quoted[1])"
        default: list = quoted.dropLast().joined(separator: ", ") + ", and " + quoted.last!
        }
        return fail("missing \(quoted.count) required \(kind) argument\(quoted.count == 1 ? "" : "s"): \(list)")
    }

    private func raiseTooMany() -> Bool {
        let defaultCount = function.pointee.defaults.map { BtTuple_GET_SIZE_($0) } ?? 0
        let keywordOnly = (positionalCount..<max(positionalCount, namedCount)).count { parameters[$0] != 0 }
        let takes =
            defaultCount > 0 ? "from \(positionalCount - defaultCount) to \(positionalCount)" : "\(positionalCount)"
        let plural = defaultCount > 0 || positionalCount != 1 ? "s" : ""
        let given = positionalGiven
        var note = ""
        if keywordOnly > 0 {
            note =
                " positional argument\(given == 1 ? "" : "s")"
                + " (and \(keywordOnly) keyword-only argument\(keywordOnly == 1 ? "" : "s"))"
        }
        let verb = given == 1 && keywordOnly == 0 ? "was" : "were"
        return fail("takes \(takes) positional argument\(plural) but \(given)\(note) \(verb) given")
    }

    private func raiseUnexpected(_ name: Ref, _ names: Ref) -> Bool {
        let text = swiftString(name)
        let positionalOnly = (0..<Int(code.pointee.positional_only_count)).map { self.name($0) }
        let given = (0..<BtTuple_GET_SIZE_(names)).map { swiftString(BtTuple_GET_ITEM_(names, $0)) }
        let wrong = positionalOnly.filter(given.contains)
        if !wrong.isEmpty {
            return fail(
                "got some positional-only arguments passed as keyword arguments: '\(wrong.joined(separator: ", "))'")
        }
        let parameters = (positionalOnly.count..<max(positionalOnly.count, namedCount)).map { self.name($0) }
        let hint = suggestion(for: text, among: parameters).map { ". Did you mean '\($0)'?" } ?? ""
        return fail("got an unexpected keyword argument '\(text)'\(hint)")
    }
}
