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
    }

    let source: String
    let object: String
    let language: Language
    let flags: [String]

    var command: [String] {
        [language.compiler, "-c", source, "-o", object, "-MMD", "-MF", dependencies] + flags
    }

    private var dependencies: String { object + ".d" }
    /// The file that holds the command by which the object was made.
    private var record: String { object + ".command" }

    /// Whether the object was made by this command from what the files still hold.
    func isUpToDate() throws -> Bool {
        guard let made = Self.modified(object), text(record) == command.joined(separator: "\n"),
            let rule = text(dependencies)
        else { return false }
        // The compiler's rule: "object: source header \<newline> header", a space in a name as "\ ".
        let files = rule.replacing("\\\n", with: " ").drop { $0 != ":" }.dropFirst()
            .replacing("\\ ", with: "\0").split { $0 == " " || $0 == "\n" }
        return files.allSatisfy { file in
            Self.modified(String(file.replacing("\0", with: " "))).map { $0 < made } ?? false
        }
    }

    /// The object was made: remember how.
    func remember() throws {
        let file = open(record, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Failure("\(record): \(SystemError(code: errno).description)") }
        defer { close(file) }
        let bytes = Array(command.joined(separator: "\n").utf8)
        guard bytes.withUnsafeBytes({ writeAll(file, $0) }) else {
            throw Failure("\(record): \(SystemError(code: errno).description)")
        }
    }

    private func text(_ path: String) -> String? {
        guard case .success(let bytes) = readFile(path, limit: 1 << 24) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// When a file was written, in nanoseconds; nil if it is not there.
    private static func modified(_ path: String) -> Int? {
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        return facts.st_mtim.tv_sec * 1_000_000_000 + facts.st_mtim.tv_nsec
    }
}
