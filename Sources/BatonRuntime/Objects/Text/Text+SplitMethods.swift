internal import CBaton
internal import CBaton.Host

// The methods of str that cut, join and strip.

func textSplitMethods() -> [BtMethodDef] {
    [
        fastKeywordMethod("split") { splitMethod(_bt_str_split_parser_(), $0!, $1, $2, $3, fromEnd: false) },
        fastKeywordMethod("rsplit") { splitMethod(_bt_str_rsplit_parser_(), $0!, $1, $2, $3, fromEnd: true) },
        fastKeywordMethod("splitlines") { text, args, nargs, kwnames in
            withArguments(_bt_str_splitlines_parser_(), args, nargs, kwnames: kwnames, 0...1) { arguments in
                let keepEnds = arguments[0].map { BtObject_IsTrue($0) } ?? 0
                return keepEnds < 0 ? nil : splitLines(text!, keepEnds: keepEnds != 0)
            }
        },
        method("partition", BT_METH_O) { requireStr($1) ? partitionText($0!, $1!) : nil },
        method("rpartition", BT_METH_O) { requireStr($1) ? partitionText($0!, $1!, fromEnd: true) : nil },
        method("join", BT_METH_O) { joinTexts($0!, $1!) },
        fastMethod("strip") { stripMethod("strip", $0!, $1, $2, left: true, right: true) },
        fastMethod("lstrip") { stripMethod("lstrip", $0!, $1, $2, left: true, right: false) },
        fastMethod("rstrip") { stripMethod("rstrip", $0!, $1, $2, left: false, right: true) },
    ]
}

private func splitMethod(
    _ parser: UnsafeMutablePointer<_BtArg_Parser>, _ text: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int,
    _ kwnames: Ref?, fromEnd: Bool
) -> Ref? {
    withArguments(parser, args, nargs, kwnames: kwnames, 0...2) { arguments in
        guard let maximum = arguments[1].map(sizeArgument) ?? -1 else { return nil }
        guard let separator = arguments[0], !isNone(separator) else {
            return fromEnd ? splitWhitespaceFromEnd(text, maximum) : splitWhitespace(text, maximum)
        }
        guard isStr(separator) else {
            return raise(BtExc_TypeError, "must be str or None, not \(typeName(separator))")
        }
        return splitText(text, separator, maximum, fromEnd: fromEnd)
    }
}

private func stripMethod(
    _ name: StaticString, _ text: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, left: Bool, right: Bool
) -> Ref? {
    guard checkCount(name, nargs, 0...1) else { return nil }
    guard nargs > 0, let set = args?[0], !isNone(set) else { return stripText(text, nil, left: left, right: right) }
    guard isStr(set) else {
        return raise(BtExc_TypeError, "\(name) arg must be None or str")
    }
    return stripText(text, set, left: left, right: right)
}
