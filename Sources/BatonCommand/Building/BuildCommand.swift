import ArgumentParser
internal import Glibc

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Compile an extension.",
        discussion: """
            Sources in C and C++ may be mixed. What is newer than its object, or compiled with other flags, is compiled \
            again. The compilers are those of CC and CXX, else cc and c++.

              baton build blur.c
              baton build --python-h --name lz4 src/*.c -I include -D NDEBUG -o build/lz4.so
            """)

    @Argument(help: "Sources in C (.c) or C++ (.cc, .cpp, .cxx).")
    var sources: [String]

    @Flag(help: "The sources are written for CPython: they find Baton's Python.h.")
    var pythonH = false

    @Option(help: "The extension's name; that of the output, or of a single source, if it is not given.")
    var name: String?

    @Option(name: [.customShort("I", allowingJoined: true)], help: "A folder of headers.")
    var include: [String] = []

    @Option(name: [.customShort("D", allowingJoined: true)], help: "A macro: NAME or NAME=VALUE.")
    var define: [String] = []

    @Option(name: [.customShort("L", allowingJoined: true)], help: "A folder of libraries.")
    var libraryFolder: [String] = []

    @Option(name: [.customShort("l", allowingJoined: true)], help: "A library to link.")
    var library: [String] = []

    @Option(name: .customLong("compiler-flag"), parsing: .unconditionalSingleValue, help: "A further compiler flag.")
    var compilerFlags: [String] = []

    @Option(name: .customLong("linker-flag"), parsing: .unconditionalSingleValue, help: "A further linker flag.")
    var linkerFlags: [String] = []

    @Option(name: .shortAndLong, help: "The library to write; NAME.so if it is not given.")
    var output: String?

    @Flag(name: .shortAndLong, help: "Print the commands that are run.")
    var verbose = false

    func run() throws {
        var build = try ExtensionBuild(name: chosenName(), sources: sources, output: output)
        build.isForPython = pythonH
        build.includeFolders = include
        build.macros = define
        build.libraryFolders = libraryFolder
        build.libraries = library
        build.compilerFlags = compilerFlags
        build.linkerFlags = linkerFlags
        build.isVerbose = verbose
        try build.run()
    }

    private func chosenName() throws -> String {
        if let name { return name }
        if let output { return FilePath.stem(output) }
        guard sources.count == 1 else {
            throw ValidationError("\(sources.count) sources and no name: write --name NAME or -o FOLDER/NAME.so")
        }
        return FilePath.stem(sources[0])
    }
}

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
}
