import Foundation

/// The table for people.
struct Report {
    let rows: [RecordedRow]

    /// What could not be measured, and why.
    let failures: [String]
    let machine: Machine

    /// The table and what is to be known about it, in Markdown that reads as plain text.
    var text: String {
        let header = ["what", "Baton", "peer", "unit", "ratio", "95 % interval", "target", "met", "peer is"]
        let lines = rows.map { row in
            [
                row.name, number(row.baton), number(row.peer), row.unit, number(row.ratio),
                row.interval.map(number).joined(separator: " … "), row.target, row.met.rawValue, row.peerName,
            ]
        }
        let widths = header.indices.map { column in ([header] + lines).map { $0[column].count }.max() ?? 0 }
        let table = ([header, widths.map { String(repeating: "-", count: $0) }] + lines).map { line in
            let cells = zip(line, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count)
            }
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let pairs = rows.map(\.pairs).min() ?? 0
        let loads = rows.map(\.load)
        return """
            \(table.joined(separator: "\n"))

            \(machine.summary)
            Measured \(span(Set(rows.map(\.date)).sorted())); load before a group of rows \(span(loads.sorted().map(number))).
            Each ratio is the median of \(pairs) interleaved pairs, with the 95 % interval of its bootstrap; "unclear": the
            interval spans the target.
            """ + failures.map { "\nNot measured: \($0)" }.joined()
    }

    private static let marks = ("<!-- table: written by make bench-record -->\n", "\n<!-- end of table -->")

    /// Write the table into a file, between its marks.
    func replaceTable(in path: String) throws {
        let old = try String(contentsOfFile: path, encoding: .utf8)
        guard let start = old.range(of: Self.marks.0), let end = old.range(of: Self.marks.1),
            start.upperBound <= end.lowerBound
        else { throw BenchError(description: "bench: \(path) has no marks of a table") }
        let new = old[..<start.upperBound] + text + old[end.lowerBound...]
        try String(new).write(toFile: path, atomically: true, encoding: .utf8)
    }

    /// The first and the last of some words in order.
    private func span(_ words: [String]) -> String {
        guard let first = words.first, let last = words.last else { return "never" }
        return first == last ? first : "\(first) … \(last)"
    }
}

/// Three digits of a figure, or all before the point.
func number(_ value: Double) -> String {
    value >= 1000 ? String(format: "%.0f", value) : String(format: "%.3g", value)
}
