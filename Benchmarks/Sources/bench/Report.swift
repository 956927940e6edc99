import Foundation

/// The table for people, and the rows for programs.
struct Report {
    let rows: [Row]

    /// What could not be measured, and why.
    let failures: [String]
    let machine: Machine

    /// The table and what is to be known about it, in Markdown that reads as plain text.
    var text: String {
        let header = ["what", "Baton", "peer", "unit", "ratio", "95 % interval", "target", "met", "peer is"]
        let lines = rows.map { row in
            [
                row.name, number(row.baton.median), number(row.peer.median), row.unit, number(row.ratio.median),
                "\(number(row.ratio.low)) … \(number(row.ratio.high))", row.target.text, row.target.met(row.ratio),
                row.peerName,
            ]
        }
        let widths = header.indices.map { column in ([header] + lines).map { $0[column].count }.max() ?? 0 }
        let table = ([header, widths.map { String(repeating: "-", count: $0) }] + lines).map { line in
            let cells = zip(line, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count)
            }
            return "| " + cells.joined(separator: " | ") + " |"
        }
        let pairs = rows.map(\.pairs).min() ?? 0
        return """
            \(table.joined(separator: "\n"))

            \(machine.summary)
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

    func writeJSON(_ path: String) throws {
        struct JSONRow: Encodable {
            let name: String
            let baton: Double
            let peer: Double
            let peer_name: String
            let unit: String
            let ratio: Double
            let interval: [Double]
            let target: String
            let met: Met
            let pairs: Int
        }
        let rows = rows.map { row in
            JSONRow(
                name: row.name, baton: row.baton.median, peer: row.peer.median, peer_name: row.peerName, unit: row.unit,
                ratio: row.ratio.median, interval: [row.ratio.low, row.ratio.high], target: row.target.text,
                met: Met(row.target.met(row.ratio)), pairs: row.pairs)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try encoder.encode(["rows": rows])
        try data.write(to: URL(fileURLWithPath: path))
    }

    private func number(_ value: Double) -> String {
        value >= 1000 ? String(format: "%.0f", value) : String(format: "%.3g", value)
    }
}

/// `met` in JSON: true, false, or the word "unclear"; null where nothing is asked.
private struct Met: Encodable {
    let word: String

    init(_ word: String) { self.word = word }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch word {
        case "true": try container.encode(true)
        case "false": try container.encode(false)
        case "unclear": try container.encode(word)
        default: try container.encodeNil()
        }
    }
}
