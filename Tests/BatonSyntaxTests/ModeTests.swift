import BatonSyntax
import Testing

@Suite struct `Modes of parsing` {
    @Test func `eval takes one expression`() throws {
        let module = try parse(Array("a, b + 1\n\n".utf8), file: "<test>", mode: .eval)
        #expect(module.body.count == 1)
        guard case .expr = module.body[0].kind else {
            Issue.record("no expression")
            return
        }
        #expect(
            Answer.failure("a = 1", mode: .eval)?.report == """
                  File "<test>", line 1
                    a = 1
                      ^
                SyntaxError: invalid syntax

                """)
        #expect(Answer.failure("", mode: .eval)?.message == "invalid syntax")
        #expect(Answer.failure("a\nb", mode: .eval)?.message == "invalid syntax")
        #expect(Answer.failure("*a, b", mode: .eval)?.message == "invalid syntax")
    }

    @Test(arguments: ["a = 1", "a; b", "if a: b\n", "if a:\n  b\n", "\n", "def f():\n  return 1\n\n", "(1,\n2)"])
    func `single takes one complete statement`(source: String) {
        #expect(Answer.failure(source, mode: .single) == nil)
    }

    @Test(arguments: [
        "if a:", "if a:\n", "if a:\n  b", "(1,", "f(a,\n", "'''abc", "f'''abc\n", "a = \\\n", "def f():\n  '''doc\n",
        "[\n", "try:\n  a\n", "@a\n", "class A:\n  def f(self):\n",
    ])
    func `single asks for more where a statement goes on`(source: String) {
        let failure = Answer.failure(source, mode: .single)
        #expect(failure?.kind == .incompleteInput)
        #expect(failure?.message == "incomplete input")
    }

    @Test(arguments: ["a b", "if a b:", "'abc", "x = )", "a = = b", "1a", "def f(:"])
    func `single does not ask for more after a mistake`(source: String) {
        #expect(Answer.failure(source, mode: .single)?.kind == .syntax)
    }

    @Test func `single takes no second statement`() {
        #expect(
            Answer.failure("a\nb\n", mode: .single)?.message
                == "multiple statements found while compiling a single statement")
    }
}
