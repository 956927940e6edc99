import BatonSyntax
import Foundation
import Testing

/// Python's own standard library, parsed by both. All of it where the environment says `BATON_WHOLE_LIBRARY=1`.
@Suite(.enabled(if: Oracle.hasTrees, "needs python3 3.12 or later"))
struct `The standard library` {
    private static let sample = [
        "abc.py", "argparse.py", "ast.py", "bisect.py", "collections/__init__.py", "csv.py", "dataclasses.py",
        "difflib.py", "enum.py", "functools.py", "heapq.py", "inspect.py", "json/decoder.py", "json/encoder.py",
        "os.py", "pydoc.py", "re/_parser.py", "statistics.py", "string.py", "textwrap.py", "tokenize.py",
        "_pydecimal.py", "xml/etree/ElementTree.py", "test/test_fstring.py", "test/test_grammar.py",
    ]

    @Test func `each file has Python's tree`() throws {
        let library = try Oracle.library()
        let isWhole = ProcessInfo.processInfo.environment["BATON_WHOLE_LIBRARY"] == "1"
        let files =
            (isWhole ? try Self.all(in: library) : Self.sample)
            .map { library.appending(path: $0).path }
            .filter { FileManager.default.fileExists(atPath: $0) }
        var compared = 0
        for start in stride(from: 0, to: files.count, by: 50) {
            let part = Array(files[start..<min(start + 50, files.count)])
            let answers = try Oracle.answers(for: part)
            for file in part {
                let source = [UInt8](try Data(contentsOf: URL(filePath: file)))
                let answer = Answer.about(source, file: file)
                // What Baton does not have, it says by name.
                if Self.isRefused(answer) { continue }
                compared += 1
                let expected = answers[file]
                #expect(
                    answer == expected,
                    "\(file): \(Self.difference(answer, expected ?? ""))")
            }
        }
        #expect(compared >= files.count / 2, "\(compared) of \(files.count) files were compared")
    }

    private static func isRefused(_ answer: String) -> Bool {
        answer.contains("not supported by Baton") || answer.contains("unknown encoding")
            || answer.contains("Non-UTF-8 code") || answer.contains("encoding problem")
    }

    private static func all(in library: URL) throws -> [String] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: library.path)
        return names.filter { $0.hasSuffix(".py") && !$0.contains("site-packages") }.sorted()
    }

    /// What stands around the first place where two texts differ.
    private static func difference(_ one: String, _ other: String) -> String {
        let count = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
        func part(_ text: String) -> String {
            String(decoding: Array(text.utf8).dropFirst(max(count - 80, 0)).prefix(160), as: UTF8.self)
        }
        return "…\(part(one))… and not …\(part(other))…"
    }
}
