internal import Glibc

/// Another program, run to its end. The caller is detached: it waits (R7).
struct Subprocess {
    /// The program, found on PATH, and its arguments.
    let arguments: [String]
    /// Standard error goes where standard output goes.
    var joinsErrors = false

    struct Outcome {
        /// What it printed on standard output.
        let output: [UInt8]
        /// The exit status, or 128 and the number of the signal that ended it.
        let status: Int

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    init(_ arguments: [String], joinsErrors: Bool = false) {
        self.arguments = arguments
        self.joinsErrors = joinsErrors
    }

    private var program: String { arguments[0] }

    /// Run it with `input` on its standard input. It must not print before it has read all of that.
    func run(input: ArraySlice<UInt8> = []) throws(Failure) -> Outcome {
        var inputPipe: [CInt] = [0, 0]
        var outputPipe: [CInt] = [0, 0]
        guard pipe(&inputPipe) == 0, pipe(&outputPipe) == 0 else {
            throw Failure("\(program): \(SystemError(code: errno).description)")
        }
        for end in inputPipe + outputPipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(outputPipe[0]) }
        let process: pid_t
        do {
            process = try start(input: inputPipe[0], output: outputPipe[1])
        } catch {
            for end in [inputPipe[0], inputPipe[1], outputPipe[1]] { close(end) }
            throw error
        }
        close(inputPipe[0])
        close(outputPipe[1])
        _ = input.withUnsafeBytes { writeAll(inputPipe[1], $0) }
        close(inputPipe[1])
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(outputPipe[0], &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            output += buffer[..<count]
        }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7f
        return Outcome(output: output, status: signal == 0 ? Int(status >> 8 & 0xff) : 128 + Int(signal))
    }

    private func start(input: CInt, output: CInt) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        if joinsErrors { posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO) }
        // This program may block SIGINT and ignore SIGPIPE; the other is to have neither from it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        var process = pid_t()
        let words = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        let status = posix_spawnp(&process, program, &actions, &attributes, words + [nil], environ)
        guard status == 0 else {
            throw Failure("\(program) cannot be run: \(SystemError(code: status).description)")
        }
        return process
    }
}
