import BatonCompiler
import BatonSyntax
import Foundation
import TestSupport
import Testing

/// Python's own standard library, compiled and verified. All of it where the environment says `BATON_WHOLE_LIBRARY=1`.
struct `Code of the standard library` {
    private static let sample = [
        "abc.py", "argparse.py", "ast.py", "collections/__init__.py", "contextlib.py", "dataclasses.py", "decimal.py",
        "enum.py", "functools.py", "heapq.py", "inspect.py", "json/decoder.py", "logging/__init__.py", "os.py",
        "_pydecimal.py", "pickle.py", "subprocess.py", "tarfile.py", "threading.py", "traceback.py", "typing.py",
        "zipfile/__init__.py", "test/test_generators.py", "test/test_grammar.py", "test/test_exceptions.py",
        "test/test_unpack_ex.py", "test/test_with.py", "test/test_scope.py", "test/test_named_expressions.py",
    ]

    /// The library's folder, where a `python3` is found.
    private static let library: URL? = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"]
        let output = Pipe()
        process.standardOutput = output
        guard let data = try? bounded(process, { output.fileHandleForReading.readDataToEndOfFile() }) else {
            return nil
        }
        let text = String(decoding: data, as: UTF8.self)
        return process.terminationStatus == 0 ? URL(filePath: text.trimmingCharacters(in: .newlines)) : nil
    }()

    private static var files: [URL] {
        guard let library else { return [] }
        guard ProcessInfo.processInfo.environment["BATON_WHOLE_LIBRARY"] == "1" else {
            return sample.map { library.appending(path: $0) }
                .filter { FileManager.default.fileExists(atPath: $0.path) }
        }
        let all = FileManager.default.enumerator(at: library, includingPropertiesForKeys: nil)
        return all?.compactMap { $0 as? URL }.filter { $0.pathExtension == "py" } ?? []
    }

    @Test(.enabled(if: library != nil, "needs python3")) func `passes the verifier`() throws {
        var count = 0
        for file in Self.files {
            // What Baton's parser does not have, and files that are wrong by intent.
            guard let module = try? parse([UInt8](try Data(contentsOf: file)), file: file.path),
                let code = try? compile(module).code
            else { continue }
            count += 1
            #expect(CodeVerifier.problems(in: code).prefix(5) == [], "\(file.path)")
        }
        #expect(count >= Self.files.count * 2 / 3, "\(count) of \(Self.files.count) files were compiled")
    }
}
