internal import CBaton
internal import CBaton.Host
internal import Glibc

// Finding the file of a module. Native data only: it runs detached.

/// What a search for a module ends with.
enum Found {
    case library(path: String)
    /// `folder` is that of a package, nil for a module in one file.
    case script(path: String, folder: String?)
    case folder(paths: [String])
    case nothing(looked: [String])
}

/// Folders to search for modules at the top, in order, each once.
package func searchFolders() -> [String] {
    var folders: [String] = []
    func add(_ folder: String) {
        if !folder.isEmpty, !folders.contains(folder) { folders.append(folder) }
    }
    let configured = (_bt_runtime.module_path ?? getenv("BATON_PATH")).map { String(cString: $0) } ?? ""
    for folder in configured.split(separator: ":") { add(String(folder)) }
    for program in [runningProgram(), libraryOfRuntime()].compactMap({ $0 }) {
        let folder = parentFolder(program)
        let installed = parentFolder(folder) + "/lib/baton"
        add(installed)
        // Beside an installed program stand others, and beside a library that is shared: they are no modules.
        if !isFolder(installed) { add(folder) }
    }
    return folders
}

/// Look in each folder for a package `NAME/__init__.py`, then `NAME.so`, `libNAME.so` and `NAME.py`; if nothing is found, for
/// folders NAME of modules.
func findModule(_ name: String, in folders: [String]) -> Found {
    var packages: [String] = []
    for folder in folders {
        let package = "\(folder)/\(name)"
        if exists("\(package)/__init__.py") { return .script(path: "\(package)/__init__.py", folder: package) }
        for file in ["\(name).so", "lib\(name).so"] where exists("\(folder)/\(file)") {
            return .library(path: "\(folder)/\(file)")
        }
        if exists("\(folder)/\(name).py") { return .script(path: "\(folder)/\(name).py", folder: nil) }
        if isFolder(package) { packages.append(package) }
    }
    return packages.isEmpty ? .nothing(looked: folders) : .folder(paths: packages)
}

private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 && !isFolder(path) }

private func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
}

private func runningProgram() -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
        let length = readlink("/proc/self/exe", buffer.baseAddress!, Int(PATH_MAX))
        guard length > 0 else { return nil }
        buffer[length] = 0
        return String(cString: buffer.baseAddress!)
    }
}

/// The file that this code was loaded from: a library, in an application that embeds the runtime.
private func libraryOfRuntime() -> String? {
    guard let name = _bt_runtime_library(), let full = realpath(name, nil) else { return nil }
    defer { free(full) }
    return String(cString: full)
}

private func parentFolder(_ path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
}
