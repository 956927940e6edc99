internal import BatonCompiler
internal import CBaton

// What functions out of the loop ask of an instruction's opcode.

@inline(__always)
func opcodeOf(_ bits: UInt64) -> Opcode { Instruction(bits: bits).opcode }

/// The comparison of a jump that compares with an int.
func comparisonOfIntJump(_ bits: UInt64) -> CInt {
    switch opcodeOf(bits) {
    case .jumpIfLessInt: BT_LT
    case .jumpIfLessOrEqualInt: BT_LE
    case .jumpIfEqualInt: BT_EQ
    case .jumpIfNotEqualInt: BT_NE
    case .jumpIfGreaterInt: BT_GT
    default: BT_GE
    }
}
