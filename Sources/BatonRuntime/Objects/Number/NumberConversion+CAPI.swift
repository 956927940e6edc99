internal import CBaton

@c @implementation public func BtNumber_Check(_ object: Ref!) -> CInt {
    guard let object, let methods = object.type.pointee.tp_as_number else { return 0 }
    return methods.pointee.nb_index != nil || methods.pointee.nb_int != nil || methods.pointee.nb_float != nil ? 1 : 0
}

@c @implementation public func BtIndex_Check(_ object: Ref!) -> CInt {
    guard let object else { return 0 }
    return hasIndex(object) ? 1 : 0
}

@c @implementation public func _BtNumber_Index(_ object: Ref!) -> Ref! {
    guard let object else { return nullArgument() }
    return indexOf(object)
}

@c @implementation public func BtNumber_Index(_ object: Ref!) -> Ref! {
    guard let object else { return nullArgument() }
    guard let index = indexOf(object) else { return nil }
    defer { Bt_DECREF_(index) }
    return exactLong(index.long)
}

@c @implementation public func BtNumber_Long(_ object: Ref!) -> Ref! {
    guard let object else { return nullArgument() }
    return intOf(object)
}

@c @implementation public func BtNumber_Float(_ object: Ref!) -> Ref! {
    guard let object else { return nullArgument() }
    return floatOf(object)
}

@c @implementation public func BtNumber_AsSsize_t(_ object: Ref!, _ exception: Ref!) -> Int {
    guard let object else {
        _ = nullArgument()
        return -1
    }
    guard let index = indexOf(object) else { return -1 }
    defer { Bt_DECREF_(index) }
    switch longAsInt(index.long) {
    case .fits(let value): return value
    case .tooSmall where exception == nil: return .min
    case .tooLarge where exception == nil: return .max
    case .tooSmall, .tooLarge:
        return raise(exception, "cannot fit '\(typeName(object))' into an index-sized integer") ?? -1
    }
}

@c @implementation public func BtNumber_ToBase(_ object: Ref!, _ base: CInt) -> Ref! {
    guard [2, 8, 10, 16].contains(base) else {
        return raise(BtExc_SystemError, "BtNumber_ToBase: base must be 2, 8, 10 or 16")
    }
    guard let object else { return nullArgument() }
    guard let index = indexOf(object) else { return nil }
    defer { Bt_DECREF_(index) }
    return _BtLong_Format(index, base)
}
