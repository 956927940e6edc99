import Foundation
import TestSupport
import Testing

/// Scripts that `baton` and `python3` both run: the same output, the same exit status, and the same last words.
@Suite(.enabled(if: ScriptOracle.python != nil, "no python3 of version 3.13 or later"))
struct ScriptTests {
    /// Small programs on the language and the builtins, a folder for each topic.
    @Test(arguments: ScriptOracle.topics.flatMap(ScriptOracle.scripts))
    func `a program behaves as under python3`(_ script: URL) throws {
        try expectSame(script)
    }

    @Test(
        "a program that behaves otherwise is found out",
        arguments: [
            "print(name)", "print(name, file=sys.stderr)", "sys.exit(len(name))", "raise ValueError(name)",
            "print(0x7f00deadbeef, name)",
        ])
    func isFoundOut(_ line: String) throws {
        let script = FileManager.default.temporaryDirectory.appending(path: "otherwise-\(UUID().uuidString).py")
        try "import sys\nname = sys.implementation.name\n\(line)\n".write(to: script, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: script) }
        #expect(try !ScriptOracle.differences(script).isEmpty)
        try "print('the same', object())\n".write(to: script, atomically: true, encoding: .utf8)
        #expect(try ScriptOracle.differences(script) == [])
    }

    @Test(
        arguments: ["builtins", "modules", "threads", "io", "sockets", "collector"].flatMap(ScriptOracle.scripts))
    func `builtins and modules behave as python3's`(_ script: URL) throws {
        try expectSame(script, errors: false)
    }

    @Test(arguments: ["Compression/test_zlib.py", "Hashing/test_hashlib.py"])
    func `an example that mirrors a module behaves as it`(_ script: String) throws {
        // Away from the example's folder: a library that was built there is no module of python3's.
        let original = TestExtension.root.appending(path: "Examples/\(script)")
        let copy = TestExtension.folder.appending(path: original.lastPathComponent)
        try Data(contentsOf: original).write(to: copy)
        try expectSame(copy)
    }

    @Test func `the matrix example computes what plain loops do`() throws {
        let script = TestExtension.root.appending(path: "Examples/Matrix/test_matrix.py")
        let outcome = try Program.run([script.path])
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }

    /// The other files of the folder are what these import.
    @Test(arguments: ScriptOracle.scripts("imports", ["packages", "cycles", "threads_import"]))
    func `imports behave as under python3`(_ script: URL) throws {
        try expectSame(script, errors: false)
    }

    /// - Parameter errors: whether standard error has to be the same too, which a run that goes well does not write.
    private func expectSame(_ script: URL, errors: Bool = true) throws {
        let differences = try ScriptOracle.differences(script, errors: errors)
        #expect(differences == [], "\(script.lastPathComponent)")
    }
}

/// What python3 makes of a script.
enum ScriptOracle {
    /// The newest python3 that is found, if it speaks the version whose messages Baton has.
    static let python: String? = {
        let home = FileManager.default.homeDirectoryForCurrentUser.path
        let installed = (try? FileManager.default.contentsOfDirectory(atPath: "\(home)/.pyenv/versions")) ?? []
        let candidates = installed.filter { $0.hasPrefix("3.13") }.map { "\(home)/.pyenv/versions/\($0)/bin/python3" }
        return (candidates + ["python3.13", "python3"]).first { command in
            let outcome = try? start(command, ["-c", "import sys; sys.exit(sys.version_info < (3, 13))"])
            return outcome?.status == 0
        }
    }()

    /// What fixes the hash of text in both, and with it the order of sets: a script that depends on it fails always or
    /// never, not by chance.
    private static let hashSeeds = ["PYTHONHASHSEED": "1", "BATON_HASHSEED": "1"]

    /// A folder of Tests/Scripts.
    static func folder(_ name: String) -> URL {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "Scripts/\(name)")
    }

    /// The scripts of a folder of Tests/Scripts, by name.
    static func scripts(_ folder: String) -> [URL] { scripts(folder, nil) }

    /// Those of a folder that are named, without `.py`; nil: all.
    static func scripts(_ folder: String, _ names: Set<String>?) -> [URL] {
        let place = self.folder(folder)
        let files = (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
        return files.filter { file in
            file.pathExtension == "py" && names?.contains(file.deletingPathExtension().lastPathComponent) != false
        }.sorted { $0.path < $1.path }
    }

    /// The folders of small programs: all but those whose programs write other errors, or are modules for others.
    static let topics: [String] = {
        let others: Set = [
            "builtins", "modules", "threads", "io", "sockets", "collector", "imports", "ctypes", "prompt",
        ]
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: folder("").path)) ?? []
        return folders.filter { !others.contains($0) && !$0.hasPrefix(".") }.sorted()
    }()

    /// In what a script behaves otherwise under `baton` than under python3; addresses of objects do not count.
    static func differences(_ script: URL, errors: Bool = true) throws -> [String] {
        let expected = try start(python!, [script.path])
        let outcome = try Program.run([script.path], environment: hashSeeds)
        var found: [String] = []
        func compare(_ what: String, _ expected: String, _ text: String) {
            if withoutAddresses(expected) == withoutAddresses(text) { return }
            found.append("\(what) of python3:\n\(expected)\n\(what) of baton:\n\(text)")
        }
        compare("output", expected.output, outcome.output)
        if errors { compare("errors", expected.errors, outcome.errors) }
        compare("status", "\(expected.status)", "\(outcome.status)")
        if !errors, !found.isEmpty { found.append("errors of baton:\n\(outcome.errors)") }
        return found
    }

    /// The text with `0x…` in place of each ` at 0x` and its address.
    private static func withoutAddresses(_ text: String) -> String {
        text.replacing(#/ at 0x[0-9a-f]+/#, with: " at 0x…")
    }

    static func run(_ script: URL) throws -> Program.Outcome { try start(python!, [script.path]) }

    /// Errors go to a file: a pipe that nobody reads meanwhile would fill up.
    static func start(_ command: String, _ arguments: [String]) throws -> Program.Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [command] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(hashSeeds) { $1 }
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appending(path: "python-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        let text = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        return Program.Outcome(
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), status: process.terminationStatus)
    }
}
