import BatonRuntime
import CBaton
import Foundation
import TestSupport
import Testing

/// Extensions in C that tests load. `Tests/Extensions/NAME.c` is compiled as an outside author would, with the public
/// headers alone and warnings as errors, once in a process.
enum TestExtension {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Compile and import an extension; its module, which is never dropped. The caller is attached, and may be switched
    /// out.
    ///
    /// - Parameter source: what to compile, if the source is not `Tests/Extensions/NAME.c`.
    static func load(_ name: String, source: URL? = nil) throws -> Ref {
        try detached { try register(name, compile(name, source: source)) }
        guard let module = BtImport_ImportModule(name) else {
            throw Failure(description: "\(name): \(takeException() ?? "not imported")")
        }
        return module
    }

    /// Let imports of `name` find the library. Detached: the mutex is not held while waiting to attach (R8).
    private static func register(_ name: String, _ library: URL) throws {
        try registered.withLock { registered in
            if registered.contains(name) { return }
            guard let handle = dlopen(library.path, RTLD_NOW | RTLD_LOCAL) else {
                throw Failure(description: "\(name): \(String(cString: dlerror()))")
            }
            guard let symbol = dlsym(handle, "BtInit_\(name)") else {
                throw Failure(description: "\(name).c exports no BtInit_\(name)")
            }
            // SAFETY: because every function of that name has this signature, and the library is never closed.
            let initialize = unsafeBitCast(symbol, to: (@convention(c) () -> Ref?).self)
            // SAFETY: because the table of inits keeps the name for ever.
            guard BtImport_AppendInittab(strdup(name), initialize) == 0 else {
                throw Failure(description: "\(name): the table of inits is full")
            }
            registered.insert(name)
        }
    }

    /// Compile an extension; the path of the library.
    static func compile(_ name: String, source: URL? = nil) throws -> URL {
        try libraries.withLock { libraries in
            if let library = libraries[name] { return library }
            let library = folder.appending(path: "\(name).so")
            let extensions = root.appending(path: "Tests/Extensions")
            let source = source ?? extensions.appending(path: "\(name).c")
            let arguments =
                ["-shared", "-fPIC", "-std=c11", "-g", "-Wall", "-Wextra", "-Werror"] + sanitizer.flags
                + ["-I", root.appending(path: "CShim/include").path, "-I", extensions.path]
                + [source.path, "-o", library.path, "-pthread"]
            try run(sanitizer.compiler, arguments)
            libraries[name] = library
            return library
        }
    }

    /// The folder of the package.
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Where this process puts its libraries.
    static let folder: URL = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "baton-tests-\(getpid())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: TestExtension.folder) }
        return folder
    }()

    private static let libraries = Guarded<[String: URL]>([:])
    private static let registered = Guarded<Set<String>>([])

    /// A value with its lock. (The thread sanitizer does not see the lock of `Synchronization.Mutex`.)
    private final class Guarded<Value>: @unchecked Sendable {
        // SAFETY: because the value is touched under the lock alone.
        private var value: Value
        private let lock = NSLock()

        init(_ value: Value) { self.value = value }

        func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
            lock.lock()
            defer { lock.unlock() }
            return try body(&value)
        }
    }

    /// Under a sanitizer an extension must be built by the clang beside swift, with the same sanitizer: the thread sanitizer
    /// would not see that code without it releases the lock.
    static let sanitizer: (compiler: String, flags: [String]) = {
        let isLoaded = { (symbol: String) in dlsym(nil, symbol) != nil }
        if isLoaded("__tsan_init") { return (clangBesideSwift, ["-fsanitize=thread"]) }
        if isLoaded("__asan_init") { return (clangBesideSwift, ["-fsanitize=address"]) }
        return ("cc", [])
    }()

    private static let clangBesideSwift: String = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let swift = folders.map { URL(filePath: "\($0)/swift") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let swift else { return "clang" }
        return swift.resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "clang").path
    }()

    /// Run a program; what it prints, if it succeeds.
    @discardableResult static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        // A file, since reading a pipe may be interrupted by the signals that other tests send.
        let log = folder.appending(path: "\(UUID().uuidString).log")
        try Data().write(to: log)
        let output = try FileHandle(forWritingTo: log)
        process.standardError = output
        process.standardOutput = output
        try bounded(process)
        try output.close()
        let message = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            throw Failure(description: "\(program) \(arguments.joined(separator: " "))\n\(message)")
        }
        return message
    }

    /// Run `body` detached: it waits for a compiler (R7).
    private static func detached<Result>(_ body: () throws -> Result) rethrows -> Result {
        let state = BtEval_SaveThread()
        defer { BtEval_RestoreThread(state) }
        return try body()
    }
}
