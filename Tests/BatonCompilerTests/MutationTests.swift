import BatonCompiler
import BatonSyntax
import Foundation
import Testing

/// Programs with random changes: each is refused with a message or compiled to code that the verifier accepts.
///
/// `BATON_MUTATION_SECONDS` says how long to go on, `BATON_MUTATION_SEED` where to start. The program that is tried stands in
/// the file that is printed first, so that it is there when the process has crashed.
@Suite struct `Mutated programs` {
    @Test func `no change makes the compiler crash or write wrong code`() throws {
        let environment = ProcessInfo.processInfo.environment
        let seconds = environment["BATON_MUTATION_SECONDS"].flatMap(Double.init)
        let seed = environment["BATON_MUTATION_SEED"].flatMap(UInt64.init) ?? 20_261
        let kept = FileManager.default.temporaryDirectory.appending(path: "mutated-\(seed).py")
        print("mutations start at seed \(seed); each program stands in \(kept.path) while it is tried")
        var mutator = try ProgramMutator(seed: seed)
        let end = seconds.map { ContinuousClock.now + .seconds($0) }
        var (count, compiled, failures) = (0, 0, 0)
        while failures == 0, end.map({ ContinuousClock.now < $0 }) ?? (count < 600) {
            let program = mutator.program()
            try Data(program).write(to: kept)
            switch trial(program) {
            case .refused: break
            case .compiled: compiled += 1
            case .wrong(let problem):
                failures += 1
                let text = String(decoding: program, as: UTF8.self)
                Issue.record("seed \(seed), program \(count): \(problem)\n\(text)")
            }
            count += 1
        }
        if failures == 0 { try FileManager.default.removeItem(at: kept) }
        print("\(count) mutated programs, \(compiled) of them compiled")
        #expect(compiled > 0, "no changed program was one")
    }

    private enum Trial {
        case refused
        case compiled
        case wrong(String)
    }

    private func trial(_ program: [UInt8]) -> Trial {
        do throws(SyntaxFailure) {
            let module = try parse(program, file: "<test>")
            let code = try compile(module).code
            let problems = CodeVerifier.problems(in: code)
            if let problem = problems.first { return .wrong("\(problem)") }
            return disassemble(code).isEmpty ? .wrong("an empty listing") : .compiled
        } catch {
            return error.message.isEmpty || error.report.isEmpty ? .wrong("a failure without a message") : .refused
        }
    }
}
