import Foundation
import TestSupport

/// Python, asked for what it answers.
enum Oracle {
    /// Run a Python program; the lines that it prints, each cut at its tabs.
    static func run(_ program: String) throws -> [[String]] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-I", "-W", "ignore", "-c", program]
        let output = Pipe()
        process.standardOutput = output
        let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return text.split(separator: "\n").map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
