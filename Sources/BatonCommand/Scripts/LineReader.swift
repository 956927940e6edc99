import CBaton
internal import Glibc

/// Reads lines from the terminal: with editing and history where libedit is on the machine, else as they come.
///
/// libedit is loaded when the first prompt is shown, so that no script pays for it.
struct LineReader {
    private typealias ReadLine = @convention(c) (UnsafePointer<CChar>) -> UnsafeMutablePointer<CChar>?
    private typealias TextFunction = @convention(c) (UnsafePointer<CChar>) -> CInt
    private typealias CountFunction = @convention(c) (CInt) -> Void
    private typealias BindKey = @convention(c) (CInt, @convention(c) (CInt, CInt) -> CInt) -> CInt

    /// How many lines the history keeps.
    private static let historyLength: CInt = 1000

    private let library: UnsafeMutableRawPointer?
    private let readLine: ReadLine?

    init() {
        // The editor takes the terminal's bytes for characters as the locale says.
        setlocale(LC_CTYPE, "")
        library = dlopen("libedit.so.2", RTLD_LAZY | RTLD_LOCAL)
        readLine = Self.function("readline", of: library)
        // The editor looks for it when it is set up, which any other call of it does.
        if let getter = library.flatMap({ dlsym($0, "rl_getc_function") }) {
            // SAFETY: because libedit declares it as a pointer to a function that takes a FILE and returns an int.
            getter.assumingMemoryBound(to: (@convention(c) (UnsafeMutableRawPointer?) -> CInt)?.self).pointee = { _ in
                Keyboard.character()
            }
        }
        if let bind: BindKey = Self.function("rl_bind_key", of: library),
            let insert: @convention(c) (CInt, CInt) -> CInt = Self.function("rl_insert", of: library)
        {
            // Tab indents; completion of file names would be in the way.
            _ = bind(9, insert)
        }
        if let path = Self.historyFile { _ = text("read_history")?(path) }
        if let limit: CountFunction = Self.function("stifle_history", of: library) { limit(Self.historyLength) }
    }

    /// Where the history is kept: the file that BATON_HISTORY names, else `.baton_history` in the home folder. Empty: nowhere.
    private static var historyFile: String? {
        if let named = getenv("BATON_HISTORY") { return named.pointee == 0 ? nil : String(cString: named) }
        return getenv("HOME").map { String(cString: $0) + "/.baton_history" }
    }

    private static func function<Function>(_ name: String, of library: UnsafeMutableRawPointer?) -> Function? {
        guard let library, let address = dlsym(library, name) else { return nil }
        // SAFETY: because libedit declares the functions with the types that they are asked for here.
        return unsafeBitCast(address, to: Function.self)
    }

    private func text(_ name: String) -> TextFunction? { Self.function(name, of: library) }

    /// Write the history, for its owner's eyes only.
    func saveHistory() {
        guard let write = text("write_history"), let path = Self.historyFile else { return }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        close(descriptor)
        _ = write(path)
    }

    enum Answer {
        case line(String)
        /// A signal came, whose handler has not run yet.
        case interrupted
        case end
    }

    /// Show the prompt and wait, detached, for a line, which is given without its end.
    func read(prompt: String) -> Answer {
        let state = BtEval_SaveThread()
        defer { BtEval_RestoreThread(state) }
        guard let readLine else { return plainLine(prompt) }
        errno = 0
        guard let line = Keyboard.withSignals(inWaitsOnly: { readLine(prompt) }) else {
            return Keyboard.wasInterrupted || errno == EINTR ? .interrupted : .end
        }
        defer { free(line) }
        if line[0] != 0 { _ = text("add_history")?(line) }
        return .line(String(cString: line))
    }

    private func plainLine(_ prompt: String) -> Answer {
        StandardOutput.write(prompt)
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            let count = Glibc.read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { return .interrupted }
            if count <= 0 { return bytes.isEmpty ? .end : .line(String(decoding: bytes, as: UTF8.self)) }
            if byte == 0x0A { return .line(String(decoding: bytes, as: UTF8.self)) }
            bytes.append(byte)
        }
    }
}
