import Foundation

/// The table for people, and the rows as JSON.
struct Report {
    let rows: [Row]

    func printTable() {
        let header = ["what", "Baton", "peer", "unit", "ratio", "95 % interval", "target", "met", "peer is"]
        let lines = rows.map { row in
            [
                row.name, number(row.baton.median), number(row.peer.median), row.unit, number(row.ratio.median),
                "\(number(row.ratio.low)) … \(number(row.ratio.high))", row.target.text, row.target.met(row.ratio),
                row.peerName,
            ]
        }
        let widths = header.indices.map { column in ([header] + lines).map { $0[column].count }.max() ?? 0 }
        for line in [header, widths.map { String(repeating: "-", count: $0) }] + lines {
            let cells = zip(line, widths).map { cell, width in cell + String(repeating: " ", count: width - cell.count)
            }
            print("| " + cells.joined(separator: " | ") + " |")
        }
        let pairs = rows.map(\.pairs).min() ?? 0
        print("\nEach ratio is the median of \(pairs) interleaved pairs, with the 95 % interval of its bootstrap;")
        print("\"unclear\": the interval spans the target.")
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
