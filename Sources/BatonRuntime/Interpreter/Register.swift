internal import CBaton
internal import CBaton.Host

// What a register holds (Documentation/Machine.md, "Values"): 0 is empty, an odd number an int, all else an object.

typealias Register = UInt64
typealias Registers = UnsafeMutablePointer<UInt64>

/// Whether a register holds an int in tagged form.
@inline(__always)
func isTagged(_ value: Register) -> Bool { value & 1 != 0 }

/// Whether two registers hold ints in tagged form.
@inline(__always)
func areTagged(_ left: Register, _ right: Register) -> Bool { left & right & 1 != 0 }

/// The int of a tagged register.
@inline(__always)
func untagged(_ value: Register) -> Int { Int(Int64(bitPattern: value) &>> 1) }

/// An int of 63 bits as a register.
@inline(__always)
func tagged(_ value: Int) -> Register { Register(bitPattern: Int64(value)) &<< 1 | 1 }

/// Whether an int has 63 bits.
@inline(__always)
func isTaggable(_ value: Int) -> Bool { (value &<< 1) &>> 1 == value }

/// The object of a register that holds one.
@inline(__always)
func objectIn(_ value: Register) -> Ref { Ref(bitPattern: UInt(value)).unsafelyUnwrapped }

/// The register that holds an object which is no int of 63 bits.
@inline(__always)
func register(_ object: Ref) -> Register { Register(UInt(bitPattern: object)) }

/// Take another reference to what a register holds, which is not empty.
@inline(__always)
func retain(_ value: Register) {
    if !isTagged(value) { Bt_INCREF_(objectIn(value)) }
}

/// Whether a register holds an object: it is neither empty nor an int.
@inline(__always)
func holdsObject(_ value: Register) -> Bool {
    // The lowest bit becomes the sign, so that one comparison is enough.
    Int64(bitPattern: value &>> 1 | value &<< 63) > 0
}

/// Drop what was in a register, empty or not.
@inline(__always)
func drop(_ value: Register) {
    if holdsObject(value) { Bt_DECREF_(objectIn(value)) }
}

/// What an object becomes in a register; its reference is taken over.
@inline(__always)
func entering(_ object: Ref) -> Register {
    object.type == BtLong_Type_() ? enteringInt(object) : register(object)
}

/// As `entering`; a nil object is an empty register.
@inline(__always)
func enteringResult(_ object: Ref?) -> Register {
    guard let object else { return 0 }
    return entering(object)
}

@inline(never)
private func enteringInt(_ object: Ref) -> Register {
    guard let value = object.long.compact, isTaggable(value) else { return register(object) }
    Bt_DECREF_(object)
    return tagged(value)
}

/// What an object becomes in a register, which gets a reference of its own.
@inline(__always)
func enteringBorrowed(_ object: Ref) -> Register {
    if object.type == BtLong_Type_() { return enteringBorrowedInt(object) }
    Bt_INCREF_(object)
    return register(object)
}

@inline(__always)
private func enteringBorrowedInt(_ object: Ref) -> Register {
    let size = object.as(BtLongObject.self).pointee.ob_base.ob_size
    let limb = object.as(BtLongObject.self).pointee.ob_limb
    if UInt(bitPattern: size &+ 1) <= 2, limb >> 62 == 0 { return tagged(size &* Int(truncatingIfNeeded: limb)) }
    return register(newReference(object))
}

/// A register's value as an object, with a reference of its own; nil: MemoryError is set. The register is not empty.
@inline(__always)
func boxed(_ value: Register) -> Ref? {
    isTagged(value) ? makeInt(untagged(value)) : newReference(objectIn(value))
}

/// A register's value as an object, its reference handed over; nil: MemoryError is set.
@inline(__always)
func boxedTaken(_ value: Register) -> Ref? {
    isTagged(value) ? makeInt(untagged(value)) : objectIn(value)
}

/// A register's value as an object for the length of an operation: an int is boxed, an object borrowed.
struct Operand {
    let ref: Ref
    private let isOwned: Bool

