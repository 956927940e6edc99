import ArgumentParser
import Foundation

/// Measure Baton beside its peers and print the table.
@main
struct Bench: ParsableCommand {
    @Option(help: "The baton program to measure, built for release.")
    var baton: String

    @Option(help: "Where to write the rows as JSON.")
    var json: String

    @Option(help: "A Markdown file whose part between the marks of the table is written anew.")
    var markdown: String?

    @Option(help: "Interleaved pairs a row.")
    var pairs = 21

    @Option(
        help:
            "Measure only the groups of rows with this text in their name (repeatable); the other rows of --json stay.")
    var only: [String] = []

    @Flag(help: "Print the names of the groups of rows, and measure nothing.")
    var list = false

    @Option(help: "The CPython to compare with; the newest one with headers that is found, if not given.")
    var python: String?

    func validate() throws {
        guard pairs >= 1 else { throw ValidationError("--pairs must be at least 1, not \(pairs)") }
    }

    func run() throws {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()  // Benchmarks/Sources/bench
        let benchmarks = here.deletingLastPathComponent().deletingLastPathComponent()
        let builder = Builder(
            sources: benchmarks.appending(path: "Cases").path, products: benchmarks.appending(path: ".build").path)
        let headers = benchmarks.deletingLastPathComponent().appending(path: "CShim/include").path
        let batonPath = URL(fileURLWithPath: baton).path

        guard let pythonPath = python ?? Builder.newestPython(), let include = Builder.includeFolder(pythonPath) else {
            throw BenchError(description: "bench: no CPython with headers was found (Debian: python3-dev)")
        }
        let batonCases = try builder.build("baton", flags: ["-I\(headers)"])
        let pythonCases = try builder.build("cpython", flags: ["-DCASES_CPYTHON", "-I\(include)"])
        let measurements = Measurements(
            baton: try .baton(batonPath, cases: batonCases), python: try .python(pythonPath, cases: pythonCases),
            sharedLibraryPython: try sharedLibraryPython(builder),
            batonPath: batonPath, pythonPath: pythonPath, scriptFolder: benchmarks.appending(path: "Scripts").path,
            batonCases: batonCases, pythonCases: pythonCases, pairs: pairs, progress: { tell("  \($0)") })
        let groups = try measurements.groups()
        if list { return print(groups.map(\.name).joined(separator: "\n")) }
        let chosen = groups.filter { $0.isChosen(by: only) }
        guard !chosen.isEmpty else {
            throw BenchError(
                description: "bench: no group of rows has \(only.joined(separator: " or ")) in its name; see --list")
        }
        var record = try Record(path: json, order: groups.map(\.name), keeps: !only.isEmpty)
        let failures = try measure(chosen, into: &record)
        let machine = Machine(hosts: [measurements.python, measurements.sharedLibraryPython].compactMap { $0?.name })
        let report = Report(rows: record.rows, failures: failures, machine: machine)
        print(report.text)
        print("rows: \(json)")
        if let markdown {
            try report.replaceTable(in: markdown)
            print("table: \(markdown)")
        }
        if !failures.isEmpty { throw ExitCode.failure }
    }

    /// What fails is told, and the others are measured all the same. Returns: what failed, and why.
    private func measure(_ groups: [RowGroup], into record: inout Record) throws -> [String] {
        var failures: [String] = []
        let clock = ContinuousClock()
        for (index, group) in groups.enumerated() {
            tell("[\(index + 1)/\(groups.count)] \(group.name)")
            let (start, load) = (clock.now, Machine.load)
            do {
                let rows = try group.measure().map {
                    RecordedRow($0, group: group.name, date: Machine.date, load: load)
                }
                try record.replace(group.name, by: rows)
                for row in rows { tell("  \(row.summary)") }
                tell("  took \(start.duration(to: clock.now).formatted(.units(allowed: [.seconds])))")
            } catch {
                tell("  \(error)")
                failures.append("\(group.name): \(error)")
            }
        }
        return failures
    }

    private func tell(_ text: String) { FileHandle.standardError.write(Data("bench: \(text)\n".utf8)) }

    /// Debian's own python3 with numpy, which loads the same zlib, OpenSSL and BLAS as Baton's extensions.
    private func sharedLibraryPython(_ builder: Builder) throws -> Host? {
        let debian = "/usr/bin/python3"
        guard let include = Builder.includeFolder(debian), (try? bench.run([debian, "-c", "import numpy"])) != nil
        else {
            FileHandle.standardError.write(
                Data("bench: /usr/bin/python3 has no headers or no numpy: the kernel rows are left out\n".utf8))
            return nil
        }
        return try .python(debian, cases: builder.build("shared", flags: ["-DCASES_CPYTHON", "-I\(include)"]))
    }
}
