internal import FoundationEssentials
internal import Glibc

/// Parts of paths.
enum FilePath {
    /// The last part: `c.tar.gz` of `a/b/c.tar.gz`.
    static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The last part up to its first dot: `c` of `a/b/c.tar.gz`.
    static func stem(_ path: String) -> String {
        let last = last(path)
        return last.firstIndex(of: ".").map { String(last[..<$0]) } ?? last
    }

    /// What follows the last dot: `gz` of `a/b/c.tar.gz`; empty if there is none.
    static func suffix(_ path: String) -> String {
        let last = last(path)
        return last.lastIndex(of: ".").map { String(last[last.index(after: $0)...]) } ?? ""
    }

    /// Make a folder and those above it.
    static func makeFolder(_ path: String) throws {
        if path.isEmpty || Installation.exists(path) { return }
        try makeFolder(Installation.parent(of: path))
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
            throw Failure("\(path): \(SystemError(code: errno).description)")
        }
    }

    static func isFolder(_ path: String) -> Bool {
        var facts = stat()
        return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    }

    /// The files in a folder and those in it, in alphabetical order, as paths that begin with the folder's.
    static func files(under folder: String) throws -> [String] {
        do {
            return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
                .filter { !isFolder($0) }
        } catch {
            throw Failure("\(folder): it cannot be read")
        }
    }

    /// Write a file anew.
    static func write(_ text: String, to path: String) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw Failure("\(path): \(SystemError(code: errno).description)") }
        defer { close(file) }
        guard Array(text.utf8).withUnsafeBytes({ writeAll(file, $0) }) else {
            throw Failure("\(path): \(SystemError(code: errno).description)")
        }
    }
}
