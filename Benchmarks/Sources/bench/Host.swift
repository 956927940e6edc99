import Foundation

/// A program that runs the cases: Baton's, or a CPython.
struct Host {
    let name: String
    let call: @Sendable (_ expression: String, _ count: Int) throws -> [Double]

    /// One call of a case in a process of its own. Returns: the figures that it printed.
    func figures(_ expression: String, _ count: Int) throws -> [Double] {
        try call(expression, count)
    }

    private static func numbers(_ text: String) throws -> [Double] {
        let words = text.split { !"0123456789.eE+-".contains($0) }
        let numbers = words.compactMap { Double($0) }
        guard !numbers.isEmpty else { throw BenchError(description: "no figure in: \(text)") }
        return numbers
    }

    static func baton(_ baton: String, cases: String) throws -> Host {
        let version = try run([baton, "--version"]).trimmingCharacters(in: .whitespacesAndNewlines)
        return Host(name: "Baton \(version)") { name, count in
            try numbers(run([baton, "call", "cases.\(name)", String(count)], environment: ["BATON_PATH": cases]))
        }
    }

    static func python(_ python: String, cases: String) throws -> Host {
        let version = try run([python, "-c", "import platform; print(platform.python_version())"])
        return Host(name: "CPython \(version.trimmingCharacters(in: .whitespacesAndNewlines))") { name, count in
            try numbers(
                run(
                    [python, "-c", "import cases; print(cases.\(name)(\(count)))"],
                    environment: ["PYTHONPATH": cases, "OPENBLAS_NUM_THREADS": "1"]))
        }
    }
}

/// Finding and building: the cases are compiled once for each host, by the same compiler with the same flags.
struct Builder {
    let sources: String
    let products: String

    func build(_ name: String, flags: [String]) throws -> String {
        let folder = "\(products)/cases-\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let files = try FileManager.default.contentsOfDirectory(atPath: sources).filter { $0.hasSuffix(".c") }.sorted()
        try run(
            ["/usr/bin/cc", "-O2", "-shared", "-fPIC", "-o", "\(folder)/cases.so"] + flags
                + files.map { "\(sources)/\($0)" })
        return folder
    }

    /// Where the C headers of a CPython are; nil if it has none.
    static func includeFolder(_ python: String) -> String? {
        guard
            let printed = try? run([python, "-c", "import sysconfig; print(sysconfig.get_paths()['include'])"])
        else { return nil }
        let folder = printed.trimmingCharacters(in: .whitespacesAndNewlines)
        return FileManager.default.fileExists(atPath: "\(folder)/Python.h") ? folder : nil
    }

    /// The newest CPython with headers: on the search path, or one that pyenv made.
    static func newestPython() -> String? {
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
        let pyenv = "\(home)/.pyenv/versions"
        var candidates =
            (try? FileManager.default.contentsOfDirectory(atPath: pyenv))?.map { "\(pyenv)/\($0)/bin/python3" } ?? []
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for folder in folders {
            candidates += ["python3"] + (13...20).map { "python3.\($0)" }.map { "\(folder)/\($0)" }
        }
        var best: (version: [Int], path: String)?
        for path in candidates where FileManager.default.isExecutableFile(atPath: path) {
            guard includeFolder(path) != nil,
                let text = try? run([path, "-c", "import sys; print(*sys.version_info[:3])"])
            else { continue }
            let version = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
            if version.lexicographicallyPrecedes(best?.version ?? []) == false, version != best?.version {
                best = (version, path)
            }
        }
        return best?.path
    }
}