    /// Nil: MemoryError is set.
    @inline(__always)
    init?(_ value: Register) {
        if isTagged(value) {
            guard let int = makeInt(untagged(value)) else { return nil }
            ref = int
            isOwned = true
        } else {
            ref = objectIn(value)
            isOwned = false
        }
    }

    @inline(__always)
    func end() {
        if isOwned { Bt_DECREF_(ref) }
    }
}

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// Put a value into a register and drop what it held.
    @inline(__always)
    func set(_ index: Int, _ value: Register) {
        let old = self[index]
        self[index] = value
        drop(old)
    }

    /// R[A] = R[B] and R[A + 1] = R[C]; R[A] and R[A + 1] are empty before.
    @inline(__always)
    func moveTwo(_ bits: UInt64) {
        let (first, second) = (self[fieldB(bits)], self[fieldC(bits)])
        retain(first)
        retain(second)
        self[fieldA(bits)] = first
        self[fieldA(bits) &+ 1] = second
    }

    /// Take what a register holds; it is empty after.
    @inline(__always)
    func take(_ index: Int) -> Register {
        let value = self[index]
        self[index] = 0
        return value
    }

    /// Drop what a register holds; it is empty after.
    @inline(__always)
    func clear(_ index: Int) { drop(take(index)) }

    /// Drop what `count` registers hold; they are empty after.
    @inline(__always)
    func clear(count: Int) {
        var index = 0
        while index < count {
            let value = self[index]
            if value != 0 {
                self[index] = 0
                if value & 1 == 0 { Bt_DECREF_(objectIn(value)) }
            }
            index &+= 1
        }
    }
}

// The fields of an instruction (BatonCompiler's Instruction), read from its raw bits.

@inline(__always) func fieldA(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: bits &>> 16 & 0xFFFF) }
@inline(__always) func fieldB(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: bits &>> 32 & 0xFFFF) }
@inline(__always) func fieldC(_ bits: UInt64) -> Int { Int(truncatingIfNeeded: bits &>> 48) }
@inline(__always) func signedB(_ bits: UInt64) -> Int { Int(Int16(truncatingIfNeeded: bits &>> 32)) }
@inline(__always) func signedC(_ bits: UInt64) -> Int { Int(Int64(bitPattern: bits) &>> 48) }
@inline(__always) func wideField(_ bits: UInt64) -> Int { Int(Int64(bitPattern: bits) &>> 32) }
@inline(__always) func hasFlag(_ bits: UInt64, _ flag: UInt64) -> Bool { bits & flag != 0 }

/// The flags of BatonCompiler's Instruction.Flags where they stand in an instruction's bits.
enum FlagBits {
    static let dropB: UInt64 = 0x8000
    static let dropC: UInt64 = 0x4000
    static let dropA: UInt64 = 0x2000
    static let drops: UInt64 = 0xE000
    static let first: UInt64 = 0x0100
    static let second: UInt64 = 0x0200
    static let third: UInt64 = 0x0400
    static let fourth: UInt64 = 0x0800
}

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// Drop the operands R[B] and R[C] that end with an instruction.
    @inline(__always)
    func dropOperands(_ bits: UInt64) {
        if bits & (FlagBits.dropB | FlagBits.dropC) != 0 {
            if bits & FlagBits.dropB != 0 { clear(fieldB(bits)) }
            if bits & FlagBits.dropC != 0 { clear(fieldC(bits)) }
        }
    }

    /// As `dropOperands` for the operands R[A] and R[B] of a jump or a store.
    @inline(__always)
    func dropSources(_ bits: UInt64) {
        if bits & FlagBits.drops != 0 {
            if bits & FlagBits.dropA != 0 { clear(fieldA(bits)) }
            if bits & FlagBits.dropB != 0 { clear(fieldB(bits)) }
            if bits & FlagBits.dropC != 0 { clear(fieldC(bits)) }
        }
    }

    /// R[A] = value, a new reference, after the operands that end here are dropped. An empty value: nothing is done.
    @inline(__always)
    func finish(_ bits: UInt64, _ value: Register) -> Bool {
        if value == 0 { return false }
        dropOperands(bits)
        set(fieldA(bits), value)
        return true
    }
}
