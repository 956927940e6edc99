internal import CBaton
internal import CBaton.Host

// The module `_json`: what is slow in a script of the module `json`. The front, with its classes, is that script.

func makeJSON() -> Ref? {
    makeNativeModule("_json", doc: "json speedups", jsonFunctions)
}

private var jsonFunctions: [BtMethodDef] {
    [
        fastMethod("scanstring", doc: "scanstring(text, end, strict=True) -> (string, end)") { _, args, nargs in
            guard checkCount("scanstring", nargs, 2...3), let text = strArgument("scanstring", 0, args),
                let end = sizeArgument(args![1]!), let strict = nargs > 2 ? truthArgument(args![2]!) : true
            else { return nil }
            return scannedString(text, end, strict)
        },
        fastMethod(
            "scan_once",
            doc: """
                scan_once(text, place, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant)

                The value at a place of a text, and the place behind it. None stands for a hook that is not wanted.
                """
        ) { _, args, nargs in
            guard checkCount("scan_once", nargs, 8...8), let text = strArgument("scan_once", 0, args),
                let place = sizeArgument(args![1]!), let strict = truthArgument(args![2]!)
            else { return nil }
            guard place >= 0 else { return raise(BtExc_ValueError, "idx cannot be negative") }
            return scannedValue(text, place, strict, JSONHooks(args! + 3))
        },
        method("encode_basestring", BT_METH_O, doc: "A str in quotes, with what must be escaped.") { _, text in
            quoted(text!, ascii: false)
        },
        method("encode_basestring_ascii", BT_METH_O, doc: "A str in quotes, in ASCII.") { _, text in
            quoted(text!, ascii: true)
        },
        fastMethod(
            "encode",
            doc: """
                encode(value, default, check_circular, ensure_ascii, indent, item_separator, key_separator, sort_keys,
                       skipkeys, allow_nan)

                The JSON text of a value. `indent` is a str or None.
                """
        ) { _, args, nargs in
            guard checkCount("encode", nargs, 10...10), let style = JSONStyle(args!) else { return nil }
            return encodeJSON(args![0]!, style)
        },
    ]
}

/// The truth of an argument. Nil: an exception is set.
private func truthArgument(_ object: Ref) -> Bool? {
    let truth = BtObject_IsTrue(object)
    return truth < 0 ? nil : truth != 0
}

/// The string whose opening quote stands before `end`, and the place behind it.
private func scannedString(_ text: Ref, _ end: Int, _ strict: Bool) -> Ref? {
    guard end >= 0, end <= BtUnicode_GET_LENGTH_(text) else {
        return raise(BtExc_ValueError, "end is out of bounds")
    }
    let view = TextView(text)
    let found =
        switch view.kind {
        case 1: JSONText(text, view.bytes).scanString(end, strict)
        case 2: JSONText(text, view.units).scanString(end, strict)
        default: JSONText(text, view.scalars).scanString(end, strict)
        }
    return found.flatMap { tuple(taking: $0.value, makeInt($0.end)) }
}

private func scannedValue(_ text: Ref, _ place: Int, _ strict: Bool, _ hooks: JSONHooks) -> Ref? {
    let view = TextView(text)
    let found =
        switch view.kind {
        case 1: readJSON(JSONText(text, view.bytes), place, strict, hooks)
        case 2: readJSON(JSONText(text, view.units), place, strict, hooks)
        default: readJSON(JSONText(text, view.scalars), place, strict, hooks)
        }
    return found.flatMap { tuple(taking: $0.value, makeInt($0.end)) }
}

private func quoted(_ text: Ref, ascii: Bool) -> Ref? {
    guard isStr(text) else {
        return raise(BtExc_TypeError, "first argument must be a string, not \(typeName(text))")
    }
    var builder = TextBuilder()
    appendQuoted(text, ascii: ascii, to: &builder)
    return builder.finish()
}

extension JSONStyle {
    /// The arguments of `encode`. Nil: an exception is set.
    fileprivate init?(_ args: UnsafePointer<Ref?>) {
        guard let checksCircles = truthArgument(args[2]!), let isASCII = truthArgument(args[3]!),
            let sortsKeys = truthArgument(args[7]!), let skipsKeys = truthArgument(args[8]!),
            let allowsNaN = truthArgument(args[9]!)
        else { return nil }
        if !isNone(args[4]!), strArgument("encode", 4, args) == nil { return nil }
        guard let itemSeparator = strArgument("encode", 5, args), let keySeparator = strArgument("encode", 6, args)
        else { return nil }
        self.init(
            fallback: args[1]!, indent: isNone(args[4]!) ? nil : args[4]!, itemSeparator: itemSeparator,
            keySeparator: keySeparator, checksCircles: checksCircles, isASCII: isASCII, sortsKeys: sortsKeys,
            skipsKeys: skipsKeys, allowsNaN: allowsNaN)
    }
}
