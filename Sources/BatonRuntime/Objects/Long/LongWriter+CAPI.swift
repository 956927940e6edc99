public import CBaton

// The limbs of ints, for libraries of numbers. A writer is the int itself before others know it.

@c @implementation public func BtLong_Export(_ object: Ref!, _ shown: UnsafeMutablePointer<BtLongExport>!) -> CInt {
    shown.pointee = BtLongExport()
    guard let object else { return badInternalCallStatus() }
    guard isInt(object) else { return raiseStatus(BtExc_TypeError, "expected int, got \(typeName(object))") }
    if case .fits(let value) = longAsInt(object.long) {
        shown.pointee.value = Int64(value)
        return 0
    }
    Bt_INCREF_(object)
    shown.pointee.negative = object.long.isNegative ? 1 : 0
    shown.pointee.ndigits = object.long.limbCount
    shown.pointee.digits = UnsafeRawPointer(object.long.limbs)
    shown.pointee._reserved = UInt(bitPattern: object)
    return 0
}

@c @implementation public func BtLong_FreeExport(_ shown: UnsafeMutablePointer<BtLongExport>!) {
    guard let object = Ref(bitPattern: UInt(shown.pointee._reserved)) else { return }
    shown.pointee = BtLongExport()
    Bt_DECREF_(object)
}

@c @implementation public func BtLongWriter_Create(
    _ negative: CInt, _ ndigits: Int, _ digits: UnsafeMutablePointer<UnsafeMutableRawPointer?>!
) -> OpaquePointer! {
    digits.pointee = nil
    guard ndigits > 0 else { return raise(BtExc_ValueError, "ndigits must be positive") }
    guard let long = allocateLong(ndigits) else { return nil }
    long.pointee.ob_base.ob_size = negative != 0 ? -ndigits : ndigits
    digits.pointee = UnsafeMutableRawPointer(long.limbs)
    return OpaquePointer(long)
}

@c @implementation public func BtLongWriter_Finish(_ writer: OpaquePointer!) -> Ref! {
    guard let writer else { return badInternalCall() }
    let long = LongRef(writer)
    return completeLong(long, long.limbCount, negative: long.isNegative)
}

@c @implementation public func BtLongWriter_Discard(_ writer: OpaquePointer!) {
    guard let writer else { return }
    freeObject(LongRef(writer).ref)
}
