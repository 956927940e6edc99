import Foundation
import TestSupport

/// The `baton` program that was built beside the tests.
enum Program {
    struct Outcome {
        let output: String
        let errors: String
        let status: Int32
    }

    static let path = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "baton")

    /// Run it to its end.
    ///
    /// - Parameter folder: where it runs; nil: in the tests' own current folder.
    static func run(
        _ arguments: [String], environment: [String: String] = [:], in folder: String? = nil
    ) throws -> Outcome {
        let process = process(arguments)
        if let folder { process.currentDirectoryURL = URL(filePath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let output = Pipe()
        let errors = FileManager.default.temporaryDirectory.appending(path: "baton-\(UUID().uuidString)")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        let data = try bounded(process) { output.fileHandleForReading.readDataToEndOfFile() }
        return Outcome(
            output: String(decoding: data, as: UTF8.self), errors: try String(contentsOf: errors, encoding: .utf8),
            status: process.terminationStatus)
    }

    /// The program with arguments, not started.
    static func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
