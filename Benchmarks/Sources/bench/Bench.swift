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
            batonPath: batonPath, pythonPath: pythonPath, scripts: benchmarks.appending(path: "Scripts").path,
            batonCases: batonCases, pythonCases: pythonCases, pairs: pairs,
            progress: { FileHandle.standardError.write(Data("bench: \($0)\n".utf8)) })
        let machine = Machine(hosts: [measurements.python, measurements.sharedLibraryPython].compactMap { $0?.name })
        let outcome = measurements.all()
        let report = Report(rows: outcome.rows, failures: outcome.failures, machine: machine)
        print(report.text)
        try report.writeJSON(json)
        print("rows: \(json)")
        if let markdown {
            try report.replaceTable(in: markdown)
            print("table: \(markdown)")
        }
        if !outcome.failures.isEmpty { throw ExitCode.failure }
    }

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
