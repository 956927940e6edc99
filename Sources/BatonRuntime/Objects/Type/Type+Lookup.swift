internal import CBaton
internal import CBaton.Host

// Looking up names along the bases of a type, through the method cache (method_cache.h says its guard).

extension UnsafeMutablePointer where Pointee == BtTypeObject {
    /// Whether the type has a flag, BT_TPFLAGS_….
    @inline(__always)
    func has(_ flag: UInt) -> Bool { pointee.tp_flags & flag != 0 }
}

/// The value of `name` in the first of the type's bases (itself first) that has it, borrowed; nil without an exception.
@inline(__always)
func typeLookup(_ type: TypeRef, _ name: Ref) -> Ref? {
    if name.pointee.ob_flags & UInt8(BT_FLAG_INTERNED) != 0, type.has(BT_TPFLAGS_VALID_VERSION_TAG) {
        let entry = _bt_method_cache_entry(type.pointee.tp_version_tag, name)!
        if entry.pointee.version == type.pointee.tp_version_tag, entry.pointee.name == name {
            return entry.pointee.value
        }
    }
    return typeLookupSlow(type, name)
}

@inline(never)
private func typeLookupSlow(_ type: TypeRef, _ name: Ref) -> Ref? {
    guard let mro = type.pointee.tp_mro else { return nil }
    // A comparison of keys may run code that changes the bases.
    let bases = newReference(mro)
    defer { Bt_DECREF_(bases) }
    let hasVersion = name.pointee.ob_flags & UInt8(BT_FLAG_INTERNED) != 0 && assignVersion(type)
    let version = type.pointee.tp_version_tag
    var value: Ref?
    let count = BtTuple_GET_SIZE_(bases)
    for index in 0..<count {
        let base = asType(BtTuple_GET_ITEM_(bases, index))
        guard let dict = base.pointee.tp_dict else { continue }
        value = BtDict_GetItemWithError(dict, name)
        if value != nil { break }
        if errorOccurred() { BtErr_Clear() }
    }
    if hasVersion, type.has(BT_TPFLAGS_VALID_VERSION_TAG), type.pointee.tp_version_tag == version {
        let entry = _bt_method_cache_entry(version, name)!
        entry.pointee = BtMethodCacheEntry_(version: version, name: name, value: value)
    }
    return value
}

/// Give a type a version under which look-ups may be cached; false if versions are used up.
private func assignVersion(_ type: TypeRef) -> Bool {
    if type.has(BT_TPFLAGS_VALID_VERSION_TAG) { return true }
    // A base without a version could change without this type hearing of it. They come last in the order, which may be
    // longer than the stack bears.
    if let order = type.pointee.tp_mro {
        var index = BtTuple_GET_SIZE_(order) - 1
        while index > 0 {
            let base = asType(BtTuple_GET_ITEM_(order, index))
            if !base.has(BT_TPFLAGS_VALID_VERSION_TAG), base != type { giveVersion(base) }
            index -= 1
        }
    }
    return giveVersion(type)
}

/// Give a type whose bases have versions one of its own; false if one of them has none, or they are used up.
@discardableResult
private func giveVersion(_ type: TypeRef) -> Bool {
    guard type.has(BT_TPFLAGS_READY), _bt_next_type_version != 0, let bases = type.pointee.tp_bases else {
        return false
    }
    for index in 0..<BtTuple_GET_SIZE_(bases) {
        guard asType(BtTuple_GET_ITEM_(bases, index)).has(BT_TPFLAGS_VALID_VERSION_TAG) else { return false }
    }
    type.pointee.tp_version_tag = _bt_next_type_version
    _bt_next_type_version &+= 1
    type.pointee.tp_flags |= BT_TPFLAGS_VALID_VERSION_TAG
    return true
}

/// Drop what is cached about a type and all that derive from it.
func typeModified(_ type: TypeRef) {
    guard type.has(BT_TPFLAGS_VALID_VERSION_TAG) else { return }
    type.pointee.tp_flags &= ~BT_TPFLAGS_VALID_VERSION_TAG
    type.pointee.tp_version_tag = 0
    guard type.pointee.tp_subclasses != nil else { return }
    // Classes may derive from each other deeper than the stack bears.
    var waiting = [type]
    while let next = waiting.popLast() {
        forEachSubclass(of: next) { subclass in
            guard subclass.has(BT_TPFLAGS_VALID_VERSION_TAG) else { return }
            subclass.pointee.tp_flags &= ~BT_TPFLAGS_VALID_VERSION_TAG
            subclass.pointee.tp_version_tag = 0
            waiting.append(subclass)
        }
    }
}

/// Call a slot-like method that a type of `object` defines; nil with an exception set, or nil and `isMissing`.
func callSpecial(_ object: Ref, _ name: Ref, _ arguments: [Ref], isMissing: inout Bool) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: arguments.count + 1) { places in
        places.initializeElement(at: 0, to: object)
        for index in arguments.indices { places.initializeElement(at: index + 1, to: arguments[index]) }
        return callSpecial(name, places.baseAddress!, arguments.count, &isMissing)
    }
}

/// As above, with two arguments at most.
func callSpecial(
    _ object: Ref, _ name: Ref, _ first: Ref? = nil, _ second: Ref? = nil, isMissing: inout Bool
) -> Ref? {
    withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { places in
        places.initializeElement(at: 0, to: object)
        places.initializeElement(at: 1, to: first)
        places.initializeElement(at: 2, to: second)
        return callSpecial(name, places.baseAddress!, first == nil ? 0 : second == nil ? 1 : 2, &isMissing)
    }
}

/// As above: the object, and `count` arguments behind it.
private func callSpecial(_ name: Ref, _ places: Places, _ count: Int, _ isMissing: inout Bool) -> Ref? {
    let object = places[0].unsafelyUnwrapped
    isMissing = false
    guard let found = typeLookup(object.type, name) else {
        isMissing = true
        return nil
    }
    let function = newReference(found)
    defer { Bt_DECREF_(function) }
    if function.type.has(BT_TPFLAGS_METHOD_DESCRIPTOR) {
        return BtObject_Vectorcall(function, UnsafePointer(places), count + 1, nil)
    }
    var bound = newReference(function)
    if let get = function.type.pointee.tp_descr_get {
        Bt_DECREF_(bound)
        guard let result = get(function, object, object.type.ref) else { return nil }
        bound = result
    }
    defer { Bt_DECREF_(bound) }
    return BtObject_Vectorcall(bound, UnsafePointer(places + 1), count, nil)
}

/// The method `name` of the type of `object`, bound to it, a new reference; nil with an exception set, or none set.
func lookUpSpecial(_ object: Ref, _ name: Ref) -> Ref? {
    guard let found = typeLookup(object.type, name) else { return nil }
    guard let get = found.type.pointee.tp_descr_get else { return newReference(found) }
    let function = newReference(found)
    defer { Bt_DECREF_(function) }
    return get(function, object, object.type.ref)
}
