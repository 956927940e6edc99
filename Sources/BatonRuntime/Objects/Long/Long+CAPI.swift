public import CBaton

// Making ints, their sign and size, and the arithmetic that other nouns need.

@c @implementation public func BtLong_FromLong(_ value: Int) -> Ref! { makeInt(value) }
@c @implementation public func BtLong_FromLongLong(_ value: Int64) -> Ref! { makeInt(Int(value)) }
@c @implementation public func BtLong_FromSsize_t(_ value: Int) -> Ref! { makeInt(value) }
@c @implementation public func BtLong_FromInt32(_ value: Int32) -> Ref! { makeInt(Int(value)) }
@c @implementation public func BtLong_FromInt64(_ value: Int64) -> Ref! { makeInt(Int(value)) }
@c @implementation public func BtLong_FromUnsignedLong(_ value: UInt) -> Ref! { makeInt(unsigned: value) }
@c @implementation public func BtLong_FromUnsignedLongLong(_ value: UInt64) -> Ref! { makeInt(unsigned: UInt(value)) }
@c @implementation public func BtLong_FromSize_t(_ value: Int) -> Ref! { makeInt(unsigned: UInt(bitPattern: value)) }
@c @implementation public func BtLong_FromUInt32(_ value: UInt32) -> Ref! { makeInt(Int(value)) }
@c @implementation public func BtLong_FromUInt64(_ value: UInt64) -> Ref! { makeInt(unsigned: UInt(value)) }
@c @implementation public func BtLong_FromDouble(_ value: Double) -> Ref! { makeInt(truncating: value) }

@c @implementation public func BtLong_FromVoidPtr(_ pointer: UnsafeMutableRawPointer!) -> Ref! {
    makeInt(unsigned: UInt(bitPattern: pointer))
}

@c @implementation public func BtLong_GetSign(
    _ object: Ref!, _ sign: UnsafeMutablePointer<CInt>!
) -> CInt {
    guard let long = expectedLong(object) else { return -1 }
    sign.pointee = CInt(long.sign)
    return 0
}

@c @implementation public func BtLong_IsPositive(_ object: Ref!) -> CInt {
    guard let long = expectedLong(object) else { return -1 }
    return long.signedCount > 0 ? 1 : 0
}

@c @implementation public func BtLong_IsNegative(_ object: Ref!) -> CInt {
    guard let long = expectedLong(object) else { return -1 }
    return long.isNegative ? 1 : 0
}

@c @implementation public func BtLong_IsZero(_ object: Ref!) -> CInt {
    guard let long = expectedLong(object) else { return -1 }
    return long.signedCount == 0 ? 1 : 0
}

@c @implementation public func _BtLong_Sign(_ object: Ref!) -> CInt { CInt(object.long.sign) }
@c @implementation public func _BtLong_NumBits(_ object: Ref!) -> Int { object.long.bitLength }

@c @implementation public func _BtLong_GCD(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left = requiredLong(left), let right = requiredLong(right) else { return nil }
    return longGreatestCommonDivisor(left, right)
}

@c @implementation public func _BtLong_Copy(_ number: UnsafeMutablePointer<BtLongObject>!) -> Ref! {
    exactLong(number)
}

@c @implementation public func _BtLong_Frexp(
    _ number: UnsafeMutablePointer<BtLongObject>!, _ exponent: UnsafeMutablePointer<Int64>!
) -> Double {
    let (fraction, power) = longFrexp(number)
    exponent.pointee = Int64(power)
    return fraction
}

/// The object, which must be an int, borrowed; nil with the TypeError of CPython's newer functions.
func expectedLong(_ object: Ref?) -> LongRef? {
    guard let object else { return badInternalCall() }
    guard isInt(object) else { return raise(BtExc_TypeError, "expect int, got \(typeName(object))") }
    return object.long
}
