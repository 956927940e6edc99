public import CBaton

@c @implementation public func _BtLong_FromByteArray(
    _ bytes: UnsafePointer<UInt8>!, _ size: Int, _ little_endian: CInt, _ is_signed: CInt
) -> Ref! {
    guard size > 0 else { return makeInt(0) }
    return readLong(bytes, size, littleEndian: little_endian != 0, signed: is_signed != 0)
}

@c @implementation public func _BtLong_AsByteArray(
    _ number: UnsafeMutablePointer<BtLongObject>!, _ bytes: UnsafeMutablePointer<UInt8>!, _ size: Int,
    _ little_endian: CInt, _ is_signed: CInt, _ with_exceptions: CInt
) -> CInt {
    if is_signed == 0, number.isNegative {
        return with_exceptions == 0 ? -1 : raiseStatus(BtExc_OverflowError, "can't convert negative int to unsigned")
    }
    if number.signedCount != 0, bytesNeeded(number, signed: is_signed != 0) > size {
        return with_exceptions == 0 ? -1 : raiseStatus(BtExc_OverflowError, "int too big to convert")
    }
    if size > 0 { writeLong(number, to: bytes, size, littleEndian: little_endian != 0) }
    return 0
}

@c @implementation public func BtLong_AsNativeBytes(
    _ object: Ref!, _ buffer: UnsafeMutableRawPointer!, _ size: Int, _ flags: CInt
) -> Int {
    guard let object, size >= 0, buffer != nil || size == 0 else {
        _ = badInternalCallStatus()
        return -1
    }
    let allowsIndex = flags != BT_ASNATIVEBYTES_DEFAULTS && flags & BT_ASNATIVEBYTES_ALLOW_INDEX != 0
    guard let long = allowsIndex ? longForReading(object) : expectedLong(object) else { return -1 }
    defer { if allowsIndex { Bt_DECREF_(long.ref) } }
    if long.isNegative, flags != BT_ASNATIVEBYTES_DEFAULTS, flags & BT_ASNATIVEBYTES_REJECT_NEGATIVE != 0 {
        return Int(raiseStatus(BtExc_ValueError, "Cannot convert negative int"))
    }
    if size > 0 {
        // SAFETY: because the caller gives `size` bytes to write.
        let bytes = buffer.assumingMemoryBound(to: UInt8.self)
        writeLong(long, to: bytes, size, littleEndian: isLittleEndian(flags))
    }
    let unsigned = flags != BT_ASNATIVEBYTES_DEFAULTS && flags & BT_ASNATIVEBYTES_UNSIGNED_BUFFER != 0
    return max(bytesNeeded(long, signed: !unsigned), size)
}

@c @implementation public func BtLong_FromNativeBytes(
    _ buffer: UnsafeRawPointer!, _ size: Int, _ flags: CInt
) -> Ref! {
    let unsigned = flags != BT_ASNATIVEBYTES_DEFAULTS && flags & BT_ASNATIVEBYTES_UNSIGNED_BUFFER != 0
    return readNative(buffer, size, flags, signed: !unsigned)
}

@c @implementation public func BtLong_FromUnsignedNativeBytes(
    _ buffer: UnsafeRawPointer!, _ size: Int, _ flags: CInt
) -> Ref! {
    readNative(buffer, size, flags, signed: false)
}

private func readNative(_ buffer: UnsafeRawPointer?, _ size: Int, _ flags: CInt, signed: Bool) -> Ref? {
    guard let buffer else { return badInternalCall() }
    // SAFETY: because the caller gives `size` bytes to read.
    let bytes = buffer.assumingMemoryBound(to: UInt8.self)
    return readLong(bytes, size, littleEndian: isLittleEndian(flags), signed: signed)
}

/// The native order is little endian.
private func isLittleEndian(_ flags: CInt) -> Bool { flags & (BT_ASNATIVEBYTES_LITTLE_ENDIAN | 2) != 0 }
