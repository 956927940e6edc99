import ArgumentParser

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Compile an extension.",
        discussion: """
            Without sources: the project whose baton.json is here or above, into build/NAME.so, with the threading contract \
            checked. Sources in C and C++ may be mixed. What is newer than its object, or compiled with other flags, is \
            compiled again. The compilers are those of CC and CXX, else cc and c++; SWIFTC, else swiftc.

            baton.json has a name and, where it is not what is usual: sources (["src"], files and folders), tests ("tests"), \
            benchmarks ("benchmarks"), include, define, libraries, library-folders, compiler-flags, linker-flags, python-h \
            (false), contract ("strict"; "relaxed", "off").

              baton build
              baton build blur.c
              baton build --python-h --name lz4 src/*.c -I include -D NDEBUG -o build/lz4.so
            """)

    @Argument(help: "Sources in C (.c), C++ (.cc, .cpp, .cxx) or assembly (.S, .s).")
    var sources: [String] = []

    @OptionGroup var variant: BuildVariant

    @Flag(
        inversion: .prefixedNo,
        help: "Check the threading contract of what is compiled, as baton check does. Default: in a project.")
    var check: Bool?

    @Flag(help: "The sources are written for CPython: they find Baton's Python.h.")
    var pythonH = false

    @Option(help: "The extension's name; that of the output, or of a single source, if it is not given.")
    var name: String?

    @Option(name: [.customShort("I", allowingJoined: true)], help: .init("A folder of headers.", valueName: "folder"))
    var include: [String] = []

    @Option(
        name: [.customShort("D", allowingJoined: true)], help: .init("A macro: NAME or NAME=VALUE.", valueName: "macro")
    )
    var define: [String] = []

    @Option(name: [.customShort("L", allowingJoined: true)], help: .init("A folder of libraries.", valueName: "folder"))
    var libraryFolder: [String] = []

    @Option(name: [.customShort("l", allowingJoined: true)], help: .init("A library to link.", valueName: "library"))
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
        let outcome = sources.isEmpty ? try buildProject() : try buildSources()
        StandardOutput.write(outcome.description)
    }

    private func buildProject() throws -> BuildOutcome {
        guard name == nil, output == nil else {
            throw ValidationError("no sources: --name and --output are for sources that are named")
        }
        return try Project.enter().build(variant, isVerbose: verbose) { build in
            if pythonH { build.isForPython = true }
            if let check { build.contract = check ? build.contract ?? .strict : nil }
            addFlags(to: &build)
        }
    }

    private func buildSources() throws -> BuildOutcome {
        var build = try ExtensionBuild(name: chosenName(), sources: sources, output: output)
        build.isForPython = pythonH
        build.variant = variant.flags
        build.linkerFlags = variant.linkerFlags
        build.isLoadable = try variant.sanitize?.preloaded() == nil
        build.contract = check == true ? pythonH ? .relaxed : .strict : nil
        build.isVerbose = verbose
        addFlags(to: &build)
        return try build.run()
    }

    private func addFlags(to build: inout ExtensionBuild) {
        build.includeFolders += include
        build.macros += define
        build.libraryFolders += libraryFolder
        build.libraries += library
        build.compilerFlags += compilerFlags
        build.linkerFlags += linkerFlags
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
