import BatonCompiler
import BatonSyntax
import Foundation
import TestSupport
import Testing

/// Programs that are large or tall.
struct `Large programs` {
    @Test func `with many statements compile`() throws {
        let body = (0..<20_000).map { "    x = x + \($0)\n" }.joined()
        let code = try compiledInner("def f(x):\n\(body)")
        #expect(code.instructions.count > 20_000)
    }

    @Test(arguments: ["d = {%}", "d = [%]", "f(%)", "d = (%)", "d = f'%'"])
    func `with large displays need few registers`(form: String) throws {
        let items =
            form.contains("{") ? (0..<5000).map { "\($0): x" } : [String](repeating: "x", count: 5000)
        let text = form.contains("'") ? String(repeating: "{x}.", count: 5000) : items.joined(separator: ",")
        let code = try compiled(form.replacingOccurrences(of: "%", with: text))
        #expect(code.registerCount < 200)
    }

    @Test(arguments: [
        "a = " + [String](repeating: "x", count: 5900).joined(separator: "+"),
        "a = x" + String(repeating: ".a()", count: 2900),
        "a = x" + String(repeating: "[0]", count: 5900),
        "a = " + String(repeating: "not ", count: 300) + "x",
        "a = " + [String](repeating: "x", count: 300).joined(separator: "**"),
        "a = " + String(repeating: "x if y else ", count: 300) + "z",
        "a = " + String(repeating: "[", count: 190) + String(repeating: "]", count: 190),
    ])
    func `with tall expressions compile on a small stack`(source: String) throws {
        try compileOnSmallStack(source)
    }

    @Test func `with deep blocks compile on a small stack`() throws {
        let definitions = (0..<90).map { String(repeating: " ", count: $0) + "def f\($0)(x=x+1):\n" }.joined()
        try compileOnSmallStack(definitions + String(repeating: " ", count: 90) + "pass")
        let conditions = (0..<90).map { String(repeating: " ", count: $0) + "if x:\n" }.joined()
        try compileOnSmallStack(conditions + String(repeating: " ", count: 90) + "pass")
    }

    @Test func `jump further than 16 bits`() throws {
        let body = String(repeating: "  x.a += 1\n", count: 12_000)
        let code = try compiledInner("def f(x, y):\n for i in x:\n\(body) while i < y:\n\(body) return i")
        #expect(code.instructions.contains { $0.opcode == .jumpBack && $0.wide < -0x8000 })
    }

    @Test func `may have more names than 16 bits count`() throws {
        let code = try compiled((0..<66_000).map { "x\($0) = 0\n" }.joined())
        #expect(code.sites.count > 65_536)
    }

    /// Compiles on a thread with 512 KiB; the tree comes from a larger one.
    private func compileOnSmallStack(_ source: String) throws {
        let module = try parse(Array(source.utf8), file: "test.py")
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome()
        let thread = Thread {
            outcome.result = Result { try compile(module).code }
            done.signal()
        }
        thread.stackSize = 512 * 1024
        thread.start()
        done.waitBounded()
        let code = try #require(try outcome.result?.get())
        #expect(CodeVerifier.problems(in: code) == [])
    }

    // SAFETY: because the semaphore orders the one write before the one read.
    private final class Outcome: @unchecked Sendable {
        var result: Result<CompiledCode, any Error>?
    }
}
