import Foundation
import TestSupport

/// Python's answers about programs: recorded ones of 3.13, and those of the `python3` that is found.
enum Oracle {
    /// A program, its tree or its error, and what Python prints for an error.
    struct Case: Decodable, Sendable {
        let source: String
        let answer: String
        let report: String?
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Cases")

    /// The cases of `programs.jsonl`, which `oracle.py record` writes.
    static func recorded() throws -> [Case] {
        let text = try String(contentsOf: folder.appending(path: "programs.jsonl"), encoding: .utf8)
        return try text.split(separator: "\n").map {
            try JSONDecoder().decode(Case.self, from: Data($0.utf8))
        }
    }

    /// The version of the `python3` that is found; nothing without one.
    static let version: [Int]? = try? run(["-c", "import sys; print(*sys.version_info[:2])"])
        .split(separator: "\n")[0].split(separator: " ").compactMap { Int($0) }

    /// Whether its trees are those of 3.13: f-strings have no places before 3.12.
    static var hasTrees: Bool { version.map { $0[0] == 3 && $0[1] >= 12 } ?? false }

    /// The folder of its standard library.
    static func library() throws -> URL {
        let path = try run(["-c", "import sysconfig; print(sysconfig.get_path('stdlib'))"])
        return URL(filePath: path.trimmingCharacters(in: .newlines))
    }

    /// The tree or the error of each file.
    static func answers(for files: [String]) throws -> [String: String] {
        let lines = try run([folder.appending(path: "oracle.py").path, "trees"] + files)
            .split(separator: "\n", omittingEmptySubsequences: false)
        var answers: [String: String] = [:]
        for index in stride(from: 0, to: lines.count - 1, by: 2) {
            answers[String(lines[index])] = String(lines[index + 1])
        }
        return answers
    }

    private static func run(_ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-W", "ignore"] + arguments
        let output = Pipe()
        process.standardOutput = output
        let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return text
    }
}
