/// What is asked of a row's ratio.
enum Target {
    case atMost(Double)
    case atLeast(Double)
    /// Shown for comparison; nothing is asked.
    case none

    var text: String {
        switch self {
        case .atMost(let bound): "≤ \(bound)"
        case .atLeast(let bound): "≥ \(bound)"
        case .none: "–"
        }
    }

    func met(_ ratio: Estimate) -> Met {
        switch self {
        case .atMost(let bound): ratio.high <= bound ? .yes : ratio.low > bound ? .no : .unclear
        case .atLeast(let bound): ratio.low >= bound ? .yes : ratio.high < bound ? .no : .unclear
        case .none: .notAsked
        }
    }
}

/// One line of the table: what was measured in interleaved pairs.
struct Row {
    let name: String
    let unit: String
    let peerName: String
    let target: Target
    /// What was measured of Baton and of the peer, pair by pair, and the ratio that the target speaks of.
    let baton: Estimate
    let peer: Estimate
    let ratio: Estimate
    let pairs: Int

    init(
        name: String, unit: String, peerName: String, target: Target, pairs: [(baton: Double, peer: Double)],
        ratio: (_ baton: Double, _ peer: Double) -> Double = { $0 / $1 }
    ) {
        self.name = name
        self.unit = unit
        self.peerName = peerName
        self.target = target
        self.baton = Estimate(pairs.map(\.baton))
        self.peer = Estimate(pairs.map(\.peer))
        self.ratio = Estimate(pairs.map { ratio($0.baton, $0.peer) })
        self.pairs = pairs.count
    }
}
