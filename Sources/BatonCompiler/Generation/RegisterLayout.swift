/// Where the variable of a name is.
enum Place {
    case local(Int)
    /// A cell in a register; the cell's number in the code.
    case cell(register: Int, index: Int)
    /// A free variable of a class body, which the body's own names hide.
    case classCell(register: Int, index: Int)
    case global
    /// The frame's namespace, then globals and builtins.
    case name
}

/// Which register each variable of a scope gets: parameters, other local variables, cells.
struct RegisterLayout {
    var places: [String: Place] = [:]
    var localNames: [String] = []
    var cellNames: [String] = []
    var freeNames: [String] = []
    var cellRegisters: [Int] = []
    var registerCount = 0

    init(_ scope: Scope) {
        if scope.isFunctionLike {
            localNames = scope.parameters
            for (register, name) in localNames.enumerated() { places[name] = .local(register) }
            for name in scope.names where scope.symbols[name]?.resolution == .local && places[name] == nil {
                places[name] = .local(localNames.count)
                localNames.append(name)
            }
        }
        registerCount = localNames.count
        cells(scope)
        for (name, symbol) in scope.symbols where places[name] == nil {
            places[name] = symbol.resolution == .globalExplicit || scope.isFunctionLike ? .global : .name
        }
    }

    private mutating func cells(_ scope: Scope) {
        if scope.isFunctionLike {
            cellNames = scope.symbols.filter { $0.value.resolution == .cell }.map(\.key).sorted()
        } else if scope.needsClassCell {
            cellNames = ["__class__"]
        }
        freeNames = scope.symbols.filter { $0.value.resolution == .free || $0.value.passesThrough }.map(\.key).sorted()
        for (index, name) in cellNames.enumerated() {
            if scope.isFunctionLike, case .local(let register)? = places[name] {
                cellRegisters.append(register)
            } else {
                cellRegisters.append(registerCount)
                registerCount += 1
            }
            if scope.isFunctionLike { places[name] = .cell(register: cellRegisters[index], index: index) }
        }
        for name in freeNames {
            let index = cellRegisters.count
            cellRegisters.append(registerCount)
            if scope.symbols[name]?.passesThrough != true {
                places[name] =
                    scope.kind == .classBody
                    ? .classCell(register: registerCount, index: index) : .cell(register: registerCount, index: index)
            }
            registerCount += 1
        }
    }
}
