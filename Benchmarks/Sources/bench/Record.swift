import Foundation

/// The rows in the JSON file, which is written anew after each group: an interrupted run loses nothing, and groups can be
/// measured at different times.
struct Record {
    private let path: String
    private(set) var rows: [RecordedRow]
    /// The names of all groups, in the order of the table.
    private let order: [String]

    private struct File: Codable {
        let rows: [RecordedRow]
    }

    /// - Parameter keeps: whether rows that the file has already stay until they are measured again.
    /// - Throws: the file is kept, exists, and cannot be read.
    init(path: String, order: [String], keeps: Bool) throws {
        self.path = path
        self.order = order
        rows = []
        guard keeps, FileManager.default.fileExists(atPath: path) else { return }
        do {
            rows = try JSONDecoder().decode(File.self, from: Data(contentsOf: URL(fileURLWithPath: path))).rows
        } catch {
            throw BenchError(
                description: "bench: the rows of \(path) cannot be read (remove it to begin anew): \(error)")
        }
        // Of a group that is gone, or whose name has changed, nothing is kept.
        rows.removeAll { !order.contains($0.group) }
    }

    /// Put the rows of a group in place of those that it had, and write the file.
    mutating func replace(_ group: String, by measured: [RecordedRow]) throws {
        rows.removeAll { $0.group == group }
        rows += measured
        let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        let sorted = rows.enumerated().sorted {
            (places[$0.element.group] ?? 0, $0.offset) < (places[$1.element.group] ?? 0, $1.offset)
        }
        rows = sorted.map(\.element)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(File(rows: rows)).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
