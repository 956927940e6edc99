internal import Glibc

/// One extension, compiled and linked.
struct ExtensionBuild {
    let name: String
    let sources: [String]
    /// The library that is written.
    let output: String
    var isForPython = false
    var includeFolders: [String] = []
    var macros: [String] = []
    var libraryFolders: [String] = []
    var libraries: [String] = []
    var compilerFlags: [String] = []
    var linkerFlags: [String] = []
    var isVerbose = false

    init(name: String, sources: [String], output: String?) throws {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), name.first?.isNumber == false else {
            throw Failure("'\(name)' is no name of a module: letters, digits and _ only")
        }
        self.name = name
        self.sources = sources
        self.output = output ?? "\(name).so"
    }

    func run() throws {
        let compilations = try sources.map(compilation)
        for (object, group) in Dictionary(grouping: compilations, by: \.object) where group.count > 1 {
            throw Failure("\(group.map(\.source).joined(separator: " and ")) would both become \(object)")
        }
        var compiled = 0
        for compilation in compilations where try !compilation.isUpToDate() {
            try FilePath.makeFolder(Installation.parent(of: compilation.object))
            try perform(compilation.command)
            try compilation.remember()
            compiled += 1
        }
        if compiled > 0 || !Installation.exists(output) {
            try FilePath.makeFolder(Installation.parent(of: output))
            try perform(linkCommand(compilations))
            try checkSymbols()
        }
        let state = compiled == 0 ? "up to date" : "\(compiled) of \(sources.count) compiled"
        StandardOutput.write("\(output): \(state)\n")
    }

    private func compilation(_ source: String) throws -> Compilation {
        guard Installation.exists(source) else { throw Failure("\(source): no such file") }
        let language: Compilation.Language
        switch FilePath.suffix(source) {
        case "c": language = .c
        case "cc", "cpp", "cxx", "C": language = .cPlusPlus
        default: throw Failure("\(source): neither C (.c) nor C++ (.cc, .cpp, .cxx)")
        }
        guard let headers = Installation.headerFolder else { throw Installation.headersAreMissing }
        var flags = ["-O2", "-g", "-fPIC", "-DNDEBUG"]
        if isForPython {
            flags += ["-I\(headers)/python", "-DPyInit_\(name)=BtInit_\(name)", "-fno-strict-aliasing"]
        } else {
            flags += ["-Wall", "-Wextra"]
        }
        // A function that no header declares would fail when the library is loaded.
        if language == .c { flags.append("-Werror=implicit-function-declaration") }
        flags += ["-I\(headers)"] + includeFolders.map { "-I\($0)" } + macros.map { "-D\($0)" } + compilerFlags
        let path = source.hasPrefix("/") ? String(source.dropFirst()) : source
        let flat = path.replacing("../", with: "__/")
        return Compilation(source: source, object: "\(objectFolder)/\(flat).o", language: language, flags: flags)
    }

    private var objectFolder: String {
        let parent = Installation.parent(of: output)
        return (parent.isEmpty ? "" : parent + "/") + "\(name).build"
    }

    private func linkCommand(_ compilations: [Compilation]) -> [String] {
        let isCPlusPlus = compilations.contains { $0.language == .cPlusPlus }
        let driver = isCPlusPlus ? Compilation.Language.cPlusPlus : .c
        return [driver.compiler, "-shared", "-o", output] + compilations.map(\.object)
            + libraryFolders.map { "-L\($0)" } + libraries.map { "-l\($0)" } + linkerFlags + ["-lm", "-pthread"]
    }

    /// Run a compiler or linker; what it says goes to standard error as it is, followed by what Baton knows of it.
    private func perform(_ command: [String]) throws {
        if isVerbose { StandardError.write(command.joined(separator: " ") + "\n") }
        let color = StandardError.isTerminal && command.contains("-c") ? ["-fdiagnostics-color=always"] : []
        let outcome = try Subprocess(command + color, joinsErrors: true).run()
        StandardError.write(outcome.text)
        if outcome.status == 0 { return }
        let missing = MissingNames(in: outcome.text)
        StandardError.write(missing.report)
        throw Failure("\(command[0]) ended with status \(outcome.status)")
    }

    /// Load the library as an import would: a symbol that nobody has is told here.
    private func checkSymbols() throws {
        let path = output.contains("/") ? output : "./\(output)"
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
            let reason = String(cString: dlerror())
            unlink(output)
            StandardError.write(MissingNames(in: reason).report)
            throw Failure("\(output) cannot be loaded: \(reason)")
        }
        defer { dlclose(handle) }
        guard dlsym(handle, "BtInit_\(name)") != nil else {
            unlink(output)
            let function = isForPython ? "PyInit_\(name)" : "BtInit_\(name)"
            throw Failure("\(output) has no function \(function): is the extension's name \(name)? (--name)")
        }
    }
}
