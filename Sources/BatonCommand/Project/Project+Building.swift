extension Project {
    /// Compile what changed.
    ///
    /// - Parameter change: what the command line asks for beside the description.
    func build(
        _ variant: BuildVariant, isVerbose: Bool = false, change: (inout ExtensionBuild) -> Void = { _ in }
    ) throws -> BuildOutcome {
        let sources = try sourceFiles()
        guard !sources.isEmpty else {
            throw Failure("\(Project.file): no sources in \(self.sources.joined(separator: ", "))")
        }
        let output = "\(variant.folder)/\(name).so"
        let swift = sources.filter { FilePath.suffix($0) == "swift" }
        if !swift.isEmpty {
            guard swift.count == sources.count else {
                throw Failure("\(Project.file): the sources are in Swift and in C; an extension is in one of them")
            }
            return try SwiftBuild(
                name: name, sources: sources, output: output, variant: variant.swiftFlags,
                libraryFolders: libraryFolders, libraries: libraries, includeFolders: includeFolders,
                compilerFlags: compilerFlags, linkerFlags: linkerFlags, isVerbose: isVerbose
            ).run()
        }
        var build = try ExtensionBuild(name: name, sources: sources, output: output)
        build.isForPython = isForPython
        build.variant = variant.flags
        build.warnings = ["-Wall", "-Wextra", "-Wpedantic"]
        build.includeFolders = includeFolders
        build.macros = macros
        build.libraryFolders = libraryFolders
        build.libraries = libraries
        build.compilerFlags = compilerFlags
        build.linkerFlags = linkerFlags + variant.linkerFlags
        build.contract = contract
        build.isLoadable = try variant.sanitize?.preloaded() == nil
        build.isVerbose = isVerbose
        change(&build)
        return try build.run()
    }
}
