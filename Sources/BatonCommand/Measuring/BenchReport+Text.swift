internal import FoundationEssentials

extension BenchReport {
    /// The report for people.
    var text: String {
        "\(name)\n\(table)\n\(scaling)\(releasing)"
    }

    private var table: String {
        let head =
            "  threads  held, \(unit)".padded(to: 34) + "released, \(unit)".padded(to: 25)
            + "speedup: held  released   efficiency\n"
        let counts = rows.filter { $0.mode == .held }.map(\.threads)
        return head
            + counts.map { count in
                let row = { (mode: DemoReport.Row.Mode) in rows.first { $0.threads == count && $0.mode == mode }! }
                let (held, released) = (row(.held), row(.released))
                let efficiency = "\(decimal(100 * released.efficiency(on: processors), 0)) %"
                return [
                    right("\(count)", 9), "  ", rate(held.rate).padded(to: 23), rate(released.rate).padded(to: 25),
                    right(factor(held.speedup.median), 13), right(factor(released.speedup.median), 10),
                    right(efficiency, 13), "\n",
                ].joined()
            }.joined()
    }

    private var scaling: String {
        let share = "The lock is held \(percent(held)) of the time of one thread: "
        if held > 0.95 {
            return share + "with these arguments \(name) does not put it down.\n"
        }
        guard let amdahl else {
            return share
                + "at most \(factor(1 / max(held, 1e-9))) by any number of threads. One processor shows no more.\n"
        }
        var text = share + "no more than \(decimal(1 / max(held, 1e-9), 0))× with any number of threads.\n"
        text += "Serial part by Amdahl's law: \(spread(amdahl.serial, percent))."
        if let universal, let coherency = universal.coherency {
            text +=
                " By Gunther's (USL): \(spread(universal.serial, percent)), and \(spread(coherency) { decimal($0 * 1e4, 1) }) "
                + "of 10 000 for each pair of processors.\n"
        } else {
            text += " Gunther's (USL) needs 4 processors to be told from it.\n"
        }
        text += expectation("Amdahl", amdahl)
        if let universal { text += expectation("USL", universal) }
        return text
            + "  This is drawn from \(processors) processors: memory that all share, other caches and the exchange of the lock "
            + "show only where there are more.\n"
    }

    private func expectation(_ law: String, _ fit: Fit) -> String {
        let words = fit.expected.map { "\($0.processors) cores \(spread($0.speedup, factor))" }
        return "  to expect (\(law)): \(words.joined(separator: ", "))\n"
    }

    private var releasing: String {
        let exchange =
            "an exchange of the lock takes \(time(release.contended)) beside a busy thread, \(time(release.alone)) while "
            + "nobody waits"
        let each = advice.isForEachByte ? "a byte takes \(time(advice.cost))" : "a call takes \(time(advice.cost))"
        let advised =
            switch advice.verdict {
            case .fromSize: "from \(advice.bytes ?? 0) bytes on"
            case .always: "always, for calls like this one"
            case .never:
                advice.bytes.map { "not for data of up to \($0) bytes" } ?? "not for calls like this one"
            }
        let note = advice.note.map { "  (\($0))\n" } ?? ""
        return "Advised release (R7): \(advised); \(each), \(exchange).\n\(note)"
    }

    // Numbers.

    private func rate(_ rate: Spread) -> String {
        let (scale, suffix) = rate.median >= 1e6 ? (1e6, " M") : rate.median >= 1e5 ? (1e3, " k") : (1, "")
        let size = rate.median / scale
        let digits = size < 10 ? 2 : size < 100 ? 1 : 0
        let numbers = [rate.median, rate.low, rate.high].map { decimal($0 / scale, digits) }
        return "\(numbers[0]) (\(numbers[1])-\(numbers[2]))\(suffix)"
    }

    private func spread(_ values: Spread, _ shown: (Double) -> String) -> String {
        "\(shown(values.median)) (\(shown(values.low)) to \(shown(values.high)))"
    }

    private func percent(_ part: Double) -> String { "\(decimal(100 * part, part < 0.1 ? 2 : 0)) %" }

    private func factor(_ value: Double) -> String { "\(decimal(value, value < 10 ? 2 : 1))×" }

    private func time(_ nanoseconds: Double) -> String {
        switch nanoseconds {
        case ..<1: "\(decimal(nanoseconds, 3)) ns"
        case ..<1000: "\(decimal(nanoseconds, 1)) ns"
        case ..<1e6: "\(decimal(nanoseconds / 1e3, 1)) µs"
        default: "\(decimal(nanoseconds / 1e6, 1)) ms"
        }
    }

    private func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

/// A number with so many digits behind the point.
func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard value.isFinite, abs(value) < 1e15 else { return value > 0 ? "∞" : "\(value)" }
    let scaled = Int((abs(value) * scale).rounded())
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let fraction = String(scaled % Int(scale))
    return "\(sign)\(scaled / Int(scale)).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
}
