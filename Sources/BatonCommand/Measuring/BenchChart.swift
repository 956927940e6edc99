/// The speedups of some functions as a picture: what was measured, held and released, and what the laws expect of more
/// processors. Both axes are logarithmic, so that the ideal is a straight line.
struct BenchChart {
    private let reports: [BenchReport]

    init(_ reports: [BenchReport]) { self.reports = reports }

    var svg: String {
        let height = Self.top + Panel.height * reports.count + Self.legendHeight
        var parts = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Panel.width) \(height)" width="\(Panel.width)" \
            height="\(height)" font-family="Helvetica, Arial, sans-serif" font-size="12">
            <title>Speedup with the number of threads</title>
            <rect width="100%" height="100%" fill="white"/>
            """
        ]
        for (index, report) in reports.enumerated() {
            parts.append("<g transform=\"translate(0 \(Self.top + index * Panel.height))\">")
            parts += Panel(report).parts
            parts.append("</g>")
        }
        parts.append(legend(at: height - Self.legendHeight + 8))
        parts.append("</svg>\n")
        return parts.joined(separator: "\n")
    }

    private static let top = 12
    private static let legendHeight = 44

    private func legend(at y: Int) -> String {
        let usesUSL = reports.contains { $0.universal != nil }
        var x = Panel.left
        var parts: [String] = []
        func entry(_ mark: (Int) -> String, _ text: String, width: Int) {
            parts.append(mark(x))
            parts.append("<text x=\"\(x + 26)\" y=\"\(y + 4)\" fill=\"#333\">\(text)</text>")
            x += width
        }
        entry({ Shape.point(Double($0 + 10), Double(y), Ink.released) }, "released", width: 96)
        entry({ Shape.point(Double($0 + 10), Double(y), Ink.held, isSquare: true) }, "held", width: 74)
        entry({ Shape.line($0, y, Ink.amdahl, dash: nil) }, "Amdahl", width: 92)
        if usesUSL { entry({ Shape.line($0, y, Ink.universal, dash: "6 3") }, "USL", width: 76) }
        entry({ Shape.line($0, y, Ink.ideal, dash: "2 3") }, "ideal", width: 80)
        parts.append(
            "<text x=\"\(Panel.left)\" y=\"\(y + 24)\" fill=\"#666\" font-size=\"11\">Right of the dashed line nothing was "
                + "measured with a core for each thread; hollow: more threads than cores.</text>")
        return parts.joined(separator: "\n")
    }
}

/// The colours, which differ in lightness too.
private enum Ink {
    static let released = "#0b5fa5"
    static let held = "#c2410c"
    static let amdahl = "#0b5fa5"
    static let universal = "#6d28d9"
    static let ideal = "#888888"
}

/// The diagram of one function.
private struct Panel {
    static let width = 720
    static let height = 330
    static let left = 64
    private static let right = 24
    private static let top = 34
    private static let bottom = 46

    private let report: BenchReport
    private static let most = 64.0
    /// The axis of speedups begins below 1, where holding the lock can get.
    private static let least = 0.5

    init(_ report: BenchReport) { self.report = report }

    private static func log2(_ value: Double) -> Double {
        // The exponent and, between two powers of two, the fraction: enough for a picture, and no library.
        var value = value
        var result = 0.0
        while value >= 2 {
            value /= 2
            result += 1
        }
        while value < 1 {
            value *= 2
            result -= 1
        }
        var bit = 0.5
        for _ in 0..<24 {
            value *= value
            if value >= 2 {
                value /= 2
                result += bit
            }
            bit /= 2
        }
        return result
    }

    private func x(_ threads: Double) -> Double {
        Double(Self.left) + Self.log2(threads) / Self.log2(Self.most) * Double(Self.width - Self.left - Self.right)
    }

    private func y(_ speedup: Double) -> Double {
        let clamped = min(Self.most, max(Self.least, speedup))
        let share = (Self.log2(clamped) - Self.log2(Self.least)) / (Self.log2(Self.most) - Self.log2(Self.least))
        return Double(Self.height - Self.bottom) - share * Double(Self.height - Self.bottom - Self.top)
    }

    var parts: [String] {
        var parts = [
            "<text x=\"\(Self.left)\" y=\"20\" font-size=\"15\" font-weight=\"bold\">\(escaped(report.name))</text>"
        ]
        parts += axes
        parts.append(Shape.path([(x(1), y(1)), (x(Self.most), y(Self.most))], Ink.ideal, dash: "2 3"))
        let limit = x(Double(report.processors))
        parts.append(
            "<line x1=\"\(short(limit))\" y1=\"\(Self.top)\" x2=\"\(short(limit))\" y2=\"\(Self.height - Self.bottom)\" "
                + "stroke=\"#555\" stroke-dasharray=\"5 4\"/>")
        parts.append(
            "<text x=\"\(short(limit + 5))\" y=\"\(Self.top + 12)\" fill=\"#555\">this machine: \(report.processors) "
                + "core\(report.processors == 1 ? "" : "s")</text>")
        if let amdahl = report.amdahl { parts += curves(amdahl, Ink.amdahl, dash: nil) }
        if let universal = report.universal { parts += curves(universal, Ink.universal, dash: "6 3") }
        for row in report.rows where Double(row.threads) <= Self.most { parts += marks(row) }
        return parts
    }

    private var axes: [String] {
        let (bottom, end) = (Self.height - Self.bottom, Self.width - Self.right)
        var parts: [String] = []
        for step in [1, 2, 4, 8, 16, 32, 64] {
            let (x, y) = (short(x(Double(step))), short(y(Double(step))))
            parts.append("<line x1=\"\(x)\" y1=\"\(Self.top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#e5e5e5\"/>")
            parts.append("<line x1=\"\(Self.left)\" y1=\"\(y)\" x2=\"\(end)\" y2=\"\(y)\" stroke=\"#e5e5e5\"/>")
            parts.append("<text x=\"\(x)\" y=\"\(bottom + 17)\" text-anchor=\"middle\" fill=\"#333\">\(step)</text>")
            parts.append(
                "<text x=\"\(Self.left - 8)\" y=\"\(y)\" dy=\"4\" text-anchor=\"end\" fill=\"#333\">\(step)×</text>")
        }
        parts.append(
            "<path d=\"M\(Self.left) \(Self.top)V\(bottom)H\(end)\" fill=\"none\" stroke=\"#333\"/>")
        parts.append(
            "<text x=\"\((Self.left + end) / 2)\" y=\"\(bottom + 36)\" text-anchor=\"middle\" fill=\"#333\">threads, each with a "
                + "core</text>")
        parts.append(
            "<text transform=\"translate(18 \((Self.top + bottom) / 2)) rotate(-90)\" text-anchor=\"middle\" "
                + "fill=\"#333\">speedup</text>")
        return parts
    }

    /// The law, in the middle of the rounds, and the area between the lowest and the highest.
    private func curves(_ fit: BenchReport.Fit, _ ink: String, dash: String?) -> [String] {
        let steps = (0...48).map { step -> Double in
            // 64 to the power of step / 48: eight steps from one power of two to the next.
            var value = Double(1 << (step / 8))
            for _ in 0..<(step % 8) { value *= 1.0905077326652577 }
            return value
        }
        func speedup(_ serial: Double, _ coherency: Double, _ n: Double) -> Double {
            n / (1 + serial * (n - 1) + coherency * n * (n - 1))
        }
        let (serial, coherency) = (fit.serial, fit.coherency)
        let upper = steps.map { (x($0), y(speedup(serial.low, coherency?.low ?? 0, $0))) }
        let lower = steps.map { (x($0), y(speedup(serial.high, coherency?.high ?? 0, $0))) }
        let middle = steps.map { (x($0), y(speedup(serial.median, coherency?.median ?? 0, $0))) }
        let outline = (upper + lower.reversed()).map { "\(short($0.0)) \(short($0.1))" }.joined(separator: "L")
        return [
            "<path d=\"M\(outline)Z\" fill=\"\(ink)\" fill-opacity=\"0.10\" stroke=\"none\"/>",
            Shape.path(middle, ink, dash: dash),
        ]
    }

    private func marks(_ row: BenchReport.Row) -> [String] {
        let ink = row.mode == .held ? Ink.held : Ink.released
        let (x, y) = (x(Double(row.threads)), y(row.speedup.median))
        let (low, high) = (self.y(row.speedup.low), self.y(row.speedup.high))
        return [
            "<path d=\"M\(short(x)) \(short(low))V\(short(high))\" stroke=\"\(ink)\" stroke-width=\"1.5\"/>",
            Shape.point(x, y, ink, isSquare: row.mode == .held, isHollow: row.threads > report.processors),
        ]
    }

    private func escaped(_ text: String) -> String {
        // XML has no characters below the space but these, not even written as numbers.
        let text = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\t" }))
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

private enum Shape {
    static func point(_ x: Double, _ y: Double, _ ink: String, isSquare: Bool = false, isHollow: Bool = false) -> String
    {
        let look = "fill=\"\(isHollow ? "white" : ink)\" stroke=\"\(ink)\" stroke-width=\"1.5\""
        return isSquare
            ? "<rect x=\"\(short(x - 4))\" y=\"\(short(y - 4))\" width=\"8\" height=\"8\" \(look)/>"
            : "<circle cx=\"\(short(x))\" cy=\"\(short(y))\" r=\"4.5\" \(look)/>"
    }

    static func line(_ x: Int, _ y: Int, _ ink: String, dash: String?) -> String {
        path([(Double(x), Double(y)), (Double(x + 20), Double(y))], ink, dash: dash)
    }

    static func path(_ points: [(Double, Double)], _ ink: String, dash: String?) -> String {
        let places = points.map { "\(short($0.0)) \(short($0.1))" }.joined(separator: "L")
        let dashes = dash.map { " stroke-dasharray=\"\($0)\"" } ?? ""
        return "<path d=\"M\(places)\" fill=\"none\" stroke=\"\(ink)\" stroke-width=\"1.8\"\(dashes)/>"
    }
}

/// A coordinate.
private func short(_ value: Double) -> String { decimal(value, 1) }
