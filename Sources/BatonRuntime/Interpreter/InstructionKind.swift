internal import BatonCompiler
internal import CBaton

// What functions out of the loop ask of an instruction's opcode.

@inline(__always)
func opcodeOf(_ bits: UInt64) -> Opcode { Instruction(bits: bits).opcode }

/// The instruction that clears register `index`, without flags.
@inline(__always)
func clearing(_ index: Int) -> UInt64 { UInt64(Opcode.clear.rawValue) | UInt64(truncatingIfNeeded: index) &<< 16 }

/// Which of the six jumps on a comparison of two registers this is, counted from 0.
@inline(__always)
func jumpNumber(_ bits: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: bits) &- Opcode.jumpIfLess.rawValue }

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
