/// A row as it stands in the table and in the JSON: medians, not samples.
struct RecordedRow: Codable {
    let group: String
    let name: String
    let baton: Double
    let peer: Double
    let peerName: String
    let unit: String
    let ratio: Double
    let interval: [Double]
    let target: String
    let met: Met
    let pairs: Int
    /// When it was measured, and the load of the machine just before.
    let date: String
    let load: Double

    enum CodingKeys: String, CodingKey {
        case group, name, baton, peer, unit, ratio, interval, target, met, pairs, date, load
        case peerName = "peer_name"
    }

    init(_ row: Row, group: String, date: String, load: Double) {
        self.group = group
        name = row.name
        baton = row.baton.median
        peer = row.peer.median
        peerName = row.peerName
        unit = row.unit
        ratio = row.ratio.median
        interval = [row.ratio.low, row.ratio.high]
        target = row.target.text
        met = row.target.met(row.ratio)
        pairs = row.pairs
        self.date = date
        self.load = load
    }

    /// The row in a few words.
    var summary: String {
        let asked = met == .notAsked ? "" : ", asked \(target): \(met.rawValue)"
        return "\(name): \(number(ratio)) (\(interval.map(number).joined(separator: " … ")))\(asked)"
    }
}

/// Whether a target is met. In JSON: true, false, or the word "unclear"; null where nothing is asked.
enum Met: String, Codable {
    case yes = "true"
    case no = "false"
    /// The interval spans the target: reported, not measured again.
    case unclear
    case notAsked = "–"

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .notAsked
        } else if let isMet = try? container.decode(Bool.self) {
            self = isMet ? .yes : .no
        } else {
            self = .unclear
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .yes: try container.encode(true)
        case .no: try container.encode(false)
        case .unclear: try container.encode(rawValue)
        case .notAsked: try container.encodeNil()
        }
    }
}
