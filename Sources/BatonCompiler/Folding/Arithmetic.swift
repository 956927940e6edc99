import BatonSyntax

/// Operations on constants; nothing where the running program is to do them.
enum Arithmetic {
    static func fold(_ operation: UnaryOperator, _ operand: CompiledConstant) -> CompiledConstant? {
        switch (operation, operand) {
        case (.not, _): .bool(!operand.truth)
        case (.minus, .int(let value)): value == .min ? nil : .int(-value)
        case (.minus, .float(let value)): .float(-value)
        case (.minus, .complex(let real, let imaginary)): .complex(-real, -imaginary)
        case (.plus, .int), (.plus, .float), (.plus, .bigInt), (.plus, .complex): operand
        case (.invert, .int(let value)): .int(~value)
        case (.invert, .bool(let value)): .int(value ? -2 : -1)
        default: nil
        }
    }

    static func fold(
        _ left: CompiledConstant, _ operation: BinaryOperator, _ right: CompiledConstant
    ) -> CompiledConstant? {
        switch (left, right) {
        case (.int(let left), .int(let right)): ints(left, operation, right)
        case (.float(let left), .float(let right)): floats(left, operation, right)
        case (.float(let left), .int(let right)):
            exact(right).flatMap { floats(left, operation, $0) }
        case (.int(let left), .float(let right)):
            exact(left).flatMap { floats($0, operation, right) }
        case (.complex, _), (_, .complex):
            if let left = parts(left), let right = parts(right) { complex(left, operation, right) } else { nil }
        case (.str(let left), .str(let right)): operation == .add ? .str(left + right) : nil
        case (.bytes(let left), .bytes(let right)): operation == .add ? .bytes(left + right) : nil
        case (.tuple(let left), .tuple(let right)): operation == .add ? .tuple(left + right) : nil
        case (.str(let items), .int(let count)), (.int(let count), .str(let items)):
            operation == .multiply ? repeated(items, count).map { .str($0) } : nil
        case (.bytes(let items), .int(let count)), (.int(let count), .bytes(let items)):
            operation == .multiply ? repeated(items, count).map { .bytes($0) } : nil
        case (.tuple(let items), .int(let count)), (.int(let count), .tuple(let items)):
            operation == .multiply ? repeated(items, count).map { .tuple($0) } : nil
        default: nil
        }
    }

    private static func repeated<Item>(_ items: [Item], _ count: Int) -> [Item]? {
        let (length, overflow) = items.count.multipliedReportingOverflow(by: max(count, 0))
        guard !overflow, length <= 4096 else { return nil }
        if length == 0 { return [] }
        return [[Item]](repeating: items, count: max(count, 0)).flatMap(\.self)
    }

    /// An int that a float holds exactly.
    private static func exact(_ value: Int) -> Double? {
        abs(value / 2) <= 1 << 52 ? Double(value) : nil
    }

    private static func ints(_ left: Int, _ operation: BinaryOperator, _ right: Int) -> CompiledConstant? {
        switch operation {
        case .add: checked(left.addingReportingOverflow(right))
        case .subtract: checked(left.subtractingReportingOverflow(right))
        case .multiply: checked(left.multipliedReportingOverflow(by: right))
        case .divide:
            if let left = exact(left), let right = exact(right), right != 0 { .float(left / right) } else { nil }
        case .floorDivide: right == 0 || left == .min ? nil : .int(floorDivide(left, right))
        case .modulo: right == 0 || left == .min ? nil : .int(left - floorDivide(left, right) * right)
        case .power: power(left, right)
        case .leftShift:
            (0..<63).contains(right) && (left << right) >> right == left ? .int(left << right) : nil
        case .rightShift: right < 0 ? nil : .int(left >> min(right, 63))
        case .bitOr: .int(left | right)
        case .bitXor: .int(left ^ right)
        case .bitAnd: .int(left & right)
        case .matrixMultiply: nil
        }
    }

    private static func checked(_ result: (partialValue: Int, overflow: Bool)) -> CompiledConstant? {
        result.overflow ? nil : .int(result.partialValue)
    }

    private static func floorDivide(_ left: Int, _ right: Int) -> Int {
        let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
        return remainder != 0 && (remainder < 0) != (right < 0) ? quotient - 1 : quotient
    }

    private static func power(_ base: Int, _ exponent: Int) -> CompiledConstant? {
        guard (0...64).contains(exponent) else { return nil }
        var result = 1
        for _ in 0..<exponent {
            let (product, overflow) = result.multipliedReportingOverflow(by: base)
            if overflow { return nil }
            result = product
        }
        return .int(result)
    }

    private static func floats(_ left: Double, _ operation: BinaryOperator, _ right: Double) -> CompiledConstant? {
        switch operation {
        case .add: .float(left + right)
        case .subtract: .float(left - right)
        case .multiply: .float(left * right)
        case .divide: right == 0 ? nil : .float(left / right)
        default: nil
        }
    }

    /// The real and the imaginary part of a number that a complex holds exactly.
    private static func parts(_ number: CompiledConstant) -> (real: Double, imaginary: Double)? {
        switch number {
        case .complex(let real, let imaginary): (real, imaginary)
        case .float(let value): (value, 0)
        case .int(let value): exact(value).map { ($0, 0) }
        default: nil
        }
    }

    private static func complex(
        _ left: (real: Double, imaginary: Double), _ operation: BinaryOperator,
        _ right: (real: Double, imaginary: Double)
    ) -> CompiledConstant? {
        switch operation {
        case .add: .complex(left.real + right.real, left.imaginary + right.imaginary)
        case .subtract: .complex(left.real - right.real, left.imaginary - right.imaginary)
        case .multiply:
            .complex(
                left.real * right.real - left.imaginary * right.imaginary,
                left.real * right.imaginary + left.imaginary * right.real)
        default: nil
        }
    }
}
