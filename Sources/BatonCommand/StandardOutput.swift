internal import Glibc

/// Writing to standard output and error. A reader that has gone away ends the program quietly, as other tools do.
enum StandardOutput {
    static func write(_ text: String) {
        var text = text
        let complete = text.withUTF8 { writeAll(STDOUT_FILENO, UnsafeRawBufferPointer($0)) }
        if !complete { fail(errno) }
    }

    /// Write out what was printed by C's functions.
    static func flushBuffer() {
        if fflush(nil) != 0 { fail(errno) }
    }

    private static func fail(_ reason: CInt) -> Never {
        if reason != EPIPE { StandardError.write("baton: standard output: \(String(cString: strerror(reason)))\n") }
        _exit(reason == EPIPE ? 128 + SIGPIPE : 1)
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}

enum StandardError {
    static func write(_ text: String) {
        var text = text
        _ = text.withUTF8 { writeAll(STDERR_FILENO, UnsafeRawBufferPointer($0)) }
    }

    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Write all bytes to a file descriptor; false with errno set if that failed.
func writeAll(_ descriptor: CInt, _ bytes: UnsafeRawBufferPointer) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = write(descriptor, rest.baseAddress, rest.count)
        if count < 0 {
            if errno == EINTR { continue }
            return false
        }
        rest = rest.dropFirst(count)
    }
    return true
}

extension Slice where Base == UnsafeRawBufferPointer {
    /// The address of the first byte.
    fileprivate var baseAddress: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
