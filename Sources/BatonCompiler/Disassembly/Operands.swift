extension Disassembler {
    /// What an instruction does, in a form near to the source.
    func operands(_ instruction: Instruction, at index: Int) -> String {
        let (a, b, c) = (instruction.a, instruction.b, instruction.c)
        let flags = instruction.flags
        let isNegated = flags.contains(.negate)
        var text: String
        switch instruction.opcode {
        case .nop, .returnNone, .makeGenerator, .setUpAnnotations: text = ""
        case .loadConstant: text = "\(name(a)) = \(constant(instruction.wide))"
        case .loadInt: text = "\(name(a)) = \(instruction.wide)"
        case .move, .take: text = "\(name(a)) = \(name(b))"
        case .moveTwo: text = "\(list(a, 2)) = \(name(b)), \(name(c))"
        case .clear, .checkBound, .deleteLocal, .makeCell, .popHandled, .returnValue, .reraise, .importStar,
            .printExpression, .loadNamespace, .loadBuildClass, .loadAssertionError:
            text = name(a)
        case .loadGlobal, .loadName: text = "\(name(a)) = \(site(instruction.wide))"
        case .storeGlobal, .storeName: text = "\(site(instruction.wide)) = \(name(a))"
        case .deleteGlobal, .deleteName: text = site(instruction.wide)
        case .copyFreeVariables: text = list(a, b)
        case .loadCell, .loadClassCell: text = "\(name(a)) = \(cellName(c))"
        case .storeCell: text = "\(name(a)) = \(name(b))"
        case .deleteCell: text = cellName(c)
        case .loadAttribute: text = "\(name(a)) = \(name(b)).\(site(c))"
        case .storeAttribute: text = "\(name(a)).\(site(c)) = \(name(b))"
        case .deleteAttribute: text = "\(name(a)).\(site(c))"
        case .loadMethod: text = "\(name(a)), \(name(a + 1)) = \(name(b)).\(site(c))"
        case .getItem: text = "\(name(a)) = \(name(b))[\(name(c))]"
        case .setItem: text = "\(name(a))[\(name(b))] = \(name(c))"
        case .deleteItem: text = "\(name(a))[\(name(b))]"
        case .buildSlice: text = "\(name(a)) = \(list(b, 3))"
        case .negative, .positive, .invert, .not, .getIterator, .listToTuple, .getYieldFromIterator:
            text = "\(name(a)) = \(name(b))"
        case .addInt, .subtractInt: text = "\(name(a)) = \(name(b)), \(instruction.signedC)"
        case .identical, .contains:
            text = "\(name(a)) = \(isNegated ? "not " : "")\(name(b)), \(name(c))"
        case .jump, .jumpBack: text = ""
        case .jumpIf, .jumpIfNone: text = "\(isNegated ? "not " : "")\(name(a))"
        case .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater, .jumpIfGreaterOrEqual,
            .jumpIfIdentical:
            text = "\(isNegated ? "not " : "")\(name(a)), \(name(b))"
        case .jumpIfLessInt, .jumpIfLessOrEqualInt, .jumpIfEqualInt, .jumpIfNotEqualInt, .jumpIfGreaterInt,
            .jumpIfGreaterOrEqualInt:
            text = "\(isNegated ? "not " : "")\(name(a)), \(instruction.signedB)"
        case .forNext: text = "\(name(a)) = next \(name(b))"
        case .unpack: text = "\(list(a, c)) = \(name(b))"
        case .unpackStarred:
            let star = a + (c & 0xFF)
            let rest = (star..<star + 1 + (c >> 8)).enumerated().map { $0 == 0 ? "*\(name($1))" : name($1) }
            text = "\(((a..<star).map { name($0) } + rest).joined(separator: ", ")) = \(name(b))"
        case .buildTuple, .buildList, .buildSet, .buildString: text = "\(name(a)) = \(list(b, c))"
        case .buildDict: text = "\(name(a)) = \(list(b, 2 * c))"
        case .formatValue:
            let conversion = flags.contains(.convertStr) ? "!s" : flags.contains(.convertRepr) ? "!r" : ""
            let shown = flags.contains(.convertASCII) ? "!a" : conversion
            text = "\(name(a)) = \(name(b))\(shown)\(c == 0xFFFF ? "" : ", \(name(c))")"
        case .listAppend, .listExtend, .setAdd, .setUpdate, .dictUpdate, .dictMerge: text = "\(name(a)), \(name(b))"
        case .dictSet: text = "\(name(a))[\(name(b))] = \(name(c))"
        case .makeFunction:
            let count = (flags.rawValue & 0x0F).nonzeroBitCount
            text = "\(name(a)) = \(constant(b))\(count == 0 ? "" : " with \(list(c, count))")"
        case .call: text = "\(name(a))(\(list(a + 1, b)))\(names(c))"
        case .callOne: text = "\(name(a))(\(name(b)))"
        case .callTwo: text = "\(name(a))(\(name(b)), \(name(c)))"
        case .callMethod: text = "\(name(a)), \(name(a + 1))(\(list(a + 2, b)))\(names(c))"
        case .callUnpacked: text = "\(name(a))(*\(name(a + 1)), **\(name(a + 2)))"
        case .yieldValue, .yieldFrom, .pushHandled, .enterWith: text = "\(name(a)) = \(name(b))"
        case .raise: text = [a, b].filter { $0 != 0xFFFF }.map { name($0) }.joined(separator: " from ")
        case .jumpIfNoMatch: text = "\(name(a)), \(name(b))"
        case .splitGroup: text = "\(name(b)), \(name(a)) = \(name(a)) by \(name(c))"
        case .exitWithException: text = "\(name(a)) = \(name(b))(\(name(c)))"
        case .importName: text = "\(name(a)) = \(site(c)), \(name(b)), level \(flags.rawValue)"
        case .importFrom: text = "\(name(a)) = \(name(b)).\(site(c))"
        default: text = "\(name(a)) = \(name(b)), \(name(c))"
        }
        if let target = instruction.target(at: index) { text += text.isEmpty ? "-> \(target)" : " -> \(target)" }
        return text + dropped(instruction)
    }

    private func dropped(_ instruction: Instruction) -> String {
        var names: [String] = []
        if instruction.opcode.mayDropA, instruction.flags.contains(.dropA) { names.append(name(instruction.a)) }
        if instruction.opcode.mayDropB, instruction.flags.contains(.dropB) { names.append(name(instruction.b)) }
        if instruction.opcode.mayDropC, instruction.flags.contains(.dropC) { names.append(name(instruction.c)) }
        return names.isEmpty ? "" : "  drop \(names.joined(separator: ", "))"
    }

    private func list(_ first: Int, _ count: Int) -> String {
        (first..<first + count).map { name($0) }.joined(separator: ", ")
    }

    private func names(_ index: Int) -> String { index == 0xFFFF ? "" : " named \(constant(index))" }

    private func site(_ index: Int) -> String { index < code.sites.count ? code.sites[index] : "?" }

    private func constant(_ index: Int) -> String {
        guard index < code.constants.count else { return "?" }
        let text = code.constants[index].shown
        return text.count > 60 ? text.prefix(59) + "…" : text
    }
}
