internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// CFuncPtr: a pointer to a function, which can be called; its type says with what.

func setUpForeignFunction(_ type: TypeRef) {
    type.pointee.tp_basicsize = MemoryLayout<BtForeignFunctionObject_>.size
    type.pointee.tp_flags |= BT_TPFLAGS_HAVE_VECTORCALL
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtForeignFunctionObject_>.offset(of: \.vectorcall)!
    type.pointee.tp_doc = cString("Function Pointer")
    type.pointee.tp_call = { BtVectorcall_Call($0, $1, $2) }
    type.pointee.tp_new = { type, args, _ in functionNew(type!, args!) }
    type.pointee.tp_dealloc = { deallocFunction($0!) }
    type.pointee.tp_traverse = { traverseFunction($0!, $1, $2) }
    type.pointee.tp_clear = { clearFunction($0!) }
    type.pointee.tp_repr = { makeString("<\(typeShortName($0!.type)) object at \(addressText($0!))>") }
    var numbers = BtNumberMethods()
    numbers.nb_bool = { $0!.foreign.address != nil ? 1 : 0 }
    type.pointee.tp_as_number = permanent(numbers)
    type.pointee.tp_getset = getsetTable(functionAttributes)
}

private var functionAttributes: [BtGetSetDef] {
    [
        getset(
            "errcheck", doc: "a function to check for errors",
            get: { `self`, _ in newReference(self!.foreignFunction.pointee.check ?? noneRef) },
            set: { `self`, value, _ in setCheck(self!.foreignFunction, value) }),
        getset(
            "restype", doc: "specify the result type",
            get: { `self`, _ in newReference(self!.foreignFunction.pointee.result ?? noneRef) },
            set: { `self`, value, _ in
                guard let value else { return raiseStatus(BtExc_TypeError, "can't delete attribute") }
                return setResult(self!.foreignFunction, value) ? 0 : -1
            }),
        getset(
            "argtypes", doc: "specify the argument types",
            get: { `self`, _ in newReference(self!.foreignFunction.pointee.given_arguments ?? noneRef) },
            set: { `self`, value, _ in setArguments(self!.foreignFunction, value) ? 0 : -1 }),
        getset(
            "release", doc: "what a call does with the lock: 'hold', 'release', 'lazy' or 'auto'",
            get: { `self`, _ in makeString(policyName(self!.foreignFunction.pointee.policy)) },
            set: { `self`, value, _ in setPolicy(self!.foreignFunction, value) ? 0 : -1 }),
        getset(
            "checked", doc: "whether ints that do not fit into the parameter's type are refused",
            get: { `self`, _ in boolRef(self!.foreignFunction.pointee.flags & BT_FOREIGN_CALL_CHECKED != 0) },
            set: { `self`, value, _ in setChecked(self!.foreignFunction, value) ? 0 : -1 }),
    ]
}

// MARK: The metatype

/// tp_init of the metatype.
func functionTypeInit(_ type: TypeRef) -> CInt {
    guard let flags = typeLookup(type, internedName("_flags_")),
        isInt(flags), let number = flags.long.compact
    else {
        return errorOccurred()
            ? -1 : raiseStatus(BtExc_TypeError, "class must define _flags_ which must be an integer")
    }
    guard let layout = makeLayout(type, kind: BT_FOREIGN_FUNCTION) else { return -1 }
    layout.pointee.size = MemoryLayout<UnsafeRawPointer>.size
    layout.pointee.alignment = layout.pointee.size
    layout.pointee.length = 1
    layout.pointee.ffi = UnsafeMutableRawPointer(bt_ffi_pointer())
    layout.pointee.flags = UInt32(truncatingIfNeeded: number)
    setFormat(layout, "X{}")
    var arguments: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_argtypes_"), &arguments) < 0 { return -1 }
    defer { release(arguments) }
    if let arguments {
        guard isTuple(arguments) else { return raiseStatus(BtExc_TypeError, "_argtypes_ must be a sequence of types") }
        guard let converters = convertersOf(arguments) else { return -1 }
        Bt_DECREF_(converters)
        layout.pointee.arguments = newReference(arguments)
    }
    var result: Ref?
    if BtObject_GetOptionalAttr(type.ref, internedName("_restype_"), &result) < 0 { return -1 }
    defer { release(result) }
    if let result {
        guard isNone(result) || foreignLayout(of: result) != nil || BtCallable_Check(result) != 0 else {
            return raiseStatus(BtExc_TypeError, "_restype_ must be a type, a callable, or None")
        }
        layout.pointee.result = newReference(result)
    }
    return 0
}

