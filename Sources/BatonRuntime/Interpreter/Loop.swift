internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// The evaluation loop. It dispatches: short fast paths stand here, all else is one call away. What a slow path returns:
//
//   Bool      false: an exception is set
//   Int       1 yes, 0 no, -1 an exception is set
//   Frame?    the frame to go on with; nil: an exception is set
//
// Before anything that may raise or run code, `pc` is stored in the frame: `frame.at(pc)`. Each case goes on with `continue`;
// what falls out of the switch has set an exception, or `next`, the frame to go on with.

/// Run a frame, and those that it calls, until it ends or, if it is a generator's, yields. The value, a new reference;
/// 0: an exception is set.
func run(_ state: ThreadRef, _ entry: Frame) -> Register {
    var frame = entry
    var registers = frame.registers
    var pc = frame.pointee.pc.unsafelyUnwrapped

    while true {
        var next: Frame?
        running: while true {
            var bits = pc.pointee
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
            case .moveTwo:
                registers.moveTwo(bits)
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
            case .deleteLocal:
                frame.pointee.pc = pc
                if registers[fieldA(bits)] != 0 {
                    registers.clear(fieldA(bits))
                    continue
                }
                raiseUnbound(frame, bits)

            // MARK: Names

            case .loadGlobal:
                let site = frame.sites + wideField(bits)
                let value = cachedGlobal(frame, site)
                if value != 0 {
                    registers.set(fieldA(bits), value)
                    continue
                }
                if loadGlobal(frame.at(pc), bits) { continue }
            case .storeGlobal:
                if storeGlobal(frame.at(pc), bits) { continue }
            case .deleteGlobal:
                if deleteGlobal(frame.at(pc), bits) { continue }
            case .loadName:
                if frame.pointee.names == frame.pointee.function.pointee.globals {
                    let value = cachedGlobal(frame, frame.sites + wideField(bits))
                    if value != 0 {
                        registers.set(fieldA(bits), value)
                        continue
                    }
                }
                if loadName(frame.at(pc), bits) { continue }
            case .storeName:
                if storeName(frame.at(pc), bits) { continue }
            case .deleteName:
                if deleteName(frame.at(pc), bits) { continue }
            case .loadNamespace:
                registers.set(fieldA(bits), register(newReference(namespace(frame))))
                continue

            // MARK: Cells

            case .makeCell:
                if makeCell(frame.at(pc).registers, bits) { continue }
            case .copyFreeVariables:
                copyFreeVariables(frame, bits)
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
                if deleteCell(frame.at(pc), bits) { continue }
            case .loadClassCell:
                if loadClassCell(frame.at(pc), bits) { continue }

            // MARK: Attributes and items

            case .loadAttribute:
                let object = registers[fieldB(bits)]
                if !isTagged(object) {
                    let site = frame.sites + fieldC(bits)
                    var value = cachedAttribute(objectIn(object), site)
                    if value == 0 { value = cachedOfModule(objectIn(object), site) }
                    if value != 0 {
                        if hasFlag(bits, FlagBits.dropB) {
                            frame.pointee.pc = pc
                            registers.clear(fieldB(bits))
                        }
                        registers.set(fieldA(bits), value)
                        continue
                    }
                }
                let entered = loadAttribute(state, frame.at(pc), bits)
                if entered == frame { continue }
                next = entered
            case .storeAttribute:
                if storeAttribute(frame.at(pc), bits) { continue }
            case .deleteAttribute:
                if deleteAttribute(frame.at(pc), bits) { continue }
            case .loadMethod:
                frame.pointee.pc = pc
                if registers.loadCachedMethod(bits, frame.sites + fieldC(bits)) || loadMethod(frame, bits) { continue }
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
                if getItem(frame.at(pc), bits) { continue }
            case .setItem:
                if setItem(frame.at(pc), bits) { continue }
            case .deleteItem:
                if deleteItem(frame.at(pc), bits) { continue }
            case .buildSlice:
                if buildSlice(frame.at(pc).registers, bits) { continue }

            // MARK: Arithmetic

            case .negative:
                if negative(frame.at(pc), bits) { continue }
            case .positive:
                if unary(frame.at(pc), bits, .positive) { continue }
            case .invert:
                if registers.invertInt(bits) || unary(frame.at(pc), bits, .invert) { continue }
            case .not:
                if registers.notQuick(bits) || not(frame.at(pc), bits) { continue }
            case .add:
                if registers.addInts(bits) || add(frame.at(pc), bits) { continue }
            case .subtract:
                if registers.subtractInts(bits) || subtract(frame.at(pc), bits) { continue }
            case .multiply:
                if registers.multiplyInts(bits) || multiply(frame.at(pc), bits) { continue }
            case .trueDivide:
                if trueDivide(frame.at(pc), bits) { continue }
            case .floorDivide:
                if registers.floorDivideInts(bits) || floorDivide(frame.at(pc), bits) { continue }
            case .remainder:
                if registers.remainderOfInts(bits) || remainder(frame.at(pc), bits) { continue }
            case .power:
                if power(frame.at(pc), bits) { continue }
            case .matrixMultiply:
                if binary(frame.at(pc), bits, .matrixMultiply, .inplaceMatrixMultiply) { continue }
            case .leftShift:
                if leftShift(frame.at(pc), bits) { continue }
            case .rightShift:
                if registers.rightShiftInts(bits) || binary(frame.at(pc), bits, .shiftRight, .inplaceShiftRight) {
                    continue
                }
            case .bitAnd:
                if registers.combineInts(bits, { $0 & $1 }) || binary(frame.at(pc), bits, .and, .inplaceAnd) {
                    continue
                }
            case .bitOr:
                if registers.combineInts(bits, { $0 | $1 }) || binary(frame.at(pc), bits, .or, .inplaceOr) { continue }
            case .bitXor:
                if registers.combineInts(bits, { $0 ^ $1 | 1 }) || binary(frame.at(pc), bits, .xor, .inplaceXor) {
                    continue
                }
            case .addInt:
                if registers.addConstant(bits) || addInt(frame.at(pc), bits) { continue }
            case .subtractInt:
                if registers.subtractConstant(bits) || subtractInt(frame.at(pc), bits) { continue }

            // MARK: Comparing

            case .less:
                if registers.compareInts(bits, { $0 < $1 }) || compare(frame.at(pc), bits, BT_LT) { continue }
            case .lessOrEqual:
                if registers.compareInts(bits, { $0 <= $1 }) || compare(frame.at(pc), bits, BT_LE) { continue }
            case .equal:
                if registers.compareInts(bits, { $0 == $1 }) || compare(frame.at(pc), bits, BT_EQ) { continue }
            case .notEqual:
                if registers.compareInts(bits, { $0 != $1 }) || compare(frame.at(pc), bits, BT_NE) { continue }
            case .greater:
                if registers.compareInts(bits, { $0 > $1 }) || compare(frame.at(pc), bits, BT_GT) { continue }
            case .greaterOrEqual:
                if registers.compareInts(bits, { $0 >= $1 }) || compare(frame.at(pc), bits, BT_GE) { continue }
            case .identical:
                frame.pointee.pc = pc
                let same = areIdentical(registers[fieldB(bits)], registers[fieldC(bits)])
                registers.dropOperands(bits)
                registers.set(fieldA(bits), register(boolRef(same != hasFlag(bits, FlagBits.first))))
                continue
            case .contains:
                if contains(frame.at(pc), bits) { continue }

            // MARK: Jumping

            case .jump:
                pc += wideField(bits)
                continue
            case .jumpBack:
                if jump(frame, &pc, wideField(bits)) { continue }
            case .jumpIf:
                var truth = quickTruth(registers[fieldA(bits)])
                if truth >= 0 {
                    registers.clearEndedSource(bits)
                } else {
                    frame.pointee.pc = pc
                    truth = truthOfA(frame, bits)
                    if truth < 0 { break running }
                }
                if (truth != 0) == hasFlag(bits, FlagBits.first) || jump(frame, &pc, wideField(bits)) { continue }
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
                if (truth != 0) == hasFlag(bits, FlagBits.first) || jump(frame, &pc, signedC(bits)) { continue }
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
                if (truth != 0) == hasFlag(bits, FlagBits.first) || jump(frame, &pc, signedC(bits)) { continue }

            // MARK: Iterating

            case .getIterator:
                if getIterator(frame.at(pc).registers, bits) { continue }
            case .forNext:
                let found = advanceRange(frame, registers, bits, pc) ? 1 : forNext(state, frame.at(pc), bits)
                if found == 0 { continue }
                if found > 0, safePoint(frame, pc) {
                    pc += signedC(bits)
                    continue
                }
            case .unpack:
                if unpack(frame.at(pc), bits) { continue }
            case .unpackStarred:
                if unpackStarred(frame.at(pc), bits) { continue }

            // MARK: Building

            case .buildTuple:
                if buildTuple(frame.at(pc).registers, bits) { continue }
            case .buildList:
                if buildList(frame.at(pc).registers, bits) { continue }
            case .buildSet:
                if buildSet(frame.at(pc).registers, bits) { continue }
            case .buildDict:
                if buildDict(frame.at(pc).registers, bits) { continue }
            case .buildString:
                if buildString(frame.at(pc).registers, bits) { continue }
            case .formatValue:
                if formatValue(frame.at(pc), bits) { continue }
            case .listAppend:
                if listAppend(frame.at(pc).registers, bits) { continue }
            case .listExtend:
                if listExtend(frame.at(pc).registers, bits) { continue }
            case .setAdd:
                if setAdd(frame.at(pc).registers, bits) { continue }
            case .setUpdate:
                if setUpdate(frame.at(pc).registers, bits) { continue }
            case .dictSet:
                if dictSet(frame.at(pc).registers, bits) { continue }
            case .dictUpdate:
                if dictUpdate(frame.at(pc).registers, bits) { continue }
            case .dictMerge:
                if dictMergeKeywords(frame.at(pc).registers, bits) { continue }
            case .listToTuple:
                if listToTuple(frame.at(pc).registers, bits) { continue }

            // MARK: Functions

            case .makeFunction:
                if makeFunction(frame.at(pc), bits) { continue }
            case .callOne, .callTwo:
                frame.pointee.pc = pc
                let isOfTwo = UInt8(truncatingIfNeeded: bits) == Opcode.callTwo.rawValue
                if isFunctionOfC(registers[fieldA(bits)]) {
                    let after =
                        isOfTwo ? callFunctionOfTwo(state, frame, bits) : callFunctionOfOne(state, frame, bits)
                    guard let after else { break running }
                    pc = after
                    continue
                }
                bits = placeVariables(registers, bits, isOfTwo ? 2 : 1)
                fallthrough
            case .call:
                frame.pointee.pc = pc
                let window = registers + fieldA(bits)
                if let entered = quickCall(state, frame, window, window, fieldB(bits), fieldC(bits)) {
                    goOn(in: entered, &frame, &registers, &pc)
                    continue
                }
                if fieldC(bits) == 0xFFFF, isFunctionOfC(window.pointee) {
                    guard let after = callFunction(state, frame, bits, window + 1) else { break running }
                    pc = after
                    continue
                }
                next = call(state, frame, bits)
            case .callMethod:
                frame.pointee.pc = pc
                let window = registers + fieldA(bits)
                // What is called stands in the second place if it is no method.
                let count = fieldB(bits) &+ (window.pointee != 0 ? 1 : 0)
                let callee = window + (window.pointee != 0 ? 0 : 1)
                if let entered = quickCall(state, frame, window, callee, count, fieldC(bits)) {
                    goOn(in: entered, &frame, &registers, &pc)
                    continue
                }
                if window.pointee == 0, fieldC(bits) == 0xFFFF, isFunctionOfC(callee.pointee) {
                    guard let after = callFunction(state, frame, bits, callee + 1) else { break running }
                    pc = after
                    continue
                }
                next = callMethodWindow(state, frame, bits)
            case .callUnpacked:
                next = callUnpacked(state, frame.at(pc), bits)
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
                    goOn(in: back, &frame, &registers, &pc)
                    continue
                }
                if kind == BT_FRAME_ENTRY { return finishEntry(state, frame, value) }
                next = finishInitializer(state, frame, value)
                if next == nil { frame = state.frame.unsafelyUnwrapped }
            case .makeGenerator:
                frame.pointee.pc = pc
                let kind = frame.pointee.kind
                let back = frame.pointee.back
                let result = frame.pointee.result
                let generator = makeGenerator(state, frame)
                if generator == 0 { break running }
                if kind == BT_FRAME_ENTRY { return generator }
                result.unsafelyUnwrapped.pointee = generator
                next = back
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
                if getYieldFromIterator(frame.at(pc).registers, bits) { continue }
            case .loadBuildClass:
                if loadBuildClass(frame.at(pc), bits) { continue }

            // MARK: Exceptions

            case .raise:
                frame.pointee.pc = pc
                raiseStatement(state, frame, bits)
            case .reraise:
                frame.pointee.pc = pc
                frame.pointee.keeps_traceback = 1
                setRaised(objectIn(registers.take(fieldA(bits))))
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
            case .splitGroup:
                if splitGroup(frame.at(pc).registers, bits) { continue }
            case .joinGroup:
                if joinGroup(frame.at(pc).registers, bits) { continue }
            case .enterWith:
                if enterWith(frame.at(pc).registers, bits) { continue }
            case .exitWithException:
                if exitWithException(frame.at(pc).registers, bits) { continue }
            case .loadAssertionError:
                registers.set(fieldA(bits), register(_bt_exc_AssertionError_().ref))
                continue

            // MARK: The rest

            case .importName:
                if importName(frame.at(pc), bits) { continue }
            case .importFrom:
                if importFrom(frame.at(pc), bits) { continue }
            case .importStar:
                if importStar(frame.at(pc), bits) { continue }
            case .setUpAnnotations:
                if setUpAnnotations(frame.at(pc)) { continue }
            case .printExpression:
                if printExpression(frame.at(pc), bits) { continue }
            }
            break
        }
        guard let entered = next ?? unwind(state, frame) else { return 0 }
        goOn(in: entered, &frame, &registers, &pc)
    }
}
