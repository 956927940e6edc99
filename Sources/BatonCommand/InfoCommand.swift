import ArgumentParser
import Baton
import CBaton
internal import Glibc

struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Print versions, the mode, the scheduler, paths and libraries.")

    func run() throws {
        let text = try RuntimeSession.run { () -> String in
            let scheduler = String(cString: BtLock_GetSchedulerName(BtLock_GetScheduler()))
            let interval = BtEval_GetSwitchInterval() * 1000
            let isFreeThreaded = _bt_current_thread().pointee.free_threaded != 0
            let facts: [(String, String)] = [
                ("version", "\(BT_VERSION) (binary interface \(BT_ABI_VERSION))"),
                ("mode", isFreeThreaded ? "free-threaded" : "locked"),
                ("scheduler", scheduler),
                ("switch interval", "\(interval) ms"),
                ("program", Installation.program),
                ("headers", Installation.headerFolder ?? "not found"),
                ("BATON_PATH", getenv("BATON_PATH").map { String(cString: $0) } ?? "not set"),
                ("extensions in", searchFolders().joined(separator: ":")),
            ]
            let lines = facts + NativeLibrary.all.map { ($0.name, $0.summary) }
            let width = lines.map(\.0.count).max() ?? 0
            return lines.map { name, value in
                "\(name)\(String(repeating: " ", count: width - name.count))  \(value)\n"
            }.joined()
        }
        StandardOutput.write(text)
    }
}

/// A library that the examples stand on, as the loader finds it on this machine.
private struct NativeLibrary {
    let name: String
    let file: String
    /// A function of the library that gives its version, a C string.
    let version: String
    /// The argument of that function; functions without one ignore it.
    let argument: CInt

    static let all = [
        NativeLibrary(name: "zlib", file: "libz.so.1", version: "zlibVersion", argument: 0),
        NativeLibrary(name: "OpenSSL", file: "libcrypto.so.3", version: "OpenSSL_version", argument: 0),
        NativeLibrary(name: "OpenBLAS", file: "libopenblas.so.0", version: "openblas_get_config", argument: 0),
    ]

    var summary: String {
        // To ask for a version is no reason to start OpenBLAS's own threads.
        setenv("OPENBLAS_NUM_THREADS", "1", 1)
        guard let handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL) else { return "\(file) is not on this machine" }
        guard let symbol = dlsym(handle, version) else { return "\(file) has no \(version)" }
        // SAFETY: because each of the three functions returns a static string and takes an int or, in C's calling
        // convention harmlessly, nothing.
        let function = unsafeBitCast(symbol, to: (@convention(c) (CInt) -> UnsafePointer<CChar>?).self)
        let text = function(argument).map { String(cString: $0) } ?? "unknown version"
        return "\(text) (\(loadedPath ?? file))"
    }

    /// Where the loader found it.
    private var loadedPath: String? {
        guard case .success(let maps) = readFile("/proc/self/maps", limit: 1 << 20) else { return nil }
        let stem = "/" + file.prefix { $0 != "." }
        return String(decoding: maps, as: UTF8.self).split(separator: "\n").lazy
            .compactMap { line in line.firstIndex(of: "/").map { String(line[$0...]) } }
            .first { path in
                guard let name = path.lastIndex(of: "/") else { return false }
                return path[name...].hasPrefix(stem)
            }
    }
}
