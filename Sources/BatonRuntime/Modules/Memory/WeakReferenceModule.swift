internal import CBaton

// The module `_weakref`: what the script `weakref` is made of.

func makeWeakReferenceModule() -> Ref? {
    makeNativeModule("_weakref", doc: "Weak-reference support module.", weakReferenceFunctions) { module in
        add(module, "ref", newReference(_BtWeakref_RefType_().ref))
            && add(module, "ReferenceType", newReference(_BtWeakref_RefType_().ref))
            && add(module, "ProxyType", newReference(_BtWeakref_ProxyType_().ref))
            && add(module, "CallableProxyType", newReference(_BtWeakref_CallableProxyType_().ref))
    }
}

private var weakReferenceFunctions: [BtMethodDef] {
    [
        method("getweakrefcount", BT_METH_O, doc: "Return the number of weak references to the object.") { _, object in
            makeInt(WeakReference.count(to: object!))
        },
        method("getweakrefs", BT_METH_O, doc: "Return a list of all weak references to the object.") { _, object in
            WeakReference.all(to: object!)
        },
        fastMethod("proxy", doc: "Create a proxy object that weakly references an object.") { _, args, nargs in
            guard checkCount("proxy", nargs, 1...2) else { return nil }
            return BtWeakref_NewProxy(args![0], nargs > 1 ? args![1] : nil)
        },
        fastMethod("_remove_dead_weakref", doc: "Remove a dead weak reference from a dictionary.") { _, args, nargs in
            guard checkCount("_remove_dead_weakref", nargs, 2...2) else { return nil }
            return removeDead(args![0]!, args![1]!)
        },
    ]
}

/// Remove a key whose value is a weak reference to an object that has died.
private func removeDead(_ dict: Ref, _ key: Ref) -> Ref? {
    guard isDict(dict) else {
        return raise(BtExc_TypeError, "_remove_dead_weakref() argument 1 must be dict, not \(typeName(dict))")
    }
    var value: Ref?
    guard BtDict_GetItemRef(dict, key, &value) >= 0 else { return nil }
    guard let value else { return noneRef }
    defer { Bt_DECREF_(value) }
    guard WeakReference.isReference(value) || WeakReference.isProxy(value) else {
        return raise(BtExc_TypeError, "not a weakref")
    }
    if let object = WeakReference.object(of: value) {
        Bt_DECREF_(object)
        return noneRef
    }
    return BtDict_DelItem(dict, key) == 0 ? noneRef : nil
}
