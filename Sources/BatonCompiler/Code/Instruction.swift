/// One instruction: 64 bits, `opcode | flags << 8 | A << 16 | B << 32 | C << 48`. BC is B and C as one signed 32-bit number.
@frozen
public struct Instruction: Hashable, Sendable {
    public var bits: UInt64

    @inlinable
    public init(bits: UInt64) { self.bits = bits }

    @inlinable
    public init(_ opcode: Opcode, flags: Flags = [], _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
        bits =
            UInt64(opcode.rawValue) | UInt64(flags.rawValue) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
            | UInt64(UInt16(truncatingIfNeeded: b)) << 32 | UInt64(UInt16(truncatingIfNeeded: c)) << 48
    }

    /// An instruction of the form A, BC.
    @inlinable
    public init(_ opcode: Opcode, flags: Flags = [], _ a: Int, wide: Int) {
        bits =
            UInt64(opcode.rawValue) | UInt64(flags.rawValue) << 8 | UInt64(UInt16(truncatingIfNeeded: a)) << 16
            | UInt64(UInt32(truncatingIfNeeded: wide)) << 32
    }

    @inlinable
    public var opcode: Opcode {
        // SAFETY: because an Opcode is its raw value, counted from 0 without gaps, and only the compiler makes instructions.
        unsafeBitCast(UInt8(truncatingIfNeeded: bits), to: Opcode.self)
    }
    @inlinable public var flags: Flags { Flags(rawValue: UInt8(truncatingIfNeeded: bits >> 8)) }
    @inlinable public var a: Int { Int(UInt16(truncatingIfNeeded: bits >> 16)) }
    @inlinable public var b: Int { Int(UInt16(truncatingIfNeeded: bits >> 32)) }
    @inlinable public var c: Int { Int(bits >> 48) }
    /// B and C as signed 16-bit numbers.
    @inlinable public var signedB: Int { Int(Int16(truncatingIfNeeded: bits >> 32)) }
    @inlinable public var signedC: Int { Int(Int64(bitPattern: bits) >> 48) }
    /// B and C as one number.
    @inlinable public var wide: Int { Int(Int64(bitPattern: bits) >> 32) }

    /// What an instruction's 8 flag bits say; which of them an opcode knows stands at the opcode.
    @frozen
    public struct Flags: OptionSet, Hashable, Sendable {
        public var rawValue: UInt8
        @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Drop R[B], or R[C], when the instruction has succeeded: temporaries that end here. Known to every opcode that
        /// reads these registers without taking them, but not to importName.
        public static let dropB = Flags(rawValue: 0x80)
        public static let dropC = Flags(rawValue: 0x40)
        /// Drop R[A] likewise, where it is read and not written: stores, jumps on conditions, setItem.
        public static let dropA = Flags(rawValue: 0x20)

        public static let inPlace = Flags(rawValue: 0x01)
        public static let negate = Flags(rawValue: 0x01)
        public static let forCall = Flags(rawValue: 0x01)

        public static let convertStr = Flags(rawValue: 0x01)
        public static let convertRepr = Flags(rawValue: 0x02)
        public static let convertASCII = Flags(rawValue: 0x04)

        public static let hasDefaults = Flags(rawValue: 0x01)
        public static let hasKeywordDefaults = Flags(rawValue: 0x02)
        public static let hasAnnotations = Flags(rawValue: 0x04)
        public static let hasClosure = Flags(rawValue: 0x08)
    }
}
