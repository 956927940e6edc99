internal import CBaton
internal import CBaton.Host

// Calls of the builtins that scripts call most, with arguments of the usual types: done on registers, without boxing ints.

/// What a shortcut gives when an exception is set: no object has this address.
let failedShortcut: Register = 2

/// What a builtin function of the convention fastcall gives for the arguments of a window without keywords, with a
/// reference; 0: it must be called.
@inline(__always)
func shortcut(_ callee: Ref, _ window: CallWindow) -> Register {
    guard callee == _bt_interpreter.isinstance_function, window.count == 2 else { return 0 }
    return isQuickInstance(window.base[0], window.base[1]) ? register(trueRef) : 0
}

/// As above, for one that takes one argument.
@inline(__always)
func shortcutOfOne(_ callee: Ref, _ argument: Register) -> Register {
    if callee == _bt_interpreter.len_function { return quickLength(argument) }
    guard callee == _bt_interpreter.abs_function, isTagged(argument), isTaggable(-untagged(argument)) else { return 0 }
    return tagged(abs(untagged(argument)))
}

/// The length of an object of an exact builtin type.
@inline(__always)
private func quickLength(_ value: Register) -> Register {
    guard !isTagged(value), cachesSites else { return 0 }
    let object = objectIn(value)
    let type = object.type
    if type == BtList_Type_() || type == BtTuple_Type_() { return tagged(sizeField(object)) }
    if type == BtUnicode_Type_() { return tagged(BtUnicode_GET_LENGTH_(object)) }
    if type == BtDict_Type_() { return tagged(dictCount(object)) }
    return 0
}

/// Whether an object is surely an instance of a class; false: ask.
@inline(__always)
private func isQuickInstance(_ value: Register, _ kind: Register) -> Bool {
    guard !isTagged(kind), objectIn(kind).type == BtType_Type_() else { return false }
    let type = asType(objectIn(kind))
    if isTagged(value) { return type == BtLong_Type_() }
    let object = objectIn(value)
    return object.type == type || isSubtype(object.type, type)
}

/// What a method of a builtin type gives for a window whose first argument is the object, or `failedShortcut`.
@inline(__always)
func methodShortcut(_ callee: Ref, _ window: CallWindow) -> Register {
    guard window.names == nil, window.count > 1, !isTagged(window.base[0]), cachesSites else { return 0 }
    let object = objectIn(window.base[0])
    if callee == _bt_interpreter.list_append {
        guard window.count == 2, object.type == BtList_Type_() else { return 0 }
        guard let item = boxedTaken(window.base.take(1)), listAppend(object, stealing: item) == 0 else {
            return failedShortcut
        }
        return register(noneRef)
    }
    if callee == _bt_interpreter.dict_get {
        guard window.count <= 3, object.type == BtDict_Type_() else { return 0 }
        let entry = dictEntry(object, window.base[1])
        if entry >= 0 { return enteringBorrowed(dictTable(object).entries[entry].value) }
        guard entry == dictMissing else { return failedShortcut }
        return window.count == 3 ? window.base.take(2) : register(noneRef)
    }
    return 0
}

/// Remember the builtins that have shortcuts: those of types at start, the functions when their module is made.
func setUpMethodShortcuts() {
    _bt_interpreter.list_append = typeLookup(BtList_Type_(), internedName("append"))
    _bt_interpreter.dict_get = typeLookup(BtDict_Type_(), internedName("get"))
}

/// The functions of the module `builtins`; they are kept for ever.
func setUpFunctionShortcuts(_ module: Ref) -> Bool {
    func function(_ name: StaticString) -> Ref? { BtObject_GetAttr(module, internedName(name)) }
    _bt_interpreter.len_function = function("len")
    _bt_interpreter.isinstance_function = function("isinstance")
    _bt_interpreter.abs_function = function("abs")
    if errorOccurred() { return false }
    // The loop calls what has the plain vectorcall function by itself, and would miss the shortcut.
    let isInstance = _bt_interpreter.isinstance_function!.as(BtCFunctionObject.self)
    isInstance.pointee.vectorcall = { FunctionCall.fast($0!, $1, $2, $3) }
    for function in [_bt_interpreter.len_function!, _bt_interpreter.abs_function!] {
        function.as(BtCFunctionObject.self).pointee.vectorcall = { FunctionCall.oneArgument($0!, $1, $2, $3) }
    }
    return true
}