/// For each type the type itself, if it converts natively, else its `from_param`. Nil with TypeError set.
private func convertersOf(_ types: Ref) -> Ref? {
    let name = internedName("from_param")
    guard let list = BtTuple_New(BtTuple_GET_SIZE_(types)) else { return nil }
    for index in 0..<BtTuple_GET_SIZE_(types) {
        let type = argument(types, index)
        if foreignLayout(of: type) != nil, typeLookup(asType(type), name) == nil,
            typeLookup(type.type, name) == typeLookup(_bt_foreign.meta, name)
        {
            BtTuple_SET_ITEM_(list, index, newReference(type))
            continue
        }
        var converter: Ref?
        if BtObject_GetOptionalAttr(type, name, &converter) < 0 || converter == nil {
            Bt_DECREF_(list)
            return errorOccurred()
                ? nil : raise(BtExc_TypeError, "item \(index + 1) in _argtypes_ has no from_param method")
        }
        BtTuple_SET_ITEM_(list, index, converter)
    }
    return list
}

// MARK: Making

/// tp_new: a NULL pointer, one from an address, a function of a library, a callback.
private func functionNew(_ type: TypeRef, _ args: Ref) -> Ref? {
    let count = BtTuple_GET_SIZE_(args)
    if count == 0 { return makeFunction(type, nil)?.object.ref }
    let first = argument(args, 0)
    if isTuple(first) { return libraryFunction(type, first, count > 1 ? argument(args, 1) : nil) }
    if isInt(first) {
        let address = BtLong_AsVoidPtr(first)
        if address == nil, errorOccurred() { return nil }
        return makeFunction(type, address)?.object.ref
    }
    guard BtCallable_Check(first) != 0 else {
        return raise(BtExc_TypeError, "argument must be callable or integer function address")
    }
    return callbackFunction(type, first)
}

/// Make a pointer to the function at an address. Nil with an exception set.
func makeFunction(_ type: TypeRef, _ address: UnsafeRawPointer?) -> (object: ForeignRef, function: ForeignFunctionRef)?
{
    guard let object = newForeign(type) else { return nil }
    object.bytes.storeBytes(of: address, as: UnsafeRawPointer?.self)
    return (object, object.ref.foreignFunction)
}

/// Make a function pointer, wherever its bytes are, callable as its type says. False with an exception set.
func prepareFunction(_ function: ForeignFunctionRef, _ layout: LayoutRef) -> Bool {
    function.pointee.vectorcall = { callForeign($0!, $1, $2, $3) }
    function.pointee.flags = layout.pointee.flags
    function.pointee.policy = layout.pointee.flags & BT_FOREIGN_CALL_ATTACHED != 0 ? BT_RELEASE_HOLD : BT_RELEASE_LAZY
    return setResult(function, layout.pointee.result ?? noneRef)
        && layout.pointee.arguments.map { setArguments(function, $0) } ?? true
}

/// (name, library): a function of a library, with the library's release policy.
private func libraryFunction(_ type: TypeRef, _ pair: Ref, _ parameters: Ref?) -> Ref? {
    guard BtTuple_GET_SIZE_(pair) == 2 else { return raise(BtExc_TypeError, "illegal func_spec argument") }
    let (name, library) = (argument(pair, 0), argument(pair, 1))
    guard let handle = libraryHandle(library) else { return nil }
    let text: UnsafePointer<CChar>?
    if isStr(name) {
        text = BtUnicode_AsUTF8(name)
    } else if isBytes(name) {
        text = UnsafePointer(BtBytes_AsString(name))
    } else {
        return raise(BtExc_TypeError, "function name must be string, bytes object or integer")
    }
    guard let text else { return nil }
    guard let address = findSymbol(handle, text) else { return raise(BtExc_AttributeError, linkerMessage()) }
    guard let (object, function) = makeFunction(type, address) else { return nil }
    function.pointee.name = strdup(text)
    function.pointee.library = newReference(library)
    if let parameters, !isNone(parameters) {
        guard checkParameters(function, parameters) else {
            Bt_DECREF_(object.ref)
            return nil
        }
        function.pointee.parameters = newReference(parameters)
    }
    guard takeSettings(function, library) else {
        Bt_DECREF_(object.ref)
        return nil
    }
    return object.ref
}

/// Take over what a library says of all its functions. False with an exception set.
private func takeSettings(_ function: ForeignFunctionRef, _ library: Ref) -> Bool {
    var policy: Ref?
    var checked: Ref?
    guard BtObject_GetOptionalAttr(library, internedName("_release"), &policy) >= 0 else { return false }
    defer { release(policy) }
    guard BtObject_GetOptionalAttr(library, internedName("_checked"), &checked) >= 0 else { return false }
    defer { release(checked) }
    if let policy, !isNone(policy), !setPolicy(function, policy) { return false }
    return checked.map { setChecked(function, $0) } ?? true
}

// MARK: Attributes

