internal import CBaton

// Methods, get-sets and members of types.

func typeMethods() -> UnsafeMutablePointer<BtMethodDef> {
    methodTable([
        method("mro", BT_METH_NOARGS, doc: "mro($self, /)\n--\n\nReturn a type's method resolution order.") {
            `self`, _ in
            guard let order = computeMRO(asType(self!)) else { return nil }
            defer { Bt_DECREF_(order) }
            return BtSequence_List(order)
        },
        method(
            "__subclasses__", BT_METH_NOARGS,
            doc: "__subclasses__($self, /)\n--\n\nReturn a list of immediate subclasses."
        ) { `self`, _ in typeSubclassesList(asType(self!)) },
        fastKeywordMethod(
            "__prepare__", BT_METH_FASTCALL | BT_METH_KEYWORDS | BT_METH_CLASS,
            doc: "__prepare__($cls, name, bases, /, **kwds)\n--\n\nCreate the namespace for the class statement"
        ) { _, _, _, _ in newDict() },
        method(
            "__instancecheck__", BT_METH_O,
            doc: "__instancecheck__($self, instance, /)\n--\n\nCheck if an object is an instance."
        ) { `self`, object in
            let result = isInstanceByClass(object!, self!)
            return result < 0 ? nil : boolRef(result != 0)
        },
        method(
            "__subclasscheck__", BT_METH_O,
            doc: "__subclasscheck__($self, subclass, /)\n--\n\nCheck if a class is a subclass."
        ) { `self`, type in
            let result = isSubclassByBases(type!, self!)
            return result < 0 ? nil : boolRef(result != 0)
        },
        method(
            "__dir__", BT_METH_NOARGS,
            doc: "__dir__($self, /)\n--\n\nSpecialized __dir__ implementation for types."
        ) { `self`, _ in typeDir(asType(self!)) },
    ])
}

func typeMembers() -> UnsafeMutablePointer<BtMemberDef> {
    memberTable([
        member("__basicsize__", BT_T_SSIZET, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_basicsize)!),
        member("__itemsize__", BT_T_SSIZET, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_itemsize)!),
        member("__flags__", BT_T_ULONG, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_flags)!),
        member("__weakrefoffset__", BT_T_SSIZET, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_weaklistoffset)!),
        member("__base__", BT_T_OBJECT, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_base)!),
        member("__dictoffset__", BT_T_SSIZET, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_dictoffset)!),
        member("__mro__", BT_T_OBJECT, offset: MemoryLayout<BtTypeObject>.offset(of: \.tp_mro)!),
    ])
}

func typeGetSets() -> UnsafeMutablePointer<BtGetSetDef> {
    getsetTable([
        getset("__name__", get: { `self`, _ in typeSimpleName(asType(self!)) }) { `self`, value, _ in
            typeSetName(asType(self!), value)
        },
        getset("__qualname__", get: { `self`, _ in typeQualifiedName(asType(self!)) }) { `self`, value, _ in
            typeSetQualifiedName(asType(self!), value)
        },
        getset("__abstractmethods__", get: { `self`, _ in typeAbstractMethods(asType(self!)) }) { `self`, value, _ in
            typeSetAbstractMethods(asType(self!), value)
        },
        getset("__bases__", get: { `self`, _ in asType(self!).pointee.tp_bases.map { newReference($0) } }) {
            `self`, value, _ in typeSetBases(asType(self!), value)
        },
        getset("__module__", get: { `self`, _ in typeModuleName(asType(self!)) }) { `self`, value, _ in
            typeSetModule(asType(self!), value)
        },
        getset("__dict__", get: { `self`, _ in typeDictProxy(asType(self!)) }),
        getset("__doc__", get: { `self`, _ in typeDoc(asType(self!)) }) { `self`, value, _ in
            typeSetDoc(asType(self!), value)
        },
        getset(
            "__text_signature__",
            get: { `self`, _ in
                let type = asType(self!)
                guard let doc = type.pointee.tp_doc, let text = textOfSignature(doc) else { return noneRef }
                return makeString(text)
            }),
    ])
}

private func typeDictProxy(_ type: TypeRef) -> Ref? {
    guard let dict = type.pointee.tp_dict else { return noneRef }
    return BtDictProxy_New(dict)
}

private func typeDoc(_ type: TypeRef) -> Ref? {
    if !type.has(BT_TPFLAGS_HEAPTYPE), let doc = type.pointee.tp_doc { return makeString(textBehindSignature(doc)) }
    guard let dict = type.pointee.tp_dict, let doc = BtDict_GetItemWithError(dict, internedName("__doc__")) else {
        return errorOccurred() ? nil : noneRef
    }
    guard let get = doc.type.pointee.tp_descr_get else { return newReference(doc) }
    return get(doc, nil, type.ref)
}

/// Whether `name` of a type may be set, or deleted where `value` is nil; false: an exception is set.
func maySet(_ type: TypeRef, _ name: String, _ value: Ref?) -> Bool {
    if type.has(BT_TPFLAGS_IMMUTABLETYPE) {
        return raiseStatus(
            BtExc_TypeError, "cannot set '\(name)' attribute of immutable type '\(typeName(of: type))'") == 0
    }
    if value == nil {
        return raiseStatus(
            BtExc_TypeError, "cannot delete '\(name)' attribute of immutable type '\(typeName(of: type))'") == 0
    }
    return true
}

private func typeSetName(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard maySet(type, "__name__", value), let value else { return -1 }
    guard isStr(value) else {
        return raiseStatus(
            BtExc_TypeError,
            "can only assign string to \(typeName(of: type)).__name__, not '\(typeName(value))'")
    }
    let name = swiftString(value)
    guard !name.utf8.contains(0) else {
        return raiseStatus(BtExc_ValueError, "type name must not contain null characters")
    }
    guard let copy = copyCString(name) else { return -1 }
    let heapType = type.ref.as(BtHeapTypeObject.self)
    BtMem_Free(heapType.pointee._ht_tpname)
    heapType.pointee._ht_tpname = copy
    type.pointee.tp_name = UnsafePointer(copy)
    release(exchange(&heapType.pointee.ht_name, newReference(value)))
    return 0
}

private func typeSetQualifiedName(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard maySet(type, "__qualname__", value), let value else { return -1 }
    guard isStr(value) else {
        return raiseStatus(
            BtExc_TypeError,
            "can only assign string to \(typeName(of: type)).__qualname__, not '\(typeName(value))'")
    }
    release(exchange(&type.ref.as(BtHeapTypeObject.self).pointee.ht_qualname, newReference(value)))
    return 0
}

private func typeSetModule(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard maySet(type, "__module__", value), let value else { return -1 }
    typeModified(type)
    return BtDict_SetItem(type.pointee.tp_dict, internedName("__module__"), value)
}

private func typeSetDoc(_ type: TypeRef, _ value: Ref?) -> CInt {
    guard maySet(type, "__doc__", value), let value else { return -1 }
    typeModified(type)
    return BtDict_SetItem(type.pointee.tp_dict, internedName("__doc__"), value)
}

/// The names of a type and its bases, a new list.
private func typeDir(_ type: TypeRef) -> Ref? {
    guard let names = BtDict_New() else { return nil }
    defer { Bt_DECREF_(names) }
    for base in typeArray(type.pointee.tp_mro).reversed() {
        guard let dict = base.pointee.tp_dict else { continue }
        if BtDict_Update(names, dict) < 0 { return nil }
    }
    return BtDict_Keys(names)
}
