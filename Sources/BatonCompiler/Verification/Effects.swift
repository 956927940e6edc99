/// What an instruction does to the registers, as `Opcode` says it: the verifier's and the disassembler's view.
struct Effects {
    /// Registers that must hold something.
    var reads: [Int] = []
    /// Registers that must hold something and are empty after it.
    var takes: [Int] = []
    /// Registers that hold something after it.
    var writes: [Int] = []
    /// Registers that are empty after it, whatever they held.
    var empties: [Int] = []
    /// Registers that must be empty, because what they hold is not dropped.
    var fresh: [Int] = []
    /// A register from which on nothing may be in use, besides what is taken.
    var ceiling: Int?
}

extension Effects {
    init(_ instruction: Instruction) {
        let (a, b, c) = (instruction.a, instruction.b, instruction.c)
        let flags = instruction.flags
        switch instruction.opcode {
        case .nop, .deleteGlobal, .deleteName, .jump, .jumpBack, .returnNone, .makeGenerator, .setUpAnnotations: break
        case .loadConstant, .loadInt, .loadGlobal, .loadName, .loadNamespace, .loadBuildClass, .loadAssertionError:
            writes = [a]
        case .move, .loadAttribute, .negative, .positive, .invert, .not, .addInt, .subtractInt, .getIterator,
            .listToTuple, .getYieldFromIterator, .importName, .importFrom, .loadCell, .loadClassCell:
            reads = [b]
            writes = [a]
        case .moveTwo:
            reads = [b, c]
            fresh = [a, a + 1]
            writes = fresh
        case .take:
            takes = [b]
            writes = [a]
        case .clear: empties = [a]
        // Reads a register that may be empty.
        case .checkBound: writes = [a]
        case .deleteLocal: empties = [a]
        case .storeGlobal, .storeName, .deleteCell, .deleteAttribute, .jumpIf, .jumpIfNone, .importStar,
            .printExpression, .jumpIfLessInt, .jumpIfLessOrEqualInt, .jumpIfEqualInt, .jumpIfNotEqualInt,
            .jumpIfGreaterInt, .jumpIfGreaterOrEqualInt:
            reads = [a]
        case .makeCell: writes = [a]
        case .copyFreeVariables: writes = Array(a..<a + b)
        case .storeCell, .storeAttribute, .deleteItem, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual,
            .jumpIfGreater, .jumpIfGreaterOrEqual, .jumpIfIdentical, .jumpIfNoMatch, .listAppend, .setAdd,
            .setUpdate, .dictUpdate:
            reads = [a, b]
        case .loadMethod:
            reads = [b]
            empties = [a]
            writes = [a + 1]
        case .add, .subtract, .multiply, .trueDivide, .floorDivide, .remainder, .power, .matrixMultiply, .leftShift,
            .rightShift, .bitAnd, .bitOr, .bitXor, .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual,
            .identical, .contains, .getItem, .exitWithException, .joinGroup:
            reads = [b, c]
            writes = [a]
        case .setItem, .dictSet, .dictMerge: reads = [a, b, c]
        case .listExtend: reads = flags.contains(.forCall) ? [a, b, c] : [a, b]
        case .buildSlice:
            takes = [b, b + 1, b + 2]
            writes = [a]
        // The item is there on the way that jumps alone.
        case .forNext: reads = [b]
        case .unpack:
            reads = [b]
            writes = Array(a..<a + c)
        case .unpackStarred:
            reads = [b]
            writes = Array(a..<a + (c & 0xFF) + 1 + (c >> 8))
        case .buildTuple, .buildList, .buildSet, .buildString:
            takes = Array(b..<b + c)
            writes = [a]
        case .buildDict:
            takes = Array(b..<b + 2 * c)
            writes = [a]
        case .formatValue:
            reads = c == 0xFFFF ? [b] : [b, c]
            writes = [a]
        case .makeFunction:
            let count = (flags.rawValue & 0x0F).nonzeroBitCount
            takes = Array(c..<c + count)
            writes = [a]
        case .call:
            takes = Array(a...a + b)
            writes = [a]
            ceiling = a + b + 1
        case .callOne:
            reads = [b]
            takes = [a]
            fresh = [a + 1]
            writes = [a]
            ceiling = a + 1
        case .callTwo:
            reads = [b, c]
            takes = [a]
            fresh = [a + 1, a + 2]
            writes = [a]
            ceiling = a + 1
        // R[A] is empty if the attribute was no method.
        case .callMethod:
            empties = [a]
            takes = Array(a + 1...a + 1 + b)
            writes = [a]
            ceiling = a + b + 2
        case .callUnpacked:
            takes = [a, a + 1]
            empties = [a + 2]
            writes = [a]
            ceiling = a + 3
        case .returnValue: takes = [a]
        case .yieldValue:
            takes = [b]
            writes = [a]
        case .yieldFrom:
            takes = [b]
            writes = [a]
        case .raise: reads = [a, b].filter { $0 != 0xFFFF }
        case .reraise: takes = [a]
        case .pushHandled:
            reads = [b]
            writes = [a]
        case .popHandled: takes = [a]
        case .splitGroup:
            reads = [a, c]
            writes = [a, b]
        case .enterWith:
            reads = [b]
            writes = [a, a + 1]
        }
        if flags.contains(.dropA), instruction.opcode.mayDropA { empties.append(a) }
        if flags.contains(.dropB), instruction.opcode.mayDropB { empties.append(b) }
        if flags.contains(.dropC), instruction.opcode.mayDropC { empties.append(c) }
    }
}

