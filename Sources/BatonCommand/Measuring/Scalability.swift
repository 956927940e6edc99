/// How the work of several processors grows with their number, fitted to what was measured on few.
///
/// Amdahl's law (G. Amdahl, AFIPS 1967) has one parameter, the serial part σ of the work, which one processor at a time can do:
///
///     speedup(n) = n / (1 + σ (n - 1))
///
/// Gunther's universal scalability law (N. Gunther, Guerrilla Capacity Planning, Springer 2007, chapters 4 to 6;
/// arXiv:0808.1431) adds κ, the cost for each pair of processors to agree with each other, by which more of them can do less:
///
///     speedup(n) = n / (1 + σ (n - 1) + κ n (n - 1))
struct Scalability: Equatable {
    /// σ, from 0 to 1.
    let serial: Double
    /// κ, 0 or more.
    let coherency: Double

    func speedup(_ count: Int) -> Double {
        let n = Double(count)
        return n / (1 + serial * (n - 1) + coherency * n * (n - 1))
    }

    /// The same with a serial part that is not less than one that is known.
    func serial(atLeast least: Double) -> Scalability {
        Scalability(serial: max(serial, least), coherency: coherency)
    }

    /// A speedup that was measured.
    struct Point {
        let processors: Int
        let speedup: Double
    }

    /// Amdahl's law, by least squares on n / speedup - 1 = σ (n - 1); nil: no point has more than one processor.
    static func amdahl(_ points: [Point]) -> Scalability? {
        let rows = points.filter { $0.processors > 1 }
        guard !rows.isEmpty else { return nil }
        let serial = ratio(rows.map { (Double($0.processors - 1), loss($0)) })
        return Scalability(serial: min(1, max(0, serial)), coherency: 0)
    }

    /// Gunther's law, by least squares on (n / speedup - 1) / (n - 1) = σ + κ n, neither below 0; nil: the points have fewer than
    /// two numbers of processors above one, from which κ cannot be told from σ.
    static func universal(_ points: [Point]) -> Scalability? {
        let rows = points.filter { $0.processors > 1 }
        guard Set(rows.map(\.processors)).count > 1 else { return nil }
        let row = rows.map { (x: Double($0.processors), y: loss($0) / Double($0.processors - 1)) }
        let count = Double(row.count)
        let meanX = row.reduce(0) { $0 + $1.x } / count
        let meanY = row.reduce(0) { $0 + $1.y } / count
        let square = row.reduce(0) { $0 + ($1.x - meanX) * ($1.x - meanX) }
        let slope = row.reduce(0) { $0 + ($1.x - meanX) * ($1.y - meanY) } / square
        let level = meanY - slope * meanX
        if slope < 0 { return Scalability(serial: min(1, max(0, meanY)), coherency: 0) }
        if level < 0 { return Scalability(serial: 0, coherency: max(0, ratio(row.map { ($0.x, $0.y) }))) }
        return Scalability(serial: min(1, level), coherency: slope)
    }

    /// How much more one unit of work costs than on one processor, as a part of that.
    private static func loss(_ point: Point) -> Double { Double(point.processors) / point.speedup - 1 }

    /// The slope of the line through the origin.
    private static func ratio(_ row: [(x: Double, y: Double)]) -> Double {
        row.reduce(0) { $0 + $1.x * $1.y } / row.reduce(0) { $0 + $1.x * $1.x }
    }
}
