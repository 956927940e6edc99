import ArgumentParser

/// A sanitizer that an extension can be compiled with.
enum Sanitizer: String, CaseIterable, ExpressibleByArgument {
    case address
    case undefined

    /// The library that must be loaded before the program's others; nil: the extension brings it.
    func preloaded() throws -> String? {
        guard self == .address else { return nil }
        let outcome = try Subprocess([Compilation.Language.c.compiler, "-print-file-name=libasan.so"]).run()
        let path = String(outcome.text.prefix { $0 != "\n" })
        guard outcome.status == 0, path.hasPrefix("/") else {
            throw Failure("\(Compilation.Language.c.compiler) has no libasan.so: --sanitize address needs it")
        }
        return path
    }
}

/// What an extension is compiled for.
struct BuildVariant: ParsableArguments {
    @Flag(help: "For a debugger: not optimised, with assertions, and the inline part of the API checked (BT_CHECKED).")
    var debug = false

    @Option(help: "With a sanitizer: address or undefined.")
    var sanitize: Sanitizer?

    var flags: [String] {
        var flags = debug ? ["-O0", "-g", "-DBT_CHECKED"] : ["-O2", "-g", "-DNDEBUG"]
        if let sanitize {
            flags += ["-fsanitize=\(sanitize.rawValue)", "-fno-omit-frame-pointer", "-fno-sanitize-recover=all"]
        }
        return flags
    }

    var linkerFlags: [String] { sanitize.map { ["-fsanitize=\($0.rawValue)"] } ?? [] }

    var swiftFlags: [String] {
        (debug ? ["-Onone", "-g"] : ["-O", "-g"]) + (sanitize.map { ["-sanitize=\($0.rawValue)"] } ?? [])
    }

    /// The folder in `build` that a project's library is written to.
    var folder: String {
        let parts = (debug ? ["debug"] : []) + (sanitize.map { [$0.rawValue] } ?? [])
        return (["build"] + parts).joined(separator: "/")
    }
}
