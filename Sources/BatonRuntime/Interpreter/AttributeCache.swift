internal import CBaton
internal import CBaton.Host

// Inline caches of attributes. A site is valid for the type of one version; a type that changes, or whose bases change,
// gets another.

/// The dict at an offset of an object; nil: not made.
@inline(__always)
private func dictAt(_ object: Ref, _ offset: Int) -> Ref? {
    // SAFETY: because the site keeps the dictionary offset of the type that the object has.
    (UnsafeMutableRawPointer(object) + offset).assumingMemoryBound(to: Ref?.self).pointee
}

/// The value that a site has cached for an attribute of an object, with a reference; 0: it has none that is valid.
@inline(__always)
func cachedAttribute(_ object: Ref, _ site: SiteRef) -> Register {
    guard UInt64(object.type.pointee.tp_version_tag) == site.pointee.version else { return 0 }
    let offset = Int(bitPattern: site.pointee.payload)
    if site.pointee.kind == BT_SITE_FIELD {
        guard let dict = dictAt(object, offset) else { return 0 }
        return cachedEntry(dict, site)
    }
    if site.pointee.kind == BT_SITE_SLOT {
        guard let value = dictAt(object, offset) else { return 0 }
        return enteringBorrowed(value)
    }
    return 0
}

/// As `cachedAttribute`, for the kinds that are less frequent.
@inline(never)
func cachedValue(_ object: Ref, _ site: SiteRef) -> Register {
    let kind = site.pointee.kind
    if kind == BT_SITE_TYPE {
        guard object.type == BtType_Type_(), UInt64(asType(object).pointee.tp_version_tag) == site.pointee.version
        else {
            return 0
        }
        return enteringBorrowed(site.pointee.payload.assumingMemoryBound(to: BtObject.self))
    }
    guard UInt64(object.type.pointee.tp_version_tag) == site.pointee.version else { return 0 }
    if kind == BT_SITE_VALUE || (kind == BT_SITE_VALUE_DICT && lacks(object, site)) {
        return enteringBorrowed(site.pointee.payload.assumingMemoryBound(to: BtObject.self))
    }
    return 0
}

/// The method that a site has cached for an object, borrowed; nil: it has none that is valid.
@inline(__always)
func cachedMethod(_ object: Ref, _ site: SiteRef) -> Ref? {
    guard UInt64(object.type.pointee.tp_version_tag) == site.pointee.version else { return nil }
    let kind = site.pointee.kind
    guard kind == BT_SITE_METHOD || (kind == BT_SITE_METHOD_DICT && lacks(object, site)) else { return nil }
    return site.pointee.payload.assumingMemoryBound(to: BtObject.self)
}

/// Whether the object's dict, at the offset that the site remembers, does not have the site's name.
@inline(__always)
private func lacks(_ object: Ref, _ site: SiteRef) -> Bool {
    guard let dict = dictAt(object, Int(site.pointee.hint)) else { return true }
    let table = dictTable(dict)
    guard table.isAllStr else { return false }
    let hash = site.pointee.name.as(BtASCIIObject.self).pointee.hash
    if table[index: hash & table.mask] == Int(BT_DICT_EMPTY_) { return true }
    return dictLacks(dict, site.pointee.name, hash)
}

@inline(never)
private func dictLacks(_ dict: Ref, _ name: Ref, _ hash: Bt_hash_t) -> Bool {
    dictFind(dict, name, hash) == dictMissing
}

/// The entry of a name in an object's dict, which is an exact dict of str; negative: there is none.
func ownEntry(_ dict: Ref?, _ name: Ref) -> Int {
    guard let dict, dict.type == BtDict_Type_(), dictTable(dict).isAllStr else { return dictMissing }
    return dictFind(dict, name, keyHash(name))
}

/// Remember how an attribute of an object was found. What a site says must hold for every object of the type.
func cacheAttribute(_ object: Ref, _ site: SiteRef) {
    guard cachesSites else { return }
    let type = object.type
    let name = site.pointee.name!
    let get = slotAddress(type.pointee.tp_getattro)
    if type == BtType_Type_(), get == slotAddress(BtType_Type_().pointee.tp_getattro) {
        return cacheTypeAttribute(asType(object), site)
    }
    if get == moduleGetAttrAddress { return cacheModuleAttribute(object, site) }
    guard get == genericGetAttrAddress else { return }
    let found = typeLookup(type, name)
    guard type.has(BT_TPFLAGS_VALID_VERSION_TAG) else { return }
    let version = UInt64(type.pointee.tp_version_tag)
    let offset = type.pointee.tp_dictoffset
    if let found, found.type.pointee.tp_descr_get != nil, found.type.pointee.tp_descr_set != nil {
        if found.type == BtMemberDescr_Type_() { cacheSlot(found, site, version) }
        return
    }
    guard offset >= 0 else { return }
    if offset > 0 {
        let entry = ownEntry(dictAt(object, offset), name)
        if entry >= 0 {
            site.pointee.version = version
            site.pointee.payload = UnsafeMutableRawPointer(bitPattern: offset)
            site.pointee.hint = UInt32(truncatingIfNeeded: entry)
            site.pointee.kind = BT_SITE_FIELD
            return
        }
    }
    // A value of the type: it stays what it is for as long as the type has this version.
    guard let found, found.type.pointee.tp_descr_get == nil else { return }
    site.pointee.version = version
    site.pointee.payload = UnsafeMutableRawPointer(found)
    site.pointee.hint = UInt32(truncatingIfNeeded: offset)
    site.pointee.kind = offset == 0 ? BT_SITE_VALUE : BT_SITE_VALUE_DICT
}

