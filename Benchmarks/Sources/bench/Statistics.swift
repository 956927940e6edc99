/// A median with the 95 % interval of its bootstrap.
struct Estimate {
    let median: Double
    let low: Double
    let high: Double

    init(_ samples: [Double]) {
        precondition(!samples.isEmpty)
        self.median = Self.median(samples)
        var generator = SplitMix64(state: 20_260_101)
        var medians: [Double] = []
        for _ in 0..<2000 {
            let resample = samples.map { _ in samples[Int(generator.next() % UInt64(samples.count))] }
            medians.append(Self.median(resample))
        }
        medians.sort()
        self.low = medians[Int(0.025 * Double(medians.count))]
        self.high = medians[Int(0.975 * Double(medians.count))]
    }

    static func median(_ samples: [Double]) -> Double {
        let sorted = samples.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// Steele, Lea and Flood's generator: the same resamples in every run, so that a table can be computed again.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