extension Opcode {
    /// Which drop flags mean something here; `importName` uses the bits for its level.
    var mayDropA: Bool {
        switch self {
        case .storeGlobal, .storeName, .storeAttribute, .deleteAttribute, .setItem, .deleteItem, .jumpIf, .jumpIfNone,
            .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual,
            .jumpIfIdentical, .jumpIfLessInt, .jumpIfLessOrEqualInt, .jumpIfEqualInt, .jumpIfNotEqualInt,
            .jumpIfGreaterInt, .jumpIfGreaterOrEqualInt, .importStar, .printExpression:
            true
        default: false
        }
    }

    var mayDropB: Bool {
        switch self {
        case .storeCell, .loadAttribute, .storeAttribute, .loadMethod, .getItem, .setItem, .deleteItem, .negative,
            .positive, .invert, .not, .addInt, .subtractInt, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual,
            .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual, .jumpIfIdentical, .getIterator, .unpack,
            .unpackStarred, .formatValue, .listAppend, .listExtend, .setAdd, .setUpdate, .dictSet, .dictUpdate,
            .dictMerge, .listToTuple, .getYieldFromIterator, .pushHandled, .jumpIfNoMatch, .enterWith,
            .exitWithException, .importFrom:
            true
        default: isBinary
        }
    }

    var mayDropC: Bool {
        switch self {
        case .getItem, .setItem, .formatValue, .dictSet, .dictMerge, .exitWithException, .splitGroup, .joinGroup: true
        default: isBinary
        }
    }

    /// Whether an exception can come from it.
    var mayRaise: Bool {
        switch self {
        case .nop, .loadConstant, .loadInt, .move, .moveTwo, .take, .clear, .jump, .returnValue, .returnNone,
            .popHandled,
            .pushHandled, .copyFreeVariables:
            false
        default: true
        }
    }

    /// R[A] = R[B] <operation> R[C]
    var isBinary: Bool {
        switch self {
        case .add, .subtract, .multiply, .trueDivide, .floorDivide, .remainder, .power, .matrixMultiply, .leftShift,
            .rightShift, .bitAnd, .bitOr, .bitXor, .less, .lessOrEqual, .equal, .notEqual, .greater, .greaterOrEqual,
            .identical, .contains:
            true
        default: false
        }
    }
}
