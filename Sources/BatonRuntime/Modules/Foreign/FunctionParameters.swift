internal import CBaton
internal import CBaton.Host

// paramflags and errcheck: parameters with names, defaults and directions, and what becomes of the result.

private let flagIn = 1
private let flagOut = 2
private let flagLocaleID = 4

/// Expect a tuple of (flags, name, default), one for each argument. False with an exception set.
func checkParameters(_ function: ForeignFunctionRef, _ parameters: Ref) -> Bool {
    guard let types = function.pointee.arguments else { return true }
    guard isTuple(parameters) else {
        return raiseStatus(BtExc_TypeError, "paramflags must be a tuple or None") == 0
    }
    guard BtTuple_GET_SIZE_(parameters) == BtTuple_GET_SIZE_(types) else {
        return raiseStatus(
            BtExc_ValueError, "paramflags must have the same length as argtypes") == 0
    }
    for index in 0..<BtTuple_GET_SIZE_(parameters) {
        let line = argument(parameters, index)
        guard isTuple(line), 1...3 ~= BtTuple_GET_SIZE_(line), isInt(argument(line, 0)),
            BtTuple_GET_SIZE_(line) < 2 || isNone(argument(line, 1)) || isStr(argument(line, 1))
        else {
            return raiseStatus(
                BtExc_TypeError,
                "paramflags must be a sequence of (int [,string [,value]]) tuples") == 0
        }
        let flag = direction(line)
        switch flag & (flagIn | flagOut | flagLocaleID) {
        case 0, flagIn, flagIn | flagLocaleID, flagIn | flagOut: continue
        case flagOut:
            guard canBeOut(argument(types, index)) else {
                return raiseStatus(
                    BtExc_TypeError,
                    "'out' parameter \(index + 1) must be a pointer type, not \(typeShortName(asType(argument(types, index))))"
                ) == 0
            }
        default: return raiseStatus(BtExc_TypeError, "paramflag value \(flag) not supported") == 0
        }
    }
    return true
}

/// Whether a value of what a type points to can be made for the callee to fill.
private func canBeOut(_ type: Ref) -> Bool {
    guard let layout = foreignLayout(of: type) else { return true }
    switch layout.kind {
    case BT_FOREIGN_POINTER, BT_FOREIGN_ARRAY: return true
    case BT_FOREIGN_SIMPLE: return "PzZ".utf8.contains(layout.pointee.code)
    default: return false
    }
}

private func direction(_ line: Ref) -> Int { argument(line, 0).long.compact ?? 0 }

/// What the parameters make of the arguments of a call.
private struct BoundArguments {
    /// The arguments in order; owned.
    var values: [Ref] = []
    /// Which of them are results.
    var outputs: [Int] = []
    /// Which of these were given.
    var inputs: Set<Int> = []
}

/// Call a function that has paramflags or errcheck.
func callWithParameters(
    _ function: ForeignFunctionRef, _ args: UnsafePointer<Ref?>?, _ count: Int, _ kwnames: Ref?
) -> Ref? {
    var bound = BoundArguments()
    defer { for value in bound.values { Bt_DECREF_(value) } }
    if function.pointee.parameters != nil, function.pointee.converters.map({ BtTuple_GET_SIZE_($0) > 0 }) ?? false {
        guard bind(function, args, count, kwnames, &bound) else { return nil }
    } else {
        for index in 0..<count { bound.values.append(newReference(args![index]!)) }
    }
    guard let all = makeTuple(bound.values) else { return nil }
    defer { Bt_DECREF_(all) }
    guard var result = callPlainly(function, UnsafePointer(_bt_tuple_items(all)), bound.values.count) else {
        return nil
    }
    if let check = function.pointee.check {
        guard let arguments = tuple(taking: result, newReference(function.ref), newReference(all)) else { return nil }
        defer { Bt_DECREF_(arguments) }
        let held = newReference(check)
        defer { Bt_DECREF_(held) }
        guard let checked = BtObject_CallObject(held, arguments) else { return nil }
        // Anything but the arguments themselves is the result.
        guard checked == all, !bound.outputs.isEmpty else { return checked }
        result = checked
    }
    guard !bound.outputs.isEmpty else { return result }
    Bt_DECREF_(result)
    return outputs(bound)
}

