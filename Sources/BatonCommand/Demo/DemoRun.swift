import BatonRuntime
import CBaton
internal import Glibc
import Synchronization

/// One measurement: a kernel on a number of native threads for a time.
final class DemoRun: Sendable {
    struct Outcome {
        /// Units of the kernel a second, of all threads together.
        let rate: Double
        let isVerified: Bool
    }

    private let kernel: DemoKernel
    private let threads: Int
    private let duration: Double
    private let ready = Atomic<Int>(0)
    private let finished = Atomic<Int>(0)
    /// Whether the threads may begin.
    private let isOpen = Atomic<Bool>(false)
    /// When the first of them began its first call, in nanoseconds; 0 before: something is done within every measurement.
    private let begin = Atomic<UInt64>(0)
    private let isStopped = Atomic<Bool>(false)
    // One for each thread, written by it alone before it ends; read after all have ended.
    private let tallies: Mutex<[Tally]>

    private struct Tally {
        /// What was done within the time.
        var amount = 0.0
        var isVerified = true
        var failure: Failure?
    }

    init(_ kernel: DemoKernel, threads: Int, seconds: Double) {
        self.kernel = kernel
        self.threads = threads
        duration = seconds
        tallies = Mutex([])
    }

    /// Run, by a detached thread. nil if `isInterrupted` said yes meanwhile.
    func measure(isInterrupted: () -> Bool) throws -> Outcome? {
        let workers = try (0..<threads).map { index in try NativeThread { self.work(index) } }
        wait(for: ready, isInterrupted)
        isOpen.store(true, ordering: .releasing)
        wait(for: finished, isInterrupted)
        for worker in workers { worker.join() }
        if isStopped.load(ordering: .relaxed) { return nil }

        let tallies = tallies.withLock { $0 }
        for case let failure? in tallies.map(\.failure) { throw failure }
        let rate = tallies.reduce(0) { $0 + $1.amount } / duration
        return Outcome(rate: rate / kernel.unit.scale, isVerified: tallies.allSatisfy(\.isVerified))
    }

    /// Wait until a count has every thread. An interruption, which is told once, stops the measurement.
    private func wait(for count: borrowing Atomic<Int>, _ isInterrupted: () -> Bool) {
        while count.load(ordering: .acquiring) < threads {
            if isInterrupted() { isStopped.store(true, ordering: .relaxed) }
        }
    }

    /// What each thread does. Every call attaches and detaches, as a host's own thread would (R5).
    private func work(_ index: Int) {
        var tally = Tally()
        do {
            // The first call warms the thread's memory up, and is not counted.
            let warm = try call(index, isCounted: false)
            tally.isVerified = warm.isRight
            ready.add(1, ordering: .acquiringAndReleasing)
            while !isOpen.load(ordering: .acquiring) { usleep(50) }
            var deadline: UInt64 = 0
            var number = index
            repeat {
                let call = try call(number, isCounted: true)
                deadline = begin.load(ordering: .relaxed) + UInt64(duration * 1e9)
                tally.amount += call.amount * call.share(before: deadline)
                tally.isVerified = tally.isVerified && call.isRight
                number += threads
            } while Clock.nanoseconds() < deadline && !isStopped.load(ordering: .relaxed)
        } catch {
            if !isOpen.load(ordering: .acquiring) { ready.add(1, ordering: .acquiringAndReleasing) }
            tally.failure = error
        }
        tallies.withLock { $0.append(tally) }
        finished.add(1, ordering: .acquiringAndReleasing)
    }

    private func call(_ index: Int, isCounted: Bool) throws(Failure) -> TimedCall {
        let state = BtGILState_Ensure()
        defer { BtGILState_Release(state) }
        let now = Clock.nanoseconds()
        if isCounted { _ = begin.compareExchange(expected: 0, desired: now, ordering: .relaxed) }
        let call = try kernel.call(index)
        return TimedCall(amount: call.amount, isRight: call.isRight, begin: now, end: Clock.nanoseconds())
    }
}

/// A call, and when it was under way: from the attach on, since a wait for the lock is no work.
private struct TimedCall {
    let amount: Double
    let isRight: Bool
    let begin: UInt64
    let end: UInt64

    /// How much of it was done before a time. So the last calls count as far as they lie within the measurement, whether
    /// the threads run at the same time or one after the other.
    func share(before deadline: UInt64) -> Double {
        if end <= deadline { return 1 }
        return begin < deadline ? Double(deadline - begin) / Double(end - begin) : 0
    }
}

/// A thread of the host, of which the runtime knows nothing until it attaches.
struct NativeThread {
    private let thread: pthread_t

    private final class Body {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    init(_ body: @escaping @Sendable () -> Void) throws {
        // SAFETY: because the thread takes the one retained reference, at once.
        let context = Unmanaged.passRetained(Body(body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { context in
                // SAFETY: because pthread_create passes what passRetained gave.
                Unmanaged<Body>.fromOpaque(context!).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            context.release()
            throw Failure("a thread could not be started: \(SystemError(code: status).description)")
        }
        self.thread = thread
    }

    func join() { pthread_join(thread, nil) }
}

/// The monotonic clock.
enum Clock {
    static func nanoseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Let others run for a moment.
    static func pause() { usleep(50) }
}
