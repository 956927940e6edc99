internal import CBaton

// Exception classes made at run time.

@c @implementation
public func BtErr_NewException(_ name: UnsafePointer<CChar>!, _ base: Ref!, _ dict: Ref!) -> Ref! {
    guard let name else { return badInternalCall() }
    let full = String(cString: name)
    guard let dot = full.lastIndex(of: ".") else {
        return raise(BtExc_SystemError, "BtErr_NewException: name must be module.class")
    }
    guard let attributes = dict.map(newReference) ?? BtDict_New() else { return nil }
    defer { Bt_DECREF_(attributes) }
    let moduleKey = internedName("__module__")
    let known = BtDict_Contains(attributes, moduleKey)
    guard known >= 0 else { return nil }
    if known == 0 {
        guard let module = makeString(String(full[..<dot])) else { return nil }
        defer { Bt_DECREF_(module) }
        guard BtDict_SetItem(attributes, moduleKey, module) >= 0 else { return nil }
    }
    guard let bases = makeBases(base ?? BtExc_Exception) else { return nil }
    defer { Bt_DECREF_(bases) }
    guard let shortName = makeString(String(full[full.index(after: dot)...])) else { return nil }
    defer { Bt_DECREF_(shortName) }
    var arguments: (Ref?, Ref?, Ref?) = (shortName, bases, attributes)
    return withUnsafeMutablePointer(to: &arguments) { tuple in
        // SAFETY: because a tuple of three equal types is laid out as an array of them.
        tuple.withMemoryRebound(to: Ref?.self, capacity: 3) {
            BtObject_Vectorcall(BtType_Type_().ref, $0, 3, nil)
        }
    }
}

@c @implementation
public func BtErr_NewExceptionWithDoc(
    _ name: UnsafePointer<CChar>!, _ doc: UnsafePointer<CChar>!, _ base: Ref!, _ dict: Ref!
) -> Ref! {
    guard let doc else { return BtErr_NewException(name, base, dict) }
    guard let attributes = dict.map(newReference) ?? BtDict_New() else { return nil }
    defer { Bt_DECREF_(attributes) }
    guard let text = BtUnicode_FromString(doc) else { return nil }
    defer { Bt_DECREF_(text) }
    guard BtDict_SetItem(attributes, internedName("__doc__"), text) >= 0 else { return nil }
    return BtErr_NewException(name, base, attributes)
}

/// A tuple of bases from a class or such a tuple.
private func makeBases(_ base: Ref) -> Ref? {
    if isTuple(base) { return newReference(base) }
    guard let bases = BtTuple_New(1) else { return nil }
    BtTuple_SET_ITEM_(bases, 0, newReference(base))
    return bases
}
