import ArgumentParser
internal import Glibc

struct PipBuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pip-build",
        abstract: "Compile the extensions of a CPython package for Baton.",
        discussion: """
            Takes a source distribution (pip download --no-binary NAME NAME) or its unpacked folder, and reads which \
            extensions it lists in setup.py or pyproject.toml. A package that finds its sources by other means is built \
            by hand: baton build --python-h.

              baton pip-build xxhash-4.1.0.tar.gz -o site
              BATON_PATH=site baton -c 'import _xxhash'
            """)

    @Argument(help: "A source distribution (.tar.gz, .zip) or its unpacked folder.")
    var path: String

    @Option(name: .shortAndLong, help: "The folder that the extensions are written to, packages as folders in it.")
    var output = "."

    @Option(help: "Build this extension alone, by its full name.")
    var only: String?

    @Flag(name: .shortAndLong, help: "Print the commands that are run.")
    var verbose = false

    func run() throws {
        guard let target = realpath(Installation.exists(output) ? output : ".", nil) else {
            throw Failure("\(output): \(SystemError(code: errno).description)")
        }
        defer { free(target) }
        let base = String(cString: target)
        let folder = Installation.exists(output) ? base : output.hasPrefix("/") ? output : "\(base)/\(output)"
        let source = try SourceDistribution(path)
        defer { source.remove() }
        let listed = try ListedExtension.read(source.folder)
        let chosen = only.map { only in listed.filter { $0.name == only } } ?? listed
        guard !chosen.isEmpty else {
            let names = listed.map(\.name).joined(separator: ", ")
            throw Failure(
                only.map { "\(path) lists no extension \($0), only: \(names)" }
                    ?? "\(path) lists no extensions: name its sources to baton build --python-h")
        }
        // The lists name files relative to the package.
        guard chdir(source.folder) == 0 else {
            throw Failure("\(source.folder): \(SystemError(code: errno).description)")
        }
        for item in chosen {
            let parts = item.name.split(separator: ".")
            let file = parts.joined(separator: "/") + ".so"
            var build = try ExtensionBuild(
                name: String(parts.last ?? ""), sources: item.sources, output: "\(folder)/\(file)")
            build.isForPython = true
            build.includeFolders = item.includeFolders
            build.macros = item.macros
            build.libraryFolders = item.libraryFolders
            build.libraries = item.libraries
            build.compilerFlags = item.compilerFlags
            build.linkerFlags = item.linkerFlags
            build.isVerbose = verbose
            StandardOutput.write(try build.run().description)
        }
    }
}

/// A package's sources in a folder, unpacked if need be.
private struct SourceDistribution {
    let folder: String
    private let temporary: String?

    init(_ path: String) throws {
        guard let real = realpath(path, nil) else { throw Failure("\(path): \(SystemError(code: errno).description)") }
        defer { free(real) }
        let path = String(cString: real)
        var facts = stat()
        guard stat(path, &facts) == 0 else { throw Failure("\(path): \(SystemError(code: errno).description)") }
        if facts.st_mode & S_IFMT == S_IFDIR {
            (folder, temporary) = (path, nil)
            return
        }
        var template = Array("\(Self.temporaryFolder)/baton-pip-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw Failure("\(Self.temporaryFolder): \(SystemError(code: errno).description)")
        }
        let place = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let command =
            FilePath.suffix(path) == "zip"
            ? ["python3", "-m", "zipfile", "-e", path, place] : ["tar", "-xf", path, "-C", place]
        let outcome = try Subprocess(command, joinsErrors: true).run()
        guard outcome.status == 0 else {
            _ = try? Subprocess(["rm", "-rf", place]).run()
            throw Failure("\(path) cannot be unpacked: \(outcome.text.prefix { $0 != "\n" })")
        }
        // A distribution holds one folder.
        let inside = try Subprocess(["ls", place]).run().text.split(separator: "\n")
        (folder, temporary) = (inside.count == 1 ? "\(place)/\(inside[0])" : place, place)
    }

    func remove() {
        if let temporary { _ = try? Subprocess(["rm", "-rf", temporary]).run() }
    }

    private static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
}
