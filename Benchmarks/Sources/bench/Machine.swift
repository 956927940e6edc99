import Foundation

/// What a reader of the table must know: when and where it was measured, with what, beside which other load.
struct Machine {
    let summary: String

    /// Asked before anything is measured, so that the load is that of others.
    init(hosts: [String]) {
        let date = Date.now.formatted(.iso8601.year().month().day())
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let load = Self.file("/proc/loadavg").split(separator: " ").first ?? "unknown"
        let kernel = Self.file("/proc/sys/kernel/osrelease").trimmingCharacters(in: .whitespacesAndNewlines)
        let compilers = [["/usr/bin/cc", "--version"], ["swiftc", "--version"]].compactMap(Self.firstLine)
        summary = """
            Measured \(date) on \(cores) cores of \(Self.processor), Linux \(kernel); load before the run \(load).
            Peers: \(hosts.joined(separator: ", ")). Built with \(compilers.joined(separator: "; ")).
            """
    }

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
