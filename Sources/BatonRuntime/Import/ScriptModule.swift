internal import CBaton
internal import CBaton.Host
internal import Glibc

// Modules that are scripts: a file, or the __init__.py of a package.

/// The contents of a file, or why there are none. Native data only: it runs detached.
package func fileContents(_ path: String) -> Result<[UInt8], FileFailure> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(FileFailure(number: errno)) }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return .failure(FileFailure(number: errno)) }
    if info.st_mode & S_IFMT == S_IFDIR { return .failure(FileFailure(number: EISDIR)) }
    var bytes: [UInt8] = []
    let room = max(Int(info.st_size), 0) + 1
    while true {
        var failure: CInt = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: max(room - bytes.count, 8192)) { buffer, count in
            repeat {
                count = max(read(descriptor, buffer.baseAddress!, buffer.count), -1)
            } while count < 0 && errno == EINTR
            if count < 0 {
                failure = errno
                count = 0
            }
        }
        if failure != 0 { return .failure(FileFailure(number: failure)) }
        if chunk.isEmpty { return .success(bytes) }
        bytes += chunk
    }
}

/// An errno.
package struct FileFailure: Error {
    package let number: CInt

    package init(number: CInt) { self.number = number }

    package var text: String { errnoText(number) }
}

/// Run a script as a module; `folder` is that of a package. A new reference, or nil with an exception set.
func runScriptModule(_ name: Ref, _ text: String, path: String, folder: String?, _ source: [UInt8]) -> Ref? {
    guard let code = compileToCode(source, file: path) else { return nil }
    defer { Bt_DECREF_(code) }
    guard let module = makeModule(named: name) else { return nil }
    defer { Bt_DECREF_(module) }
    guard fillScriptModule(module, name, text, path: path, folder: folder),
        BtDict_SetItem(_bt_import.modules, name, module) >= 0, let globals = BtModule_GetDict(module)
    else { return nil }
    module.module.pointee.md_initializing = 1
    let result = evaluate(code, globals: globals)
    module.module.pointee.md_initializing = 0
    guard let result else {
        let raised = takeRaised()
        if BtDict_Pop(_bt_import.modules, name, nil) < 0 { BtErr_Clear() }
        setRaised(raised)
        return nil
    }
    Bt_DECREF_(result)
    // A module may put something else in its place.
    var current: Ref?
    guard BtDict_GetItemRef(_bt_import.modules, name, &current) >= 0 else { return nil }
    return current ?? raiseImportError("Loaded module '\(text)' not found in sys.modules", module: text)
}

/// Set what a script can see of where it comes from.
private func fillScriptModule(_ module: Ref, _ name: Ref, _ text: String, path: String, folder: String?) -> Bool {
    guard let origin = makeString(path) else { return false }
    defer { Bt_DECREF_(origin) }
    guard add(module, "__file__", newReference(origin)), add(module, "__spec__", makeModuleSpec(name, origin: origin)),
        add(module, "__package__", makeString(folder != nil ? text : parentName(text) ?? ""))
    else { return false }
    guard let folder else { return true }
    guard let row = BtList_New(0), let item = makeString(folder), listAppend(row, stealing: item) >= 0 else {
        return false
    }
    return add(module, "__path__", row)
}

/// Where the host's own scripts are: beside the program or the library that the runtime was loaded from, in `lib/baton/scripts`
/// of the place where it is installed, or else in the checkout that it was built in. Nil: nowhere.
package func scriptLibraryFolder() -> String? {
    for folder in searchFolders() where access("\(folder)/scripts/threading.py", R_OK) == 0 {
        return "\(folder)/scripts"
    }
    // This file is Sources/BatonRuntime/Import/ScriptModule.swift.
    let file = "\(#filePath)"
    guard let importFolder = parentName(of: file), let runtime = parentName(of: importFolder) else { return nil }
    let folder = "\(runtime)/Modules/Scripts"
    return access("\(folder)/threading.py", R_OK) == 0 ? folder : nil
}

private func parentName(of path: String) -> String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }

/// The folders to look for modules in: `sys.path`, or before there is a `sys`, what it would begin with.
func modulePath() -> [String] {
    if let sys = _bt_host_modules.sys, let dict = BtModule_GetDict(sys) {
        var path: Ref?
        if BtDict_GetItemRef(dict, internedName("path"), &path) < 0 { BtErr_Clear() }
        if let path {
            defer { Bt_DECREF_(path) }
            if let items = BtSequence_Tuple(path) {
                defer { Bt_DECREF_(items) }
                return (0..<BtTuple_GET_SIZE_(items)).compactMap { index in
                    let item = BtTuple_GET_ITEM_(items, index)!
                    return isStr(item) ? swiftString(item) : nil
                }.map { $0.isEmpty ? "." : $0 }
            }
            BtErr_Clear()
        }
    }
    return standardModulePath()
}

/// What `sys.path` holds behind the script's own folder.
package func standardModulePath() -> [String] { searchFolders() + (scriptLibraryFolder().map { [$0] } ?? []) }
