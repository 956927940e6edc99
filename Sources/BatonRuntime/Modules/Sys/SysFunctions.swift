internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of sys on threads and on objects.

var sysThreadFunctions: [BtMethodDef] {
    [
        method("getswitchinterval", BT_METH_NOARGS, doc: "Return the current thread switch interval.") { _, _ in
            makeFloat(BtEval_GetSwitchInterval())
        },
        method("setswitchinterval", BT_METH_O, doc: "Set the ideal thread switching delay inside the interpreter.") {
            _, seconds in
            let value = BtFloat_AsDouble(seconds)
            if value == -1, errorOccurred() { return nil }
            guard value > 0 else { return raise(BtExc_ValueError, "switch interval must be strictly positive") }
            return BtEval_SetSwitchInterval(value) < 0 ? nil : noneRef
        },
        method("_is_gil_enabled", BT_METH_NOARGS) { _, _ in
            boolRef(_bt_current_thread().pointee.free_threaded == 0)
        },
        method("getrecursionlimit", BT_METH_NOARGS, doc: "Return the current value of the recursion limit.") { _, _ in
            makeInt(_bt_recursion_limit())
        },
        method("setrecursionlimit", BT_METH_O, doc: "Set the maximum depth of the interpreter stack to n.") {
            _, limit in
            guard let index = BtNumber_Index(limit) else { return nil }
            defer { Bt_DECREF_(index) }
            let value = Int(BtLong_AsInt(index))
            if value == -1, errorOccurred() { return nil }
            guard value >= 1 else {
                return raise(BtExc_ValueError, "recursion limit must be greater or equal than 1")
            }
            let depth = recursionDepth()
            guard depth < value else {
                return raise(
                    BtExc_RecursionError,
                    "cannot set the recursion limit to \(value) at the recursion depth \(depth): the limit is too low")
            }
            setRecursionLimit(value)
            return noneRef
        },
        method("is_finalizing", BT_METH_NOARGS) { _, _ in boolRef(Bt_IsFinalizing() != 0) },
    ]
}

var sysObjectFunctions: [BtMethodDef] {
    [
        method("getrefcount", BT_METH_O, doc: "Return the reference count of object.") {
            makeInt(Bt_REFCNT_($1!))
        },
        fastMethod("getsizeof", doc: "Return the size of object in bytes.") { _, args, nargs in
            guard checkCount("getsizeof", nargs, 1...2) else { return nil }
            var isMissing = false
            let size = callSpecial(args![0]!, internedName("__sizeof__"), [], isMissing: &isMissing)
            if size == nil, nargs > 1, !errorOccurred() || BtErr_ExceptionMatches(BtExc_TypeError) != 0 {
                BtErr_Clear()
                return newReference(args![1]!)
            }
            if isMissing { return raise(BtExc_TypeError, "Type \(typeName(args![0]!)) doesn't define __sizeof__") }
            return size
        },
        method("intern", BT_METH_O, doc: "``Intern'' the given string.") { _, text in
            guard text!.type == BtUnicode_Type_() else {
                return raise(
                    BtExc_TypeError,
                    isStr(text!)
                        ? "can't intern \(typeName(text!))"
                        : "intern() argument must be str, not \(typeName(text!))")
            }
            return interned(newReference(text!))
        },
        method("_is_interned", BT_METH_O) { boolRef(isStr($1!) && BtUnicode_CHECK_INTERNED_($1!) != 0) },
        method("getdefaultencoding", BT_METH_NOARGS) { _, _ in makeString("utf-8") },
        method("getfilesystemencoding", BT_METH_NOARGS) { _, _ in makeString("utf-8") },
        method("getfilesystemencodeerrors", BT_METH_NOARGS) { _, _ in makeString("surrogateescape") },
        method("get_int_max_str_digits", BT_METH_NOARGS) { _, _ in makeInt(Int(_bt_max_str_digits())) },
        fastKeywordMethod("set_int_max_str_digits") { _, args, nargs, kwnames in
            unpacked(maxDigitsParameters, args, nargs, kwnames) { slots in
                guard let digits = sizeArgument(slots[0]!) else { return nil }
                guard digits == 0 || digits >= 640 else {
                    return raise(BtExc_ValueError, "maxdigits must be 0 or larger than 640")
                }
                _bt_set_max_str_digits(CInt(truncatingIfNeeded: digits))
                return noneRef
            }
        },
        fastMethod("audit") { _, _, _ in noneRef },
    ]
}

