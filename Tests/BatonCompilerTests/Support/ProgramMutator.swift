import Foundation

/// Makes programs from the scripts that the tests have, by random changes that follow from a seed.
struct ProgramMutator: RandomNumberGenerator {
    private var state: UInt64
    private let programs: [[UInt8]]

    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "'", "\"", "'''", "f'", "f'{", "}'", "\\", "\n",
        "\n  ", "\n    ", "\t", "    ", " ", ";", ".", "*", "**", "->", "@", "!", "!r", "if ", "else", "else:\n  ",
        "for ",
        " in ", "lambda ", "lambda: ", "not ", "def f(", "def f():\n  ", "class ", "class A:\n  ", "import ", "from ",
        "yield ", "yield from ", "return ", "return", "print ", "try:", "try:\n  ", "except", "except E as e:\n  ",
        "finally:\n  ", "with ", "with a as b:\n  ", " as ", "while x:\n  ", "break", "continue", "pass", "raise ",
        "raise x from y", "del ", "global x", "nonlocal x", "assert ", "0x", "1_", "1e", "é", "\\N{", "\\x", "#",
        "\u{feff}", "match ", "async ", "await ", "~", "<>", "?", "a", "x", "None", "...", "*a, b", "(x := 1)",
        "[i for i in x]", "{k: v for k, v in x}", "(i async for i in x)", "a < b < c", "a if b else c", "x[1:2, ...]",
        "f(*a, **k)", "self.__x", "super()", "__class__", " and ", " or ", " is not ", "x: int = 1", "x += 1",
    ].map { Array($0.utf8) }

    init(seed: UInt64) throws {
        state = seed
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Scripts")
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
        programs = try names.filter { $0.hasSuffix(".py") }.sorted().map {
            Array(try Data(contentsOf: root.appending(path: $0)))
        }
    }

    /// A number that follows from the seed and from how many were taken.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// The next changed program.
    mutating func program() -> [UInt8] {
        var lines = someLines()
        if Bool.random(using: &self) { lines += someLines() }
        if Bool.random(using: &self) { exchangeLines(&lines) }
        var program = Array(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
        for _ in 0..<Int.random(in: 0...4, using: &self) { change(&program) }
        return program
    }

    /// A run of lines of one of the scripts.
    private mutating func someLines() -> [[UInt8]] {
        let program = programs.randomElement(using: &self)!
        let lines = program.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let start = Int.random(in: 0..<lines.count, using: &self)
        return Array(lines[start...].prefix(Int.random(in: 1...30, using: &self)))
    }

    private mutating func exchangeLines(_ lines: inout [[UInt8]]) {
        for _ in 0..<Int.random(in: 1...3, using: &self) {
            let (first, second) = (
                Int.random(in: 0..<lines.count, using: &self), Int.random(in: 0..<lines.count, using: &self)
            )
            lines.swapAt(first, second)
        }
    }

    private mutating func change(_ program: inout [UInt8]) {
        let place = Int.random(in: 0...program.count, using: &self)
        switch Int.random(in: 0..<6, using: &self) {
        case 0, 1: program.insert(contentsOf: Self.pieces.randomElement(using: &self)!, at: place)
        case 2 where place < program.count: program.remove(at: place)
        case 3 where place < program.count: program[place] = UInt8.random(in: 0...255, using: &self)
        case 4:
            // A word stands in another's place.
            let from = Int.random(in: 0...program.count, using: &self)
            let word = Array(program[from...].prefix(Int.random(in: 1...12, using: &self)))
            program.replaceSubrange(place..<min(place + word.count, program.count), with: word)
        default: program.removeSubrange(place..<min(place + 5, program.count))
        }
    }
}
