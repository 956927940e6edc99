internal import CBaton

// super: attributes of the bases behind a type, bound to an object.

/// A super object. Not in the public headers: nobody else reads it.
struct Super {
    var base: BtObject
    var type: TypeRef?
    var object: Ref?
    var objectType: TypeRef?
}

func setUpSuper() {
    let type = BtSuper_Type_()
    type.pointee.tp_basicsize = MemoryLayout<Super>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_doc = cString("super(type, obj) -> bound super object; requires isinstance(obj, type)")
    type.pointee.tp_dealloc = { `self` in
        deallocating(self!, exactly: BtSuper_Type_()) {
            BtObject_GC_UnTrack(self)
            let object = self!.as(Super.self)
            release(object.pointee.type?.ref)
            release(object.pointee.object)
            release(object.pointee.objectType?.ref)
            self!.type.pointee.tp_free(self)
        }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        let object = self!.as(Super.self).pointee
        for field in [object.type?.ref, object.object, object.objectType?.ref] {
            guard let field else { continue }
            let result = visit!(field, context)
            if result != 0 { return result }
        }
        return 0
    }
    type.pointee.tp_new = BtType_GenericNew
    type.pointee.tp_init = { superInit($0!.as(Super.self), $1!, $2) }
    type.pointee.tp_getattro = { superGetAttribute($0!, $1!) }
    type.pointee.tp_repr = { `self` in
        let object = self!.as(Super.self).pointee
        let name = object.type.map { typeShortName($0) } ?? "NULL"
        guard let objectType = object.objectType else { return makeString("<super: <class '\(name)'>, NULL>") }
        return makeString("<super: <class '\(name)'>, <\(typeShortName(objectType)) object>>")
    }
    type.pointee.tp_descr_get = { `self`, object, _ in superBind(self!, object) }
    type.pointee.tp_members = memberTable([
        member("__thisclass__", BT_T_OBJECT, offset: MemoryLayout<Super>.offset(of: \.type)!),
        member("__self__", BT_T_OBJECT, offset: MemoryLayout<Super>.offset(of: \.object)!),
        member("__self_class__", BT_T_OBJECT, offset: MemoryLayout<Super>.offset(of: \.objectType)!),
    ])
}

private func superInit(_ object: UnsafeMutablePointer<Super>, _ args: Ref, _ kwargs: Ref?) -> CInt {
    if let kwargs, BtDict_GET_SIZE_(kwargs) != 0 {
        return raiseStatus(BtExc_TypeError, "super() takes no keyword arguments")
    }
    let count = BtTuple_GET_SIZE_(args)
    guard count <= 2 else {
        return raiseStatus(BtExc_TypeError, "super() expected at most 2 arguments, got \(count)")
    }
    var bound: (object: Ref, type: TypeRef)?
    let type: TypeRef
    if count == 0 {
        guard let (ownType, instance) = superOfFrame() else { return -1 }
        type = ownType
        guard let objectType = superType(type, instance) else { return -1 }
        bound = (instance, objectType)
    } else {
        let first = positional(args, 0)
        guard isType(first) else {
            return raiseStatus(BtExc_TypeError, "super() argument 1 must be a type, not \(typeName(first))")
        }
        type = asType(first)
    }
    if count == 2, positional(args, 1) != noneRef {
        guard let objectType = superType(type, positional(args, 1)) else { return -1 }
        bound = (positional(args, 1), objectType)
    }
    Bt_INCREF_(type.ref)
    if let bound {
        Bt_INCREF_(bound.object)
        Bt_INCREF_(bound.type.ref)
    }
    let old = object.pointee
    object.pointee.type = type
    object.pointee.object = bound?.object
    object.pointee.objectType = bound?.type
    release(old.type?.ref)
    release(old.object)
    release(old.objectType?.ref)
    return 0
}

