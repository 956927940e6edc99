internal import CBaton

// Doubles as IEEE 754 bytes of 2, 4 and 8 bytes.

@c @implementation public func BtFloat_Pack8(
    _ value: Double, _ bytes: UnsafeMutablePointer<CChar>!, _ little_endian: CInt
) -> CInt {
    store(value.bitPattern, bytes, little_endian)
    return 0
}

@c @implementation public func BtFloat_Pack4(
    _ value: Double, _ bytes: UnsafeMutablePointer<CChar>!, _ little_endian: CInt
) -> CInt {
    let single = Float(value)
    guard single.isFinite || !value.isFinite else {
        return raiseStatus(BtExc_OverflowError, "float too large to pack with f format")
    }
    store(single.bitPattern, bytes, little_endian)
    return 0
}

@c @implementation public func BtFloat_Pack2(
    _ value: Double, _ bytes: UnsafeMutablePointer<CChar>!, _ little_endian: CInt
) -> CInt {
    guard let bits = halfBits(value) else {
        return raiseStatus(BtExc_OverflowError, "float too large to pack with e format")
    }
    store(bits, bytes, little_endian)
    return 0
}

@c @implementation public func BtFloat_Unpack8(_ bytes: UnsafePointer<CChar>!, _ little_endian: CInt) -> Double {
    Double(bitPattern: load(bytes, little_endian))
}

@c @implementation public func BtFloat_Unpack4(_ bytes: UnsafePointer<CChar>!, _ little_endian: CInt) -> Double {
    Double(Float(bitPattern: load(bytes, little_endian)))
}

@c @implementation public func BtFloat_Unpack2(_ bytes: UnsafePointer<CChar>!, _ little_endian: CInt) -> Double {
    let bits: UInt16 = load(bytes, little_endian)
    let magnitude = Int(bits & 0x7FFF)
    let (exponent, fraction) = (magnitude >> 10, Double(magnitude & 0x3FF))
    let value: Double =
        switch exponent {
        case 0x1F: fraction == 0 ? .infinity : .nan
        case 0: fraction * 0x1p-24
        default: Double(sign: .plus, exponent: exponent - 25, significand: fraction + 1024)
        }
    return bits >> 15 == 1 ? -value : value
}

/// The bits of the nearest binary16, ties to even; nil if that is beyond the largest.
private func halfBits(_ value: Double) -> UInt16? {
    let sign: UInt16 = value.sign == .minus ? 0x8000 : 0
    if value.isNaN { return sign | 0x7E00 }
    if value.isInfinite { return sign | 0x7C00 }
    let magnitude = value.magnitude
    guard magnitude < 65520 else { return nil }
    if magnitude < 0x1p-14 { return sign | UInt16((magnitude * 0x1p24).rounded(.toNearestOrEven)) }
    let exponent = Int(magnitude.exponent)
    let fraction = (magnitude.significand * 1024).rounded(.toNearestOrEven)
    // A carry out of the fraction goes to the exponent, where it belongs.
    return sign | UInt16((exponent + 14) << 10 + Int(fraction))
}

private func store<Bits: FixedWidthInteger>(_ bits: Bits, _ bytes: UnsafeMutablePointer<CChar>, _ littleEndian: CInt) {
    UnsafeMutableRawPointer(bytes).storeBytes(of: littleEndian != 0 ? bits.littleEndian : bits.bigEndian, as: Bits.self)
}

private func load<Bits: FixedWidthInteger>(_ bytes: UnsafePointer<CChar>, _ littleEndian: CInt) -> Bits {
    let bits = UnsafeRawPointer(bytes).loadUnaligned(as: Bits.self)
    return littleEndian != 0 ? Bits(littleEndian: bits) : Bits(bigEndian: bits)
}
