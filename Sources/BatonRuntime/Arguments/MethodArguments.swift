internal import CBaton
internal import CBaton.Host

/// The parameters of one of Baton's own methods, as a permanent parser: `split(sep=None, maxsplit=-1)` is
/// `MethodParameters("split", "sep", "maxsplit")`. An empty name is a positional-only parameter.
// SAFETY: because the parser is permanent, and args.h tells how threads fill it.
struct MethodParameters: @unchecked Sendable {
    let parser: ParserRef
    let limits: ArgumentLimits

    /// `required` of the parameters are required; those behind `positional` (all, if nil) go by keyword only.
    init(_ function: StaticString, _ names: StaticString..., required: Int = 0, positional: Int? = nil) {
        let keywords = UnsafeMutablePointer<UnsafePointer<CChar>?>.allocate(capacity: names.count + 1)
        for (index, name) in names.enumerated() { keywords[index] = cString(name) }
        keywords[names.count] = nil
        var parser = _BtArg_Parser()
        parser.keywords = UnsafePointer(keywords)
        parser.fname = cString(function)
        self.parser = permanent(parser)
        limits = ArgumentLimits(minPositional: required, maxPositional: positional ?? names.count)
    }

    /// Put the arguments of a BT_METH_FASTCALL | BT_METH_KEYWORDS call in order; false: TypeError is set.
    func unpack(
        _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?, into slots: UnsafeMutablePointer<Ref?>
    ) -> Bool {
        guard prepare(parser) else { return false }
        let source = KeywordSource(names: kwnames, values: args.map { $0 + nargs })
        return BatonRuntime.unpack(
            args, nargs, source, names: parser.pointee.kwtuple, positionalOnly: Int(parser.pointee.pos), limits,
            function: { "\(String(cString: parser.pointee.fname))()" }, into: slots)
    }

    /// As above, for a tuple and a dict: what tp_new and tp_init get.
    func unpack(_ args: Ref, _ kwargs: Ref?, into slots: UnsafeMutablePointer<Ref?>) -> Bool {
        guard prepare(parser) else { return false }
        return BatonRuntime.unpack(
            UnsafePointer(_bt_tuple_items(args)), BtTuple_GET_SIZE_(args), KeywordSource(dict: kwargs),
            names: parser.pointee.kwtuple, positionalOnly: Int(parser.pointee.pos), limits,
            function: { "\(String(cString: parser.pointee.fname))()" }, into: slots)
    }
}