private let maxDigitsParameters = MethodParameters("set_int_max_str_digits", "maxdigits", required: 1)

var sysErrorFunctions: [BtMethodDef] {
    [
        fastMethod("exit", doc: "Exit the interpreter by raising SystemExit(status).") { _, args, nargs in
            guard checkCount("exit", nargs, 0...1) else { return nil }
            if nargs == 0 { BtErr_SetNone(BtExc_SystemExit) } else { BtErr_SetObject(BtExc_SystemExit, args![0]) }
            return nil
        },
        method("exception", BT_METH_NOARGS, doc: "Return the current exception.") { _, _ in
            newReference(_bt_current_thread().pointee.state.pointee.handled_exception ?? noneRef)
        },
        method("exc_info", BT_METH_NOARGS, doc: "Return current exception information: (type, value, traceback).") {
            _, _ in
            guard let handled = _bt_current_thread().pointee.state.pointee.handled_exception else {
                return makeTuple(noneRef, noneRef, noneRef)
            }
            return makeTuple(handled.type.ref, handled, handled.exception.pointee.traceback ?? noneRef)
        },
        fastMethod("_getframe", doc: "Return a frame object from the call stack.") { _, args, nargs in
            guard checkCount("_getframe", nargs, 0...1), let depth = nargs > 0 ? sizeArgument(args![0]!) : 0 else {
                return nil
            }
            guard let frame = currentFrameObject(depth: max(depth, 0)) else {
                return errorOccurred() ? nil : raise(BtExc_ValueError, "call stack is not deep enough")
            }
            return newReference(frame)
        },
        fastMethod("excepthook", doc: "Handle an exception by displaying it with a traceback on sys.stderr.") {
            _, args, nargs in
            guard checkCount("excepthook", nargs, 3...3) else { return nil }
            BtErr_Display(nil, args![1], isNone(args![2]!) ? nil : args![2])
            return noneRef
        },
        method("displayhook", BT_METH_O, doc: "Print an object to sys.stdout and also save it in builtins._") {
            displayValue($1!)
        },
        method("unraisablehook", BT_METH_O, doc: "Handle an unraisable exception.") { _, arguments in
            guard let value = BtObject_GetAttr(arguments, internedName("exc_value")) else { return nil }
            defer { Bt_DECREF_(value) }
            var (object, message): (Ref?, Ref?) = (nil, nil)
            if BtObject_GetOptionalAttr(arguments, internedName("object"), &object) < 0
                || BtObject_GetOptionalAttr(arguments, internedName("err_msg"), &message) < 0
            {
                return nil
            }
            if isException(value) { setRaised(newReference(value)) }
            _bt_write_unraisable(message.flatMap { isNone($0) ? nil : $0 }, object.flatMap { isNone($0) ? nil : $0 })
            return noneRef
        },
    ]
}

/// What the interactive prompt does with the value of an expression.
func displayValue(_ value: Ref) -> Ref? {
    if isNone(value) { return noneRef }
    guard let builtins = _bt_host_modules.builtins, let dict = BtModule_GetDict(builtins) else { return nil }
    guard BtDict_SetItem(dict, internedName("_"), noneRef) >= 0 else { return nil }
    let row: [Ref?] = [nil, value]
    guard let repr = BtObject_Repr(row[1]) else { return nil }
    defer { Bt_DECREF_(repr) }
    let line: [Ref?] = [repr]
    guard line.withUnsafeBufferPointer({ printObjects($0.baseAddress!, 1, nil) }) != nil else { return nil }
    return BtDict_SetItem(dict, internedName("_"), value) < 0 ? nil : noneRef
}
