internal import FoundationEssentials

/// What the demo has measured, for people and for programs.
struct DemoReport: Encodable {
    struct Row: Encodable {
        enum Mode: String, Encodable, CaseIterable {
            case held
            case released
        }

        let kernel: String
        let threads: Int
        let mode: Mode
        let rate: Double
        let unit: String
        /// Against one thread in the same mode.
        let speedup: Double
        let verified: Bool
    }

    var rows: [Row] = []

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    }

    // The table.

    private static let header =
        "kernel                 threads       held   released  unit      speedup: held  released  results\n"

    func tableHeader() -> String { Self.header }

    /// The lines of one kernel, one a thread count; both modes of a count have been measured.
    func tableLines(kernel: String) -> String {
        let rows = rows.filter { $0.kernel == kernel }
        return rows.filter { $0.mode == .held }.compactMap { held in
            guard let released = rows.first(where: { $0.mode == .released && $0.threads == held.threads }) else {
                return nil
            }
            let isRight = held.verified && released.verified
            return [
                left(kernel, 22), right("\(held.threads)", 8), right(rate(held.rate), 11),
                right(rate(released.rate), 11),
                "  ", left(held.unit, 8), right(factor(held.speedup), 15), right(factor(released.speedup), 10),
                isRight ? "  right" : "  WRONG", "\n",
            ].joined()
        }.joined()
    }

    /// One sentence on what the figures show.
    func conclusion() -> String {
        guard rows.allSatisfy(\.verified) else {
            return "Some results are WRONG: the figures mean nothing until that is found."
        }
        guard let threads = rows.map(\.threads).max(), threads > 1 else {
            return "One thread gains nothing by releasing the lock; run with --threads 1,2 to see what two gain."
        }
        let best = rows.filter { $0.mode == .released && $0.threads > 1 }.map(\.threads)
        let shown = Set(best).sorted().first ?? threads
        let median = { (mode: Row.Mode) -> Double in
            let speedups = rows.filter { $0.mode == mode && $0.threads == shown }.map(\.speedup).sorted()
            return speedups.isEmpty ? 1 : speedups[speedups.count / 2]
        }
        return """
            Notice: \(shown) threads that put the lock down while they compute do \(factor(median(.released))) the work of \
            one; the same code holding it does \(factor(median(.held))). Every result was checked.
            """
    }

    private func rate(_ value: Double) -> String { decimal(value, value < 10 ? 2 : value < 100 ? 1 : 0) }

    private func factor(_ value: Double) -> String { decimal(value, 2) + "×" }

    private func decimal(_ value: Double, _ digits: Int) -> String {
        let scale = digits == 0 ? 1 : digits == 1 ? 10 : 100
        let scaled = Int((value * Double(scale)).rounded())
        guard digits > 0 else { return "\(scaled)" }
        let fraction = String(scaled % scale)
        return "\(scaled / scale).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
    }

    private func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
