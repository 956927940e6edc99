internal import Glibc

/// One extension in Swift. The face of the API, the module `Baton`, is compiled from its sources by the same compiler, once for
/// each project: a compiled Swift module is good for the compiler alone that made it.
struct SwiftBuild {
    let name: String
    let sources: [String]
    /// The library that is written.
    let output: String
    var variant: [String] = ["-O", "-g"]
    var libraryFolders: [String] = []
    var libraries: [String] = []
    var includeFolders: [String] = []
    var compilerFlags: [String] = []
    var linkerFlags: [String] = []
    var isVerbose = false

    func run() throws -> BuildOutcome {
        guard let headers = Installation.headerFolder else { throw Installation.headersAreMissing }
        guard let face = Installation.swiftFaceFolder else {
            throw Failure(
                "the sources of the module Baton are neither installed nor in a checkout near \(Installation.program)")
        }
        let compiler = getenv("SWIFTC").map { String(cString: $0) } ?? "swiftc"
        let folder = "\(Installation.parent(of: output))/\(name).build"
        let common =
            [compiler] + variant + ["-swift-version", "6", "-parse-as-library", "-Xcc", "-I\(headers)"]
        let faceSources = try FilePath.files(under: face).filter { FilePath.suffix($0) == "swift" }
        let faceLibrary = "\(folder)/libBatonModule.a"
        let faceCommand =
            common + [
                "-emit-library", "-static", "-emit-module", "-emit-module-path", "\(folder)/Baton.swiftmodule",
                "-module-name",
                "Baton", "-o", faceLibrary,
            ] + faceSources
        try FilePath.makeFolder(folder)
        if try !make(faceCommand, faceLibrary, from: faceSources) {
            throw Failure("the module Baton was not compiled by \(compiler)")
        }

        let command =
            common + includeFolders.flatMap { ["-Xcc", "-I\($0)"] } + compilerFlags
            + ["-I", folder, "-emit-library", "-module-name", name, "-o", output] + sources + [faceLibrary]
            + libraryFolders.map { "-L\($0)" } + libraries.map { "-l\($0)" } + linkerFlags.flatMap { ["-Xlinker", $0] }
        let isMade = BuildRecord(product: output, command: command).holds(inputs: sources + [faceLibrary])
        guard try isMade || make(command, output, from: sources + [faceLibrary]) else {
            throw Failure("\(output) was not built")
        }
        return BuildOutcome(
            library: output, compiled: isMade ? 0 : sources.count, sources: sources.count, isLinked: !isMade,
            isChecked: !isMade)
    }

    /// Make a product, if it is not up to date; false: the compiler failed, and has told why.
    private func make(_ command: [String], _ product: String, from inputs: [String]) throws -> Bool {
        let record = BuildRecord(product: product, command: command)
        if record.holds(inputs: inputs) { return true }
        record.forget()
        guard try ToolRun(command, isVerbose: isVerbose).succeeds() else { return false }
        try record.remember()
        return true
    }
}
