internal import Glibc

/// A source and the object that it becomes.
struct Compilation {
    enum Language {
        case c, cPlusPlus

        /// The program that compiles and links it.
        var compiler: String {
            let (variable, standard) = self == .c ? ("CC", "cc") : ("CXX", "c++")
            return getenv(variable).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? standard
        }

        /// The flags that are for it: of those that name a standard, the ones that name its own.
        func own(_ flags: [String]) -> [String] {
            flags.filter { !$0.hasPrefix("-std=") || $0.contains("++") == (self == .cPlusPlus) }
        }
    }

    let source: String
    let object: String
    let language: Language
    let flags: [String]

    var command: [String] {
        [language.compiler, "-c", source, "-o", object, "-MMD", "-MF", dependencies] + flags
    }

    var record: BuildRecord { BuildRecord(product: object, command: command) }

    private var dependencies: String { object + ".d" }

    /// The files that the object was made from, the system's headers left out; nil: it was never made.
    private var inputs: [String]? { BuildRecord.inputs(inRule: dependencies) }

    /// Whether the object was made by this command from what the files still hold.
    var isUpToDate: Bool { inputs.map(record.holds) ?? false }

    /// Whether the source, which has been compiled, includes a header, said by its file's name.
    func includes(_ header: String) -> Bool { inputs?.contains { FilePath.last($0) == header } ?? false }
}