/// `super()` in a method of a script. Nil: an exception is set.
func superOfCaller() -> Ref? {
    guard let (type, instance) = superOfFrame(), let objectType = superType(type, instance),
        let object = makeObject(BtSuper_Type_(), as: Super.self)
    else { return nil }
    object.pointee.type = type
    object.pointee.object = newReference(instance)
    object.pointee.objectType = objectType
    Bt_INCREF_(type.ref)
    Bt_INCREF_(objectType.ref)
    track(object.ref)
    return object.ref
}

/// The function that `super.name` binds, borrowed, and the object that it binds it to: for a call without a bound method.
/// Nil: it is no function of a script, or there is none.
func superMethod(_ object: Ref, _ name: Ref) -> (function: Ref, object: Ref)? {
    let fields = object.as(Super.self)
    guard let start = fields.pointee.objectType, let type = fields.pointee.type, let bases = start.pointee.tp_mro,
        let instance = fields.pointee.object, instance != start.ref
    else { return nil }
    let (places, count): (Places, Int) = (_bt_tuple_items(bases), BtTuple_GET_SIZE_(bases))
    var index = 0
    while index < count, places[index] != type.ref { index += 1 }
    while index + 1 < count {
        index += 1
        guard let dict = asType(places[index].unsafelyUnwrapped).pointee.tp_dict, dictTable(dict).isAllStr,
            name.type == BtUnicode_Type_()
        else { return nil }
        let entry = dictFind(dict, name, keyHash(name))
        guard entry >= 0 else { continue }
        let found = dictTable(dict).entries[entry].value.unsafelyUnwrapped
        return found.type == BtFunction_Type_() ? (found, instance) : nil
    }
    return nil
}

/// The type along whose bases super looks: the object itself if it is a subtype, else its type.
private func superType(_ type: TypeRef, _ object: Ref) -> TypeRef? {
    if isType(object), isSubtype(asType(object), type) { return asType(object) }
    if isSubtype(object.type, type) { return object.type }
    return raise(BtExc_TypeError, superMisfit(isType(object), isType(object) ? asType(object) : object.type, type))
}

/// What TypeError says of an object, or of a type, that super cannot be bound to.
func superMisfit(_ isType: Bool, _ given: TypeRef, _ wanted: TypeRef) -> String {
    "super(type, obj): obj (\(isType ? "type" : "instance of") \(typeName(of: given))) is not an instance or subtype of type "
        + "(\(typeName(of: wanted)))."
}

/// An unbound super in a class binds to the instance through which it is asked.
private func superBind(_ object: Ref, _ instance: Ref?) -> Ref? {
    let fields = object.as(Super.self).pointee
    guard let instance, instance != noneRef, fields.object == nil, let type = fields.type else {
        return newReference(object)
    }
    let arguments: [Ref?] = [type.ref, instance]
    return arguments.withUnsafeBufferPointer { BtObject_Vectorcall(object.type.ref, $0.baseAddress, 2, nil) }
}

private func superGetAttribute(_ object: Ref, _ name: Ref) -> Ref? {
    let fields = object.as(Super.self).pointee
    guard let start = fields.objectType, let type = fields.type, let mro = start.pointee.tp_mro,
        !(isStr(name) && BtUnicode_CompareWithASCIIString(name, "__class__") == 0)
    else { return BtObject_GenericGetAttr(object, name) }
    let bases = newReference(mro)
    defer { Bt_DECREF_(bases) }
    let count = BtTuple_GET_SIZE_(bases)
    guard let position = (0..<count).first(where: { BtTuple_GET_ITEM_(bases, $0) == type.ref }) else {
        return BtObject_GenericGetAttr(object, name)
    }
    for index in position + 1..<count {
        let base = asType(BtTuple_GET_ITEM_(bases, index))
        guard let dict = base.pointee.tp_dict else { continue }
        var found: Ref?
        let status = BtDict_GetItemRef(dict, name, &found)
        if status < 0 { return nil }
        guard let found else { continue }
        guard let get = found.type.pointee.tp_descr_get else { return found }
        defer { Bt_DECREF_(found) }
        // A class method of a base, asked through a type, gets no instance.
        return get(found, fields.object == start.ref ? nil : fields.object, start.ref)
    }
    return BtObject_GenericGetAttr(object, name)
}
