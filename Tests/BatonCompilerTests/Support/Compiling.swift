import BatonCompiler
import BatonSyntax
import Foundation
import Testing

/// The code of a source, which the verifier must accept.
func compiled(
    _ source: String, mode: CompilationMode = .module, usesNamespace: Bool = false,
    location: SourceLocation = #_sourceLocation
) throws -> CompiledCode {
    let parseMode: ParseMode =
        switch mode {
        case .module: .exec
        case .evaluation: .eval
        case .interactive: .single
        }
    let module = try parse(Array(source.utf8), file: "test.py", mode: parseMode)
    let code = try compile(module, mode: mode, usesNamespace: usesNamespace).code
    #expect(CodeVerifier.problems(in: code) == [], sourceLocation: location)
    return code
}

/// The code of the first function, class or comprehension in a source.
func compiledInner(_ source: String, location: SourceLocation = #_sourceLocation) throws -> CompiledCode {
    for case .code(let inner) in try compiled(source, location: location).constants { return inner }
    throw CocoaError(.featureUnsupported)
}

/// The listing of a code without its header and its line numbers: number, opcode, operands.
func listing(_ code: CompiledCode) -> String {
    let lines = disassemble(code).split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
    let own = lines.prefix { !$0.isEmpty }
    return own.map { line in
        if line.contains("handler ") { return line.drop { $0 == " " } }
        let text = line.dropFirst(7).drop { $0 == " " }
        return text[...]
    }
    .map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    .joined(separator: "\n")
}

/// What the compiler says against a source: message, line, column, end line and end column as Python gives them.
func complaint(_ source: String) -> String? {
    do throws(SyntaxFailure) {
        _ = try compile(try parse(Array(source.utf8), file: "test.py"))
        return nil
    } catch {
        return "\(error.message) \(error.line):\(error.column)-\(error.endLine):\(error.endColumn)"
    }
}

/// The warnings of a source.
func warnings(_ source: String) throws -> [String] {
    try compile(try parse(Array(source.utf8), file: "test.py")).warnings.map { "\($0.line): \($0.message)" }
}
