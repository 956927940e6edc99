/// Checks a code as the evaluation loop trusts it: by running it with nothing but "empty", "full" or "either" in each
/// register.
///
/// No instruction reads an empty register; temporaries are the same at every join, and empty where the code returns; drop
/// flags name no variable and no register twice; jumps, handlers, constants, sites and registers are in range.
public struct CodeVerifier {
    /// What a register holds.
    private enum State: UInt8 {
        case empty
        case full
        case either
    }

    private let code: CompiledCode
    private let variableCount: Int
    private var states: [[State]?]
    /// For each instruction the innermost handler around it, or -1.
    private var catching: [Int]
    private var pending: [Int] = []
    private var problems: [String] = []

    /// What is wrong with a code and those inside it: nothing, if the compiler is right.
    public static func problems(in code: CompiledCode) -> [String] {
        var verifier = CodeVerifier(code)
        verifier.run()
        var problems = verifier.problems.map { "\(code.qualifiedName): \($0)" }
        for case .code(let inner) in code.constants { problems += self.problems(in: inner) }
        return problems
    }

    private init(_ code: CompiledCode) {
        self.code = code
        variableCount = max(code.localNames.count, (code.cellRegisters.max() ?? -1) + 1)
        states = [[State]?](repeating: nil, count: code.instructions.count)
        catching = [Int](repeating: -1, count: code.instructions.count)
    }

    private mutating func report(_ index: Int, _ text: String) {
        problems.append("\(index) \(code.instructions[index].opcode): \(text)")
    }

    private mutating func run() {
        guard !code.instructions.isEmpty else {
            problems.append("no instructions")
            return
        }
        if code.registerCount > 0xFF00 { problems.append("too many registers") }
        if code.positions.count != code.instructions.count { problems.append("positions are missing") }
        checkHandlers()
        guard problems.isEmpty else { return }
        for (number, handler) in code.handlers.enumerated().reversed() {
            for index in handler.start..<handler.end { catching[index] = number }
        }
        var start = [State](repeating: .empty, count: code.registerCount)
        let parameters =
            code.argumentCount + code.keywordOnlyCount
            + (code.flags.contains(.hasVariablePositional) ? 1 : 0)
            + (code.flags.contains(.hasVariableKeyword) ? 1 : 0)
        for register in 0..<parameters { start[register] = .full }
        flow(start, to: 0, from: 0)
        while let index = pending.popLast(), problems.count < 20 { step(index) }
        for (index, state) in states.enumerated() where state == nil && problems.isEmpty {
            report(index, "is never reached")
        }
    }

    private mutating func checkHandlers() {
        for handler in code.handlers {
            let count = code.instructions.count
            if handler.start >= handler.end || handler.end > count || handler.target >= count {
                problems.append("a handler is out of range")
            }
            if handler.depth < variableCount || handler.exception < handler.depth
                || handler.exception >= code.registerCount
            {
                problems.append("a handler's registers are out of range")
            }
        }
    }

    private mutating func flow(_ state: [State], to index: Int, from source: Int) {
        guard index >= 0, index < code.instructions.count else {
            report(source, "goes on outside of the code, at \(index)")
            return
        }
        guard let known = states[index] else {
            states[index] = state
            pending.append(index)
            return
        }
        if known == state { return }
        var merged = known
        for register in state.indices where known[register] != state[register] {
            if register >= variableCount, known[register] != .either || state[register] != .either {
                report(source, "joins \(index) with R\(register) \(state[register]), not \(known[register])")
                return
            }
            merged[register] = .either
        }
        if merged != known {
            states[index] = merged
            pending.append(index)
        }
    }

