internal import CBaton
internal import CBaton.Host

// Builtin functions that make text of objects.

var builtinTextFunctions: [BtMethodDef] {
    [
        method("repr", BT_METH_O, doc: "Return the canonical string representation of the object.") {
            BtObject_Repr($1)
        },
        method("ascii", BT_METH_O, doc: "Return an ASCII-only representation of an object.") { BtObject_ASCII($1) },
        fastMethod("format", doc: "Return type(value).__format__(value, format_spec)") { _, args, nargs in
            guard checkCount("format", nargs, 1...2) else { return nil }
            if nargs > 1, !isStr(args![1]!) {
                return raise(BtExc_TypeError, "format() argument 2 must be str, not \(typeName(args![1]!))")
            }
            return BtObject_Format(args![0], nargs > 1 ? args![1] : nil)
        },
        fastKeywordMethod("print", doc: "Prints the values to a stream, or to sys.stdout by default.") {
            printObjects($1, $2, $3)
        },
        fastMethod("input", doc: "Read a string from standard input.  The trailing newline is stripped.") {
            _, args, nargs in
            guard checkCount("input", nargs, 0...1) else { return nil }
            return input(nargs > 0 ? args![0] : nil)
        },
    ]
}
