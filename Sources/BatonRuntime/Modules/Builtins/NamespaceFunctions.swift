internal import CBaton
internal import CBaton.Host

// Builtin functions on the namespaces of scripts and objects, and __import__.

var builtinNamespaceFunctions: [BtMethodDef] {
    [
        method("globals", BT_METH_NOARGS, doc: "Return the dictionary containing the current scope's global variables.")
        { _, _ in
            newReference(currentGlobals() ?? noneRef)
        },
        method("locals", BT_METH_NOARGS, doc: "Return a dictionary containing the current scope's local variables.") {
            _, _ in
            currentLocals() ?? noScript("locals")
        },
        fastMethod("vars", doc: "Return the __dict__ of an object, or locals().") { _, args, nargs in
            guard checkCount("vars", nargs, 0...1) else { return nil }
            if nargs == 0 { return currentLocals() ?? noScript("vars") }
            var dict: Ref?
            if BtObject_GetOptionalAttr(args![0], internedName("__dict__"), &dict) < 0 { return nil }
            return dict ?? raise(BtExc_TypeError, "vars() argument must have __dict__ attribute")
        },
        fastMethod("dir", doc: "Return the names of an object's attributes, or of the current scope.") {
            _, args, nargs in
            guard checkCount("dir", nargs, 0...1) else { return nil }
            if nargs > 0 { return BtObject_Dir(args![0]) }
            guard let locals = currentLocals() else { return noScript("dir") }
            defer { Bt_DECREF_(locals) }
            guard let keys = BtMapping_Keys(locals) else { return nil }
            guard BtList_Sort(keys) == 0 else {
                Bt_DECREF_(keys)
                return nil
            }
            return keys
        },
        fastKeywordMethod("__import__", doc: "Import a module.") { _, args, nargs, kwnames in
            unpacked(importParameters, args, nargs, kwnames) { slots in
                guard let level = slots[4].map(sizeArgument) ?? 0 else { return nil }
                return importStatement(
                    slots[0]!, slots[1].flatMap { isNone($0) ? nil : $0 } ?? (level > 0 ? nil : currentGlobals()),
                    slots[3],
                    CInt(clamping: level))
            }
        },
    ]
}

private let importParameters = MethodParameters(
    "__import__", "name", "globals", "locals", "fromlist", "level", required: 1)

private func noScript(_ function: StaticString) -> Ref? {
    errorOccurred() ? nil : raise(BtExc_SystemError, "\(function)(): no script runs")
}
