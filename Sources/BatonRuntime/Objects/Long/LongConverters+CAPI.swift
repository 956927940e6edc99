internal import CBaton

// Converters for `O&` of BtArg_ParseTuple: 1, or 0 with an exception set.

@c @implementation public func _BtLong_UnsignedShort_Converter(
    _ object: Ref!, _ result: UnsafeMutableRawPointer!
) -> CInt {
    convertUnsigned(object, result, as: CUnsignedShort.self, "Python int too large for C unsigned short")
}

@c @implementation public func _BtLong_UnsignedInt_Converter(
    _ object: Ref!, _ result: UnsafeMutableRawPointer!
) -> CInt {
    convertUnsigned(object, result, as: CUnsignedInt.self, "Python int too large for C unsigned int")
}

@c @implementation public func _BtLong_UnsignedLong_Converter(
    _ object: Ref!, _ result: UnsafeMutableRawPointer!
) -> CInt {
    convertUnsigned(object, result, as: CUnsignedLong.self, "Python int too large to convert to C unsigned long")
}

@c @implementation public func _BtLong_UnsignedLongLong_Converter(
    _ object: Ref!, _ result: UnsafeMutableRawPointer!
) -> CInt {
    convertUnsigned(object, result, as: CUnsignedLongLong.self, "int too big to convert")
}

@c @implementation public func _BtLong_Size_t_Converter(
    _ object: Ref!, _ result: UnsafeMutableRawPointer!
) -> CInt {
    convertUnsigned(object, result, as: UInt.self, "Python int too large to convert to C size_t")
}

private func convertUnsigned<T: FixedWidthInteger & UnsignedInteger>(
    _ object: Ref?, _ result: UnsafeMutableRawPointer, as _: T.Type, _ tooLarge: String
) -> CInt {
    guard let narrowed = narrowedUInt(object) else { return 0 }
    switch narrowed {
    case .tooSmall: BtErr_SetString(BtExc_ValueError, "value must be positive")
    case .fits(let number) where number <= T.max:
        result.storeBytes(of: T(number), as: T.self)
        return 1
    case .fits, .tooLarge: tooLarge.withCString { BtErr_SetString(BtExc_OverflowError, $0) }
    }
    return 0
}
