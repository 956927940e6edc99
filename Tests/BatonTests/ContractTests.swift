import Foundation
import TestSupport
import Testing

/// The Swift programs of the gallery: those of `Correct/` give no diagnostic, those of `Broken/` give an error on each line, and
/// only on the lines, that their first lines promise: `// swift: R1 @place "text"`. (Tests/Contract/Gallery/README.md)
@Suite struct `The contract at compile time` {
    @Test(arguments: try Program.all(in: "Correct")) func `takes correct programs`(_ program: Program) throws {
        let diagnostics = try program.compile()
        #expect(diagnostics.isEmpty)
    }

    @Test(arguments: try Program.all(in: "Broken")) func `refuses broken programs`(_ program: Program) throws {
        let promised = try program.promised()
        try #require(!promised.isEmpty, "\(program) promises nothing")
        let diagnostics = try program.compile()
        for (line, text) in promised {
            #expect(
                diagnostics.contains { $0.line == line && $0.text.contains(text) },
                "line \(line): \(text), got \(diagnostics)")
        }
        let lines = Set(promised.map(\.line))
        #expect(diagnostics.allSatisfy { lines.contains($0.line) }, "\(diagnostics)")
    }

    @Test func `has programs of both kinds`() throws {
        #expect(try Program.all(in: "Correct").count >= 10)
        #expect(try Program.all(in: "Broken").count >= 25)
    }
}

/// A Swift program of the gallery.
struct Program: CustomTestStringConvertible, Sendable {
    typealias Diagnostic = (line: Int, text: String)
    let file: URL

    var testDescription: String { file.lastPathComponent }

    static func all(in folder: String) throws -> [Program] {
        let folder = TestRuntime.root.appending(path: "Tests/Contract/Gallery/\(folder)")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return files.filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }.map(Program.init)
    }

    /// The places of the header's `swift:` line, and what their messages contain.
    func promised() throws -> [Diagnostic] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        guard let header = lines.first(where: { $0.hasPrefix("// swift: ") }) else { return [] }
        return header.matches(of: /@([a-z_]+) "([^"]*)"/).compactMap { match in
            lines.firstIndex { $0.hasSuffix("// @\(match.output.1)") }.map {
                (line: $0 + 1, text: String(match.output.2))
            }
        }
    }

    /// The errors and warnings of the compiler, through the passes that check ownership and exclusivity.
    func compile() throws -> [Diagnostic] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swiftc", "-emit-sil", "-o", "/dev/null", "-swift-version", "6", "-parse-as-library", "-diagnostic-style",
            "llvm",
            "-I", TestRuntime.products.appending(path: "Modules").path,
            "-Xcc", "-I\(TestRuntime.root.appending(path: "CShim/include").path)", file.path,
        ]
        let output = Pipe()
        process.standardError = output
        process.standardOutput = FileHandle.nullDevice
        let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        let text = String(decoding: data, as: UTF8.self)
        let diagnostic = /:(\d+):\d+: (?:error|warning): (.*)/
        let found = text.matches(of: diagnostic).map { (line: Int($0.output.1) ?? 0, text: String($0.output.2)) }
        // A compiler that ends badly without a diagnostic did not check anything.
        if process.terminationStatus != 0 && found.isEmpty { return [(line: 0, text: text)] }
        return found
    }
}