/// Put the arguments in the order of the parameters, with defaults, and make what the callee fills. False with an exception
/// set.
private func bind(
    _ function: ForeignFunctionRef, _ args: UnsafePointer<Ref?>?, _ count: Int, _ kwnames: Ref?,
    _ bound: inout BoundArguments
) -> Bool {
    let (parameters, types) = (function.pointee.parameters!, function.pointee.arguments!)
    let keywordCount = kwnames.map { BtTuple_GET_SIZE_($0) } ?? 0
    var (taken, named) = (0, 0)
    for index in 0..<BtTuple_GET_SIZE_(parameters) {
        let line = argument(parameters, index)
        let flag = direction(line)
        let size = BtTuple_GET_SIZE_(line)
        let name = size > 1 && isStr(argument(line, 1)) ? argument(line, 1) : nil
        let fallback = size > 2 ? argument(line, 2) : nil
        switch flag & (flagIn | flagOut | flagLocaleID) {
        case flagIn | flagLocaleID:
            guard let value = fallback.map(newReference) ?? makeInt(0) else { return false }
            bound.values.append(value)
        case 0, flagIn, flagIn | flagOut:
            if flag & flagOut != 0 {
                bound.outputs.append(index)
                bound.inputs.insert(index)
            }
            if taken < count {
                bound.values.append(newReference(args![taken]!))
                taken += 1
            } else if let value = keyword(name, args, count, kwnames) {
                bound.values.append(newReference(value))
                named += 1
            } else if let fallback {
                bound.values.append(newReference(fallback))
            } else if let name {
                return raiseStatus(BtExc_TypeError, "required argument '\(swiftString(name))' missing") == 0
            } else {
                return raiseStatus(BtExc_TypeError, "not enough arguments") == 0
            }
        default:
            guard let value = fallback.map(newReference) ?? outValue(argument(types, index)) else { return false }
            bound.values.append(value)
            bound.outputs.append(index)
        }
    }
    let given = count + keywordCount
    guard taken + named == given else {
        return raiseStatus(
            BtExc_TypeError,
            "call takes exactly \(taken + named) arguments (\(given) given)") == 0
    }
    return true
}

private func keyword(_ name: Ref?, _ args: UnsafePointer<Ref?>?, _ count: Int, _ kwnames: Ref?) -> Ref? {
    guard let name, let kwnames else { return nil }
    for index in 0..<BtTuple_GET_SIZE_(kwnames) where BtUnicode_Equal(argument(kwnames, index), name) == 1 {
        return args![count + index]
    }
    return nil
}

/// A value for the callee to fill: of what a pointer type points to, or an array itself.
private func outValue(_ type: Ref) -> Ref? {
    guard let layout = foreignLayout(of: type) else {
        return raise(BtExc_TypeError, "cannot build parameter of type '\(reprText(type))'")
    }
    if layout.kind == BT_FOREIGN_POINTER, let item = layout.pointee.item { return BtObject_CallNoArgs(item) }
    return BtObject_CallNoArgs(type)
}

/// The results: one value, or a tuple.
private func outputs(_ bound: BoundArguments) -> Ref? {
    var results: [Ref] = []
    defer { for result in results { Bt_DECREF_(result) } }
    for index in bound.outputs {
        let value = bound.values[index]
        if bound.inputs.contains(index) {
            results.append(newReference(value))
            continue
        }
        guard let result = BtObject_CallMethodNoArgs(value, internedName("__ctypes_from_outparam__")) else {
            return nil
        }
        results.append(result)
    }
    return results.count == 1 ? newReference(results[0]) : makeTuple(results)
}
