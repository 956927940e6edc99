internal import CBaton
internal import CBaton.Host

// Attributes of types: type.attr and type.attr = value.

/// type.name: data descriptors of the metatype, then the bases' dictionaries, then the metatype's others.
func typeGetAttribute(_ type: TypeRef, _ name: Ref) -> Ref? {
    var result: Ref?
    guard typeFindAttribute(type, name, &result) == 0 else { return result }
    return raiseAttributeError(
        type.ref, name, "type object '\(typeShortOrFullName(type))' has no attribute '\(swiftString(name))'")
}

/// As typeGetAttribute without raising that there is none; 1: found, 0: none, -1: an exception is set.
func typeFindAttribute(_ type: TypeRef, _ name: Ref, _ result: inout Ref?) -> CInt {
    result = nil
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    let metatype = type.ref.type
    let metaAttribute = typeLookup(metatype, name).map(newReference)
    defer { release(metaAttribute) }
    let metaGet = metaAttribute?.type.pointee.tp_descr_get
    if let metaAttribute, let metaGet, metaAttribute.type.pointee.tp_descr_set != nil {
        result = metaGet(metaAttribute, type.ref, metatype.ref)
        return found(result, name)
    }
    if let attribute = typeLookup(type, name) {
        guard let get = attribute.type.pointee.tp_descr_get else {
            result = newReference(attribute)
            return 1
        }
        let held = newReference(attribute)
        defer { Bt_DECREF_(held) }
        result = get(held, nil, type.ref)
        return found(result, name)
    }
    if let metaAttribute {
        result = metaGet == nil ? newReference(metaAttribute) : metaGet!(metaAttribute, type.ref, metatype.ref)
        return found(result, name)
    }
    return 0
}

private func found(_ result: Ref?, _ name: Ref) -> CInt { result == nil ? -1 : 1 }

private func typeShortOrFullName(_ type: TypeRef) -> String {
    type.has(BT_TPFLAGS_HEAPTYPE) ? typeShortName(type) : typeName(of: type)
}

/// type.name = value, or `del type.name` where `value` is nil.
func typeSetAttribute(_ type: TypeRef, _ name: Ref, _ value: Ref?) -> CInt {
    guard isStr(name) else {
        return raiseStatus(BtExc_TypeError, "attribute name must be string, not '\(typeName(name))'")
    }
    if type.has(BT_TPFLAGS_IMMUTABLETYPE) {
        return raiseStatus(
            BtExc_TypeError,
            "cannot set '\(swiftString(name))' attribute of immutable type '\(typeName(of: type))'")
    }
    // Interned, because the dictionaries of types and the method cache are looked up by identity first.
    var key: Ref! = newReference(name)
    BtUnicode_InternInPlace(&key)
    defer { Bt_DECREF_(key) }
    let result = genericSetAttribute(type.ref, key, value)
    typeModified(type)
    if result == 0, isDunder(key) { updateSlots(type, named: key) }
    return result
}

func isDunder(_ name: Ref) -> Bool {
    let length = BtUnicode_GET_LENGTH_(name)
    guard length > 4, BtUnicode_KIND_(name) == 1 else { return false }
    let text = BtUnicode_DATA_(name)!.assumingMemoryBound(to: UInt8.self)
    let underscore = UInt8(ascii: "_")
    return text[0] == underscore && text[1] == underscore && text[length - 1] == underscore
        && text[length - 2] == underscore
}
