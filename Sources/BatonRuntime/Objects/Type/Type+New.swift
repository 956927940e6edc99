internal import CBaton
internal import CBaton.Host
internal import Glibc

// type(name, bases, dict): a type with attributes from a dictionary.

/// tp_new of type.
func typeNew(_ givenMetatype: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    guard let (name, bases, dict) = newArguments(args) else { return nil }
    guard let baseTypes = basesOfNew(bases), let metatype = bestMetatype(givenMetatype, baseTypes) else { return nil }
    if metatype != givenMetatype, let make = metatype.pointee.tp_new,
        slotPointer(make) != slotPointer(BtType_Type_().pointee.tp_new!)
    {
        return make(metatype, args, kwargs)
    }
    guard let base = bestBase(baseTypes) else { return nil }
    guard let ownDict = BtDict_Copy(dict) else { return nil }
    guard nameModule(ownDict) == 0, let slots = slotNamesOfNew(ownDict, className: swiftString(name)) else {
        Bt_DECREF_(ownDict)
        return nil
    }
    guard let object = metatype.pointee.tp_alloc(metatype, 0) else {
        Bt_DECREF_(ownDict)
        return nil
    }
    let type = asType(object)
    // First, so that what is made in part can be freed.
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HEAPTYPE | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_HAVE_GC
    type.pointee.tp_dict = ownDict
    let basesTuple = BtTuple_GET_SIZE_(bases) == 0 ? makeTypeTuple([base]) : newReference(bases)
    type.pointee.tp_bases = basesTuple
    type.pointee.tp_base = asType(newReference(base.ref))
    guard basesTuple != nil, nameNew(type, name) == 0, layOutNew(type, base, slots) == 0,
        prepareDict(type) == 0, setClassCell(type) == 0, readyType(type) == 0, announceNew(type, kwargs) == 0
    else {
        Bt_DECREF_(object)
        return nil
    }
    type.ref.pointee.ob_flags |= UInt8(BT_FLAG_DEFERRED)
    return object
}

/// A class belongs to the module whose code makes it, unless it says otherwise.
private func nameModule(_ dict: Ref) -> CInt {
    let key = internedName("__module__")
    let known = BtDict_Contains(dict, key)
    if known != 0 { return known < 0 ? -1 : 0 }
    guard let globals = currentGlobals() else { return 0 }
    guard let name = BtDict_GetItemWithError(globals, internedName("__name__")) else { return errorOccurred() ? -1 : 0 }
    return BtDict_SetItem(dict, key, name)
}

private func newArguments(_ args: Ref) -> (name: Ref, bases: Ref, dict: Ref)? {
    guard BtTuple_GET_SIZE_(args) == 3 else {
        return raise(
            BtExc_TypeError, "type.__new__() takes exactly 3 arguments (\(BtTuple_GET_SIZE_(args)) given)")
    }
    let (name, bases, dict) = (positional(args, 0), positional(args, 1), positional(args, 2))
    guard isStr(name) else {
        return raise(BtExc_TypeError, "type.__new__() argument 1 must be str, not \(typeName(name))")
    }
    guard isTuple(bases) else {
        return raise(BtExc_TypeError, "type.__new__() argument 2 must be tuple, not \(typeName(bases))")
    }
    guard isDict(dict) else {
        return raise(BtExc_TypeError, "type.__new__() argument 3 must be dict, not \(typeName(dict))")
    }
    return (name, bases, dict)
}

private func basesOfNew(_ bases: Ref) -> [TypeRef]? {
    let count = BtTuple_GET_SIZE_(bases)
    if count == 0 { return [BtBaseObject_Type_()] }
    for index in 0..<count {
        let base = BtTuple_GET_ITEM_(bases, index)!
        if isType(base) { continue }
        var resolve: Ref?
        if BtObject_GetOptionalAttr(base, internedName("__mro_entries__"), &resolve) < 0 { return nil }
        release(resolve)
        return raise(
            BtExc_TypeError,
            resolve == nil
                ? "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                    + "metaclasses of all its bases"
                : "type() doesn't support MRO entry resolution; use types.new_class()")
    }
    return typeArray(bases)
}

