internal import CBaton.Host
internal import CGMP

// int: sign and magnitude. The magnitude is a row of 64-bit limbs in the object itself, the least significant first and
// the most significant not 0; `ob_size` holds the count of limbs with the sign of the number. Zero has no limbs, but one
// readable limb that is 0, so that a number of one limb or less is read without a branch. Ints never change once others
// can reach them; they need no guard.

/// A row of limbs, the least significant first.
typealias Limbs = UnsafeMutablePointer<UInt>

typealias LongRef = UnsafeMutablePointer<BtLongObject>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as an int; the caller has checked the type.
    @inline(__always) var long: LongRef { self.as(BtLongObject.self) }
}

extension UnsafeMutablePointer where Pointee == BtLongObject {
    @inline(__always) var signedCount: Int { pointee.ob_base.ob_size }
    @inline(__always) var limbCount: Int { Int(bitPattern: signedCount.magnitude) }
    @inline(__always) var isNegative: Bool { signedCount < 0 }
    @inline(__always) var sign: Int { signedCount.signum() }

    @inline(__always) var limbs: Limbs {
        // SAFETY: because UInt and UInt64 have one layout here, and the limbs end the object.
        (UnsafeMutableRawPointer(self) + longHeadSize).assumingMemoryBound(to: UInt.self)
    }

    /// The number, if its magnitude is below 2^63: then sums and differences of two need one overflow check only.
    @inline(__always) var compact: Int? {
        let count = signedCount
        let limb = pointee.ob_limb
        guard UInt(bitPattern: count &+ 1) <= 2, limb >> 63 == 0 else { return nil }
        return count &* Int(truncatingIfNeeded: limb)
    }

    /// How many bits the magnitude has.
    var bitLength: Int {
        let count = limbCount
        return count == 0 ? 0 : count * 64 - limbs[count - 1].leadingZeroBitCount
    }
}

/// Bytes of an int before its limbs.
let longHeadSize = MemoryLayout<BtVarObject>.size

/// Whether an int has an object that is kept for ever.
@inline(__always)
func isSmallInt(_ value: Int) -> Bool {
    UInt(bitPattern: value &- Int(BT_SMALL_INT_MIN)) <= UInt(BT_SMALL_INT_MAX - BT_SMALL_INT_MIN)
}

/// Make an int.
@inline(__always)
package func makeInt(_ value: Int) -> Ref? {
    if isSmallInt(value) { return _bt_small_int(value).ref }
    return makeOneLimb(value.magnitude, negative: value < 0)
}

/// Make an int from an unsigned number.
package func makeInt(unsigned value: UInt) -> Ref? {
    value <= UInt(BT_SMALL_INT_MAX) ? _bt_small_int(Int(value)).ref : makeOneLimb(value, negative: false)
}

/// Make an int from a magnitude and a sign.
func makeInt(magnitude: UInt, negative: Bool) -> Ref? {
    if !negative { return makeInt(unsigned: magnitude) }
    return magnitude <= UInt(-BT_SMALL_INT_MIN)
        ? _bt_small_int(-Int(magnitude)).ref : makeOneLimb(magnitude, negative: true)
}

private func makeOneLimb(_ magnitude: UInt, negative: Bool) -> Ref? {
    guard let long = makePlainObject(BtLong_Type_(), as: BtLongObject.self) else { return nil }
    long.pointee.ob_base.ob_size = negative ? -1 : 1
    long.pointee.ob_limb = UInt64(magnitude)
    return long.ref
}

/// Make an int with room for `count` limbs, none of them written yet; `completeLong` completes it.
func allocateLong(_ count: Int) -> LongRef? {
    guard count <= Int.max / 16 else { return raiseNoMemory() }
    return makeObject(BtLong_Type_(), as: BtLongObject.self, extraBytes: (max(count, 1) - 1) * 8)
}

/// Complete an int of `count` written limbs: drop leading zeros, give the cached object for a small number.
func completeLong(_ long: LongRef, _ count: Int, negative: Bool) -> Ref {
    let limbs = long.limbs
    var count = count
    while count > 0, limbs[count - 1] == 0 { count -= 1 }
    if count <= 1 {
        let magnitude = count == 0 ? 0 : limbs[0]
        if magnitude <= (negative ? UInt(-BT_SMALL_INT_MIN) : UInt(BT_SMALL_INT_MAX)) {
            freeObject(long.ref)
            return _bt_small_int(negative ? -Int(magnitude) : Int(magnitude)).ref
        }
    }
    long.pointee.ob_base.ob_size = negative ? -count : count
    return long.ref
}

/// Make an int of exactly the type int from limbs that belong to something else.
func makeInt(copying limbs: UnsafePointer<UInt>, _ count: Int, negative: Bool) -> Ref? {
    guard let copy = allocateLong(count) else { return nil }
    copy.limbs.update(from: limbs, count: count)
    return completeLong(copy, count, negative: negative)
}

/// An int of exactly the type int that equals `long`: itself where it is one.
func exactLong(_ long: LongRef) -> Ref? {
    if long.ref.type == BtLong_Type_() {
        Bt_INCREF_(long.ref)
        return long.ref
    }
    if let value = long.compact { return makeInt(value) }
    return makeInt(copying: long.limbs, long.limbCount, negative: long.isNegative)
}

// Memory that an operation needs for its own time.

/// Allocate limbs; nil with MemoryError set. Given back with `freeLimbs`.
func allocateLimbs(_ count: Int) -> Limbs? {
    guard count <= Int.max / 16, let memory = BtMem_RawMalloc(max(count, 1) * 8) else { return raiseNoMemory() }
    return memory.bindMemory(to: UInt.self, capacity: max(count, 1))
}

func freeLimbs(_ limbs: Limbs?) { BtMem_RawFree(limbs) }

/// Make sure that GMP will find the memory that it takes for itself in an operation on `count` limbs: where it finds
/// none, it aborts the process. Below the threshold it uses the stack. Nil-like false: MemoryError is set.
func reserveScratch(_ count: Int) -> Bool {
    guard count > 1000 else { return true }
    guard count <= Int.max / 128, let memory = BtMem_RawMalloc(count * 64) else {
        BtErr_NoMemory()
        return false
    }
    BtMem_RawFree(memory)
    return true
}
