/// From instructions with labels to code: shorter ways, distances, and longer forms where distances do not fit.
extension CodeGenerator {
    func assemble() {
        var goals = threadedTargets()
        invertJumpsOverJumps(&goals)
        let isReached = reachedInstructions(goals)
        let addresses = layOut(goals, isReached)
        code.instructions.reserveCapacity(addresses[instructions.count])
        code.positions.reserveCapacity(addresses[instructions.count])
        for index in instructions.indices {
            let size = addresses[index + 1] - addresses[index]
            if size == 0 { continue }
            let goal = goals[index]
            if goal < 0 {
                code.instructions.append(instructions[index].withSite(from: sites.names.count))
            } else {
                jump(instructions[index], from: addresses[index], to: addresses[goal], size: size)
            }
            for _ in 0..<size { code.positions.append(positions[index]) }
        }
        code.sites = sites.names + wideSites.names
        for handler in handlers {
            guard let target = labels[handler.target.index].instruction, isReached[target] else { continue }
            for segment in handler.segments {
                let (start, end) = (addresses[segment.lowerBound], addresses[segment.upperBound])
                if start == end { continue }
                code.handlers.append(
                    CompiledCode.Handler(
                        start: start, end: end, target: addresses[target], depth: handler.depth,
                        exception: handler.exception))
            }
        }
    }

    /// The instruction that each jump leads to in the end, or -1 for other instructions.
    private func threadedTargets() -> [Int] {
        targets.indices.map { index in
            var label = targets[index]
            guard label >= 0 else { return -1 }
            var goal = labels[Int(label)].instruction!
            // A jump to a jump goes where that goes; a few steps, since jumps may go in circles.
            for _ in 0..<8 {
                guard goal < instructions.count, instructions[goal].opcode == .jump, goal != index else { break }
                label = targets[goal]
                goal = labels[Int(label)].instruction!
            }
            return goal
        }
    }

    /// A condition that jumps over a jump is the opposite one that takes it: `if …: break`.
    private func invertJumpsOverJumps(_ goals: inout [Int]) {
        var isTarget = [Bool](repeating: false, count: instructions.count + 1)
        for goal in goals where goal >= 0 { isTarget[goal] = true }
        for label in labels {
            if let instruction = label.instruction, label.bound == nil { isTarget[instruction] = true }
        }
        for index in instructions.indices.dropLast() where goals[index] == index + 2 {
            guard instructions[index].opcode.canNegate, instructions[index + 1].opcode == .jump, !isTarget[index + 1]
            else { continue }
            instructions[index] = instructions[index].negated
            goals[index] = goals[index + 1]
            // The jump that was jumped over leads to the next instruction, and is left out.
            goals[index + 1] = index + 2
        }
    }

    /// Which instructions can be reached, by jumps and by exceptions.
    private func reachedInstructions(_ goals: [Int]) -> [Bool] {
        // For each instruction where the innermost handler around it begins. Inner handlers come first.
        var catching = [Int](repeating: -1, count: instructions.count)
        for handler in handlers.reversed() {
            let target = labels[handler.target.index].instruction!
            for segment in handler.segments {
                for index in segment { catching[index] = target }
            }
        }
        var isReached = [Bool](repeating: false, count: instructions.count + 1)
        var pending = [0]
        while var index = pending.popLast() {
            while index < instructions.count, !isReached[index] {
                isReached[index] = true
                if goals[index] >= 0 { pending.append(goals[index]) }
                // A jump backwards is a safe point, which may raise.
                let mayRaise = instructions[index].opcode.mayRaise || 0...index ~= goals[index]
                if catching[index] >= 0, mayRaise { pending.append(catching[index]) }
                if instructions[index].opcode.endsFlow { break }
                index += 1
            }
        }
        return isReached
    }

    /// The address of each instruction, and the one after the last.
    private func layOut(_ goals: [Int], _ isReached: [Bool]) -> [Int] {
        var sizes = instructions.indices.map { isReached[$0] ? 1 : 0 }
        for index in instructions.indices.reversed() where instructions[index].opcode == .jump {
            if goals[index] > index, !sizes[index + 1..<goals[index]].contains(where: { $0 > 0 }) { sizes[index] = 0 }
        }
        var addresses = [Int](repeating: 0, count: instructions.count + 1)
        while true {
            for index in instructions.indices { addresses[index + 1] = addresses[index] + sizes[index] }
            var isStable = true
            for index in instructions.indices where goals[index] >= 0 && sizes[index] == 1 {
                let instruction = instructions[index]
                let distance = addresses[goals[index]] - addresses[index] - 1
                if !instruction.opcode.hasWideJump, Int16(exactly: distance) == nil {
                    sizes[index] = instruction.opcode.canNegate ? 2 : 3
                    isStable = false
                }
            }
            if isStable { return addresses }
        }
    }

    private func jump(_ instruction: Instruction, from address: Int, to goal: Int, size: Int) {
        let far = goal - address - size
        switch size {
        case 1: code.instructions.append(instruction.jumping(far))
        case 2:
            // Around a far jump, if the condition is not met.
            code.instructions.append(instruction.negated.jumping(1))
            code.instructions.append(Instruction(far < 0 ? .jumpBack : .jump, 0, wide: far))
        default:
            code.instructions.append(instruction.jumping(1))
            code.instructions.append(Instruction(.jump, 0, wide: 1))
            code.instructions.append(Instruction(far < 0 ? .jumpBack : .jump, 0, wide: far))
        }
    }
}

extension Opcode {
    /// Whether the distance is BC, else it is C.
    var hasWideJump: Bool {
        switch self {
        case .jump, .jumpBack, .jumpIf, .jumpIfNone: true
        default: false
        }
    }

    /// Whether it jumps at all.
    var isJump: Bool { hasWideJump || canNegate || self == .forNext || self == .jumpIfNoMatch }

    fileprivate var canNegate: Bool {
        switch self {
        case .jumpIf, .jumpIfNone, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqual, .jumpIfNotEqual, .jumpIfGreater,
            .jumpIfGreaterOrEqual, .jumpIfIdentical, .jumpIfLessInt, .jumpIfLessOrEqualInt, .jumpIfEqualInt,
            .jumpIfNotEqualInt, .jumpIfGreaterInt, .jumpIfGreaterOrEqualInt:
            true
        default: false
        }
    }
}

extension Instruction {
    /// The instruction with the number that its wide site has behind `count` others.
    fileprivate func withSite(from count: Int) -> Instruction {
        switch opcode {
        case .loadGlobal, .storeGlobal, .deleteGlobal, .loadName, .storeName, .deleteName:
            Instruction(opcode, flags: flags, a, wide: wide + count)
        default: self
        }
    }

    fileprivate func jumping(_ distance: Int) -> Instruction {
        if opcode.hasWideJump {
            let isBack = opcode == .jump && distance < 0
            return Instruction(isBack ? .jumpBack : opcode, flags: flags, a, wide: distance)
        }
        return Instruction(opcode, flags: flags, a, b, distance)
    }

    fileprivate var negated: Instruction {
        Instruction(opcode, flags: flags.symmetricDifference(.negate), a, b, c)
    }
}