private func nameNew(_ type: TypeRef, _ name: Ref) -> CInt {
    let heapType = type.ref.as(BtHeapTypeObject.self)
    var length = 0
    guard let characters = BtUnicode_AsUTF8AndSize(name, &length) else { return -1 }
    guard strlen(characters) == length else {
        return raiseStatus(BtExc_ValueError, "type name must not contain null characters")
    }
    guard let text = copyCString(swiftString(name)) else { return -1 }
    heapType.pointee._ht_tpname = text
    type.pointee.tp_name = UnsafePointer(text)
    heapType.pointee.ht_name = newReference(name)
    let key = internedName("__qualname__")
    guard let qualified = BtDict_GetItemWithError(type.pointee.tp_dict, key) else {
        heapType.pointee.ht_qualname = newReference(name)
        return errorOccurred() ? -1 : 0
    }
    guard isStr(qualified) else {
        return raiseStatus(BtExc_TypeError, "type __qualname__ must be a str, not \(typeName(qualified))")
    }
    heapType.pointee.ht_qualname = newReference(qualified)
    return BtDict_DelItem(type.pointee.tp_dict, key)
}

private func layOutNew(_ type: TypeRef, _ base: TypeRef, _ slots: (isGiven: Bool, names: [String])) -> CInt {
    let heapType = type.ref.as(BtHeapTypeObject.self)
    _bt_heap_type_tables(heapType)
    let pointer = MemoryLayout<Ref?>.size
    var size = alignUp(base.pointee.tp_basicsize, pointer)
    let members = slots.names.filter { $0 != "__dict__" && $0 != "__weakref__" }.sorted()
    if !slots.names.isEmpty, base.pointee.tp_itemsize != 0 {
        return raiseStatus(BtExc_TypeError, "nonempty __slots__ not supported for subtype of '\(typeName(of: base))'")
    }
    if !members.isEmpty {
        guard let table = BtMem_Calloc(members.count + 1, MemoryLayout<BtMemberDef>.stride) else {
            return raiseNoMemoryStatus()
        }
        let lines = table.assumingMemoryBound(to: BtMemberDef.self)
        type.pointee.tp_members = lines
        for (index, name) in members.enumerated() {
            // Interned names live for ever, and with them their UTF-8.
            guard let key = name.withCString({ BtUnicode_InternFromString($0) }) else { return -1 }
            lines[index] = BtMemberDef(
                name: BtUnicode_AsUTF8(key), type: BT_T_OBJECT_EX, offset: size, flags: 0, doc: nil)
            size += pointer
        }
    }
    guard let addsDict = adds("__dict__", slots, isPossible: base.pointee.tp_dictoffset == 0),
        let addsWeakrefs = adds(
            "__weakref__", slots,
            isPossible: base.pointee.tp_weaklistoffset == 0 && base.pointee.tp_itemsize == 0)
    else { return -1 }
    if addsDict {
        type.pointee.tp_dictoffset = base.pointee.tp_itemsize == 0 ? size : -pointer
        size += pointer
        type.pointee.tp_getset = addsWeakrefs ? instanceGetSets : instanceGetSets + 1
    }
    if addsWeakrefs {
        type.pointee.tp_weaklistoffset = size
        size += pointer
        if !addsDict { type.pointee.tp_getset = instanceWeakrefGetSet }
    }
    type.pointee.tp_basicsize = size
    type.pointee.tp_itemsize = base.pointee.tp_itemsize
    type.pointee.tp_dealloc = subtypeDeallocSlot
    type.pointee.tp_traverse = subtypeTraverseSlot
    type.pointee.tp_clear = subtypeClearSlot
    type.pointee.tp_alloc = BtType_GenericAlloc
    type.pointee.tp_free = BtObject_GC_Del
    return 0
}

/// Whether instances get a field of their own that `__slots__` may name; nil: TypeError is set.
private func adds(_ name: String, _ slots: (isGiven: Bool, names: [String]), isPossible: Bool) -> Bool? {
    let wishes = slots.names.count { $0 == name }
    if wishes > 1 || wishes == 1 && !isPossible {
        return raise(BtExc_TypeError, "\(name) slot disallowed: we already got one")
    }
    return isPossible && (!slots.isGiven || wishes == 1)
}

/// `__weakref__` and `__dict__` of instances; from the second line on `__dict__` alone.
// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let instanceGetSets: UnsafeMutablePointer<BtGetSetDef> = getsetTable([
    weakrefGetSet,
    getset("__dict__", get: { BtObject_GenericGetDict($0, $1) }) {
        setInstanceDict($0!, $1, $2)
    },
])

