import BatonRuntime
import CBaton

/// The measurement of one function: held and released, by several numbers of threads, in turns.
struct BenchRun {
    let subject: BenchSubject
    let threads: [Int]
    let processors: Int
    /// How long all of it takes, about.
    let seconds: Double
    let release: ReleaseCost
    let showsProgress: Bool

    /// Each configuration is measured so often, in turns with the others: what disturbs the machine for a while falls on all.
    private static let rounds = 9

    private var configurations: [(count: Int, mode: DemoReport.Row.Mode)] {
        threads.flatMap { count in DemoReport.Row.Mode.allCases.map { (count, $0) } }
    }

    /// Measure, by an attached thread; nil: it was interrupted.
    func report() throws -> BenchReport? {
        // What is wrong with the call is told before anything takes long.
        try subject.call()
        let held = try heldShare()
        let advice = try ReleaseAdvice.measure(subject, release)
        let kernel = try kernel()
        guard let measured = try RuntimeSession.detached({ try measure(kernel) }) else { return nil }

        func rates(_ count: Int, _ mode: DemoReport.Row.Mode) -> [Double] {
            measured[configurations.firstIndex { $0.count == count && $0.mode == mode }!]
        }
        func speedups(_ count: Int, _ mode: DemoReport.Row.Mode) -> [Double] {
            zip(rates(count, mode), rates(1, mode)).map { $0 / $1 }
        }
        let rows = configurations.map { count, mode in
            BenchReport.Row(
                threads: count, mode: mode, rate: Spread(rates(count, mode)), speedup: Spread(speedups(count, mode)))
        }
        let points = (0..<Self.rounds).map { round in
            threads.filter { $0 <= processors }.map { count in
                Scalability.Point(processors: count, speedup: speedups(count, .released)[round])
            }
        }
        let (amdahl, universal) = BenchReport.fits(points, held: held)
        return BenchReport(
            name: subject.name, unit: kernel.unit.rawValue, processors: processors, rows: rows, held: held,
            amdahl: amdahl,
            universal: universal, release: release, advice: advice)
    }

    /// For each configuration a rate of each round; nil: interrupted. By a detached thread.
    private func measure(_ kernel: DemoKernel) throws -> [[Double]]? {
        var rates = [[Double]](repeating: [], count: configurations.count)
        let steps = Self.rounds * configurations.count
        let bar = ProgressBar(total: steps)
        defer { bar.clear() }
        for round in 0..<Self.rounds {
            for (index, (count, mode)) in configurations.enumerated() {
                if showsProgress {
                    bar.show(round * configurations.count + index, "\(subject.name), \(count) threads, \(mode)")
                }
                let wasHeld = BtLock_SetHold(mode == .held ? 1 : 0)
                defer { BtLock_SetHold(wasHeld) }
                let run = DemoRun(kernel, threads: count, seconds: seconds / Double(steps))
                guard let outcome = try run.measure(isInterrupted: { Interruption.wait(milliseconds: 2) }) else {
                    return nil
                }
                rates[index].append(outcome.rate)
            }
        }
        return rates
    }

    /// What a thread does again and again. Short calls are made in groups, with a safe point behind each, as a script has them:
    /// otherwise attaching would be measured.
    private func kernel() throws(Failure) -> DemoKernel {
        let start = Clock.nanoseconds()
        try subject.call()
        let calls = max(1, Int(20_000 / max(1, Clock.nanoseconds() - start)))
        let amount = Double(calls) * Double(subject.data?.bytes ?? 1)
        let subject = subject
        return DemoKernel(name: subject.name, unit: subject.data == nil ? .calls : .megabytes) { _ throws(Failure) in
            for _ in 0..<calls {
                try subject.call()
                if BtEval_SafePoint() != 0 { throw Extension.takeException() }
            }
            return DemoKernel.Call(amount: amount, isRight: true)
        }
    }

    /// The part of the time in which this thread holds the lock while it calls the function and nothing else.
    private func heldShare() throws(Failure) -> Double {
        let wasMeasured = BtLock_SetStatistics(1)
        defer { BtLock_SetStatistics(wasMeasured) }
        // A release on both sides, so that what is counted begins and ends here.
        BtEval_RestoreThread(BtEval_SaveThread())
        BtLock_ResetStatistics()
        let start = Clock.nanoseconds()
        var calls = 0
        repeat {
            try subject.call()
            calls += 1
        } while calls < 3 || Clock.nanoseconds() - start < 50_000_000
        BtEval_RestoreThread(BtEval_SaveThread())
        let elapsed = Double(Clock.nanoseconds() - start)
        var statistics = BtLockStatistics()
        BtLock_GetStatistics(&statistics)
        return min(1, Double(statistics.hold_ns) / elapsed)
    }
}
