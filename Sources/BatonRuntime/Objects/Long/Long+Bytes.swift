internal import CBaton

// Ints as bytes of two's complement.

/// Write the number to `size` bytes; what does not fit is cut off.
func writeLong(_ long: LongRef, to bytes: UnsafeMutablePointer<UInt8>, _ size: Int, littleEndian: Bool) {
    var reader = TwosComplement(long)
    var limb: UInt = 0
    for index in 0..<size {
        limb = index % 8 == 0 ? reader.next() : limb >> 8
        bytes[littleEndian ? index : size - 1 - index] = UInt8(truncatingIfNeeded: limb)
    }
}

/// How many bytes hold the number: with a sign bit, or without one if it is not negative and `signed` is false.
func bytesNeeded(_ long: LongRef, signed: Bool) -> Int {
    let bits = long.bitLength
    guard signed || long.isNegative else { return (bits + 7) / 8 }
    return isNegativePowerOfTwo(long) ? (bits + 7) / 8 : bits / 8 + 1
}

/// -2^n needs no bit besides those of its magnitude.
private func isNegativePowerOfTwo(_ long: LongRef) -> Bool {
    guard long.isNegative else { return false }
    let top = long.limbCount - 1
    return long.limbs[top].nonzeroBitCount == 1 && !(0..<top).contains { long.limbs[$0] != 0 }
}

/// Make an int from `size` bytes.
func readLong(_ bytes: UnsafePointer<UInt8>, _ size: Int, littleEndian: Bool, signed: Bool) -> Ref? {
    func byte(_ index: Int) -> UInt8 { bytes[littleEndian ? index : size - 1 - index] }
    guard size > 0 else { return makeInt(0) }
    let negative = signed && byte(size - 1) >> 7 == 1
    if size <= 8 {
        var limb: UInt = negative ? .max : 0
        for index in stride(from: size - 1, through: 0, by: -1) { limb = limb << 8 | UInt(byte(index)) }
        return signed ? makeInt(Int(bitPattern: limb)) : makeInt(unsigned: limb)
    }
    let count = (size + 7) / 8
    guard let long = allocateLong(count) else { return nil }
    for index in 0..<count {
        var limb: UInt = negative ? .max : 0
        for position in stride(from: min(index * 8 + 8, size) - 1, through: index * 8, by: -1) {
            limb = limb << 8 | UInt(byte(position))
        }
        long.limbs[index] = limb
    }
    if negative { negateLimbs(long.limbs, count) }
    return completeLong(long, count, negative: negative)
}
