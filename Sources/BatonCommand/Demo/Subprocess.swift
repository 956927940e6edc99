internal import Glibc

/// Run a program found on PATH, give it `input`, and return what it prints. Detached: it waits (R7).
func runProgram(_ program: String, input: ArraySlice<UInt8>) throws -> [UInt8] {
    var inputPipe: [CInt] = [0, 0]
    var outputPipe: [CInt] = [0, 0]
    guard pipe(&inputPipe) == 0, pipe(&outputPipe) == 0 else {
        throw Failure("\(program): \(SystemError(code: errno).description)")
    }
    for end in inputPipe + outputPipe { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, inputPipe[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, outputPipe[1], STDOUT_FILENO)
    // The demo blocks SIGINT and ignores SIGPIPE; the program is to have neither from it.
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
    let name = strdup(program)
    defer { free(name) }
    let status = posix_spawnp(&process, program, &actions, &attributes, [name, nil], environ)
    close(inputPipe[0])
    close(outputPipe[1])
    defer { close(outputPipe[0]) }
    guard status == 0 else {
        close(inputPipe[1])
        throw Failure("\(program), which checks the results, cannot be run: \(SystemError(code: status).description)")
    }
    // These programs print when they have read everything, so to write first and read then cannot block.
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
    var exitStatus: CInt = 0
    while waitpid(process, &exitStatus, 0) < 0 && errno == EINTR {}
    guard exitStatus == 0 else { throw Failure("\(program) failed (status \(exitStatus))") }
    return output
}
