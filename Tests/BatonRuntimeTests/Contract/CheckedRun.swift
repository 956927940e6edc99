import Foundation
import Testing

/// A script that uses an extension, run under `baton --check`, and what was found.
struct CheckedRun {
    struct Finding: Decodable {
        struct Place: Decodable {
            let label: String
            let file: String
            let line: Int
            let note: String
        }
        let rule: String
        let kind: String
        let advice: Bool
        let count: Int
        let message: String
        let function: String
        let places: [Place]

        /// "R1 call-while-detached at:12 block:11"
        var summary: String {
            ([rule, kind] + places.map { "\($0.label):\($0.line)" }).joined(separator: " ")
        }
    }
    private struct Document: Decodable { let findings: [Finding] }

    let findings: [Finding]
    let outcome: Program.Outcome
    let source: String

    /// Compile `Tests/Extensions/NAME.c` with `optimization` ("-O0"), and run `script`, in which it is imported.
    init(
        _ name: String, optimization: String = "-O2", script: String, environment: [String: String] = [:],
        options: [String] = ["--check"]
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = TestExtension.root.appending(path: "Tests/Extensions/\(name).c")
        source = try String(contentsOf: file, encoding: .utf8)
        let headers = TestExtension.root.appending(path: "CShim/include").path
        let library = folder.appending(path: "\(name).so").path
        try TestExtension.run(
            "cc", ["-shared", "-fPIC", "-g", optimization, "-w", "-pthread", "-I", headers, file.path, "-o", library])
        let report = folder.appending(path: "report.json").path
        let program = "import \(name)\n\(script)"
        outcome = try Program.run(
            options + ["-c", program],
            environment: ["BATON_PATH": folder.path, "BATON_CHECK_FILE": report].merging(environment) { $1 })
        let data = try Data(contentsOf: URL(filePath: report))
        findings = try JSONDecoder().decode(Document.self, from: data).findings
    }

    /// Expect exactly these findings: in their summaries `@name` stands for the line with that comment.
    func expect(_ summaries: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        let expected = summaries.map { summary in
            summary.split(separator: " ").map { word in
                guard let at = word.firstIndex(of: "@") else { return String(word) }
                let mark = "// " + word[at...]
                let line = lines.firstIndex { $0.hasSuffix(mark) }.map { $0 + 1 } ?? 0
                return "\(word[..<at])\(line)"
            }.joined(separator: " ")
        }
        #expect(findings.map(\.summary) == expected, "\(outcome.errors)", sourceLocation: sourceLocation)
    }
}
