internal import CBaton
internal import CBaton.Host

// The methods of str that search, count and replace.

func textSearchMethods() -> [BtMethodDef] {
    [
        fastMethod("find") { findMethod("find", $0!, $1, $2, last: false, required: false) },
        fastMethod("rfind") { findMethod("rfind", $0!, $1, $2, last: true, required: false) },
        fastMethod("index") { findMethod("index", $0!, $1, $2, last: false, required: true) },
        fastMethod("rindex") { findMethod("rindex", $0!, $1, $2, last: true, required: true) },
        fastMethod("count") { text, args, nargs in
            guard let arguments = SearchArguments("count", args, nargs) else { return nil }
            let count = countText(text!, arguments.part, arguments.start, arguments.end)
            return count < 0 ? nil : makeInt(count)
        },
        fastMethod("startswith") { tailMethod("startswith", $0!, $1, $2, atEnd: false) },
        fastMethod("endswith") { tailMethod("endswith", $0!, $1, $2, atEnd: true) },
        fastKeywordMethod("replace") { text, args, nargs, kwnames in
            withArguments(_bt_str_replace_parser_(), args, nargs, kwnames: kwnames, 2...3) { arguments in
                guard let part = strArgument("replace", 0, arguments[0]!),
                    let replacement = strArgument("replace", 1, arguments[1]!),
                    let count = arguments[2].map(sizeArgument) ?? -1
                else { return nil }
                return replaceText(text!, part, replacement, count)
            }
        },
        method("removeprefix", BT_METH_O) { text, prefix in
            guard let prefix = argument("removeprefix", prefix!) else { return nil }
            let found = tailMatch(text!, prefix, 0, Int.max, atEnd: false)
            if found < 0 { return nil }
            return found == 0
                ? BtUnicode_FromObject(text) : textPart(text!, TextView(prefix).count, TextView(text!).count)
        },
        method("removesuffix", BT_METH_O) { text, suffix in
            guard let suffix = argument("removesuffix", suffix!) else { return nil }
            let found = tailMatch(text!, suffix, 0, Int.max, atEnd: true)
            if found < 0 { return nil }
            return found == 0
                ? BtUnicode_FromObject(text) : textPart(text!, 0, TextView(text!).count - TextView(suffix).count)
        },
    ]
}

/// The only argument of a method, if it is a str; else TypeError is set.
private func argument(_ name: StaticString, _ object: Ref) -> Ref? {
    if isStr(object) { return object }
    return raise(BtExc_TypeError, "\(name)() argument must be str, not \(typeName(object))")
}

private func findMethod(
    _ name: StaticString, _ text: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, last: Bool, required: Bool
) -> Ref? {
    guard let arguments = SearchArguments(name, args, nargs) else { return nil }
    let index = findText(text, arguments.part, arguments.start, arguments.end, last: last)
    if index == -2 { return nil }
    if required, index < 0 { return raise(BtExc_ValueError, "substring not found") }
    return makeInt(index)
}

private func tailMethod(
    _ name: StaticString, _ text: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, atEnd: Bool
) -> Ref? {
    guard checkCount(name, nargs, 1...3), let part = args?[0], let start = boundArgument(nargs > 1 ? args?[1] : nil, 0),
        let end = boundArgument(nargs > 2 ? args?[2] : nil, Int.max)
    else { return nil }
    if isStr(part) {
        let found = tailMatch(text, part, start, end, atEnd: atEnd)
        return found < 0 ? nil : boolRef(found > 0)
    }
    guard isTuple(part) else {
        return raise(
            BtExc_TypeError, "\(name) first arg must be str or a tuple of str, not \(typeName(part))")
    }
    for index in 0..<BtTuple_GET_SIZE_(part) {
        guard let item = BtTuple_GET_ITEM_(part, index) else { return badInternalCall() }
        guard isStr(item) else {
            return raise(BtExc_TypeError, "tuple for \(name) must only contain str, not \(typeName(item))")
        }
        let found = tailMatch(text, item, start, end, atEnd: atEnd)
        if found < 0 { return nil }
        if found > 0 { return trueRef }
    }
    return falseRef
}
