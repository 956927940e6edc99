import Foundation
import Testing

private let many = 100_000

/// Sources by name; each nests, or goes on, as far as a parser may be expected to give up.
private let badSources: [String: String] = [
    "closed parentheses": repeated("(") + repeated(")") + "\n",
    "open parentheses": repeated("("),
    "closed brackets": "x = " + repeated("[") + repeated("]") + "\n",
    "closed braces": "x = " + repeated("{") + repeated("}") + "\n",
    "mixed brackets": "x = " + repeated("([{", 30_000),
    "sums": "x = " + repeated("1+") + "1\n",
    "attributes": "x = a" + repeated(".b") + "\n",
    "calls": "x = f" + repeated("()") + "\n",
    "subscripts": "x = a" + repeated("[0]") + "\n",
    "conjunctions": "x = " + repeated("1 and ") + "1\n",
    "indentation": (0..<200).map { String(repeating: " ", count: $0) + "if 1:\n" }.joined(),
    "comprehensions": "x = " + repeated("[i for i in ", 2000) + "[]" + repeated("]", 2000) + "\n",
    "joined literals": "x = " + repeated("'a' ") + "\nprint(len(x))\n",
    "a long row": "x = [" + repeated("1,", 200_000) + "]\nprint(len(x))\n",
    "a huge hexadecimal int": "x = 0x" + repeated("f") + "\nprint(x.bit_length())\n",
    "an unterminated text": "x = 'abc\ny = 1\n",
    "an unterminated long text": "x = '''abc\ny = 1\n",
    "a backslash at the end": "x = 1 \\\n",
    "a tab after blanks": "if 1:\n\tx = 1\n        y = 2\n",
    "a wrong unindent": "if 1:\n    x = 1\n  y = 2\n",
    "nothing": "",
    "a mark of the byte order": "\u{feff}print('marked')\n",
]

private func repeated(_ text: String, _ count: Int = many) -> String { String(repeating: text, count: count) }

/// Sources that no one would write, compared with python3: a message and a status, never a crash.
@Suite(.enabled(if: ScriptOracle.python != nil, "no python3 of version 3.13 or later"))
struct `Bad sources` {
    @Test(arguments: badSources.keys.sorted())
    func `end as under python3`(_ name: String) throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "bad-\(UUID().uuidString).py")
        try Data(badSources[name]!.utf8).write(to: script)
        defer { try? FileManager.default.removeItem(at: script) }
        #expect(try ScriptOracle.differences(script) == [], "\(name)")
    }
}

/// What Baton leaves out of Python is refused where it stands.
@Suite struct `Constructs that are not supported` {
    @Test(
        arguments: [
            ("match x:\n    case 1: pass", "'match' statements are not supported by Baton", 1, 1),
            ("async def f(): pass", "'async def' statements are not supported by Baton", 1, 1),
            ("x = [y async for y in z]", "asynchronous comprehensions are not supported by Baton", 1, 8),
        ])
    func `are SyntaxErrors that name them`(_ source: String, _ message: String, _ line: Int, _ column: Int) throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "beyond-\(UUID().uuidString).py")
        try Data(source.utf8).write(to: script)
        defer { try? FileManager.default.removeItem(at: script) }
        let outcome = try Program.run([script.path])
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasSuffix("SyntaxError: \(message)\n"))
        #expect(outcome.errors.contains("File \"\(script.path)\", line \(line)\n"))
        let caret = outcome.errors.split(separator: "\n").first { $0.contains("^") }
        #expect(caret?.hasPrefix(String(repeating: " ", count: 3 + column) + "^") == true)
    }
}
