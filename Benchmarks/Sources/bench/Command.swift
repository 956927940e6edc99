import Foundation

struct BenchError: Error, CustomStringConvertible {
    let description: String
}

/// A command that has been started: its standard output is collected until it ends.
final class RunningCommand {
    private let process = Process()
    private let output = Pipe()
    private let errors = Pipe()
    private let words: [String]

    init(_ words: [String], environment: [String: String] = [:]) throws {
        self.words = words
        process.executableURL = URL(fileURLWithPath: words[0])
        process.arguments = Array(words.dropFirst())
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, given in given }
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
    }

    /// Wait for the end and give what was printed. Throws: the command failed; the error holds its words.
    func finish() throws -> String {
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchError(
                description: "\(words.joined(separator: " ")): exit \(process.terminationStatus)\n\(complaint)")
        }
        return text
    }
}

/// Run a command to its end. Returns: what it printed.
@discardableResult
func run(_ words: [String], environment: [String: String] = [:]) throws -> String {
    try RunningCommand(words, environment: environment).finish()
}

/// Wall time of a whole process that succeeds, in nanoseconds. Its output is thrown away.
///
/// By posix_spawn and waitpid: Foundation's `Process` tells of an end tens of milliseconds late, more than the process takes.
func wallTime(_ words: [String]) throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    var environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    let clock = ContinuousClock()
    let start = clock.now
    var child = pid_t()
    let failure = posix_spawn(&child, words[0], &actions, nil, &arguments, &environment)
    guard failure == 0 else {
        throw BenchError(description: "\(words[0]): \(String(cString: strerror(failure)))")
    }
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let taken = start.duration(to: clock.now)
    guard status == 0 else {
        throw BenchError(description: "\(words.joined(separator: " ")): wait status \(status)")
    }
    return Double(taken.components.seconds) * 1e9 + Double(taken.components.attoseconds) / 1e9
}
