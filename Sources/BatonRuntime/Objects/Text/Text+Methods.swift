internal import CBaton
internal import CBaton.Host
internal import Glibc

// The methods of str: case, classes, alignment, encoding.

func textMethods() -> [BtMethodDef] {
    textSearchMethods() + textSplitMethods() + caseMethods() + classMethods() + alignMethods() + otherMethods()
}

private func caseMethods() -> [BtMethodDef] {
    [
        method("lower", BT_METH_NOARGS) { text, _ in lowerText(text!) },
        method("upper", BT_METH_NOARGS) { text, _ in upperText(text!) },
        method("casefold", BT_METH_NOARGS) { text, _ in foldCase(text!) },
        method("swapcase", BT_METH_NOARGS) { text, _ in swapCase(text!) },
        method("capitalize", BT_METH_NOARGS) { text, _ in capitalizeText(text!) },
        method("title", BT_METH_NOARGS) { text, _ in titleText(text!) },
    ]
}

private func classMethods() -> [BtMethodDef] {
    [
        method("isalpha", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!, isAlpha)) },
        method("isalnum", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!, isAlphanumeric)) },
        method("isdecimal", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!) { decimalValue($0) >= 0 }) },
        method("isdigit", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!) { digitValue($0) >= 0 }) },
        method("isnumeric", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!) { numericValue($0) != nil }) },
        method("isspace", BT_METH_NOARGS) { text, _ in boolRef(allCharacters(text!, isWhitespace)) },
        method("isprintable", BT_METH_NOARGS) { text, _ in
            boolRef(TextView(text!).count == 0 || allCharacters(text!, isPrintable))
        },
        method("isascii", BT_METH_NOARGS) { text, _ in boolRef(BtUnicode_IS_ASCII_(text) != 0) },
        method("islower", BT_METH_NOARGS) { text, _ in boolRef(isOfCase(text!, upper: false)) },
        method("isupper", BT_METH_NOARGS) { text, _ in boolRef(isOfCase(text!, upper: true)) },
        method("istitle", BT_METH_NOARGS) { text, _ in boolRef(isTitle(text!)) },
        method("isidentifier", BT_METH_NOARGS) { text, _ in boolRef(isIdentifier(text!)) },
    ]
}

private func alignMethods() -> [BtMethodDef] {
    [
        fastMethod("center") { text, args, nargs in
            withPadding("center", args, nargs) { centerText(text!, $0, with: $1) }
        },
        fastMethod("ljust") { text, args, nargs in
            withPadding("ljust", args, nargs) { padText(text!, left: 0, right: missing(text!, $0), with: $1) }
        },
        fastMethod("rjust") { text, args, nargs in
            withPadding("rjust", args, nargs) { padText(text!, left: missing(text!, $0), right: 0, with: $1) }
        },
        method("zfill", BT_METH_O) { text, width in sizeArgument(width!).flatMap { zeroFill(text!, $0) } },
        fastKeywordMethod("expandtabs") { text, args, nargs, kwnames in
            withArguments(_bt_str_expandtabs_parser_(), args, nargs, kwnames: kwnames, 0...1) { arguments in
                guard let argument = arguments[0] else { return expandTabs(text!, 8) }
                let size = BtLong_AsInt(argument)
                return size == -1 && errorOccurred() ? nil : expandTabs(text!, Int(size))
            }
        },
    ]
}

private func otherMethods() -> [BtMethodDef] {
    [
        method("translate", BT_METH_O) { translateText($0!, $1!) },
        fastMethod("maketrans", BT_METH_FASTCALL | BT_METH_STATIC) { _, args, nargs in
            guard checkCount("maketrans", nargs, 1...3), let from = args?[0] else { return nil }
            return makeTranslation(from, nargs > 1 ? args?[1] : nil, nargs > 2 ? args?[2] : nil)
        },
        fastKeywordMethod("encode") { text, args, nargs, kwnames in
            withArguments(_bt_str_encode_parser_(), args, nargs, kwnames: kwnames, 0...2) { arguments in
                guard let encoding = nameArgument("encode", "encoding", arguments[0]),
                    let errors = nameArgument("encode", "errors", arguments[1])
                else { return nil }
                return BtUnicode_AsEncodedString(text, encoding, errors)
            }
        },
        keywordMethod("format") { formatText($0!, $1!, $2) },
        method("format_map", BT_METH_O) { formatText($0!, nil, $1!) },
        method("__format__", BT_METH_O) { textFormat($0!, $1!) },
        method("__getnewargs__", BT_METH_NOARGS) { text, _ in
            guard let copy = makeText(TextView(text!)) else { return nil }
            return makeTuple(taking: copy)
        },
        method("__sizeof__", BT_METH_NOARGS) { text, _ in makeInt(sizeOf(text!)) },
    ]
}

/// The bytes that a str takes.
private func sizeOf(_ text: Ref) -> Int {
    let view = TextView(text)
    let object = text.as(BtUnicodeObject.self)
    var size = object.pointee._base._base.data_offset == 0 ? MemoryLayout<BtUnicodeObject>.size : 0
    size += Int(object.pointee._base._base.data_offset) + (view.count + 1) * view.kind
    if object.pointee._base._base.ascii == 0, object.pointee._base.utf8 != nil {
        size += object.pointee._base.utf8_length + 1
    }
    return size
}

/// How many characters a text lacks to a width.
private func missing(_ text: Ref, _ width: Int) -> Int { max(0, width - TextView(text).count) }

/// The width and the one character of padding that the aligning methods take.
private func withPadding(
    _ name: StaticString, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ body: (Int, UInt32) -> Ref?
) -> Ref? {
    guard checkCount(name, nargs, 1...2), let width = args?[0].flatMap(sizeArgument) else { return nil }
    guard nargs > 1, let fill = args?[1] else { return body(width, 0x20) }
    guard isStr(fill) else {
        return raise(
            BtExc_TypeError, "The fill character must be a unicode character, not \(typeName(fill))")
    }
    let view = TextView(fill)
    guard view.count == 1 else {
        return raise(BtExc_TypeError, "The fill character must be exactly one character long")
    }
    return body(width, view[0])
}

/// The C text of an argument that names an encoding or a handler; `.some(nil)` if it is not given. Nil: an exception is
/// set.
func nameArgument(_ function: StaticString, _ parameter: StaticString, _ object: Ref?) -> UnsafePointer<CChar>?? {
    guard let object else { return .some(nil) }
    guard isStr(object) else {
        _ = raiseStatus(
            BtExc_TypeError, "\(function)() argument '\(parameter)' must be str, not \(typeName(object))")
        return nil
    }
    guard let form = utf8(object) else { return nil }
    guard strlen(form.bytes) == form.count else {
        _ = raiseStatus(BtExc_ValueError, "embedded null character")
        return nil
    }
    return .some(form.bytes)
}
