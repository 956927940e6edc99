import BatonSyntax
import Testing

@Suite struct `Sources and their encodings` {
    private let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private func failure(_ bytes: [UInt8]) -> SyntaxFailure? {
        do throws(SyntaxFailure) {
            _ = try parse(bytes, file: "test.py")
            return nil
        } catch {
            return error
        }
    }

    @Test func `a byte order mark is no part of the program`() throws {
        #expect(try parse(mark + Array("a = 1".utf8), file: "test.py").body[0].span.column == 0)
    }

    @Test(arguments: [
        "# -*- coding: latin-1 -*-", "# vim: set fileencoding=iso-8859-1 :", "#!/usr/bin/python\n# coding: latin_1",
    ])
    func `Latin-1 is read where it is declared`(comment: String) throws {
        let module = try parse(Array("\(comment)\na = '".utf8) + [0xE9] + Array("'\n".utf8), file: "test.py")
        guard case .assign(_, let value) = module.body[0].kind, case .constant(let constant) = value.kind else {
            Issue.record("no assignment")
            return
        }
        #expect(constant == .string("é"))
    }

    @Test func `an encoding that is not known is named`() {
        #expect(failure(Array("# coding: klingon\n".utf8))?.message == "unknown encoding: klingon")
        #expect(
            failure(mark + Array("# coding: latin-1\n".utf8))?.message == "encoding problem: iso-8859-1 with BOM")
        #expect(failure(Array("a\nb\n# coding: klingon\n".utf8)) == nil)
        #expect(failure(Array("a = 1\n# coding: klingon\n".utf8)) == nil)
    }

    @Test func `bytes that are no UTF-8 are named with their line`() {
        #expect(
            failure(Array("a\nb = '".utf8) + [0xFF] + Array("'".utf8))?.message
                == "Non-UTF-8 code starting with '\\xff' in file test.py on line 2, but no encoding declared; "
                + "see https://peps.python.org/pep-0263/ for details")
        for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82], [0x80]] {
            #expect(failure(bytes)?.message.hasPrefix("Non-UTF-8 code") == true)
        }
    }

    @Test func `a null byte is an error`() {
        let report = failure(Array("x = 1\n  a\0b".utf8))?.report
        #expect(report == "  File \"test.py\", line 2\n    a\nSyntaxError: source code cannot contain null bytes\n")
    }

    @Test func `all line ends are line feeds`() throws {
        let module = try parse(Array("a\r\nb\rc = '''x\r\ny'''\r".utf8), file: "test.py")
        #expect(module.body.map(\.span.line) == [1, 2, 3])
        #expect(module.source.utf8.contains(UInt8(ascii: "\r")) == false)
    }

    @Test func `columns of messages count characters`() {
        #expect(failure(Array("é = 'ñ' ñ".utf8))?.column == 9)
    }
}

@Suite struct `Warnings of the parser` {
    private func warnings(_ source: String) throws -> [String] {
        try parse(Array(source.utf8), file: "<test>").warnings.map { "\($0.line): \($0.message)" }
    }

    @Test func `an escape that means nothing is kept, with a warning`() throws {
        #expect(try warnings("a\n'\\d\\e'") == ["2: invalid escape sequence '\\d'"])
        #expect(try warnings("b'\\q'") == ["1: invalid escape sequence '\\q'"])
        #expect(try warnings("'\\400'") == ["1: invalid octal escape sequence '\\400'"])
        #expect(try warnings("f'\\d{a}'") == ["1: invalid escape sequence '\\d'"])
        #expect(try warnings("r'\\d' '\\n' '\\\\d'").isEmpty)
    }

    @Test func `a number that runs into a keyword is warned about`() throws {
        #expect(try warnings("1or 2") == ["1: invalid decimal literal"])
        #expect(try warnings("0x1for x in y") == ["1: invalid hexadecimal literal"])
    }
}

@Suite struct `What Baton does not have` {
    @Test(arguments: [
        ("match a:\n  case 1: pass\n", "'match' statements"), ("async def f(): pass", "'async def' statements"),
        ("async with a: pass", "'async with' statements"), ("async for a in b: pass", "'async for' statements"),
        ("def f():\n  await a", "'await' expressions"), ("[a async for a in b]", "asynchronous comprehensions"),
        ("type X = int", "'type' statements"), ("def f[T](): pass", "type parameter lists"),
        ("class A[T]: pass", "type parameter lists"),
    ])
    func `it names`(source: String, what: String) {
        #expect(Answer.failure(source)?.message == "\(what) are not supported by Baton")
    }

    @Test func `the place is the statement's`() {
        #expect(
            Answer.failure("a\nmatch (a, b):\n  case _: pass\n")?.report == """
                  File "<test>", line 2
                    match (a, b):
                    ^^^^^
                SyntaxError: 'match' statements are not supported by Baton

                """)
    }
}
