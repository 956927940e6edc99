internal import CBaton

// Ints as C integers and doubles. Each gives -1 with an exception set, or -1 as a result.

@c @implementation public func BtLong_AsLong(_ object: Ref!) -> Int {
    guard let value = narrowedInt(object) else { return -1 }
    if case .fits(let value) = value { return value }
    return overflowError("Python int too large to convert to C long") ?? -1
}

@c @implementation public func BtLong_AsLongLong(_ object: Ref!) -> Int64 {
    guard let value = narrowedInt(object) else { return -1 }
    if case .fits(let value) = value { return Int64(value) }
    return overflowError("int too big to convert") ?? -1
}

@c @implementation public func BtLong_AsInt(_ object: Ref!) -> CInt {
    guard let value = narrowedInt(object) else { return -1 }
    if case .fits(let value) = value, let value = CInt(exactly: value) { return value }
    return overflowError("Python int too large to convert to C int") ?? -1
}

@c @implementation public func BtLong_AsSsize_t(_ object: Ref!) -> Int {
    guard let long = requiredLong(object) else { return -1 }
    if case .fits(let value) = longAsInt(long) { return value }
    return overflowError("Python int too large to convert to C ssize_t") ?? -1
}

@c @implementation public func BtLong_AsLongAndOverflow(
    _ object: Ref!, _ overflow: UnsafeMutablePointer<CInt>!
) -> Int {
    overflow.pointee = 0
    guard let value = narrowedInt(object) else { return -1 }
    switch value {
    case .fits(let value): return value
    case .tooSmall: overflow.pointee = -1
    case .tooLarge: overflow.pointee = 1
    }
    return -1
}

@c @implementation public func BtLong_AsLongLongAndOverflow(
    _ object: Ref!, _ overflow: UnsafeMutablePointer<CInt>!
) -> Int64 {
    Int64(BtLong_AsLongAndOverflow(object, overflow))
}

@c @implementation public func BtLong_AsUnsignedLong(_ object: Ref!) -> UInt {
    switch narrowedUInt(object) {
    case .fits(let value): return value
    case .tooSmall: return overflowError("can't convert negative value to unsigned int") ?? .max
    case .tooLarge: return overflowError("Python int too large to convert to C unsigned long") ?? .max
    case nil: return .max
    }
}

@c @implementation public func BtLong_AsSize_t(_ object: Ref!) -> Int {
    switch narrowedUInt(object) {
    case .fits(let value): return Int(bitPattern: value)
    case .tooSmall: return overflowError("can't convert negative value to size_t") ?? -1
    case .tooLarge: return overflowError("Python int too large to convert to C size_t") ?? -1
    case nil: return -1
    }
}

@c @implementation public func BtLong_AsUnsignedLongLong(_ object: Ref!) -> UInt64 {
    switch narrowedUInt(object) {
    case .fits(let value): return UInt64(value)
    case .tooSmall: return overflowError("can't convert negative int to unsigned") ?? .max
    case .tooLarge: return overflowError("int too big to convert") ?? .max
    case nil: return .max
    }
}

@c @implementation public func BtLong_AsUnsignedLongMask(_ object: Ref!) -> UInt {
    guard let long = longForReading(object) else { return .max }
    defer { Bt_DECREF_(long.ref) }
    return longMasked(long)
}

@c @implementation public func BtLong_AsUnsignedLongLongMask(_ object: Ref!) -> UInt64 {
    UInt64(BtLong_AsUnsignedLongMask(object))
}

@c @implementation public func BtLong_AsDouble(_ object: Ref!) -> Double {
    guard let long = requiredLong(object) else { return -1 }
    return longToDouble(long) ?? -1
}

@c @implementation public func BtLong_AsVoidPtr(_ object: Ref!) -> UnsafeMutableRawPointer! {
    guard let long = requiredLong(object) else { return nil }
    if long.isNegative {
        let value = BtLong_AsLong(object)
        return value == -1 && errorOccurred() ? nil : UnsafeMutableRawPointer(bitPattern: value)
    }
    let value = BtLong_AsUnsignedLong(object)
    return value == .max && errorOccurred() ? nil : UnsafeMutableRawPointer(bitPattern: value)
}

@c @implementation public func BtLong_AsInt32(_ object: Ref!, _ value: UnsafeMutablePointer<Int32>!) -> CInt {
    guard let narrowed = narrowedInt(object) else { return -1 }
    guard case .fits(let number) = narrowed, let fitting = Int32(exactly: number) else {
        return raiseStatus(BtExc_OverflowError, "Python int too large to convert to C int32_t")
    }
    value.pointee = fitting
    return 0
}

@c @implementation public func BtLong_AsInt64(_ object: Ref!, _ value: UnsafeMutablePointer<Int64>!) -> CInt {
    guard let narrowed = narrowedInt(object) else { return -1 }
    guard case .fits(let number) = narrowed else {
        return raiseStatus(BtExc_OverflowError, "Python int too large to convert to C int64_t")
    }
    value.pointee = Int64(number)
    return 0
}

@c @implementation public func BtLong_AsUInt32(_ object: Ref!, _ value: UnsafeMutablePointer<UInt32>!) -> CInt {
    var wide: UInt64 = 0
    let status = unsignedStatus(object, &wide, "Python int too large to convert to C uint32_t")
    guard status == 0 else { return status }
    guard let fitting = UInt32(exactly: wide) else {
        return raiseStatus(BtExc_OverflowError, "Python int too large to convert to C uint32_t")
    }
    value.pointee = fitting
    return 0
}

@c @implementation public func BtLong_AsUInt64(_ object: Ref!, _ value: UnsafeMutablePointer<UInt64>!) -> CInt {
    unsignedStatus(object, value, "Python int too large to convert to C uint64_t")
}

private func unsignedStatus(_ object: Ref?, _ value: UnsafeMutablePointer<UInt64>, _ tooLarge: String) -> CInt {
    guard let long = longForReading(object) else { return -1 }
    defer { Bt_DECREF_(long.ref) }
    switch longAsUInt(long) {
    case .fits(let number):
        value.pointee = UInt64(number)
        return 0
    case .tooSmall: return raiseStatus(BtExc_ValueError, "Cannot convert negative int")
    case .tooLarge: return raiseStatus(BtExc_OverflowError, tooLarge)
    }
}
