internal import BatonCompiler
internal import CBaton

// What functions out of the loop ask of an instruction's opcode.

@inline(__always)
func opcodeOf(_ bits: UInt64) -> Opcode { Instruction(bits: bits).opcode }

/// The comparison of a jump on one.
func comparisonOfJump(_ bits: UInt64) -> CInt {
    switch opcodeOf(bits) {
    case .jumpIfLess, .jumpIfLessInt: BT_LT
    case .jumpIfLessOrEqual, .jumpIfLessOrEqualInt: BT_LE
    case .jumpIfEqual, .jumpIfEqualInt: BT_EQ
    case .jumpIfNotEqual, .jumpIfNotEqualInt: BT_NE
    case .jumpIfGreater, .jumpIfGreaterInt: BT_GT
    default: BT_GE
    }
}
