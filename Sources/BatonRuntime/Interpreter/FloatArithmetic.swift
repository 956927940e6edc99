internal import CBaton
internal import CBaton.Host

// Arithmetic and comparisons of two floats. A float to which a register has the only reference is written over where it
// stands: nobody can see that.

/// Whether two registers hold floats.
@inline(__always)
func areFloats(_ left: Register, _ right: Register) -> Bool {
    guard (left | right) & 1 == 0 else { return false }
    return objectIn(left).type == BtFloat_Type_() && objectIn(right).type == BtFloat_Type_()
}

/// Whether an object that is a float has one reference.
@inline(__always)
private func isOwn(_ float: Register) -> Bool { isOnlyReference(objectIn(float)) }

@inline(__always)
private func double(_ float: Register) -> Double { objectIn(float).double }

/// A new float where there is memory at once.
@inline(__always)
private func floatAtOnce(_ value: Double) -> Register? {
    guard let memory = allocateAtOnce(MemoryLayout<BtFloatObject>.size, kind: Int(BT_KIND_PLAIN)) else { return nil }
    let float = memory.assumingMemoryBound(to: BtFloatObject.self)
    _bt_object_init_head(float.ref, BtFloat_Type_())
    float.pointee.ob_fval = value
    return register(float.ref)
}

/// Drop a float.
@inline(__always)
private func dropFloat(_ float: Register) {
    if isOwn(float) { freeObject(objectIn(float)) } else { Bt_DECREF_(objectIn(float)) }
}

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// R[A] = a float made of the floats R[B] and R[C]; false: MemoryError is set. What is most frequent calls nothing.
    @inline(__always)
    func finishFloats(_ bits: UInt64, _ left: Register, _ right: Register, _ value: Double) -> Bool {
        let old = self[fieldA(bits)]
        let drops = bits & (FlagBits.dropB | FlagBits.dropC)
        if old == 0 {
            if drops == 0, let float = floatAtOnce(value) {
                self[fieldA(bits)] = float
                return true
            }
        } else if !isTagged(old), objectIn(old).type == BtFloat_Type_(), isOwn(old) {
            objectIn(old).as(BtFloatObject.self).pointee.ob_fval = value
            if drops == 0 { return true }
        }
        return finishFloatsInSteps(bits, left, right, value)
    }

    @inline(never)
    private func finishFloatsInSteps(_ bits: UInt64, _ left: Register, _ right: Register, _ value: Double) -> Bool {
        let old = self[fieldA(bits)]
        if old != 0, !isTagged(old), objectIn(old).type == BtFloat_Type_(), isOwn(old) {
            objectIn(old).as(BtFloatObject.self).pointee.ob_fval = value
            endFloats(bits, left, right)
            return true
        }
        if hasFlag(bits, FlagBits.dropB), isOwn(left) {
            objectIn(left).as(BtFloatObject.self).pointee.ob_fval = value
            self[fieldB(bits)] = 0
            endFloats(bits & ~FlagBits.dropB, left, right)
            set(fieldA(bits), left)
            return true
        }
        guard let float = makeFloat(value) else { return false }
        endFloats(bits, left, right)
        set(fieldA(bits), register(float))
        return true
    }

    /// Drop the operands R[B] and R[C] that end here, which are floats.
    @inline(__always)
    func endFloats(_ bits: UInt64, _ left: Register, _ right: Register) {
        if bits & (FlagBits.dropB | FlagBits.dropC) == 0 { return }
        if hasFlag(bits, FlagBits.dropB) {
            self[fieldB(bits)] = 0
            dropFloat(left)
        }
        if hasFlag(bits, FlagBits.dropC) {
            self[fieldC(bits)] = 0
            dropFloat(right)
        }
    }
}

@inline(never)
func add(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    guard areFloats(left, right) else { return addOthers(frame, bits) }
    return registers.finishFloats(bits, left, right, double(left) + double(right))
}

@inline(never)
func subtract(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    guard areFloats(left, right) else { return subtractOthers(frame, bits) }
    return registers.finishFloats(bits, left, right, double(left) - double(right))
}

@inline(never)
func multiply(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    guard areFloats(left, right) else { return multiplyOthers(frame, bits) }
    return registers.finishFloats(bits, left, right, double(left) * double(right))
}

@inline(never)
func trueDivide(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    guard areFloats(left, right), double(right) != 0 else { return trueDivideOthers(frame, bits) }
    return registers.finishFloats(bits, left, right, double(left) / double(right))
}

/// The truth of R[A] op R[B] for a jump; the opcode says which comparison. -1: an exception is set.
@inline(never)
func compareSources(_ frame: Frame, _ bits: UInt64) -> Int {
    let registers = frame.registers
    let (left, right) = (registers[fieldA(bits)], registers[fieldB(bits)])
    guard areFloats(left, right) else { return compareOtherSources(frame, bits) }
    let truth = holds(bits, double(left), double(right))
    if hasFlag(bits, FlagBits.dropA) {
        registers[fieldA(bits)] = 0
        dropFloat(left)
    }
    if hasFlag(bits, FlagBits.dropB) {
        registers[fieldB(bits)] = 0
        dropFloat(right)
    }
    return truth
}

/// Whether the comparison of a jump on one holds for two doubles: 1 or 0.
@inline(__always)
private func holds(_ bits: UInt64, _ left: Double, _ right: Double) -> Int {
    // A NaN has a relation of its own, for which != alone holds.
    let relation: UInt64 = left < right ? 1 : left == right ? 2 : left > right ? 4 : 8
    // For <, <=, ==, !=, >, >=: the relations for which it holds, four bits each.
    let masks: UInt64 = 1 | 3 << 4 | 2 << 8 | 13 << 12 | 4 << 16 | 6 << 20
    return masks &>> (UInt64(jumpNumber(bits)) &* 4) & relation != 0 ? 1 : 0
}
