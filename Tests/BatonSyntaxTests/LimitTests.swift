import BatonSyntax
import Testing

@Suite struct `Programs that are too deep or too long` {
    private static let count = 100_000

    private func repeated(_ text: String) -> String { String(repeating: text, count: Self.count) }

    private func message(_ source: String) -> String? {
        Answer.failure(source).map { "\($0.kind.exceptionName): \($0.message)" }
    }

    @Test(arguments: ["(", "[", "{", "f(", "a["])
    func `brackets nest two hundred deep`(opening: String) {
        #expect(message(repeated(opening)) == "SyntaxError: too many nested parentheses")
        let closing = ["(": ")", "[": "]", "{": "}", "f(": ")", "a[": "]"][opening]!
        let fits = String(repeating: opening, count: 200) + "1" + String(repeating: closing, count: 200)
        #expect(message(fits) == nil)
    }

    @Test(arguments: ["-", "not ", "lambda: ", "a ** ", "a if b else ", "~", "lambda a=", "*"])
    func `what nests to the right is a MemoryError`(part: String) {
        let message = message(repeated(part) + "a")
        if part == "*" {
            #expect(message == "SyntaxError: invalid syntax")
        } else {
            #expect(message == "MemoryError: Parser stack overflowed - Python source too complex to parse")
        }
    }

    @Test func `a chain of elif is a MemoryError`() {
        let chain = "if a: pass\n" + repeated("elif a: pass\n")
        #expect(message(chain) == "MemoryError: Parser stack overflowed - Python source too complex to parse")
    }

    @Test(arguments: [" + a", ".a", "()", "[0]", " * a", "(b)(c)", " | a"])
    func `what nests to the left is a RecursionError`(part: String) {
        #expect(
            message("a" + repeated(part)) == "RecursionError: maximum recursion depth exceeded during compilation")
    }

    @Test func `nesting to both sides is bounded too`() {
        let chain = String(repeating: " + a", count: 1000)
        let nested = String(repeating: "(", count: 199) + "a" + String(repeating: chain + ")", count: 199)
        #expect(message(nested) == "RecursionError: maximum recursion depth exceeded during compilation")
    }

    @Test(arguments: [" and a", " or a", " < a", ", a", "; a", " = a", "\nb"])
    func `what does not nest may be long`(part: String) {
        #expect(message("a" + repeated(part)) == nil)
    }

    @Test func `a chain within the limit is a tree that is as high`() throws {
        let module = try parse(Array(("a" + String(repeating: " + a", count: 5000)).utf8), file: "<test>")
        guard case .expr(let value) = module.body[0].kind else {
            Issue.record("no expression")
            return
        }
        #expect(value.height == 5001)
    }

    @Test func `strings side by side may be many`() {
        #expect(message(repeated("'a' ")) == nil)
        #expect(message(repeated("f'{a}' ")) == nil)
    }

    @Test func `blocks nest a hundred deep`() {
        func blocks(_ count: Int) -> String {
            (0..<count).map { String(repeating: " ", count: $0) + "if a:\n" }.joined()
                + String(repeating: " ", count: count) + "b\n"
        }
        #expect(message(blocks(99)) == nil)
        #expect(message(blocks(100)) == "IndentationError: too many levels of indentation")
    }

    @Test func `f-strings nest a hundred and fifty deep`() {
        func strings(_ count: Int) -> String {
            String(repeating: "f'{", count: count) + "a" + String(repeating: "}'", count: count)
        }
        #expect(message(strings(149)) == nil)
        #expect(message(strings(150)) == "SyntaxError: too many nested f-strings")
    }

    @Test(arguments: ["{a: ", "f(a b, ", "[x for x in ", "(a if ", "f(*"])
    func `mistakes within mistakes take no exponential time`(part: String) {
        #expect(message(String(repeating: part, count: 150) + "1 1") != nil)
        let closers = part.contains("{") ? "}" : part.hasPrefix("[") ? "]" : ")"
        #expect(message(String(repeating: part, count: 60) + "1 1" + String(repeating: closers, count: 60)) != nil)
    }
}
