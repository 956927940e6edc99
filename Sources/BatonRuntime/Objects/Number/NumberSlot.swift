internal import CBaton

/// A slot of BtNumberMethods by its place in the struct, so that one function dispatches all binary operators.
enum NumberSlot: Int {
    case add = 0
    case subtract = 1
    case multiply = 2
    case remainder = 3
    case divmod = 4
    case power = 5
    case negative = 6
    case positive = 7
    case absolute = 8
    case invert = 10
    case shiftLeft = 11
    case shiftRight = 12
    case and = 13
    case xor = 14
    case or = 15
    case inplaceAdd = 19
    case inplaceSubtract = 20
    case inplaceMultiply = 21
    case inplaceRemainder = 22
    case inplacePower = 23
    case inplaceShiftLeft = 24
    case inplaceShiftRight = 25
    case inplaceAnd = 26
    case inplaceXor = 27
    case inplaceOr = 28
    case floorDivide = 29
    case trueDivide = 30
    case inplaceFloorDivide = 31
    case inplaceTrueDivide = 32
    case matrixMultiply = 34
    case inplaceMatrixMultiply = 35

    /// The operator as messages name it.
    var symbol: String {
        switch self {
        case .add: "+"
        case .subtract: "-"
        case .multiply: "*"
        case .remainder: "%"
        case .divmod: "divmod()"
        case .power: "** or pow()"
        case .negative: "unary -"
        case .positive: "unary +"
        case .absolute: "abs()"
        case .invert: "unary ~"
        case .shiftLeft: "<<"
        case .shiftRight: ">>"
        case .and: "&"
        case .xor: "^"
        case .or: "|"
        case .inplaceAdd: "+="
        case .inplaceSubtract: "-="
        case .inplaceMultiply: "*="
        case .inplaceRemainder: "%="
        case .inplacePower: "**="
        case .inplaceShiftLeft: "<<="
        case .inplaceShiftRight: ">>="
        case .inplaceAnd: "&="
        case .inplaceXor: "^="
        case .inplaceOr: "|="
        case .floorDivide: "//"
        case .trueDivide: "/"
        case .inplaceFloorDivide: "//="
        case .inplaceTrueDivide: "/="
        case .matrixMultiply: "@"
        case .inplaceMatrixMultiply: "@="
        }
    }
}

extension UnsafeMutablePointer where Pointee == BtTypeObject {
    @inline(__always)
    func unaryFunction(_ slot: NumberSlot) -> unaryfunc? { numberFunction(slot, as: unaryfunc?.self) ?? nil }

    @inline(__always)
    func binaryFunction(_ slot: NumberSlot) -> binaryfunc? { numberFunction(slot, as: binaryfunc?.self) ?? nil }

    @inline(__always)
    func ternaryFunction(_ slot: NumberSlot) -> ternaryfunc? { numberFunction(slot, as: ternaryfunc?.self) ?? nil }

    @inline(__always)
    private func numberFunction<Function>(_ slot: NumberSlot, as type: Function.Type) -> Function? {
        guard let methods = pointee.tp_as_number else { return nil }
        // SAFETY: because the struct is a row of function pointers, and the callers name the signature of the slot.
        return UnsafeRawPointer(methods).load(
            fromByteOffset: slot.rawValue * MemoryLayout<UnsafeRawPointer>.size, as: type)
    }
}

/// The address of a slot's function, to see whether two types share it.
@inline(__always)
func functionAddress<Function>(_ function: Function?) -> UnsafeRawPointer? {
    // SAFETY: because a C function pointer is one word, and nil is the null pointer.
    unsafeBitCast(function, to: UnsafeRawPointer?.self)
}
