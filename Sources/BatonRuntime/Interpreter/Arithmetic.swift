internal import CBaton
internal import CBaton.Host

// Arithmetic out of the loop: floats, mixed operands, ints that overflow, everything that has slots.

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// Empty the operands that end here and hold nothing that is counted.
    @inline(__always)
    func clearEnded(_ bits: UInt64) {
        if bits & (FlagBits.dropB | FlagBits.dropC) != 0 {
            if bits & FlagBits.dropB != 0 { self[fieldB(bits)] = 0 }
            if bits & FlagBits.dropC != 0 { self[fieldC(bits)] = 0 }
        }
    }

    /// R[A] = an int in tagged form, made of two such.
    @inline(__always)
    func finishInt(_ bits: UInt64, _ value: Register) {
        clearEnded(bits)
        set(fieldA(bits), value)
    }

    /// R[A] = an int in tagged form, made of R[B] alone.
    @inline(__always)
    func finishIntOfOne(_ bits: UInt64, _ value: Register) {
        if bits & FlagBits.dropB != 0 { self[fieldB(bits)] = 0 }
        set(fieldA(bits), value)
    }

    /// R[A] = a float; what R[A] or an operand that ends here held is overwritten if nobody else has it.
    @inline(__always)
    func finishFloat(_ bits: UInt64, _ value: Double) -> Bool {
        let target = self + fieldA(bits)
        let old = target.pointee
        if isOwnFloat(old) {
            objectIn(old).as(BtFloatObject.self).pointee.ob_fval = value
            dropOperands(bits)
            return true
        }
        if bits & FlagBits.dropB != 0, isOwnFloat(self[fieldB(bits)]) {
            let float = take(fieldB(bits))
            objectIn(float).as(BtFloatObject.self).pointee.ob_fval = value
            if bits & FlagBits.dropC != 0 { clear(fieldC(bits)) }
            set(fieldA(bits), float)
            return true
        }
        guard let float = makeFloat(value) else { return false }
        dropOperands(bits)
        set(fieldA(bits), register(float))
        return true
    }
}

/// Whether a register holds a float to which there is no other reference.
@inline(__always)
private func isOwnFloat(_ value: Register) -> Bool {
    guard value & 1 == 0, value != 0 else { return false }
    let object = objectIn(value)
    return object.type == BtFloat_Type_() && isOnlyReference(object)
}

/// Whether an object has one reference, which this thread has counted.
@inline(__always)
func isOnlyReference(_ object: Ref) -> Bool {
    object.pointee.ob_ref_local == 1 && object.pointee.ob_owner == _bt_current_thread().pointee.number
        && object.pointee.ob_ref_shared == 0
}

/// The double of a register that holds a float or a tagged int.
@inline(__always)
func doubleIn(_ value: Register) -> Double? {
    if isTagged(value) { return Double(untagged(value)) }
    let object = objectIn(value)
    return object.type == BtFloat_Type_() ? object.double : nil
}

/// The doubles of two operands, one of which at least is a float.
@inline(__always)
private func doubles(_ left: Register, _ right: Register) -> (Double, Double)? {
    if areTagged(left, right) { return nil }
    guard let x = doubleIn(left), let y = doubleIn(right) else { return nil }
    return (x, y)
}

extension Int {
    /// The quotient by a positive number, rounded down.
    @inline(__always)
    func quotient(positive divisor: Int) -> Int {
        if UInt(bitPattern: self | divisor) >> 32 == 0 {
            return Int(UInt32(truncatingIfNeeded: self) / UInt32(truncatingIfNeeded: divisor))
        }
        let (quotient, _) = dividedReportingOverflow(by: divisor)
        return quotient &* divisor > self ? quotient &- 1 : quotient
    }

    /// The remainder by a positive number, which is not negative.
    @inline(__always)
    func modulo(positive divisor: Int) -> Int {
        if UInt(bitPattern: self | divisor) >> 32 == 0 {
            return Int(UInt32(truncatingIfNeeded: self) % UInt32(truncatingIfNeeded: divisor))
        }
        let (remainder, _) = remainderReportingOverflow(dividingBy: divisor)
        return remainder < 0 ? remainder &+ divisor : remainder
    }
}

/// Any binary operator, in place if the instruction says so.
@inline(never)
func binary(_ frame: Frame, _ bits: UInt64, _ slot: NumberSlot, _ inplace: NumberSlot) -> Bool {
    operate(frame, bits) { left, right in
        hasFlag(bits, FlagBits.first)
            ? inplaceOperator(left, right, inplace, slot) : binaryOperator(left, right, slot)
    }
}

/// Box the operands, run `body`, put its result into R[A].
@inline(__always)
private func operate(_ frame: Frame, _ bits: UInt64, _ body: (Ref, Ref) -> Ref?) -> Bool {
    let registers = frame.registers
    guard let left = Operand(registers[fieldB(bits)]) else { return false }
    defer { left.end() }
    guard let right = Operand(registers[fieldC(bits)]) else { return false }
    defer { right.end() }
    return registers.finish(bits, enteringResult(body(left.ref, right.ref)))
}

@inline(never)
func addOthers(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    if let (x, y) = doubles(left, right) { return registers.finishFloat(bits, x + y) }
    if !isTagged(left), !isTagged(right), objectIn(left).type == BtUnicode_Type_(),
        objectIn(right).type == BtUnicode_Type_()
    {
        return addTexts(registers, bits)
    }
    return operate(frame, bits) { hasFlag(bits, FlagBits.first) ? BtNumber_InPlaceAdd($0, $1) : BtNumber_Add($0, $1) }
}

