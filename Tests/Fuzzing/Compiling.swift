import BatonCompiler
import BatonSyntax

/// libFuzzer's entry: what is no program is refused with a message, and the code of what is one satisfies the verifier.
@_cdecl("LLVMFuzzerTestOneInput")
public func compileInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let source = Array(UnsafeBufferPointer(start: start, count: count))
    do throws(SyntaxFailure) {
        let code = try compile(try parse(source, file: "<fuzz>")).code
        let problems = CodeVerifier.problems(in: code)
        require(problems.isEmpty, "the verifier says: \(problems)")
        require(!disassemble(code).isEmpty, "no listing")
    } catch {
        require(!error.message.isEmpty && !error.report.isEmpty, "a failure without a message")
    }
    return 0
}

/// As `precondition`, with the message also in an optimised build.
private func require(_ condition: Bool, _ message: @autoclosure () -> String) {
    if condition { return }
    print(message())
    fatalError()
}
