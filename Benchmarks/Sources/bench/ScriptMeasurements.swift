import Foundation

/// The rows of programs in `Scripts/`, which print the seconds that they took, run by Baton and by CPython in turns.
extension Measurements {
    /// The program whose loop is arithmetic of ints and nothing else.
    private static let arithmetic = "cpu_work"

    private static let programs = [
        "fib", "method_calls", "attribute_access", "string_building", "list_loops", "dict_loops", "n_queens", "classes",
        "mandelbrot", "spectral_norm", "json_round_trip",
    ]

    var scripts: [RowGroup] {
        [
            RowGroup(name: "script: \(Self.arithmetic)") { [try program(Self.arithmetic, .atMost(0.33)).row] },
            RowGroup(name: "scripts: \(Self.programs.joined(separator: ", "))", measure: programRows),
            RowGroup(name: "script: fastcall_loop") { [try program("fastcall_loop", .atMost(0.7)).row] },
            RowGroup(name: "script: two busy threads") { [try twoThreads()] },
            RowGroup(name: "baton -c pass, whole process") { [try emptyProgram()] },
        ]
    }

    /// A row for each program, and one for all of them.
    private func programRows() throws -> [Row] {
        let measured = try Self.programs.map { name in
            progress(name)
            return try program(name, .atMost(1.25))
        }
        let together = (0..<pairs).map { pair in
            (
                baton: geometricMean(measured.map { $0.pairs[pair].baton }),
                peer: geometricMean(measured.map { $0.pairs[pair].peer })
            )
        }
        let mean = Row(
            name: "geometric mean of these \(measured.count) scripts", unit: "ns", peerName: python.name,
            target: .atMost(0.77), pairs: together)
        return measured.map(\.row) + [mean]
    }

    private func program(_ name: String, _ target: Target) throws -> (row: Row, pairs: [(baton: Double, peer: Double)])
    {
        let measured = try (0..<pairs).map { _ in
            (
                baton: try nanoseconds([batonPath, "run", script(name)])[0],
                peer: try nanoseconds([pythonPath, script(name)])[0]
            )
        }
        let row = Row(
            name: "script: \(name)", unit: "ns", peerName: python.name, target: target, pairs: measured)
        return (row, measured)
    }

    /// Two busy threads, beside one that does the work of both.
    private func twoThreads() throws -> Row {
        let measured = try (0..<pairs).map { _ in
            let figures = try nanoseconds([batonPath, "run", script("two_threads")])
            guard figures.count == 2 else { throw BenchError(description: "two_threads: two figures were expected") }
            return (baton: figures[1], peer: figures[0])
        }
        return Row(
            name: "script: two busy threads", unit: "ns", peerName: "one thread that does both", target: .atMost(1.05),
            pairs: measured)
    }

    private func emptyProgram() throws -> Row {
        // Once before, so that neither reads its files from the disk.
        _ = (try wallTime([batonPath, "-c", "pass"]), try wallTime([pythonPath, "-c", "pass"]))
        let walls = try (0..<pairs).map { _ in
            (baton: try wallTime([batonPath, "-c", "pass"]), peer: try wallTime([pythonPath, "-c", "pass"]))
        }
        return Row(
            name: "baton -c pass, whole process", unit: "ns", peerName: "\(python.name) -c pass", target: .atMost(1.0),
            pairs: walls)
    }

    private func script(_ name: String) -> String { "\(scriptFolder)/\(name).py" }

    /// Run a program. Returns: the seconds that it printed, as nanoseconds.
    private func nanoseconds(_ words: [String]) throws -> [Double] {
        let text = try run(words, environment: ["BATON_PATH": batonCases, "PYTHONPATH": pythonCases])
        let figures = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard !figures.isEmpty else { throw BenchError(description: "no figure in: \(text)") }
        return figures.map { $0 * 1e9 }
    }
}

private func geometricMean(_ values: [Double]) -> Double {
    exp(values.map { log($0) }.reduce(0, +) / Double(values.count))
}
