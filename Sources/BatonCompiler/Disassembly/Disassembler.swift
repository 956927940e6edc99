/// A listing of a code and those inside it: the number of each instruction, its line where that changes, the opcode, what it
/// does in terms of names, and where it jumps.
public func disassemble(_ code: CompiledCode) -> String {
    var text = Disassembler(code).listing
    for case .code(let inner) in code.constants { text += "\n" + disassemble(inner) }
    return text
}

struct Disassembler {
    let code: CompiledCode
    private let jumpTargets: Set<Int>

    init(_ code: CompiledCode) {
        self.code = code
        var targets = Set(code.handlers.map(\.target))
        for (index, instruction) in code.instructions.enumerated() {
            if let target = instruction.target(at: index) { targets.insert(target) }
        }
        jumpTargets = targets
    }

    var listing: String {
        var text = header + "\n"
        var line: UInt32 = 0
        for (index, instruction) in code.instructions.enumerated() {
            let place = code.positions[index].line
            let shown = place != line && place != 0 ? String(place) : ""
            if place != 0 { line = place }
            let mark = jumpTargets.contains(index) ? ">" : " "
            let row =
                "\(shown.leading(5)) \(mark)\(String(index).leading(4))  "
                + "\("\(instruction.opcode)".trailing(20)) \(operands(instruction, at: index))"
            text += row.withoutTrailingSpaces + "\n"
        }
        for handler in code.handlers {
            text +=
                "      handler \(handler.start)..<\(handler.end) -> \(handler.target), keeps below "
                + "R\(handler.depth), exception in \(name(handler.exception))\n"
        }
        return text
    }

    private var header: String {
        var parts = ["code \(code.qualifiedName)"]
        if code.argumentCount + code.keywordOnlyCount > 0 { parts.append("arguments \(code.argumentCount)") }
        if code.keywordOnlyCount > 0 { parts.append("keyword-only \(code.keywordOnlyCount)") }
        parts.append("registers \(code.registerCount)")
        if code.flags.contains(.generator) { parts.append("generator") }
        if !code.freeNames.isEmpty { parts.append("free \(code.freeNames.joined(separator: " "))") }
        return parts.joined(separator: ", ")
    }

    /// A register as its variable, or as Rn.
    func name(_ register: Int) -> String {
        if register < code.localNames.count { return code.localNames[register] }
        if let cell = code.cellRegisters.firstIndex(of: register) { return "cell(\(cellName(cell)))" }
        return "R\(register)"
    }

    func cellName(_ index: Int) -> String {
        guard index < code.cellRegisters.count else { return "?" }
        return index < code.cellNames.count ? code.cellNames[index] : code.freeNames[index - code.cellNames.count]
    }
}

extension Instruction {
    /// The number of the instruction that this one, the one at `index`, jumps to.
    func target(at index: Int) -> Int? {
        guard opcode.isJump else { return nil }
        return index + 1 + (opcode.hasWideJump ? wide : signedC)
    }
}

extension String {
    fileprivate func leading(_ width: Int) -> String { String(repeating: " ", count: max(width - count, 0)) + self }

    fileprivate func trailing(_ width: Int) -> String { self + String(repeating: " ", count: max(width - count, 0)) }

    fileprivate var withoutTrailingSpaces: String {
        var end = self[...]
        while end.last == " " { end.removeLast() }
        return String(end)
    }
}
