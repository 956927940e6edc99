internal import CBaton
internal import CBaton.Host

// The module `_traceback`: what the module traceback asks the runtime for, so that both say the same.

func makeTracebackModule() -> Ref? {
    makeNativeModule(
        "_traceback", doc: "What the module traceback is made of.",
        [
            fastMethod("source_line", doc: "Return a line of a file, without its end; empty if there is none.") {
                _, args, nargs in
                guard checkCount("source_line", nargs, 2...2), isTextArgument("source_line", args![0]!) else {
                    return nil
                }
                guard let number = sizeArgument(args![1]!) else { return nil }
                return makeString(lineOfFile(swiftString(args![0]!), number) ?? "")
            },
            fastMethod("excerpt", doc: "Return lines as a traceback shows them, with carets from column to column.") {
                _, args, nargs in
                guard checkCount("excerpt", nargs, 3...3), isTextArgument("excerpt", args![0]!) else { return nil }
                guard let column = sizeArgument(args![1]!), let endColumn = sizeArgument(args![2]!) else { return nil }
                let lines = swiftString(args![0]!).split(separator: "\n", omittingEmptySubsequences: false)
                return makeString(sourceExcerpt(of: lines.map { String($0) }, column: column, endColumn: endColumn))
            },
            method("suggestion", BT_METH_O, doc: "Return what a report adds to an exception's words.") { _, exception in
                guard isExceptionArgument("suggestion", exception!) else { return nil }
                return makeString(suggestionText(for: exception!))
            },
            method("syntax_error_place", BT_METH_O, doc: "Return file and source line of a SyntaxError as shown.") {
                _, exception in
                guard BtType_IsSubtype(exception!.type, _bt_exc_SyntaxError_()) != 0 else {
                    return raise(BtExc_TypeError, "expected a SyntaxError, got \(typeName(exception!))")
                }
                return makeString(syntaxPlace(exception!))
            },
        ])
}

private func isTextArgument(_ function: StaticString, _ object: Ref) -> Bool {
    isStr(object) || raiseStatus(BtExc_TypeError, "\(function)() takes a str, not \(typeName(object))") == 0
}

private func isExceptionArgument(_ function: StaticString, _ object: Ref) -> Bool {
    isException(object)
        || raiseStatus(BtExc_TypeError, "\(function)() takes an exception, not \(typeName(object))") == 0
}
