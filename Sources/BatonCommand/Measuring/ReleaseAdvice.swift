import BatonRuntime
import CBaton

/// From how much work on a function is worth a release: where the work takes longer than an exchange of the lock beside a busy
/// thread (R7).
struct ReleaseAdvice: Encodable {
    enum Verdict: String, Encodable {
        /// From so many bytes on.
        case fromSize = "from-size"
        /// Each call with these arguments takes longer than an exchange.
        case always
        /// A call takes less than an exchange.
        case never
    }

    let verdict: Verdict
    /// Bytes of data, a power of two; nil: the verdict is about whole calls.
    let bytes: Int?
    /// Nanoseconds for each byte, or for each call where there are no bytes.
    let cost: Double
    let isForEachByte: Bool
    /// Why less data could not be tried.
    let note: String?

    /// Measure, by an attached thread. Nothing is released meanwhile: it is the work alone that counts.
    static func measure(_ subject: BenchSubject, _ release: ReleaseCost) throws -> ReleaseAdvice {
        let wasHeld = BtLock_SetHold(1)
        defer { BtLock_SetHold(wasHeld) }
        guard let data = subject.data else { return try ofCalls(subject, release, note: nil) }
        var times: [(size: Int, time: Double)] = []
        var size = 1
        do {
            while size < data.bytes {
                guard let part = try subject.cut(to: size) else { break }
                times.append((size, try time(part)))
                // Far above what is looked for: the rest would take long and tell nothing.
                if times.last!.time > times[0].time + 8 * release.contended { break }
                size *= size == 1 ? 16 : 2
            }
            if size >= data.bytes { times.append((data.bytes, try time(subject))) }
        } catch {
            return try ofCalls(subject, release, note: "it does not take less data: \(error.description)")
        }
        let work = times.map { (size: $0.size, time: max(0, $0.time - times[0].time)) }
        let last = work[work.count - 1]
        let cost = last.time / Double(last.size)
        guard let index = work.firstIndex(where: { $0.time >= release.contended }), index > 0 else {
            return ReleaseAdvice(verdict: .never, bytes: data.bytes, cost: cost, isForEachByte: true, note: nil)
        }
        // Between two sizes the time grows evenly.
        let (below, above) = (work[index - 1], work[index])
        let share = (release.contended - below.time) / (above.time - below.time)
        let bytes = Double(below.size) + share * Double(above.size - below.size)
        var threshold = 1
        while Double(threshold) < bytes { threshold *= 2 }
        return ReleaseAdvice(verdict: .fromSize, bytes: threshold, cost: cost, isForEachByte: true, note: nil)
    }

    private static func ofCalls(_ subject: BenchSubject, _ release: ReleaseCost, note: String?) throws -> ReleaseAdvice
    {
        let cost = try time(subject)
        return ReleaseAdvice(
            verdict: cost >= release.contended ? .always : .never, bytes: nil, cost: cost, isForEachByte: false,
            note: note)
    }

    /// Nanoseconds of a call: the median of several groups of calls, each long enough for the clock.
    private static func time(_ subject: BenchSubject) throws(Failure) -> Double {
        let start = Clock.nanoseconds()
        try subject.call()
        let once = max(1, Clock.nanoseconds() - start)
        let calls = max(1, Int(50_000 / once))
        var groups: [Double] = []
        for _ in 0..<(once > 20_000_000 ? 3 : 9) {
            let start = Clock.nanoseconds()
            for _ in 0..<calls { try subject.call() }
            groups.append(Double(Clock.nanoseconds() - start) / Double(calls))
        }
        return Spread(groups).median
    }
}
