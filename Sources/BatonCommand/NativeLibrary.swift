internal import Glibc

/// A library that the examples stand on, as it is found on this machine.
struct NativeLibrary {
    let name: String
    let file: String
    /// A function of the library that gives its version, a C string; nil: the library is not loaded to be asked. Loading
    /// OpenBLAS takes longer than all else that `baton info` does, and its file's name holds the version.
    let version: String?

    static let all = [
        NativeLibrary(name: "zlib", file: "libz.so.1", version: "zlibVersion"),
        NativeLibrary(name: "OpenSSL", file: "libcrypto.so.3", version: "OpenSSL_version"),
        NativeLibrary(name: "libb2", file: "libb2.so.1", version: nil),
        NativeLibrary(name: "OpenBLAS", file: "libopenblas.so.0", version: nil),
    ]

    var summary: String {
        guard let version else { return foundPath ?? "\(file) is not in the loader's folders" }
        guard let handle = dlopen(file, RTLD_LAZY | RTLD_LOCAL) else { return "\(file) is not on this machine" }
        guard let symbol = dlsym(handle, version) else { return "\(file) has no \(version)" }
        // SAFETY: because each of the functions returns a static string and takes an int or, in C's calling convention
        // harmlessly, nothing.
        let function = unsafeBitCast(symbol, to: (@convention(c) (CInt) -> UnsafePointer<CChar>?).self)
        let text = function(0).map { String(cString: $0) } ?? "unknown version"
        return "\(text) (\(foundPath ?? file))"
    }

    /// The file in the folders that the loader looks at, without what `ld.so.conf` may add.
    private var foundPath: String? {
        let configured = getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? ""
        let folders = configured.split(separator: ":").map(String.init) + Self.systemFolders
        return folders.lazy.map { "\($0)/\(file)" }.first(where: Installation.exists).map(resolved)
    }

    private static var systemFolders: [String] {
        #if arch(x86_64)
            let triple = "x86_64-linux-gnu"
        #else
            let triple = "aarch64-linux-gnu"
        #endif
        return ["/lib/\(triple)", "/usr/lib/\(triple)", "/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"]
    }

    private func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
