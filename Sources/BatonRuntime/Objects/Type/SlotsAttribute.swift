internal import BatonCompiler
internal import CBaton

// `__slots__` of a class that is being made.

/// The names in `__slots__`, private ones mangled, or an empty list and no `__slots__` at all; nil: an exception is set.
func slotNamesOfNew(_ dict: Ref, className: String) -> (isGiven: Bool, names: [String])? {
    guard let slots = BtDict_GetItemWithError(dict, internedName("__slots__")) else {
        return errorOccurred() ? nil : (false, [])
    }
    guard let tuple = isStr(slots) ? makeTuple(slots) : BtSequence_Tuple(slots) else { return nil }
    defer { Bt_DECREF_(tuple) }
    var names: [String] = []
    for index in 0..<BtTuple_GET_SIZE_(tuple) {
        let item = BtTuple_GET_ITEM_(tuple, index)!
        guard isStr(item) else {
            return raise(BtExc_TypeError, "__slots__ items must be strings, not '\(typeName(item))'")
        }
        guard isIdentifier(item) else { return raise(BtExc_TypeError, "__slots__ must be identifiers") }
        let name = NameMangling.mangle(swiftString(item), in: className)
        if name != "__dict__", name != "__weakref__" {
            guard let key = makeString(name) else { return nil }
            defer { Bt_DECREF_(key) }
            let isTaken = BtDict_Contains(dict, key)
            if isTaken < 0 { return nil }
            if isTaken > 0, name != "__qualname__", name != "__classcell__" {
                return raise(BtExc_ValueError, "'\(name)' in __slots__ conflicts with class variable")
            }
        }
        names.append(name)
    }
    return (true, names)
}
