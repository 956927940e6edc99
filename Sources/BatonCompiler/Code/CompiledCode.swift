/// What the compiler makes of a module, a function, a class body, a comprehension or a lambda: a value without objects,
/// which the runtime turns into a code object once.
public struct CompiledCode: Sendable {
    public var name: String
    public var qualifiedName: String
    public var file: String
    /// The line of `def`, `class`, `lambda`, or of the first decorator.
    public var firstLine: Int
    public var flags: Flags = []

    /// Parameters stand in registers 0, 1, …: positional-only ones, the other positional ones, keyword-only ones, then
    /// `*args`, then `**kwargs`.
    public var positionalOnlyCount = 0
    /// Positional parameters, positional-only ones among them.
    public var argumentCount = 0
    public var keywordOnlyCount = 0

    /// The names of the local variables in registers 0, 1, …, parameters first. A local that is a cell has its name here
    /// too if it is a parameter, and its cell is in the same register.
    public var localNames: [String] = []
    /// The names of the cells that this code makes, and of the ones that it gets from its closure. Cell n of the code is
    /// `cellNames[n]`, or `freeNames[n - cellNames.count]`.
    public var cellNames: [String] = []
    public var freeNames: [String] = []
    /// In which register each cell is: those of `cellNames`, then those of `freeNames`.
    public var cellRegisters: [Int] = []
    /// How many registers a frame has; at most 0xFF00. A call's arguments and the callee's registers begin above the
    /// highest register in use, so this counts every temporary but no callee.
    public var registerCount = 0

    public var instructions: [Instruction] = []
    public var constants: [CompiledConstant] = []
    /// The names of the sites: each instruction that names S[n] has one of its own, as long as there are fewer than 60 000.
    public var sites: [String] = []
    /// Innermost first where ranges overlap.
    public var handlers: [Handler] = []
    /// For each instruction where it comes from; a line of 0 means that it has no place in the source.
    public var positions: [Position] = []
    /// The docstring, if the body begins with one; K[0] is then that str.
    public var hasDocstring = false

    public init(name: String, qualifiedName: String, file: String, firstLine: Int) {
        self.name = name
        self.qualifiedName = qualifiedName
        self.file = file
        self.firstLine = firstLine
    }

    public struct Flags: OptionSet, Hashable, Sendable {
        public var rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        // The values of Python's co_flags.
        public static let optimized = Flags(rawValue: 0x0001)
        public static let newLocals = Flags(rawValue: 0x0002)
        public static let hasVariablePositional = Flags(rawValue: 0x0004)
        public static let hasVariableKeyword = Flags(rawValue: 0x0008)
        public static let nested = Flags(rawValue: 0x0010)
        public static let generator = Flags(rawValue: 0x0020)
    }

    public struct Position: Hashable, Sendable {
        public var line: UInt32
        public var endLine: UInt32
        /// UTF-8 bytes from the beginning of the line.
        public var column: UInt32
        public var endColumn: UInt32

        public init(line: UInt32, endLine: UInt32, column: UInt32, endColumn: UInt32) {
            self.line = line
            self.endLine = endLine
            self.column = column
            self.endColumn = endColumn
        }
    }

    /// An exception raised by instructions `start ..< end`: registers from `depth` on are dropped, the exception goes to
    /// R[`exception`] (which is ≥ `depth`), and the frame goes on at `target`.
    public struct Handler: Hashable, Sendable {
        public var start: Int
        public var end: Int
        public var target: Int
        public var depth: Int
        public var exception: Int

        public init(start: Int, end: Int, target: Int, depth: Int, exception: Int) {
            self.start = start
            self.end = end
            self.target = target
            self.depth = depth
            self.exception = exception
        }
    }
}

/// A constant of a code.
public indirect enum CompiledConstant: Sendable {
    case none
    case ellipsis
    case bool(Bool)
    case int(Int)
    /// Digits without underscores and prefix, of any size, in base 2, 8, 10 or 16.
    case bigInt(digits: String, base: Int)
    case float(Double)
    case complex(Double, Double)
    /// Unicode scalars, lone surrogates among them.
    case str([UInt32])
    case bytes([UInt8])
    case tuple([CompiledConstant])
    case frozenSet([CompiledConstant])
    case code(CompiledCode)
}
