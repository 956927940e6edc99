internal import Glibc

/// The clang that checks: found, never assumed.
struct Clang {
    let program: String

    /// - Parameter given: the path or name that the user gave; nil: BATON_CLANG, the clang beside swift, then `clang`, then
    ///   the newest `clang-N`, each as PATH has it.
    static func find(_ given: String?) throws(Failure) -> Clang {
        let environment = getenv("BATON_CLANG").map { String(cString: $0) }
        if let named = given ?? environment {
            guard let program = named.contains("/") ? named : onPath(named) else {
                throw Failure("there is no \(named) on PATH")
            }
            guard access(program, X_OK) == 0 else { throw Failure("\(program) is no program that can be run") }
            return Clang(program: program)
        }
        if let swift = onPath("swift"), let real = realpath(swift, nil) {
            defer { free(real) }
            let beside = Installation.parent(of: String(cString: real)) + "/clang"
            if access(beside, X_OK) == 0 { return Clang(program: beside) }
        }
        let names = ["clang"] + (13...30).reversed().map { "clang-\($0)" }
        for name in names {
            if let program = onPath(name) { return Clang(program: program) }
        }
        throw Failure(
            "no clang was found, so nothing was checked: install one (apt-get install clang, or a Swift toolchain), or say "
                + "where it is with --clang or BATON_CLANG")
    }

    private static func onPath(_ name: String) -> String? {
        let folders = getenv("PATH").map { String(cString: $0) } ?? ""
        return folders.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
    }

    /// Run it; all that it prints, and its exit status.
    func run(_ arguments: [String]) throws(Failure) -> (output: String, status: Int) {
        let outcome = try Subprocess([program] + arguments, joinsErrors: true).run()
        return (outcome.text, outcome.status)
    }
}
