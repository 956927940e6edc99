import CBaton
internal import Glibc

/// The terminal's characters for the editor of lines. Signals are let in while it waits for one, and only then: one that came
/// between two waits would interrupt nothing, and Ctrl-C would be lost until the next key.
enum Keyboard {
    // SAFETY: because only the thread that shows the prompt touches them.
    private nonisolated(unsafe) static var letsIn = sigset_t()
    nonisolated(unsafe) private(set) static var wasInterrupted = false

    /// Run `body`, in which ``character()`` is called, with SIGINT held back but for its waits.
    static func withSignals<Result>(inWaitsOnly body: () -> Result) -> Result {
        wasInterrupted = false
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        pthread_sigmask(SIG_BLOCK, &interrupt, &letsIn)
        defer { pthread_sigmask(SIG_SETMASK, &letsIn, nil) }
        return body()
    }

    /// The next character, decoded from UTF-8; -1 at the end, and when a signal has come.
    ///
    /// A NUL is passed over: the terminal makes one of a Ctrl-D that was typed before it was the editor's, and a line that
    /// holds it is not empty, so that no further Ctrl-D would end the prompt.
    static func character() -> CInt {
        var typed = byte()
        while typed == 0 { typed = byte() }
        guard let first = typed else { return -1 }
        let (count, bits): (Int, UInt8)
        switch first {
        case 0xC0..<0xE0: (count, bits) = (1, first & 0x1F)
        case 0xE0..<0xF0: (count, bits) = (2, first & 0x0F)
        case 0xF0..<0xF8: (count, bits) = (3, first & 0x07)
        default: return CInt(first)
        }
        var character = CInt(bits)
        for _ in 0..<count {
            guard let next = byte() else { return -1 }
            character = character << 6 | CInt(next & 0x3F)
        }
        return character
    }

    private static func byte() -> UInt8? {
        while true {
            var input = fd_set()
            input.__fds_bits.0 = 1 << STDIN_FILENO
            let ready = pselect(STDIN_FILENO + 1, &input, nil, nil, nil, &letsIn)
            if ready > 0 { break }
            // A signal with nothing to be done for it, such as a change of the window's size: wait on.
            if ready < 0, errno == EINTR, _bt_safe_point_is_due() == 0 { continue }
            wasInterrupted = true
            return nil
        }
        var byte: UInt8 = 0
        while true {
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }
}
