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

/// Wall time of a whole process, in nanoseconds.
func wallTime(_ words: [String]) throws -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try run(words)
    let taken = start.duration(to: clock.now)
    return Double(taken.components.seconds) * 1e9 + Double(taken.components.attoseconds) / 1e9
}
