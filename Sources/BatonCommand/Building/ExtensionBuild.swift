internal import Glibc

/// One extension in C and C++, compiled and linked.
struct ExtensionBuild {
    let name: String
    let sources: [String]
    /// The library that is written.
    let output: String
    var isForPython = false
    var variant: [String] = ["-O2", "-g", "-DNDEBUG"]
    var warnings: [String] = ["-Wall", "-Wextra"]
    var includeFolders: [String] = []
    var macros: [String] = []
    var libraryFolders: [String] = []
    var libraries: [String] = []
    var compilerFlags: [String] = []
    var linkerFlags: [String] = []
    /// How much of the threading contract is checked in what is compiled; nil: nothing.
    var contract: ContractStrength?
    /// Whether the library can be loaded into this program.
    var isLoadable = true
    var isVerbose = false

    init(name: String, sources: [String], output: String?) throws {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), name.first?.isNumber == false else {
            throw Failure("'\(name)' is no name of a module: letters, digits and _ only")
        }
        self.name = name
        self.sources = sources
        self.output = output ?? "\(name).so"
    }

    /// Compile what changed, and link; what was done, for people.
    func run() throws -> BuildOutcome {
        let compilations = try sources.map(compilation)
        for (object, group) in Dictionary(grouping: compilations, by: \.object) where group.count > 1 {
            throw Failure("\(group.map(\.source).joined(separator: " and ")) would both become \(object)")
        }
        let changed = compilations.filter { !$0.isUpToDate }
        let check = changed.isEmpty ? nil : try contract.map { try ContractCheck($0) }
        defer { check?.remove() }
        // Every source is tried: its author sees all that is wrong at once.
        let failed = try changed.filter { try !compile($0, check) }
        guard failed.isEmpty else {
            throw Failure(
                "\(failed.map(\.source).joined(separator: ", ")): \(failed.count) of \(sources.count) not built")
        }
        let link = BuildRecord(product: output, command: linkCommand(compilations))
        let isLinked = changed.isEmpty && link.holds(inputs: compilations.map(\.object))
        if !isLinked {
            try FilePath.makeFolder(Installation.parent(of: output))
            link.forget()
            guard try ToolRun(link.command, isVerbose: isVerbose).succeeds() else {
                throw Failure("\(output) was not linked")
            }
            if isLoadable { try checkSymbols() }
            try link.remember()
        }
        return BuildOutcome(
            library: output, compiled: changed.count, sources: sources.count, isLinked: !isLinked,
            isChecked: check?.isComplete ?? false)
    }

    /// Compile a source and check its contract; false: something was wrong, and has been told.
    private func compile(_ compilation: Compilation, _ check: ContractCheck?) throws -> Bool {
        try FilePath.makeFolder(Installation.parent(of: compilation.object))
        compilation.record.forget()
        guard try ToolRun(compilation.command, isVerbose: isVerbose).succeeds() else { return false }
        if let check, compilation.includes("baton.h"),
            try !check.passes(compilation.source, flags: compilation.language.own(meaningFlags))
        {
            return false
        }
        try compilation.record.remember()
        return true
    }

    private func compilation(_ source: String) throws -> Compilation {
        guard Installation.exists(source) else { throw Failure("\(source): no such file") }
        let language: Compilation.Language
        switch FilePath.suffix(source) {
        case "c", "S", "s": language = .c
        case "cc", "cpp", "cxx", "C": language = .cPlusPlus
        default: throw Failure("\(source): neither C (.c) nor C++ (.cc, .cpp, .cxx) nor assembly (.S, .s)")
        }
        guard let headers = Installation.headerFolder else { throw Installation.headersAreMissing }
        var flags = variant + ["-fPIC"]
        if isForPython {
            flags += ["-I\(headers)/python", "-DPyInit_\(name)=BtInit_\(name)", "-fno-strict-aliasing"]
        } else {
            flags += warnings
        }
        // A function that no header declares would fail when the library is loaded.
        if language == .c { flags.append("-Werror=implicit-function-declaration") }
        flags += ["-I\(headers)"] + language.own(meaningFlags)
        let path = source.hasPrefix("/") ? String(source.dropFirst()) : source
        let flat = path.replacing("../", with: "__/")
        return Compilation(source: source, object: "\(objectFolder)/\(flat).o", language: language, flags: flags)
    }

    /// The flags that change what the sources mean.
    private var meaningFlags: [String] {
        includeFolders.map { "-I\($0)" } + macros.map { "-D\($0)" } + compilerFlags
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

/// What a build did.
struct BuildOutcome {
    let library: String
    let compiled: Int
    let sources: Int
    let isLinked: Bool
    /// Whether all that was compiled kept the contract.
    let isChecked: Bool

    /// Whether there was nothing to do.
    var isUpToDate: Bool { compiled == 0 && !isLinked }

    var description: String {
        if isUpToDate { return "\(library): up to date\n" }
        let checked = isChecked ? ", contract kept" : ""
        return "\(library): \(compiled) of \(sources) compiled\(checked)\n"
    }
}
