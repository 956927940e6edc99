internal import CBaton
internal import CBaton.Host
internal import Glibc

// Loading the library of an extension. Native data only: it runs detached.

typealias InitFunction = @convention(c) () -> Ref?

/// What loading ends with.
enum Loaded {
    case success(InitFunction)
    case failure(reason: String)
}

/// Load the library and find its init function. A library that cannot be an extension is refused before the loader sees it.
func loadLibrary(_ path: String, initFunction name: String) -> Loaded {
    if let objection = ElfFile.objection(to: path) { return .failure(reason: objection) }
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
        return .failure(reason: explainLoader(dlerror().map { String(cString: $0) } ?? "the loader refused it", path))
    }
    _bt_check_bind()
    guard let symbol = dlsym(handle, name) else {
        dlclose(handle)
        return .failure(reason: explainMissingInit(path, name))
    }
    // SAFETY: because a function of this name is an init function: module.h says so.
    return .success(unsafeBitCast(symbol, to: InitFunction.self))
}

/// The loader's message, and what to do about it.
private func explainLoader(_ message: String, _ path: String) -> String {
    var text = message[...]
    if text.hasPrefix(path + ": ") { text = text.dropFirst(path.count + 2) }
    if let symbol = part(of: text, after: "undefined symbol: ") {
        return "it needs the symbol '\(symbol)', which nothing defines" + hint(symbol)
    }
    if text.hasSuffix("cannot open shared object file: No such file or directory"),
        let library = text.split(separator: ":").first, library != path[...]
    {
        return "it needs the library \(library), which the loader does not find"
    }
    return "the loader refused it: \(text)"
}

private func part(of text: Substring, after mark: String) -> String? {
    guard let at = text.firstRange(of: mark) else { return nil }
    return String(text[at.upperBound...].prefix { $0 != "," && $0 != " " && $0 != "\t" })
}

private func hint(_ symbol: String) -> String {
    if symbol.hasPrefix("Py") || symbol.hasPrefix("_Py") {
        return " (that is CPython's API: compile the extension against baton.h)"
    }
    if symbol.hasPrefix("Bt") || symbol.hasPrefix("_Bt") || symbol.hasPrefix("_bt_") {
        return " (Baton \(BT_VERSION) does not have it: it was compiled against another version)"
    }
    return " (link the library that has it)"
}

private func explainMissingInit(_ path: String, _ name: String) -> String {
    let others = ElfFile.exports(of: path, beginning: "BtInit_")
    if !others.isEmpty {
        return "it has no init function \(name); it exports \(others.joined(separator: ", ")), "
            + "so it must be imported, and named, as \(others[0].dropFirst("BtInit_".count))"
    }
    if let other = ElfFile.exports(of: path, beginning: "PyInit_").first {
        return "it has no init function \(name); it exports \(other): it is a CPython extension"
    }
    return "it has no init function: it must export \(name)"
}

extension Substring {
    /// Where `other` occurs first.
    fileprivate func firstRange(of other: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
            start = index(after: start)
        }
        return nil
    }
}
