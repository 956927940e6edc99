internal import CBaton
internal import CBaton.Host
internal import Glibc

// Truth, identity and comparisons out of the loop.

/// Whether a value is true, where that needs no call: 1, 0, or -1 for "ask". What gives 1 or 0 is not counted.
@inline(__always)
func quickTruth(_ value: Register) -> Int {
    if isTagged(value) { return value != 1 ? 1 : 0 }
    if value == register(trueRef) { return 1 }
    if value == register(falseRef) || value == register(noneRef) { return 0 }
    return -1
}

/// Whether a value is true: 1, 0, or -1 with an exception set.
@inline(never)
func truth(_ value: Register) -> Int {
    let quick = quickTruth(value)
    if quick >= 0 { return quick }
    let object = objectIn(value)
    let type = object.type
    if type == BtUnicode_Type_() { return BtUnicode_GET_LENGTH_(object) != 0 ? 1 : 0 }
    if type == BtList_Type_() || type == BtTuple_Type_() { return sizeField(object) != 0 ? 1 : 0 }
    if type == BtDict_Type_() { return dictCount(object) != 0 ? 1 : 0 }
    return Int(BtObject_IsTrue(object))
}

/// The truth of R[A] for a jump.
@inline(never)
func truthOfA(_ frame: Frame, _ bits: UInt64) -> Int {
    let result = truth(frame.registers[fieldA(bits)])
    if result >= 0, hasFlag(bits, FlagBits.dropA) { frame.registers.clear(fieldA(bits)) }
    return result
}

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// R[A] = not R[B] where that needs no call; false: nothing has happened.
    @inline(__always)
    func notQuick(_ bits: UInt64) -> Bool {
        let truth = quickTruth(self[fieldB(bits)])
        if truth < 0 { return false }
        clearEnded(bits)
        set(fieldA(bits), register(boolRef(truth == 0)))
        return true
    }
}

@inline(never)
func not(_ frame: Frame, _ bits: UInt64) -> Bool {
    let result = truth(frame.registers[fieldB(bits)])
    if result < 0 { return false }
    return frame.registers.finish(bits & ~FlagBits.dropC, register(boolRef(result == 0)))
}

/// `is`: two ints of the tagged range are one object when they are equal, whatever form they have.
@inline(__always)
func areIdentical(_ left: Register, _ right: Register) -> Bool { left == right }

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// Empty the operand R[A] of a jump that ends here and holds nothing that is counted.
    @inline(__always)
    func clearEndedSource(_ bits: UInt64) {
        if bits & FlagBits.dropA != 0 { self[fieldA(bits)] = 0 }
    }

    /// As clearEndedSource for R[A] and R[B].
    @inline(__always)
    func clearEndedSources(_ bits: UInt64) {
        if bits & (FlagBits.dropA | FlagBits.dropB) != 0 {
            if bits & FlagBits.dropA != 0 { self[fieldA(bits)] = 0 }
            if bits & FlagBits.dropB != 0 { self[fieldB(bits)] = 0 }
        }
    }

    /// R[A] = a bool, made of two ints in tagged form.
    @inline(__always)
    func finishBool(_ bits: UInt64, _ value: Bool) {
        clearEnded(bits)
        set(fieldA(bits), register(boolRef(value)))
    }
}

/// Compare doubles by one of Python's operators.
@inline(__always)
private func compareDoubles(_ x: Double, _ y: Double, _ operation: CInt) -> Bool {
    switch operation {
    case BT_LT: x < y
    case BT_LE: x <= y
    case BT_EQ: x == y
    case BT_NE: x != y
    case BT_GT: x > y
    default: x >= y
    }
}

/// The answer for two floats, or a float and an int that is a double exactly, or two str that are compared for
/// equality: 1 or 0; -1: ask the objects.
@inline(__always)
private func quickComparison(_ left: Register, _ right: Register, _ operation: CInt) -> Int {
    if let x = exactDouble(left), let y = exactDouble(right) { return compareDoubles(x, y, operation) ? 1 : 0 }
    guard operation == BT_EQ || operation == BT_NE, !isTagged(left), !isTagged(right) else { return -1 }
    let (first, second) = (objectIn(left), objectIn(right))
    guard first.type == BtUnicode_Type_(), second.type == BtUnicode_Type_() else { return -1 }
    let isSame = first == second || sameText(first, second)
    return isSame == (operation == BT_EQ) ? 1 : 0
}

/// The double of a float, or of a tagged int below 2^53.
@inline(__always)
private func exactDouble(_ value: Register) -> Double? {
    if isTagged(value) {
        let int = untagged(value)
        return int.magnitude <= 1 << 53 ? Double(int) : nil
    }
    let object = objectIn(value)
    return object.type == BtFloat_Type_() ? object.double : nil
}

/// R[A] = R[B] op R[C].
@inline(never)
func compare(_ frame: Frame, _ bits: UInt64, _ operation: CInt) -> Bool {
    let registers = frame.registers
    let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
    let quick = quickComparison(left, right, operation)
    if quick >= 0 { return registers.finish(bits, register(boolRef(quick > 0))) }
    return registers.finish(bits, enteringResult(richCompare(left, right, operation)))
}

private func richCompare(_ left: Register, _ right: Register, _ operation: CInt) -> Ref? {
    guard let first = Operand(left) else { return nil }
    defer { first.end() }
    guard let second = Operand(right) else { return nil }
    defer { second.end() }
    return BtObject_RichCompare(first.ref, second.ref, operation)
}

/// The truth of `left op right`: 1, 0, or -1 with an exception set.
private func comparisonTruth(_ left: Register, _ right: Register, _ operation: CInt) -> Int {
    let quick = quickComparison(left, right, operation)
    if quick >= 0 { return quick }
    guard let result = richCompare(left, right, operation) else { return -1 }
    let value = entering(result)
    let answer = truth(value)
    drop(value)
    return answer
}

/// The truth of R[A] op R[B] for a jump; the opcode says which comparison.
@inline(never)
func compareOtherSources(_ frame: Frame, _ bits: UInt64) -> Int {
    let registers = frame.registers
    let answer = comparisonTruth(registers[fieldA(bits)], registers[fieldB(bits)], comparisonOfJump(bits))
    if answer >= 0 { registers.dropSources(bits & ~FlagBits.dropC) }
    return answer
}

/// The truth of R[A] op B, an int, for a jump; the opcode says which comparison.
@inline(never)
func compareWithInt(_ frame: Frame, _ bits: UInt64) -> Int {
    let registers = frame.registers
    let answer = comparisonTruth(registers[fieldA(bits)], tagged(signedB(bits)), comparisonOfJump(bits))
    if answer >= 0, hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return answer
}

@inline(never)
func contains(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let given = registers[fieldC(bits)]
    if !isTagged(given), objectIn(given).type == BtDict_Type_(), cachesSites {
        let entry = dictEntry(objectIn(given), registers[fieldB(bits)])
        if entry == dictFailed { return false }
        return registers.finish(bits, register(boolRef((entry >= 0) != hasFlag(bits, FlagBits.first))))
    }
    guard let item = Operand(registers[fieldB(bits)]) else { return false }
    defer { item.end() }
    guard let container = Operand(registers[fieldC(bits)]) else { return false }
    defer { container.end() }
    let found = BtSequence_Contains(container.ref, item.ref)
    if found < 0 { return false }
    return registers.finish(bits, register(boolRef((found != 0) != hasFlag(bits, FlagBits.first))))
}
