import BatonRuntime
import CBaton
import Synchronization

/// What it costs to put the lock down and take it again, on this machine, in nanoseconds.
struct ReleaseCost: Encodable {
    /// While nobody waits.
    let alone: Double
    /// Beside a thread that runs and wants the lock: until it is back.
    let contended: Double

    private static let samples = 301
    private static let rounds = 1000
    /// In nanoseconds.
    private static let longest: UInt64 = 500_000_000

    /// Measure, by an attached thread.
    static func measure() throws -> ReleaseCost {
        let alone = (0..<samples).map { _ in
            let start = Clock.nanoseconds()
            for _ in 0..<rounds { BtEval_RestoreThread(BtEval_SaveThread()) }
            return Double(Clock.nanoseconds() - start) / Double(rounds)
        }
        let neighbour = Neighbour()
        let thread = try NativeThread { neighbour.run() }
        RuntimeSession.detached { neighbour.waitUntilItRuns() }
        var beside: [Double] = []
        let begin = Clock.nanoseconds()
        // Where other programs have the processors, one exchange can take as long as their slices.
        while beside.count < 9 || beside.count < samples && Clock.nanoseconds() - begin < longest {
            let start = Clock.nanoseconds()
            BtEval_RestoreThread(BtEval_SaveThread())
            beside.append(Double(Clock.nanoseconds() - start))
            _ = BtEval_SafePoint()
        }
        RuntimeSession.detached {
            neighbour.stop()
            thread.join()
        }
        return ReleaseCost(alone: Spread(alone).median, contended: Spread(beside).median)
    }

    /// A thread that does nothing but run script code.
    private final class Neighbour: Sendable {
        private let runs = Atomic<Bool>(false)
        private let isStopped = Atomic<Bool>(false)

        func run() {
            let state = BtGILState_Ensure()
            defer { BtGILState_Release(state) }
            runs.store(true, ordering: .relaxed)
            while !isStopped.load(ordering: .relaxed) && BtEval_SafePoint() == 0 {}
        }

        func waitUntilItRuns() { while !runs.load(ordering: .relaxed) { Clock.pause() } }

        func stop() { isStopped.store(true, ordering: .relaxed) }
    }
}
