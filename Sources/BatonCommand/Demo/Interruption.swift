internal import Glibc

/// Ctrl-C during the demo: not a handler that runs in the middle of something, but a signal that is asked for.
enum Interruption {
    /// Keep SIGINT pending in this thread and those that it starts, also where the parent has it ignored.
    static func block() {
        signal(SIGINT, SIG_DFL)
        var signals = set
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Wait for SIGINT for at most some milliseconds; whether it came.
    static func wait(milliseconds: Int) -> Bool {
        var signals = set
        var time = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
        return sigtimedwait(&signals, nil, &time) == SIGINT
    }

    private static var set: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
