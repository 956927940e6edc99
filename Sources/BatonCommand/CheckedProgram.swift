import CBaton
internal import Glibc

/// The program under `--check` or BATON_CHECK: executed anew with libbatoncheck.so in front of the C library, so that the
/// checks see mutexes and freed memory (`Documentation/RuntimeChecks.md`). Without checks nothing is interposed.
enum CheckedProgram {
    private static let mark = "BATON_CHECK_PRELOADED"

    /// Execute the program anew if the arguments or the environment ask for checks; returns in the program that checks.
    static func enter(_ arguments: [String]) {
        if let preloaded = getenv(mark) {
            // What this program starts is not checked.
            let others = String(cString: preloaded)
            if others.isEmpty { unsetenv("LD_PRELOAD") } else { setenv("LD_PRELOAD", others, 1) }
            unsetenv(mark)
            return
        }
        guard isAskedFor(arguments), !hasSanitizer else { return }
        let folder = Installation.parent(of: Installation.program)
        let library = ["\(folder)/libbatoncheck.so", "\(Installation.parent(of: folder))/lib/libbatoncheck.so"]
            .first(where: Installation.exists)
        guard let library else {
            return StandardError.write(
                "baton: libbatoncheck.so is not beside \(Installation.program): R8 is not checked\n")
        }
        // The loader takes spaces and colons for the ends of names; a bare name it looks for where the program's own
        // libraries are.
        let name = library.contains { $0 == " " || $0 == ":" } ? "libbatoncheck.so" : library
        let others = getenv("LD_PRELOAD").map { String(cString: $0) } ?? ""
        setenv(mark, others, 1)
        setenv("LD_PRELOAD", others.isEmpty ? name : "\(name):\(others)", 1)
        execv(Installation.program, CommandLine.unsafeArgv)
        StandardError.write("baton: it could not be executed anew: R8 is not checked\n")
        unsetenv(mark)
    }

    /// Whether `--check…` stands among the options before the script, or BATON_CHECK is set.
    private static func isAskedFor(_ arguments: [String]) -> Bool {
        if let wish = getenv("BATON_CHECK"), wish[0] != 0, strcmp(wish, "0") != 0 { return true }
        var isValue = false
        for argument in arguments.dropFirst() {
            if isValue {
                isValue = false
                continue
            }
            if argument == "--check" || argument.hasPrefix("--check-") { return true }
            isValue = argument == "--scheduler" || argument == "--interval"
            if !argument.hasPrefix("-") && argument != "run" || argument == "-c" || argument == "-m" || argument == "-"
            {
                return false
            }
        }
        return false
    }

    /// The sanitizers interpose the same functions.
    private static var hasSanitizer: Bool {
        dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
    }
}