/// Setter of `__dict__`: the attributes of an instance may also be given up.
private func setInstanceDict(_ object: Ref, _ value: Ref?, _ context: UnsafeMutableRawPointer?) -> CInt {
    guard value == nil, let place = _BtObject_GetDictPtr(object) else {
        return BtObject_GenericSetDict(object, value, context)
    }
    release(exchange(&place.pointee, nil))
    return 0
}

// SAFETY: because it is written before a second thread exists, and only read.
nonisolated(unsafe) private let instanceWeakrefGetSet: UnsafeMutablePointer<BtGetSetDef> = getsetTable([weakrefGetSet])

private var weakrefGetSet: BtGetSetDef {
    getset(
        "__weakref__", doc: "list of weak references to the object",
        get: { object, _ in
            WeakReference.first(to: object!) ?? noneRef
        })
}

/// What some attributes are turned into: `__new__` is static, `__init_subclass__` a class method.
private func prepareDict(_ type: TypeRef) -> CInt {
    let dict = type.pointee.tp_dict!
    for (name, wrap) in [
        (internedName("__new__"), BtStaticMethod_New), (internedName("__init_subclass__"), BtClassMethod_New),
        (internedName("__class_getitem__"), BtClassMethod_New),
    ] as [(Ref, (Ref?) -> Ref?)] {
        guard let value = BtDict_GetItemWithError(dict, name), isScriptFunction(value) else {
            if errorOccurred() { return -1 }
            continue
        }
        if setAndRelease(dict, name, wrap(value)) < 0 { return -1 }
    }
    return 0
}

/// Whether a value is a function that binds as a method: neither a builtin function nor wrapped already.
private func isScriptFunction(_ value: Ref) -> Bool {
    value.type.has(BT_TPFLAGS_METHOD_DESCRIPTOR) && !isSubtype(value.type, BtMethodDescr_Type_())
        && !isSubtype(value.type, BtWrapperDescr_Type_())
}

/// Fill the slots that attributes stand for, tell the attributes their names, tell the base of its subclass.
private func announceNew(_ type: TypeRef, _ kwargs: Ref?) -> CInt {
    updateAllSlots(type)
    guard let copy = BtDict_Copy(type.pointee.tp_dict) else { return -1 }
    defer { Bt_DECREF_(copy) }
    var position = 0
    var key: Ref?
    var value: Ref?
    let setName = internedName("__set_name__")
    while BtDict_Next(copy, &position, &key, &value) != 0 {
        if !isStr(key!) {
            let text = "non-string key in the __dict__ of class \(typeName(of: type))"
            if text.withCString({ BtErr_WarnEx(BtExc_RuntimeWarning, $0, 1) }) < 0 { return -1 }
        }
        var isMissing = false
        guard let result = callSpecial(value!, setName, [type.ref, key!], isMissing: &isMissing) else {
            if isMissing { continue }
            noteFailure(of: value!, named: key!, in: type)
            return -1
        }
        Bt_DECREF_(result)
    }
    return callInitSubclass(type, kwargs)
}

/// Tell in a note of the exception that is set which attribute's `__set_name__` failed.
private func noteFailure(of value: Ref, named name: Ref, in type: TypeRef) {
    guard let exception = BtErr_GetRaisedException() else { return }
    if let repr = BtObject_Repr(name) {
        let text =
            "Error calling __set_name__ on '\(typeName(value))' instance \(swiftString(repr)) in '\(typeName(of: type))'"
        Bt_DECREF_(repr)
        if let note = makeString(text) {
            release(addNote(exception, note))
            Bt_DECREF_(note)
        }
    }
    BtErr_Clear()
    BtErr_SetRaisedException(exception)
}

private func callInitSubclass(_ type: TypeRef, _ kwargs: Ref?) -> CInt {
    let name = internedName("__init_subclass__")
    for base in typeArray(type.pointee.tp_mro).dropFirst() {
        guard let found = BtDict_GetItemWithError(base.pointee.tp_dict, name) else {
            if errorOccurred() { return -1 }
            continue
        }
        let held = newReference(found)
        defer { Bt_DECREF_(held) }
        guard let function = held.type.pointee.tp_descr_get.map({ $0(held, nil, type.ref) }) ?? newReference(held),
            let empty = BtTuple_New(0)
        else { return -1 }
        defer {
            Bt_DECREF_(function)
            Bt_DECREF_(empty)
        }
        guard let result = BtObject_Call(function, empty, kwargs) else { return -1 }
        Bt_DECREF_(result)
        return 0
    }
    return 0
}
