import Testing

@testable import BatonCommand

/// The laws of scaling, fitted to points of which it is known what made them.
@Suite struct `The laws of scaling` {
    private func points(_ law: Scalability, _ counts: [Int]) -> [Scalability.Point] {
        counts.map { Scalability.Point(processors: $0, speedup: law.speedup($0)) }
    }

    private func isClose(_ value: Double?, _ expected: Double) -> Bool {
        value.map { abs($0 - expected) < 1e-9 } ?? false
    }

    @Test(arguments: [0, 0.05, 0.3, 1]) func `give back Amdahl's serial part`(_ serial: Double) {
        let made = points(Scalability(serial: serial, coherency: 0), [1, 2, 4, 8])
        #expect(isClose(Scalability.amdahl(made)?.serial, serial))
        #expect(isClose(Scalability.universal(made)?.serial, serial))
        #expect(isClose(Scalability.universal(made)?.coherency, 0))
    }

    @Test(arguments: [(0.0, 0.02), (0.05, 0.01), (0.2, 0.001)])
    func `give back both of Gunther's parameters`(_ serial: Double, _ coherency: Double) {
        let fitted = Scalability.universal(points(Scalability(serial: serial, coherency: coherency), [1, 2, 4, 16]))
        #expect(isClose(fitted?.serial, serial))
        #expect(isClose(fitted?.coherency, coherency))
    }

    @Test func `expect by Amdahl what can be worked out by hand`() {
        // A tenth is serial: 10 / (1 + 9 / 10), and never more than 10.
        #expect(isClose(Scalability(serial: 0.1, coherency: 0).speedup(10), 100.0 / 19))
        #expect(Scalability(serial: 0.1, coherency: 0).speedup(1_000_000) < 10)
    }

    @Test func `keep to what can be when threads do more than their number`() {
        let better = [Scalability.Point(processors: 2, speedup: 2.1), .init(processors: 4, speedup: 4.3)]
        #expect(Scalability.amdahl(better) == Scalability(serial: 0, coherency: 0))
        #expect(Scalability.universal(better) == Scalability(serial: 0, coherency: 0))
    }

    @Test func `are not fitted where they cannot be told from each other`() {
        #expect(Scalability.amdahl([.init(processors: 1, speedup: 1)]) == nil)
        #expect(Scalability.universal([.init(processors: 1, speedup: 1), .init(processors: 2, speedup: 1.9)]) == nil)
    }
}