/// Join two str. The left one is made longer where it stands if the target is its only holder.
private func addTexts(_ registers: Registers, _ bits: UInt64) -> Bool {
    let (target, source) = (fieldA(bits), fieldB(bits))
    let isDropped = hasFlag(bits, FlagBits.dropB)
    if target == source || isDropped, source != fieldC(bits) {
        // The register's reference goes into the operation and comes out of it.
        var text: Ref? = objectIn(registers.take(source))
        let part = objectIn(registers[fieldC(bits)])
        if isOnlyReference(text!) {
            appendText(&text, part)
            // On a failure the old text is gone, as in CPython.
            guard let text else { return false }
            if hasFlag(bits, FlagBits.dropC) { registers.clear(fieldC(bits)) }
            registers.set(target, register(text))
            return true
        }
        registers[source] = register(text!)
    }
    let joined = BtUnicode_Concat(objectIn(registers[source]), objectIn(registers[fieldC(bits)]))
    return registers.finish(bits, joined.map(register) ?? 0)
}

@inline(never)
func subtractOthers(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    if let (x, y) = doubles(registers[fieldB(bits)], registers[fieldC(bits)]) {
        return registers.finishFloat(bits, x - y)
    }
    return binary(frame, bits, .subtract, .inplaceSubtract)
}

@inline(never)
func multiplyOthers(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    if let (x, y) = doubles(registers[fieldB(bits)], registers[fieldC(bits)]) {
        return registers.finishFloat(bits, x * y)
    }
    return operate(frame, bits) {
        hasFlag(bits, FlagBits.first) ? BtNumber_InPlaceMultiply($0, $1) : BtNumber_Multiply($0, $1)
    }
}

@inline(never)
func trueDivideOthers(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    if let x = doubleIn(left), let y = doubleIn(right), y != 0 {
        // Two ints divide exactly rounded only if both are doubles exactly.
        let limit = 1 << 53
        if !areTagged(left, right)
            || (untagged(left).magnitude <= limit && untagged(right).magnitude <= limit)
        {
            return registers.finishFloat(bits, x / y)
        }
    }
    return binary(frame, bits, .trueDivide, .inplaceTrueDivide)
}

@inline(never)
func floorDivide(_ frame: Frame, _ bits: UInt64) -> Bool {
    binary(frame, bits, .floorDivide, .inplaceFloorDivide)
}

@inline(never)
func remainder(_ frame: Frame, _ bits: UInt64) -> Bool { binary(frame, bits, .remainder, .inplaceRemainder) }

@inline(never)
func power(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    // The square, which scripts write most; one that overflows is an error.
    if let (x, y) = doubles(registers[fieldB(bits)], registers[fieldC(bits)]), y == 2, (x * x).isFinite {
        return registers.finishFloat(bits, x * x)
    }
    return operate(frame, bits) {
        hasFlag(bits, FlagBits.first) ? BtNumber_InPlacePower($0, $1, noneRef) : BtNumber_Power($0, $1, noneRef)
    }
}

@inline(never)
func leftShift(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    if areTagged(left, right), right < 125 {
        let (value, count) = (untagged(left), untagged(right))
        let shifted = value &<< count
        if shifted &>> count == value, isTaggable(shifted) {
            registers.finishInt(bits, tagged(shifted))
            return true
        }
    }
    return binary(frame, bits, .shiftLeft, .inplaceShiftLeft)
}

@inline(never)
func addInt(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let left = registers[fieldB(bits)]
    if !isTagged(left), let x = doubleIn(left) {
        return registers.finishFloat(bits & ~FlagBits.dropC, x + Double(signedC(bits)))
    }
    return operateWithInt(registers, bits) {
        hasFlag(bits, FlagBits.first) ? BtNumber_InPlaceAdd($0, $1) : BtNumber_Add($0, $1)
    }
}

@inline(never)
func subtractInt(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let left = registers[fieldB(bits)]
    if !isTagged(left), let x = doubleIn(left) {
        return registers.finishFloat(bits & ~FlagBits.dropC, x - Double(signedC(bits)))
    }
    return operateWithInt(registers, bits) {
        hasFlag(bits, FlagBits.first) ? BtNumber_InPlaceSubtract($0, $1) : BtNumber_Subtract($0, $1)
    }
}

/// Box the operand R[B] and the int C, run `body`, put its result into R[A].
@inline(__always)
private func operateWithInt(_ registers: Registers, _ bits: UInt64, _ body: (Ref, Ref) -> Ref?) -> Bool {
    guard let left = Operand(registers[fieldB(bits)]) else { return false }
    defer { left.end() }
    guard let right = makeInt(signedC(bits)) else { return false }
    defer { Bt_DECREF_(right) }
    return registers.finish(bits & ~FlagBits.dropC, enteringResult(body(left.ref, right)))
}

@inline(never)
func negative(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let value = registers[fieldB(bits)]
    if isTagged(value) {
        if isTaggable(-untagged(value)) {
            registers.finishIntOfOne(bits, tagged(-untagged(value)))
            return true
        }
    } else if objectIn(value).type == BtFloat_Type_() {
        return registers.finishFloat(bits & ~FlagBits.dropC, -objectIn(value).double)
    }
    return unary(frame, bits, .negative)
}

@inline(never)
func unary(_ frame: Frame, _ bits: UInt64, _ slot: NumberSlot) -> Bool {
    let registers = frame.registers
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    return registers.finish(bits & ~FlagBits.dropC, enteringResult(unaryOperator(operand.ref, slot)))
}
