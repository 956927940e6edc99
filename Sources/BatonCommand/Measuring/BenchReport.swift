internal import FoundationEssentials

/// What was measured of a function, and what follows from it.
struct BenchReport: Encodable {
    struct Row: Encodable {
        let threads: Int
        let mode: DemoReport.Row.Mode
        let rate: Spread
        /// Against one thread in the same mode and the same round.
        let speedup: Spread

        /// The speedup as a part of what the processors could give.
        func efficiency(on processors: Int) -> Double { speedup.median / Double(min(threads, processors)) }
    }

    /// A law that was fitted, to each round alone.
    struct Fit: Encodable {
        let serial: Spread
        /// Nil: Amdahl's law.
        let coherency: Spread?
        let expected: [Expectation]

        init(_ laws: [Scalability], isUniversal: Bool) {
            serial = Spread(laws.map(\.serial))
            coherency = isUniversal ? Spread(laws.map(\.coherency)) : nil
            expected = BenchReport.futures.map { count in
                Expectation(processors: count, speedup: Spread(laws.map { $0.speedup(count) }))
            }
        }
    }

    struct Expectation: Encodable {
        let processors: Int
        let speedup: Spread
    }

    /// The numbers of processors for which a speedup is told.
    static let futures = [4, 8, 16, 64]

    let name: String
    let unit: String
    let processors: Int
    let rows: [Row]
    /// The part of the time of one thread in which it holds the lock.
    let held: Double
    /// Nil: there is one processor.
    let amdahl: Fit?
    /// Nil: too few processors to tell its two parts from each other.
    let universal: Fit?
    let release: ReleaseCost
    let advice: ReleaseAdvice

    static func json(_ reports: [BenchReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return String(decoding: try encoder.encode(["benchmarks": reports]), as: UTF8.self) + "\n"
    }

    /// Fit both laws to the released rows of each round that have a processor for each thread. The serial part is not less
    /// than the part of the time with the lock, which is measured and which only one thread at a time can have.
    static func fits(_ rounds: [[Scalability.Point]], held: Double) -> (amdahl: Fit?, universal: Fit?) {
        let amdahl = rounds.compactMap(Scalability.amdahl).map { $0.serial(atLeast: held) }
        let universal = rounds.compactMap(Scalability.universal).map { $0.serial(atLeast: held) }
        return (
            amdahl.isEmpty ? nil : Fit(amdahl, isUniversal: false),
            universal.isEmpty ? nil : Fit(universal, isUniversal: true)
        )
    }
}