private func setChecked(_ function: ForeignFunctionRef, _ value: Ref?) -> Bool {
    let truth = value.map { BtObject_IsTrue($0) } ?? 0
    if truth < 0 { return false }
    function.pointee.flags &= ~BT_FOREIGN_CALL_CHECKED
    if truth > 0 { function.pointee.flags |= BT_FOREIGN_CALL_CHECKED }
    return true
}

private func setCheck(_ function: ForeignFunctionRef, _ value: Ref?) -> CInt {
    if let value, BtCallable_Check(value) == 0 {
        return raiseStatus(BtExc_TypeError, "the errcheck attribute must be callable")
    }
    release(exchange(&function.pointee.check, value.map(newReference)))
    return 0
}

/// Set what a call's result is made to, and what libffi is told of it. False with an exception set.
private func setResult(_ function: ForeignFunctionRef, _ value: Ref) -> Bool {
    let layout = foreignLayout(of: value)
    var check: Ref?
    if isNone(value) {
        function.pointee.result_kind = BT_FOREIGN_RESULT_NONE
        function.pointee.result_ffi = UnsafeMutableRawPointer(bt_ffi_void())
    } else if let layout {
        guard let ffi = passedType(layout) else { return false }
        let isPython = layout.kind == BT_FOREIGN_SIMPLE && layout.pointee.code == UInt8(ascii: "O")
        function.pointee.result_kind =
            layout.pointee.is_plain == 0
            ? BT_FOREIGN_RESULT_OBJECT : isPython ? BT_FOREIGN_RESULT_PYTHON : BT_FOREIGN_RESULT_VALUE
        function.pointee.result_ffi = UnsafeMutableRawPointer(ffi)
        if BtObject_GetOptionalAttr(value, internedName("_check_retval_"), &check) < 0 { return false }
    } else if BtCallable_Check(value) != 0 {
        function.pointee.result_kind = BT_FOREIGN_RESULT_CALL
        function.pointee.result_ffi = UnsafeMutableRawPointer(bt_ffi_integer(4, 1))
    } else {
        return raiseStatus(BtExc_TypeError, "restype must be a type, a callable, or None") == 0
    }
    release(exchange(&function.pointee.result_check, check))
    release(exchange(&function.pointee.result, newReference(value)))
    return true
}

private func setArguments(_ function: ForeignFunctionRef, _ value: Ref?) -> Bool {
    guard let value, !isNone(value) else {
        release(exchange(&function.pointee.given_arguments, nil))
        release(exchange(&function.pointee.arguments, nil))
        release(exchange(&function.pointee.converters, nil))
        return true
    }
    guard let types = BtSequence_Tuple(value) else {
        BtErr_Clear()
        return raiseStatus(BtExc_TypeError, "_argtypes_ must be a sequence of types") == 0
    }
    guard let converters = convertersOf(types) else {
        Bt_DECREF_(types)
        return false
    }
    release(exchange(&function.pointee.given_arguments, newReference(value)))
    release(exchange(&function.pointee.arguments, types))
    release(exchange(&function.pointee.converters, converters))
    return true
}

// MARK: Freeing

private func deallocFunction(_ object: Ref) {
    BtObject_GC_UnTrack(object)
    _ = clearFunction(object)
    let function = object.foreignFunction
    freePlans(function.pointee.plans)
    free(function.pointee.name)
    if let closure = function.pointee.closure { freeClosure(closure) }
    if object.foreign.pointee.owns_memory != 0 { free(object.foreign.pointee.memory) }
    object.type.pointee.tp_free(object)
}

private func traverseFunction(_ object: Ref, _ visit: visitproc?, _ context: UnsafeMutableRawPointer?) -> CInt {
    let function = object.foreignFunction.pointee
    var fields = FieldVisit(visit, context)
    for field in [
        function.arguments, function.given_arguments, function.converters, function.result, function.result_check,
        function.check,
        function.parameters, function.callable, function.library,
    ] { fields.visit(field) }
    return fields.status != 0 ? fields.status : traverseForeign(object, visit, context)
}

private func clearFunction(_ object: Ref) -> CInt {
    let function = object.foreignFunction
    release(exchange(&function.pointee.arguments, nil))
    release(exchange(&function.pointee.given_arguments, nil))
    release(exchange(&function.pointee.converters, nil))
    release(exchange(&function.pointee.result_check, nil))
    release(exchange(&function.pointee.check, nil))
    release(exchange(&function.pointee.parameters, nil))
    release(exchange(&function.pointee.library, nil))
    if let closure = function.pointee.closure { forgetCallable(closure) }
    release(exchange(&function.pointee.callable, nil))
    if let result = exchange(&function.pointee.result, nil) {
        // A call of what was cleared gives None.
        function.pointee.result_kind = BT_FOREIGN_RESULT_NONE
        function.pointee.result_ffi = UnsafeMutableRawPointer(bt_ffi_void())
        Bt_DECREF_(result)
    }
    return clearForeign(object)
}
