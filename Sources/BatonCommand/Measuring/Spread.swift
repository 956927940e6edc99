/// What repeated measurements gave: the middle one, and between which values the true middle is.
///
/// `low` and `high` are the lowest but one and the highest but one of nine, between which the middle of all that could be
/// measured lies with 96 % (1 - 20 / 512, whatever the measurements' distribution is); of fewer than five the lowest and the
/// highest.
struct Spread: Encodable, Equatable {
    let median: Double
    let low: Double
    let high: Double

    /// - Parameter values: at least one.
    init(_ values: [Double]) {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        median = sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
        let outliers = sorted.count < 5 ? 0 : 1
        (low, high) = (sorted[outliers], sorted[sorted.count - 1 - outliers])
    }
}
