import Foundation

/// What a reader of the table must know: where it was measured, and with what.
struct Machine {
    let summary: String

    init(hosts: [String]) {
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let kernel = Self.file("/proc/sys/kernel/osrelease").trimmingCharacters(in: .whitespacesAndNewlines)
        let compilers = [["/usr/bin/cc", "--version"], ["swiftc", "--version"]].compactMap(Self.firstLine)
        summary = """
            On \(cores) cores of \(Self.processor), Linux \(kernel).
            Peers: \(hosts.joined(separator: ", ")). Built with \(compilers.joined(separator: "; ")).
            """
    }

    static var date: String { Date.now.formatted(.iso8601.year().month().day()) }

    /// How many programs have wanted to run, on average over the last minute: before a measurement, those of others.
    static var load: Double { file("/proc/loadavg").split(separator: " ").first.flatMap { Double($0) } ?? 0 }

    private static var processor: String {
        let line = file("/proc/cpuinfo").split(separator: "\n").first { $0.hasPrefix("model name") }
        return line.flatMap { $0.split(separator: ":").last }?.trimmingCharacters(in: .whitespaces) ?? "unknown"
    }

    private static func file(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }

    private static func firstLine(_ words: [String]) -> String? {
        guard let text = try? run(["/usr/bin/env"] + words) else { return nil }
        return text.split(separator: "\n").first.map(String.init)
    }
}