/// An attribute in `__slots__`.
private func cacheSlot(_ descriptor: Ref, _ site: SiteRef, _ version: UInt64) {
    let member = descriptor.as(BtMemberDescrObject.self).pointee.d_member.pointee
    guard member.type == BT_T_OBJECT_EX, member.flags == 0 else { return }
    site.pointee.version = version
    site.pointee.payload = UnsafeMutableRawPointer(bitPattern: member.offset)
    site.pointee.kind = BT_SITE_SLOT
}

/// An attribute of a class whose metaclass is type: a plain value, or a function.
private func cacheTypeAttribute(_ type: TypeRef, _ site: SiteRef) {
    let name = site.pointee.name!
    if let meta = typeLookup(BtType_Type_(), name), meta.type.pointee.tp_descr_set != nil { return }
    guard let found = typeLookup(type, name), type.has(BT_TPFLAGS_VALID_VERSION_TAG),
        found.type.pointee.tp_descr_get == nil || found.type == BtFunction_Type_()
    else { return }
    site.pointee.version = UInt64(type.pointee.tp_version_tag)
    site.pointee.payload = UnsafeMutableRawPointer(found)
    site.pointee.kind = BT_SITE_TYPE
}

/// Remember the method that was found for an object.
func cacheMethod(_ object: Ref, _ site: SiteRef, _ method: Ref) {
    let type = object.type
    let offset = type.pointee.tp_dictoffset
    guard cachesSites, type.has(BT_TPFLAGS_VALID_VERSION_TAG), offset >= 0 else { return }
    guard site.pointee.name.as(BtASCIIObject.self).pointee.hash != -1 else { return }
    site.pointee.version = UInt64(type.pointee.tp_version_tag)
    site.pointee.payload = UnsafeMutableRawPointer(method)
    site.pointee.hint = UInt32(truncatingIfNeeded: offset)
    site.pointee.kind = offset == 0 ? BT_SITE_METHOD : BT_SITE_METHOD_DICT
}

/// Remember where an attribute was stored.
func cacheStore(_ object: Ref, _ site: SiteRef) {
    guard cachesSites else { return }
    let type = object.type
    guard slotAddress(type.pointee.tp_setattro) == slotAddress(BtObject_GenericSetAttr) else { return }
    let found = typeLookup(type, site.pointee.name)
    guard type.has(BT_TPFLAGS_VALID_VERSION_TAG) else { return }
    let version = UInt64(type.pointee.tp_version_tag)
    if let found, found.type.pointee.tp_descr_set != nil {
        if found.type == BtMemberDescr_Type_() { cacheSlot(found, site, version) }
        return
    }
    let offset = type.pointee.tp_dictoffset
    guard offset > 0 else { return }
    let entry = ownEntry(dictAt(object, offset), site.pointee.name)
    guard entry >= 0 else { return }
    site.pointee.version = version
    site.pointee.payload = UnsafeMutableRawPointer(bitPattern: offset)
    site.pointee.hint = UInt32(truncatingIfNeeded: entry)
    site.pointee.kind = BT_SITE_FIELD
}

/// The place of an attribute that a site remembers and the object has; nil: ask.
@inline(__always)
func cachedPlace(_ object: Ref, _ site: SiteRef) -> UnsafeMutablePointer<Ref>? {
    guard UInt64(object.type.pointee.tp_version_tag) == site.pointee.version,
        site.pointee.kind == BT_SITE_FIELD || site.pointee.kind == BT_SITE_SLOT
    else { return nil }
    // SAFETY: because the site keeps an offset of the type that the object has.
    let field = UnsafeMutableRawPointer(object) + Int(bitPattern: site.pointee.payload)
    guard let held = field.assumingMemoryBound(to: Ref?.self).pointee else { return nil }
    if site.pointee.kind == BT_SITE_FIELD {
        let table = dictTable(held)
        let hint = Int(site.pointee.hint)
        guard hint < table.count else { return nil }
        let entry = table.entries + hint
        guard entry.pointee.key == site.pointee.name else { return nil }
        return table.valuePlace(hint)
    }
    // SAFETY: because the place in `__slots__` holds a reference.
    return field.assumingMemoryBound(to: Ref.self)
}

/// Set an attribute of which a site knows that objects of the type keep it in their dict or in `__slots__`, of an object
/// that may not have it yet; 1: done, 0: ask, -1: an exception is set.
func addCached(_ object: Ref, _ site: SiteRef, _ value: Ref) -> Int {
    guard UInt64(object.type.pointee.tp_version_tag) == site.pointee.version else { return 0 }
    // SAFETY: because the site keeps an offset of the type that the object has.
    let place = (UnsafeMutableRawPointer(object) + Int(bitPattern: site.pointee.payload))
        .assumingMemoryBound(to: Ref?.self)
    if site.pointee.kind == BT_SITE_SLOT {
        release(exchange(&place.pointee, newReference(value)))
        return 1
    }
    guard site.pointee.kind == BT_SITE_FIELD else { return 0 }
    if place.pointee == nil {
        guard let made = newDict() else { return -1 }
        place.pointee = made
    }
    let dict = place.pointee.unsafelyUnwrapped
    guard dict.type == BtDict_Type_() else { return 0 }
    let name = site.pointee.name.unsafelyUnwrapped
    return dictInsert(dict, name, keyHash(name), value) == 0 ? 1 : -1
}
