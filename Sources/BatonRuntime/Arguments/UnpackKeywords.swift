internal import CBaton
internal import CBaton.Host

// Arguments in the order of the parameters, without a format: what Argument Clinic's code and Baton's own methods use.

typealias ParserRef = UnsafeMutablePointer<_BtArg_Parser>

/// Fill a parser at its first use; false: an exception is set.
func prepare(_ parser: ParserRef) -> Bool {
    guard _bt_arg_parser_begin(parser) != 0 else { return true }
    let isReady = fill(parser)
    _bt_arg_parser_end(parser, isReady ? 1 : 0)
    return isReady
}

private func fill(_ parser: ParserRef) -> Bool {
    let keywords = parser.pointee.keywords!
    var positionalOnly = 0
    while let name = keywords[positionalOnly], name.pointee == 0 { positionalOnly += 1 }
    var count = positionalOnly
    while keywords[count] != nil { count += 1 }
    parser.pointee.pos = CInt(positionalOnly)
    if parser.pointee.kwtuple == nil {
        guard let names = BtTuple_New(count - positionalOnly) else { return false }
        for index in positionalOnly..<count {
            guard let name = BtUnicode_InternFromString(keywords[index]) else {
                Bt_DECREF_(names)
                return false
            }
            BtTuple_SET_ITEM_(names, index - positionalOnly, name)
        }
        // The parser is static and keeps them for ever.
        parser.pointee.kwtuple = names
    }
    if let format = parser.pointee.format, parser.pointee.fname == nil {
        let signature = Signature(of: format)
        parser.pointee.fname = signature.namePointer.map { UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self) }
        parser.pointee.custom_msg = signature.messagePointer.map {
            UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)
        }
    }
    return true
}

/// How many arguments a function takes.
struct ArgumentLimits {
    /// Least and largest number of positional arguments, and number of required ones by keyword only.
    var minPositional: Int
    var maxPositional: Int
    var minKeyword = 0
}

/// Put arguments in the order of the parameters into `slots`, borrowed, nil for those missing; false: TypeError is set.
///
/// `names` is a tuple of interned names of the parameters behind the `positionalOnly` ones.
func unpack(
    _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ source: KeywordSource, names: Ref, positionalOnly: Int,
    _ limits: ArgumentLimits, function: () -> String, into slots: UnsafeMutablePointer<Ref?>
) -> Bool {
    let maxArguments = positionalOnly + BtTuple_GET_SIZE_(names)
    guard nargs + source.count <= maxArguments else {
        return raise(
            BtExc_TypeError,
            "\(function()) takes at most \(maxArguments) \(nargs == 0 ? "keyword " : "")argument"
                + "\(maxArguments == 1 ? "" : "s") (\(nargs + source.count) given)") ?? false
    }
    let minPositionalOnly = min(positionalOnly, limits.minPositional)
    if nargs > limits.maxPositional {
        guard limits.maxPositional > 0 else {
            return raise(BtExc_TypeError, "\(function()) takes no positional arguments") ?? false
        }
        let bound = limits.minPositional < limits.maxPositional ? "at most" : "exactly"
        return raisePositional(function(), bound, limits.maxPositional, nargs)
    }
    if nargs < minPositionalOnly {
        let bound = minPositionalOnly < limits.maxPositional ? "at least" : "exactly"
        return raisePositional(function(), bound, minPositionalOnly, nargs)
    }

    for index in 0..<nargs { slots[index] = args.unsafelyUnwrapped[index] }
    for index in nargs..<max(nargs, maxArguments) { slots[index] = nil }
    let required = limits.minKeyword > 0 ? limits.maxPositional + limits.minKeyword : limits.minPositional
    var left = source.count
    for index in max(nargs, positionalOnly)..<max(nargs, positionalOnly, maxArguments) {
        let name = BtTuple_GET_ITEM_(names, index - positionalOnly)!
        if left > 0 {
            var value: Ref?
            guard source.find(name, &value) >= 0 else { return false }
            if let value {
                slots[index] = value
                // The dict or the caller's array holds it.
                Bt_DECREF_(value)
                left -= 1
                continue
            }
        }
        if index < limits.minPositional || (limits.maxPositional <= index && index < required) {
            return raise(
                BtExc_TypeError,
                "\(function()) missing required argument '\(swiftString(name))' (pos \(index + 1))") ?? false
        }
    }
    guard left > 0 else { return true }
    return raiseSurplus(nargs, source, names: names, positionalOnly: positionalOnly, function: function())
}

private func raisePositional(_ function: String, _ bound: String, _ limit: Int, _ nargs: Int) -> Bool {
    raise(
        BtExc_TypeError,
        "\(function) takes \(bound) \(limit) positional argument\(limit == 1 ? "" : "s") (\(nargs) given)") ?? false
}

private func raiseSurplus(
    _ nargs: Int, _ source: KeywordSource, names: Ref, positionalOnly: Int, function: String
) -> Bool {
    for index in positionalOnly..<max(positionalOnly, nargs) {
        let name = BtTuple_GET_ITEM_(names, index - positionalOnly)!
        var value: Ref?
        guard source.find(name, &value) >= 0 else { return false }
        guard let value else { continue }
        Bt_DECREF_(value)
        return raise(
            BtExc_TypeError,
            "argument for \(function) given by name ('\(swiftString(name))') and position (\(index + 1))") ?? false
    }
    source.raiseUnexpected(
        function == "function" ? "this function" : function,
        among: (0..<BtTuple_GET_SIZE_(names)).map { swiftString(BtTuple_GET_ITEM_(names, $0)) })
    return false
}
