import BatonSyntax
import Foundation
import Testing

/// Programs with random changes: each must be parsed or refused. `BATON_MUTATION_SECONDS` says how long to go on,
/// `BATON_MUTATION_SEED` where to start.
@Suite struct `Mutated programs` {
    /// A small generator whose numbers follow from its seed.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private static let pieces = [
        "(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "'", "\"", "'''", "f'", "f'{", "}'", "\\", "\n",
        "\n  ",
        "\t", "    ", " ", ";", ".", "*", "**", "->", "@", "!", "!r", "if ", "else", "for ", " in ", "lambda ", "not ",
        "def f(", "class ", "import ", "from ", "yield ", "print ", "try:", "except", "with ", " as ", "0x", "1_", "1e",
        "é", "\\N{", "\\x", "#", "\u{feff}", "match ", "async ", "~", "<>", "?",
    ].map { Array($0.utf8) }

    @Test func `no change makes the parser crash`() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["BATON_MUTATION_SECONDS"].flatMap(Double.init)
        let seed = environment["BATON_MUTATION_SEED"].flatMap(UInt64.init) ?? 20_261
        print("mutations start at seed \(seed)")
        var generator = Generator(state: seed)
        let programs = try Oracle.recorded().map { Array($0.source.utf8) }
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var count = 0
        while end.map({ ContinuousClock.now < $0 }) ?? (count < 2000) {
            let program = mutated(programs, &generator)
            let mode = [ParseMode.exec, .eval, .single].randomElement(using: &generator)!
            do throws(SyntaxFailure) {
                _ = try parse(program, file: "<test>", mode: mode)
            } catch {
                #expect(!error.message.isEmpty && !error.report.isEmpty)
            }
            count += 1
        }
        print("\(count) mutated programs")
    }

    private func mutated(_ programs: [[UInt8]], _ generator: inout Generator) -> [UInt8] {
        var program = programs.randomElement(using: &generator)!
        if Bool.random(using: &generator) {
            program += [UInt8(ascii: "\n")] + programs.randomElement(using: &generator)!
        }
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let place = Int.random(in: 0...program.count, using: &generator)
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: program.insert(contentsOf: Self.pieces.randomElement(using: &generator)!, at: place)
            case 1 where place < program.count: program.remove(at: place)
            case 2 where place < program.count: program[place] = UInt8.random(in: 0...255, using: &generator)
            case 3:
                let other = programs.randomElement(using: &generator)!
                program.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &generator)), at: place)
            default: program.removeSubrange(place..<min(place + 5, program.count))
            }
        }
        return program
    }
}
