internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// The evaluation loop. It dispatches: short fast paths stand here, all else is one call away. What a slow path returns:
//
//   Bool      false: an exception is set
//   Int       1 yes, 0 no, -1 an exception is set
//   Frame?    the frame to go on with; nil: an exception is set
//
// Before anything that may raise or run code, `pc` is stored in the frame.

/// Whether a safe point has something to do; false: an exception is set.
@inline(__always)
private func safePoint() -> Bool { BtEval_SafePoint() == 0 }

/// Whether a comparison of two ints holds: 1 or 0. The jumps on comparisons stand in one order, from `first` on.
@inline(__always)
private func holds(_ bits: UInt64, _ first: Opcode, _ left: Int64, _ right: Int64) -> Int {
    let relation: UInt64 = left < right ? 1 : left == right ? 2 : 4
    // For <, <=, ==, !=, >, >=: the relations for which it holds, three bits each.
    let masks: UInt64 = 1 | 3 << 3 | 2 << 6 | 5 << 9 | 4 << 12 | 6 << 15
    let number = UInt64(UInt8(truncatingIfNeeded: bits) &- first.rawValue)
    return masks &>> (number &* 3) & relation != 0 ? 1 : 0
}

/// Run a frame, and those that it calls, until it ends or, if it is a generator's, yields. The value, a new reference;
/// 0: an exception is set.
func run(_ state: ThreadRef, _ entry: Frame) -> Register {
    var frame = entry
    var registers = frame.registers
    var pc = frame.pointee.pc.unsafelyUnwrapped

    while true {
        running: while true {
            let bits = pc.pointee
            pc += 1
            switch Instruction(bits: bits).opcode {
            // MARK: Moving

            case .nop:
                continue
            case .loadConstant:
                let value = frame.constants[wideField(bits)]
                retain(value)
                registers.set(fieldA(bits), value)
                continue
            case .loadInt:
                registers.set(fieldA(bits), tagged(wideField(bits)))
                continue
            case .move:
                let value = registers[fieldB(bits)]
                retain(value)
                registers.set(fieldA(bits), value)
                continue
            case .take:
                registers.set(fieldA(bits), registers.take(fieldB(bits)))
                continue
            case .clear:
                registers.clear(fieldA(bits))
                continue
            case .checkBound:
                if registers[fieldA(bits)] != 0 { continue }
                frame.pointee.pc = pc
                raiseUnbound(frame, bits)
                break running
            case .deleteLocal:
                frame.pointee.pc = pc
                if registers[fieldA(bits)] != 0 {
                    registers.clear(fieldA(bits))
                    continue
                }
                raiseUnbound(frame, bits)
                break running

            // MARK: Names

            case .loadGlobal:
                let site = frame.sites + wideField(bits)
                let value = cachedGlobal(frame, site)
                if value != 0 {
                    registers.set(fieldA(bits), value)
                    continue
                }
                frame.pointee.pc = pc
                if loadGlobal(frame, bits) { continue }
                break running
            case .storeGlobal:
                frame.pointee.pc = pc
                if storeGlobal(frame, bits) { continue }
                break running
            case .deleteGlobal:
                frame.pointee.pc = pc
                if deleteGlobal(frame, bits) { continue }
                break running
            case .loadName:
                if frame.pointee.names == frame.pointee.function.pointee.globals {
                    let value = cachedGlobal(frame, frame.sites + wideField(bits))
                    if value != 0 {
                        registers.set(fieldA(bits), value)
                        continue
                    }
                }
                frame.pointee.pc = pc
                if loadName(frame, bits) { continue }
                break running
            case .storeName:
                frame.pointee.pc = pc
                if storeName(frame, bits) { continue }
                break running
            case .deleteName:
                frame.pointee.pc = pc
                if deleteName(frame, bits) { continue }
                break running
            case .loadNamespace:
                registers.set(fieldA(bits), register(newReference(namespace(frame))))
                continue

            // MARK: Cells

            case .makeCell:
                frame.pointee.pc = pc
                if makeCell(registers, bits) { continue }
                break running
            case .copyFreeVariables:
                let closure = frame.pointee.function.pointee.closure.unsafelyUnwrapped
                var index = 0
                while index < fieldB(bits) {
                    let cell = newReference(BtTuple_GET_ITEM_(closure, index).unsafelyUnwrapped)
                    registers.set(fieldA(bits) &+ index, register(cell))
                    index &+= 1
                }
                continue
            case .loadCell:
                let value = objectIn(registers[fieldB(bits)]).as(BtCellObject.self).pointee.value
                if value != 0 {
                    retain(value)
                    registers.set(fieldA(bits), value)
                    continue
                }
                frame.pointee.pc = pc
                raiseEmptyCell(frame, fieldC(bits))
                break running
            case .storeCell:
                let value = registers[fieldB(bits)]
                let cell = objectIn(registers[fieldA(bits)]).as(BtCellObject.self)
                let old = cell.pointee.value
                if hasFlag(bits, FlagBits.dropB) { registers[fieldB(bits)] = 0 } else { retain(value) }
                cell.pointee.value = value
                frame.pointee.pc = pc
                drop(old)
                continue
            case .deleteCell:
                frame.pointee.pc = pc
                if deleteCell(frame, bits) { continue }
                break running
            case .loadClassCell:
                frame.pointee.pc = pc
                if loadClassCell(frame, bits) { continue }
                break running

            // MARK: Attributes and items

            case .loadAttribute:
                let object = registers[fieldB(bits)]
                if !isTagged(object) {
                    let value = cachedAttribute(objectIn(object), frame.sites + fieldC(bits))
                    if value != 0 {
                        if hasFlag(bits, FlagBits.dropB) {
                            frame.pointee.pc = pc
                            registers.clear(fieldB(bits))
                        }
                        registers.set(fieldA(bits), value)
                        continue
                    }
                }
                frame.pointee.pc = pc
                if let next = loadAttribute(state, frame, bits) {
                    if next == frame { continue }
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                break running
            case .storeAttribute:
                frame.pointee.pc = pc
                if storeAttribute(frame, bits) { continue }
                break running
            case .deleteAttribute:
                frame.pointee.pc = pc
                if deleteAttribute(frame, bits) { continue }
                break running
            case .loadMethod:
                let object = registers[fieldB(bits)]
                if !isTagged(object) {
                    let site = frame.sites + fieldC(bits)
                    if let method = cachedMethod(objectIn(object), site) {
                        let target = fieldA(bits)
                        if hasFlag(bits, FlagBits.dropB) {
                            registers[fieldB(bits)] = 0
                        } else {
                            Bt_INCREF_(objectIn(object))
                        }
                        registers.set(target, register(newReference(method)))
                        registers.set(target &+ 1, object)
                        continue
                    }
                }
                frame.pointee.pc = pc
                if loadMethod(frame, bits) { continue }
                break running
            case .getItem:
                let value = quickItem(registers[fieldB(bits)], registers[fieldC(bits)])
                if value != 0 {
                    if bits & (FlagBits.dropB | FlagBits.dropC) != 0 {
                        frame.pointee.pc = pc
                        registers.dropOperands(bits)
                    }
                    registers.set(fieldA(bits), value)
                    continue
                }
                frame.pointee.pc = pc
                if getItem(frame, bits) { continue }
                break running
            case .setItem:
                frame.pointee.pc = pc
                if setItem(frame, bits) { continue }
                break running
            case .deleteItem:
                frame.pointee.pc = pc
                if deleteItem(frame, bits) { continue }
                break running
            case .buildSlice:
                frame.pointee.pc = pc
                if buildSlice(registers, bits) { continue }
                break running

            // MARK: Arithmetic

            case .negative:
                frame.pointee.pc = pc
                if negative(frame, bits) { continue }
                break running
            case .positive:
                frame.pointee.pc = pc
                if unary(frame, bits, .positive) { continue }
                break running
            case .invert:
                let value = registers[fieldB(bits)]
                if isTagged(value) {
                    registers.finishInt(bits, ~value | 1)
                    continue
                }
                frame.pointee.pc = pc
                if unary(frame, bits, .invert) { continue }
                break running
            case .not:
                let truth = quickTruth(registers[fieldB(bits)])
                if truth >= 0 {
                    registers.clearEnded(bits)
                    registers.set(fieldA(bits), register(boolRef(truth == 0)))
                    continue
                }
                frame.pointee.pc = pc
                if not(frame, bits) { continue }
                break running
            case .add:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    let (sum, overflows) = Int64(bitPattern: left &- 1).addingReportingOverflow(
                        Int64(bitPattern: right))
                    if !overflows {
                        registers.finishInt(bits, Register(bitPattern: sum))
                        continue
                    }
                }
                frame.pointee.pc = pc
                if add(frame, bits) { continue }
                break running
            case .subtract:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    let (difference, overflows) = Int64(bitPattern: left)
                        .subtractingReportingOverflow(Int64(bitPattern: right &- 1))
                    if !overflows {
                        registers.finishInt(bits, Register(bitPattern: difference))
                        continue
                    }
                }
                frame.pointee.pc = pc
                if subtract(frame, bits) { continue }
                break running
            case .multiply:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    let (product, overflows) = Int64(bitPattern: left &- 1)
                        .multipliedReportingOverflow(by: Int64(untagged(right)))
                    if !overflows {
                        registers.finishInt(bits, Register(bitPattern: product) | 1)
                        continue
                    }
                }
                frame.pointee.pc = pc
                if multiply(frame, bits) { continue }
                break running
            case .trueDivide:
                frame.pointee.pc = pc
                if trueDivide(frame, bits) { continue }
                break running
            case .floorDivide:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right), Int64(bitPattern: right) > 1 {
                    let (x, y) = (untagged(left), untagged(right))
                    // SAFETY: because the divisor is positive, so neither 0 nor -1.
                    let quotient = x.quotient(positive: y)
                    registers.finishInt(bits, tagged(quotient))
                    continue
                }
                frame.pointee.pc = pc
                if floorDivide(frame, bits) { continue }
                break running
            case .remainder:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right), Int64(bitPattern: right) > 1 {
                    registers.finishInt(bits, tagged(untagged(left).modulo(positive: untagged(right))))
                    continue
                }
                frame.pointee.pc = pc
                if remainder(frame, bits) { continue }
                break running
            case .power:
                frame.pointee.pc = pc
                if power(frame, bits) { continue }
                break running
            case .matrixMultiply:
                frame.pointee.pc = pc
                if binary(frame, bits, .matrixMultiply, .inplaceMatrixMultiply) { continue }
                break running
            case .leftShift:
                frame.pointee.pc = pc
                if leftShift(frame, bits) { continue }
                break running
            case .rightShift:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right), right < 127 {
                    registers.finishInt(bits, tagged(untagged(left) &>> untagged(right)))
                    continue
                }
                frame.pointee.pc = pc
                if binary(frame, bits, .shiftRight, .inplaceShiftRight) { continue }
                break running
            case .bitAnd:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishInt(bits, left & right)
                    continue
                }
                frame.pointee.pc = pc
                if binary(frame, bits, .and, .inplaceAnd) { continue }
                break running
            case .bitOr:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishInt(bits, left | right)
                    continue
                }
                frame.pointee.pc = pc
                if binary(frame, bits, .or, .inplaceOr) { continue }
                break running
            case .bitXor:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishInt(bits, left ^ right | 1)
                    continue
                }
                frame.pointee.pc = pc
                if binary(frame, bits, .xor, .inplaceXor) { continue }
                break running
            case .addInt:
                let left = registers[fieldB(bits)]
                if isTagged(left) {
                    let (sum, overflows) = Int64(bitPattern: left).addingReportingOverflow(Int64(signedC(bits) &<< 1))
                    if !overflows {
                        registers.finishIntOfOne(bits, Register(bitPattern: sum))
                        continue
                    }
                }
                frame.pointee.pc = pc
                if addInt(frame, bits) { continue }
                break running
            case .subtractInt:
                let left = registers[fieldB(bits)]
                if isTagged(left) {
                    let (difference, overflows) = Int64(bitPattern: left)
                        .subtractingReportingOverflow(Int64(signedC(bits) &<< 1))
                    if !overflows {
                        registers.finishIntOfOne(bits, Register(bitPattern: difference))
                        continue
                    }
                }
                frame.pointee.pc = pc
                if subtractInt(frame, bits) { continue }
                break running

            // MARK: Comparing

            case .less:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, Int64(bitPattern: left) < Int64(bitPattern: right))
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_LT) { continue }
                break running
            case .lessOrEqual:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, Int64(bitPattern: left) <= Int64(bitPattern: right))
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_LE) { continue }
                break running
            case .equal:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, left == right)
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_EQ) { continue }
                break running
            case .notEqual:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, left != right)
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_NE) { continue }
                break running
            case .greater:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, Int64(bitPattern: left) > Int64(bitPattern: right))
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_GT) { continue }
                break running
            case .greaterOrEqual:
                let (left, right) = (registers[fieldB(bits)], registers[fieldC(bits)])
                if areTagged(left, right) {
                    registers.finishBool(bits, Int64(bitPattern: left) >= Int64(bitPattern: right))
                    continue
                }
                frame.pointee.pc = pc
                if compare(frame, bits, BT_GE) { continue }
                break running
            case .identical:
                frame.pointee.pc = pc
                let same = areIdentical(registers[fieldB(bits)], registers[fieldC(bits)])
                registers.dropOperands(bits)
                registers.set(fieldA(bits), register(boolRef(same != hasFlag(bits, FlagBits.first))))
                continue
            case .contains:
                frame.pointee.pc = pc
                if contains(frame, bits) { continue }
                break running

            // MARK: Jumping

            case .jump:
                pc += wideField(bits)
                continue
            case .jumpBack:
                frame.pointee.pc = pc
                if !safePoint() { break running }
                pc += wideField(bits)
                continue
            case .jumpIf:
                var truth = quickTruth(registers[fieldA(bits)])
                if truth >= 0 {
                    registers.clearEndedSource(bits)
                } else {
                    frame.pointee.pc = pc
                    truth = truthOfA(frame, bits)
                    if truth < 0 { break running }
                }
                if (truth != 0) != hasFlag(bits, FlagBits.first) {
                    let distance = wideField(bits)
                    if distance < 0 {
                        frame.pointee.pc = pc
                        if !safePoint() { break running }
                    }
                    pc += distance
                }
                continue
            case .jumpIfNone:
                let value = registers[fieldA(bits)]
                if hasFlag(bits, FlagBits.dropA) {
                    frame.pointee.pc = pc
                    registers.clear(fieldA(bits))
                }
                if (value == register(noneRef)) != hasFlag(bits, FlagBits.first) { pc += wideField(bits) }
                continue
            case .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual:
                let (left, right) = (registers[fieldA(bits)], registers[fieldB(bits)])
                let truth: Int
                if areTagged(left, right) {
                    truth = holds(bits, .jumpIfLess, Int64(bitPattern: left), Int64(bitPattern: right))
                    registers.clearEndedSources(bits)
                } else {
                    frame.pointee.pc = pc
                    truth = compareSources(frame, bits)
                    if truth < 0 { break running }
                }
                if (truth != 0) != hasFlag(bits, FlagBits.first) {
                    let distance = signedC(bits)
                    if distance < 0 {
                        frame.pointee.pc = pc
                        if !safePoint() { break running }
                    }
                    pc += distance
                }
                continue
            case .jumpIfIdentical:
                frame.pointee.pc = pc
                let same = areIdentical(registers[fieldA(bits)], registers[fieldB(bits)])
                registers.dropSources(bits)
                if same != hasFlag(bits, FlagBits.first) { pc += signedC(bits) }
                continue
            case .jumpIfLessInt, .jumpIfLessOrEqualInt, .jumpIfEqualInt, .jumpIfNotEqualInt, .jumpIfGreaterInt,
                .jumpIfGreaterOrEqualInt:
                let left = registers[fieldA(bits)]
                let truth: Int
                if isTagged(left) {
                    truth = holds(bits, .jumpIfLessInt, Int64(untagged(left)), Int64(signedB(bits)))
                    registers.clearEndedSource(bits)
                } else {
                    frame.pointee.pc = pc
                    truth = compareWithInt(frame, bits)
                    if truth < 0 { break running }
                }
                if (truth != 0) != hasFlag(bits, FlagBits.first) {
                    let distance = signedC(bits)
                    if distance < 0 {
                        frame.pointee.pc = pc
                        if !safePoint() { break running }
                    }
                    pc += distance
                }
                continue

            // MARK: Iterating

            case .getIterator:
                frame.pointee.pc = pc
                if getIterator(registers, bits) { continue }
                break running
            case .forNext:
                let iterator = objectIn(registers[fieldB(bits)])
                if iterator.type == BtRangeIter_Type_() {
                    let fields = iterator.as(BtRangeIterObject_.self)
                    let left = fields.pointee.left
                    let value = fields.pointee.start
                    if left > 0, isTaggable(value) {
                        fields.pointee.start = value &+ fields.pointee.step
                        fields.pointee.left = left &- 1
                        let old = registers[fieldA(bits)]
                        registers[fieldA(bits)] = tagged(value)
                        let distance = signedC(bits)
                        if isTagged(old) || old == 0 {
                            if BtEval_SafePoint() == 0 {
                                pc += distance
                                continue
                            }
                        } else {
                            frame.pointee.pc = pc
                            Bt_DECREF_(objectIn(old))
                            if safePoint() {
                                pc += distance
                                continue
                            }
                        }
                        frame.pointee.pc = pc
                        break running
                    }
                }
                frame.pointee.pc = pc
                let found = forNext(state, frame, bits)
                if found > 0 {
                    if !safePoint() { break running }
                    pc += signedC(bits)
                    continue
                }
                if found == 0 { continue }
                break running
            case .unpack:
                frame.pointee.pc = pc
                if unpack(frame, bits) { continue }
                break running
            case .unpackStarred:
                frame.pointee.pc = pc
                if unpackStarred(frame, bits) { continue }
                break running

            // MARK: Building

            case .buildTuple:
                frame.pointee.pc = pc
                if buildTuple(registers, bits) { continue }
                break running
            case .buildList:
                frame.pointee.pc = pc
                if buildList(registers, bits) { continue }
                break running
            case .buildSet:
                frame.pointee.pc = pc
                if buildSet(registers, bits) { continue }
                break running
            case .buildDict:
                frame.pointee.pc = pc
                if buildDict(registers, bits) { continue }
                break running
            case .buildString:
                frame.pointee.pc = pc
                if buildString(registers, bits) { continue }
                break running
            case .formatValue:
                frame.pointee.pc = pc
                if formatValue(frame, bits) { continue }
                break running
            case .listAppend:
                frame.pointee.pc = pc
                if listAppend(registers, bits) { continue }
                break running
            case .listExtend:
                frame.pointee.pc = pc
                if listExtend(registers, bits) { continue }
                break running
            case .setAdd:
                frame.pointee.pc = pc
                if setAdd(registers, bits) { continue }
                break running
            case .setUpdate:
                frame.pointee.pc = pc
                if setUpdate(registers, bits) { continue }
                break running
            case .dictSet:
                frame.pointee.pc = pc
                if dictSet(registers, bits) { continue }
                break running
            case .dictUpdate:
                frame.pointee.pc = pc
                if dictUpdate(registers, bits) { continue }
                break running
            case .dictMerge:
                frame.pointee.pc = pc
                if dictMergeKeywords(registers, bits) { continue }
                break running
            case .listToTuple:
                frame.pointee.pc = pc
                if listToTuple(registers, bits) { continue }
                break running

            // MARK: Functions

            case .makeFunction:
                frame.pointee.pc = pc
                if makeFunction(frame, bits) { continue }
                break running
            case .call:
                frame.pointee.pc = pc
                let window = registers + fieldA(bits)
                if let next = quickCall(state, frame, window, window + 1, fieldB(bits), fieldC(bits)) {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                if fieldC(bits) == 0xFFFF, isFunctionOfC(window.pointee) {
                    if callFunction(frame, bits) {
                        // A clear of the result that nobody wants is done.
                        pc = frame.pointee.pc
                        continue
                    }
                    break running
                }
                if let next = call(state, frame, bits) {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                break running
            case .callMethod:
                frame.pointee.pc = pc
                let window = registers + fieldA(bits)
                if window.pointee != 0,
                    let next = quickCall(state, frame, window, window + 1, fieldB(bits) &+ 1, fieldC(bits))
                {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                if let next = callMethodWindow(state, frame, bits) {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                break running
            case .callUnpacked:
                frame.pointee.pc = pc
                if let next = callUnpacked(state, frame, bits) {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                break running
            case .returnValue, .returnNone:
                frame.pointee.pc = pc
                let value =
                    Instruction(bits: bits).opcode == .returnNone ? register(noneRef) : registers.take(fieldA(bits))
                let kind = frame.pointee.kind
                if kind == BT_FRAME_CALL {
                    let result = frame.pointee.result.unsafelyUnwrapped
                    let back = frame.pointee.back.unsafelyUnwrapped
                    leaveFrame(state, frame)
                    result.pointee = value
                    frame = back
                    registers = frame.registers
                    pc = frame.pointee.pc
                    continue
                }
                if kind == BT_FRAME_ENTRY { return finishEntry(state, frame, value) }
                if let next = finishInitializer(state, frame, value) {
                    frame = next
                    registers = next.registers
                    pc = next.pointee.pc
                    continue
                }
                frame = state.frame.unsafelyUnwrapped
                break running
            case .makeGenerator:
                frame.pointee.pc = pc
                let kind = frame.pointee.kind
                let back = frame.pointee.back
                let result = frame.pointee.result
                let generator = makeGenerator(state, frame)
                if generator == 0 { break running }
                if kind == BT_FRAME_ENTRY { return generator }
                result.unsafelyUnwrapped.pointee = generator
                frame = back.unsafelyUnwrapped
                registers = frame.registers
                pc = frame.pointee.pc
                continue
            case .yieldValue:
                frame.pointee.pc = pc
                let value = registers.take(fieldB(bits))
                suspendGenerator(state, frame)
                return value
            case .yieldFrom:
                frame.pointee.pc = pc
                let status = delegate(state, frame, bits)
                if status == 0 { continue }
                if status < 0 { break running }
                let value = takeSent(frame)
                suspendGenerator(state, frame)
                return value
            case .getYieldFromIterator:
                frame.pointee.pc = pc
                if getYieldFromIterator(registers, bits) { continue }
                break running
            case .loadBuildClass:
                frame.pointee.pc = pc
                if loadBuildClass(frame, bits) { continue }
                break running

            // MARK: Exceptions

            case .raise:
                frame.pointee.pc = pc
                raiseStatement(state, frame, bits)
                break running
            case .reraise:
                frame.pointee.pc = pc
                frame.pointee.keeps_traceback = 1
                setRaised(objectIn(registers.take(fieldA(bits))))
                break running
            case .pushHandled:
                pushHandled(state, frame, bits)
                continue
            case .popHandled:
                frame.pointee.pc = pc
                popHandled(state, frame, bits)
                continue
            case .jumpIfNoMatch:
                frame.pointee.pc = pc
                let matches = matchesException(registers, bits)
                if matches < 0 { break running }
                if matches == 0 { pc += signedC(bits) }
                continue
            case .enterWith:
                frame.pointee.pc = pc
                if enterWith(registers, bits) { continue }
                break running
            case .exitWithException:
                frame.pointee.pc = pc
                if exitWithException(registers, bits) { continue }
                break running
            case .loadAssertionError:
                registers.set(fieldA(bits), register(_bt_exc_AssertionError_().ref))
                continue

            // MARK: The rest

            case .importName:
                frame.pointee.pc = pc
                if importName(frame, bits) { continue }
                break running
            case .importFrom:
                frame.pointee.pc = pc
                if importFrom(frame, bits) { continue }
                break running
            case .importStar:
                frame.pointee.pc = pc
                if importStar(frame, bits) { continue }
                break running
            case .setUpAnnotations:
                frame.pointee.pc = pc
                if setUpAnnotations(frame) { continue }
                break running
            case .printExpression:
                frame.pointee.pc = pc
                if printExpression(frame, bits) { continue }
                break running
            }
        }
        guard let handler = unwind(state, frame) else { return 0 }
        frame = handler
        registers = frame.registers
        pc = frame.pointee.pc
    }
}
