import Foundation

/// A project that `baton new` has begun, in a folder of its own.
struct TemporaryProject {
    /// The folder that the project's is in.
    let parent: String
    let name: String

    var folder: String { "\(parent)/\(name)" }

    /// Run a body with a new project, which is removed after it.
    static func begin(_ name: String, _ options: [String] = [], _ body: (TemporaryProject) throws -> Void) throws {
        let parent = FileManager.default.temporaryDirectory.appending(path: "baton-project-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: parent) }
        let made = try Program.run(["new", name] + options, in: parent.path)
        guard made.status == 0 else { throw TestExtension.Failure(description: "baton new: \(made.errors)") }
        try body(TemporaryProject(parent: parent.path, name: name))
    }

    func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.run(arguments, environment: environment, in: folder)
    }

    /// Write a file of the project anew.
    func write(_ text: String, _ path: String) throws {
        try text.write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
    }

    /// Replace the first text in a file of the project, which must have it.
    func replace(_ old: String, _ new: String, in path: String) throws {
        let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
        guard let range = text.firstRange(of: old) else {
            throw TestExtension.Failure(description: "\(path) has no '\(old)'")
        }
        try write(text.replacingCharacters(in: range, with: new), path)
    }
}
