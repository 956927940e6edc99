import BatonSyntax
import Testing

@Suite struct `Programs that Python has answered about` {
    @Test func `each has Python's tree, or its error at its place`() throws {
        for program in try Oracle.recorded() {
            let answer = Answer.about(Array(program.source.utf8))
            #expect(answer == program.answer, "\(program.source)")
        }
    }

    @Test func `each error is printed as Python prints it`() throws {
        for program in try Oracle.recorded() {
            let failure = Answer.failure(program.source)
            #expect(failure?.report == program.report, "\(program.source)")
        }
    }
}