    private mutating func step(_ index: Int) {
        guard var state = states[index] else { return }
        let instruction = code.instructions[index]
        let effects = Effects(instruction)
        let before = problems.count
        checkNumbers(instruction, effects, index)
        guard problems.count == before else { return }
        raise(state, instruction, index)
        for register in effects.reads + effects.takes where state[register] != .full {
            report(index, "reads R\(register), which is \(state[register])")
        }
        for register in effects.fresh where state[register] != .empty {
            report(index, "writes over R\(register), which is \(state[register])")
        }
        checkDrops(instruction, effects, index)
        if let ceiling = effects.ceiling, let used = state[ceiling...].firstIndex(where: { $0 != .empty }) {
            report(index, "has R\(used) in use above its window")
        }
        for register in effects.takes { state[register] = .empty }
        for register in effects.empties where !effects.writes.contains(register) { state[register] = .empty }
        for register in effects.writes { state[register] = .full }
        if instruction.opcode == .loadMethod { state[instruction.a] = .either }
        leave(state, instruction, index)
    }

    /// What an exception finds: instructions may have emptied what they take, or not.
    private mutating func raise(_ state: [State], _ instruction: Instruction, _ index: Int) {
        guard instruction.opcode.mayRaise, catching[index] >= 0 else { return }
        let handler = code.handlers[catching[index]]
        var state = state
        for register in handler.depth..<code.registerCount { state[register] = .empty }
        state[handler.exception] = .full
        for register in variableCount..<max(handler.depth, variableCount) where state[register] == .either {
            report(index, "may raise with R\(register) in doubt")
        }
        flow(state, to: handler.target, from: index)
    }

    private mutating func leave(_ state: [State], _ instruction: Instruction, _ index: Int) {
        switch instruction.opcode {
        case .returnValue, .returnNone:
            if let used = state[variableCount...].firstIndex(where: { $0 != .empty }) {
                report(index, "returns with R\(used) in use")
            }
        case .raise, .reraise: break
        case .jump, .jumpBack: flow(state, to: index + 1 + instruction.wide, from: index)
        case .forNext:
            var (item, end) = (state, state)
            item[instruction.a] = .full
            end[instruction.b] = .empty
            flow(item, to: index + 1 + instruction.signedC, from: index)
            flow(end, to: index + 1, from: index)
        default:
            if instruction.opcode.isJump {
                let distance = instruction.opcode.hasWideJump ? instruction.wide : instruction.signedC
                flow(state, to: index + 1 + distance, from: index)
            }
            flow(state, to: index + 1, from: index)
        }
    }

    private mutating func checkNumbers(_ instruction: Instruction, _ effects: Effects, _ index: Int) {
        var registers = effects.reads + effects.takes + effects.writes + effects.empties
        if instruction.opcode == .forNext { registers.append(instruction.a) }
        for register in registers where register >= code.registerCount {
            report(index, "uses R\(register) of \(code.registerCount)")
        }
        for (kind, number) in instruction.indices {
            let count: Int
            switch kind {
            case .constant: count = code.constants.count
            case .site: count = code.sites.count
            case .cell: count = code.cellRegisters.count
            }
            if number < 0 || number >= count { report(index, "names \(kind) \(number) of \(count)") }
        }
        if instruction.opcode == .jump, instruction.wide < 0 { report(index, "jumps back") }
        if instruction.opcode == .jumpBack, instruction.wide >= 0 { report(index, "jumps forward") }
    }

    private mutating func checkDrops(_ instruction: Instruction, _ effects: Effects, _ index: Int) {
        let opcode = instruction.opcode
        var dropped: [Int] = []
        if opcode.mayDropA, instruction.flags.contains(.dropA) { dropped.append(instruction.a) }
        if opcode.mayDropB, instruction.flags.contains(.dropB) { dropped.append(instruction.b) }
        if opcode.mayDropC, instruction.flags.contains(.dropC) { dropped.append(instruction.c) }
        if Set(dropped).count < dropped.count { report(index, "drops a register twice") }
        for register in dropped {
            if register < variableCount { report(index, "drops the variable R\(register)") }
            if effects.takes.contains(register) { report(index, "drops R\(register), which it takes") }
            if effects.writes.contains(register) { report(index, "drops R\(register), which it writes") }
        }
        if opcode != .returnValue {
            for register in effects.takes where register < variableCount {
                report(index, "takes the variable R\(register)")
            }
        }
    }
}
