internal import CBaton
internal import CBaton.Host
internal import Glibc

// Shared libraries: opening them, finding symbols.

/// The handle of an object that stands for a library: its `_handle`. Nil with an exception set.
func libraryHandle(_ library: Ref) -> UnsafeMutableRawPointer?? {
    guard let handle = BtObject_GetAttr(library, internedName("_handle")) else { return .none }
    defer { Bt_DECREF_(handle) }
    guard isInt(handle) else {
        return raise(BtExc_TypeError, "the _handle attribute of the second argument must be an integer")
    }
    let address = BtLong_AsVoidPtr(handle)
    if address == nil, errorOccurred() { return .none }
    return .some(address)
}

/// The `_name` of a library, for the report.
func libraryName(_ library: Ref) -> String? {
    var name: Ref?
    if BtObject_GetOptionalAttr(library, internedName("_name"), &name) < 0 {
        BtErr_Clear()
        return nil
    }
    defer { release(name) }
    return name.flatMap { isStr($0) ? swiftString($0) : nil }
}

func findSymbol(_ handle: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?) -> UnsafeMutableRawPointer? {
    _ = dlerror()
    return name.flatMap { dlsym(handle, $0) }
}

/// What the linker said last.
func linkerMessage() -> String { dlerror().map { String(cString: $0) } ?? "symbol not found" }

var libraryFunctions: [BtMethodDef] {
    [
        fastMethod("dlopen", doc: "dlopen(name, flag={RTLD_GLOBAL|RTLD_LOCAL}) open a shared library") {
            _, args, count in
            openLibrary(args, count)
        },
        method("dlclose", BT_METH_O, doc: "dlclose a library") { _, handle in
            let address = BtLong_AsVoidPtr(handle)
            if address == nil, errorOccurred() { return nil }
            guard let address, dlclose(address) == 0 else { return raise(BtExc_OSError, linkerMessage()) }
            return noneRef
        },
        fastMethod("dlsym", doc: "find symbol in shared library") { _, args, count in
            guard _BtArg_CheckPositional(cString("dlsym"), count, 2, 2) != 0 else { return nil }
            let handle = BtLong_AsVoidPtr(args![0])
            if handle == nil, errorOccurred() { return nil }
            guard let name = strArgument("dlsym", 1, args![1]!) else { return nil }
            guard let address = findSymbol(handle, BtUnicode_AsUTF8(name)) else {
                return errorOccurred() ? nil : raise(BtExc_OSError, linkerMessage())
            }
            return BtLong_FromVoidPtr(address)
        },
    ]
}

private func openLibrary(_ args: UnsafePointer<Ref?>?, _ count: Int) -> Ref? {
    guard _BtArg_CheckPositional(cString("dlopen"), count, 1, 2) != 0, let name = args![0] else { return nil }
    var flags = RTLD_NOW
    if count == 2 {
        guard let given = cInt(args![1]!) else { return nil }
        flags = given | RTLD_NOW
    }
    let handle: UnsafeMutableRawPointer?
    if isNone(name) {
        handle = dlopen(nil, flags)
    } else {
        guard let bytes = filePath(name) else { return nil }
        defer { Bt_DECREF_(bytes) }
        let path = BtBytes_AsString(bytes)
        // A library's constructors run in it, and may take long.
        let state = BtEval_SaveThread()
        handle = dlopen(path, flags)
        BtEval_RestoreThread(state)
    }
    guard let handle else { return raise(BtExc_OSError, linkerMessage()) }
    return BtLong_FromVoidPtr(handle)
}
