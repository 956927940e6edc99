import Foundation
import Testing

/// What a process of an exit test does, line by line, so that the test can say what it was doing when it ended. (An exit
/// test that fails gives no output.)
struct ChildLog: Codable, Sendable {
    private let path: String

    init() { path = TestExtension.folder.appending(path: "child-\(UUID().uuidString).log").path }

    /// In the child: standard error goes to the log.
    func begin() {
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        dup2(file, STDERR_FILENO)
        close(file)
    }

    static func write(_ line: String) { FileHandle.standardError.write(Data("\(line)\n".utf8)) }

    /// In the parent: the last lines, without the stack of a trap.
    var end: [Substring] {
        let data = FileManager.default.contents(atPath: path) ?? Data()
        let lines = String(decoding: data.suffix(20_000), as: UTF8.self).split(separator: "\n")
        return lines.filter { !$0.contains("  0x0000") }.suffix(15)
    }
}
