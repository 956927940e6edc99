import Foundation
import Testing

@Suite struct `baton call` {
    @Test(arguments: [
        (["zlib.crc32", "b\"hello\""], "907060870"),
        (["zlib.crc32", "b\"hello\"", "1"], "191926070"),
        (["zlib.DEF_BUF_SIZE"], "16384"),
        (["zlib.__name__"], "'zlib'"),
        (
            ["zlib.compress", "b\"\\x00\\n\\\"\"", "level=0"],
            "b'x\\x01\\x01\\x03\\x00\\xfc\\xff\\x00\\n\"\\x009\\x00-'"
        ),
        (["hashlib.pbkdf2_hmac", "\"sha1\"", "b\"p\"", "b\"s\"", "1", "dklen=2"], "b'\\x84<'"),
        (["matrix.from_lists", "[[1, 2.5], [-3e2, 4]]"], "<Matrix 2 x 2 float64>"),
        (["matrix.zeros", " 2 ", "3", "dtype=\"float\\u00332\""], "<Matrix 2 x 3 float32>"),
    ]) func `prints the result`(arguments: [String], expected: String) throws {
        let outcome = try run(arguments)
        #expect(outcome.output == expected + "\n")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    @Test func `calls a function of a script module`() throws {
        #expect(try run(["json.dumps", "{\"a\": [1, null]}"]).output == "'{\"a\": [1, null]}'\n")
        #expect(try run(["os.path.basename", "\"/a/b\""]).output == "'b'\n")
    }

    @Test func `prints what the function writes before the result`() throws {
        #expect(try run(["builtins.print", "\"hello\""]).output == "hello\nNone\n")
    }

    @Test func `reads bytes from a file`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        try Data("hello".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try run(["zlib.crc32", "@\(file.path)"]).output == "907060870\n")
    }

    @Test(arguments: [
        (["zlib.decompress", "b\"abc\""], "zlib.error: Error -3 while decompressing data: incorrect header check"),
        (["zlib.crc32"], "TypeError: crc32 expected at least 1 argument, got 0"),
        (["zlib.nothing"], "AttributeError: module 'zlib' has no attribute 'nothing'"),
        (["zlib.crc32", "{\"a\": [true, false, null]}"], "TypeError: a bytes-like object is required, not 'dict'"),
        (["zlib.DEFLATED", "1"], "TypeError: 'int' object is not callable"),
    ]) func `an exception goes to standard error, and the status is 1`(arguments: [String], expected: String) throws {
        let outcome = try run(arguments)
        #expect(outcome.output == "")
        #expect(outcome.errors.hasSuffix(expected + "\n"))
        #expect(outcome.status == 1)
    }

    @Test func `an extension that is not there is a ModuleNotFoundError`() throws {
        let outcome = try run(["nowhere.f"])
        #expect(outcome.errors.contains("ModuleNotFoundError: No module named 'nowhere'"))
        #expect(outcome.status == 1)
    }

    @Test(arguments: [
        ("sha256", "a string is written \"sha256\""), ("[1, 2", "expected ',' or ']'"), ("\"abc", "a closing quote"),
        ("{1: 2}", "a key, a string"), ("b\"\\q\"", "an escape"), ("\"\\ud800\"", "surrogate"), ("1 2", "nothing more"),
        ("", "a value"), ("@/no/such/file", "No such file"), (String(repeating: "[", count: 5000), "at most 200"),
    ]) func `an argument that cannot be read is refused with the reason`(argument: String, reason: String) throws {
        let outcome = try run(["zlib.crc32", argument])
        #expect(outcome.errors.contains(reason))
        #expect(outcome.output == "")
        #expect(outcome.status == 64)
    }

    @Test func `a name without a function is refused`() throws {
        for wrong in [["zlib"], ["zlib.crc32", "abc"]] {
            let outcome = try run(wrong)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains("Usage: baton call <name.function>"))
        }
        #expect(try run(["zlib."]).status == 64)
    }

    private func run(_ arguments: [String]) throws -> Program.Outcome { try Program.run(["call"] + arguments) }
}
