internal import FoundationEssentials
internal import Glibc

/// An extension's folder, as its `baton.json` describes it. Paths are relative to the folder, which is the current one.
struct Project: Decodable {
    static let file = "baton.json"

    let name: String
    /// Files, and folders of them.
    let sources: [String]
    /// A folder or a file of tests.
    let tests: String
    /// A folder or a file of benchmarks.
    let benchmarks: String
    let includeFolders: [String]
    let macros: [String]
    let libraryFolders: [String]
    let libraries: [String]
    let compilerFlags: [String]
    let linkerFlags: [String]
    /// Whether the sources are written for CPython.
    let isForPython: Bool
    /// How much of the contract is checked; nil: nothing.
    let contract: ContractStrength?

    private enum Key: String, CodingKey, CaseIterable {
        case name, sources, tests, benchmarks, include, define, libraries, contract
        case libraryFolders = "library-folders"
        case compilerFlags = "compiler-flags"
        case linkerFlags = "linker-flags"
        case pythonH = "python-h"
    }

    /// Any key that stands in the file.
    private struct FoundKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        for key in try decoder.container(keyedBy: FoundKey.self).allKeys where Key(rawValue: key.stringValue) == nil {
            let known = Key.allCases.map(\.rawValue).sorted().joined(separator: ", ")
            throw Failure("there is no key \"\(key.stringValue)\": there are \(known)")
        }
        let values = try decoder.container(keyedBy: Key.self)
        func list(_ key: Key) throws -> [String] { try values.decodeIfPresent([String].self, forKey: key) ?? [] }
        name = try values.decode(String.self, forKey: .name)
        let sources = try list(.sources)
        self.sources = sources.isEmpty ? ["src"] : sources
        tests = try values.decodeIfPresent(String.self, forKey: .tests) ?? "tests"
        benchmarks = try values.decodeIfPresent(String.self, forKey: .benchmarks) ?? "benchmarks"
        includeFolders = try list(.include)
        macros = try list(.define)
        libraryFolders = try list(.libraryFolders)
        libraries = try list(.libraries)
        compilerFlags = try list(.compilerFlags)
        linkerFlags = try list(.linkerFlags)
        isForPython = try values.decodeIfPresent(Bool.self, forKey: .pythonH) ?? false
        let word = try values.decodeIfPresent(String.self, forKey: .contract) ?? (isForPython ? "relaxed" : "strict")
        contract = ContractStrength(rawValue: word)
        guard contract != nil || word == "off" else {
            throw Failure("\"contract\" is \"\(word)\": expected \"strict\", \"relaxed\" or \"off\"")
        }
    }

    /// The project that the current folder belongs to. Its folder becomes the current one.
    ///
    /// - Throws: that there is none, or what is wrong with its description.
    static func enter() throws -> Project {
        guard let current = getcwd(nil, 0) else { throw Failure(SystemError(code: errno).description) }
        defer { free(current) }
        var folder = String(cString: current)
        while !Installation.exists("\(folder)/\(file)") {
            guard folder != "/" else {
                throw Failure("there is no \(file) here or above: baton new NAME begins a project")
            }
            folder = Installation.parent(of: folder)
        }
        guard chdir(folder) == 0 else { throw Failure("\(folder): \(SystemError(code: errno).description)") }
        switch readFile(file, limit: 1 << 20) {
        case .failure(let error): throw Failure("\(folder)/\(file): \(error.description)")
        case .success(let bytes):
            do {
                return try JSONDecoder().decode(Project.self, from: Data(bytes))
            } catch {
                throw Failure("\(folder)/\(file): \(reason(error))")
            }
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let failure as Failure: return failure.description
        case DecodingError.keyNotFound(let key, _): return "\"\(key.stringValue)\" is missing"
        case DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context):
            let key = context.codingPath.first?.stringValue ?? "all of it"
            let wanted =
                type == Bool.self
                ? "true or false"
                : context.codingPath.count > 1 || type != String.self ? "a list of strings" : "a string"
            return "\"\(key)\": expected \(wanted)"
        default: return "it is no JSON"
        }
    }

    /// The sources, found in the folders that are named.
    func sourceFiles() throws -> [String] {
        try sources.flatMap { entry throws -> [String] in
            guard FilePath.isFolder(entry) else { return [entry] }
            return try FilePath.files(under: entry).filter { Self.sourceSuffixes.contains(FilePath.suffix($0)) }
        }
    }

    private static let sourceSuffixes: Set<String> = ["c", "cc", "cpp", "cxx", "C", "swift"]

    /// The scripts whose names begin with a word: tests or benchmarks, in a folder or alone.
    static func scripts(_ path: String, named prefix: String) throws -> [String] {
        guard Installation.exists(path) else { return [] }
        guard FilePath.isFolder(path) else { return [path] }
        return try FilePath.files(under: path).filter {
            FilePath.suffix($0) == "py" && FilePath.last($0).hasPrefix(prefix)
        }
    }
}
