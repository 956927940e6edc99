internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `sys`.

func makeSys() -> Ref? {
    let functions = sysThreadFunctions + sysObjectFunctions + sysErrorFunctions
    return makeNativeModule(
        "sys", doc: "This module provides access to some objects used or maintained by the interpreter.", functions
    ) { module in
        _bt_host_modules.sys = newReference(module)
        return addNames(module) && addVersions(module) && addNumbers(module) && addStreams(module)
            && addHooks(module)
    }
}

private func list(_ texts: [String]) -> Ref? {
    guard let list = BtList_New(0) else { return nil }
    for text in texts {
        guard let item = makeString(text), listAppend(list, stealing: item) >= 0 else { return nil }
    }
    return list
}

private func addNames(_ module: Ref) -> Bool {
    let names = nativeModuleNames.map { "\($0)" }.sorted()
    guard let builtinNames = list(names), let builtinTuple = tupleOf(builtinNames) else { return false }
    Bt_DECREF_(builtinNames)
    let program = programPath()
    return add(module, "modules", newReference(_bt_import.modules)) && add(module, "argv", list([""]))
        && add(module, "orig_argv", list([])) && add(module, "path", list(standardModulePath()))
        && add(module, "warnoptions", list([])) && add(module, "builtin_module_names", builtinTuple)
        && add(module, "meta_path", list([])) && add(module, "path_hooks", list([]))
        && add(module, "path_importer_cache", BtDict_New())
        && add(module, "executable", makeString(program)) && add(module, "_base_executable", makeString(program))
        && add(module, "prefix", makeString(installedPrefix(program)))
        && add(module, "base_prefix", makeString(installedPrefix(program)))
        && add(module, "exec_prefix", makeString(installedPrefix(program)))
        && add(module, "platform", makeString("linux")) && add(module, "byteorder", makeString("little"))
        && add(module, "dont_write_bytecode", newReference(trueRef)) && add(module, "pycache_prefix", noneRef)
        && add(module, "copyright", makeString("The authors of Baton"))
}

func programPath() -> String {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX) + 1) { buffer in
        let length = readlink("/proc/self/exe", buffer.baseAddress!, Int(PATH_MAX))
        guard length > 0 else { return "" }
        buffer[length] = 0
        return String(cString: buffer.baseAddress!)
    }
}

private func installedPrefix(_ program: String) -> String {
    guard let slash = program.lastIndex(of: "/") else { return "" }
    let folder = program[..<slash]
    guard let second = folder.lastIndex(of: "/") else { return "/" }
    return String(folder[..<second])
}

/// The version of the language and the messages, which are those of CPython 3.13. Sources in C see the API of 3.14
/// (python/patchlevel.h), where more of what Baton has is public; Documentation/Porting.md tells of both.
private func addVersions(_ module: Ref) -> Bool {
    let fields: [StaticString] = ["major", "minor", "micro", "releaselevel", "serial"]
    let type = makeStructSequence("sys.version_info", doc: "Version information as a named tuple.", fields)
    let version = structSequence(
        type, taking: [makeInt(3), makeInt(13), makeInt(0), makeString("final"), makeInt(0)])
    guard let version else { return false }
    let implementation = makeNamespace([
        ("name", makeString("baton")), ("cache_tag", noneRef), ("version", newReference(version)),
        ("hexversion", makeInt(0x030D_00F0)),
    ])
    return add(module, "version_info", version) && add(module, "hexversion", makeInt(0x030D_00F0))
        && add(module, "version", makeString("3.13.0 (Baton \(BT_VERSION)) [Swift]"))
        && add(module, "api_version", makeInt(1013)) && add(module, "implementation", implementation)
}

private func addNumbers(_ module: Ref) -> Bool {
    let floatFields: [StaticString] = [
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    ]
    let floatInfo = structSequence(
        makeStructSequence(
            "sys.float_info", doc: "A named tuple holding information about the float type.", floatFields),
        taking: [
            makeFloat(.greatestFiniteMagnitude), makeInt(1024), makeInt(308), makeFloat(.leastNormalMagnitude),
            makeInt(-1021), makeInt(-307), makeInt(15), makeInt(53), makeFloat(.ulpOfOne), makeInt(2), makeInt(1),
        ])
    let intInfo = structSequence(
        makeStructSequence(
            "sys.int_info",
            doc: "A named tuple that holds information about Python's internal representation of integers.",
            ["bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold"]),
        taking: [makeInt(64), makeInt(8), makeInt(4300), makeInt(640)])
    let hashInfo = structSequence(
        makeStructSequence(
            "sys.hash_info", doc: "A named tuple providing parameters used for computing hashes.",
            ["width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff"]),
        taking: [
            makeInt(64), makeInt((1 << 61) - 1), makeInt(314_159), makeInt(0), makeInt(1_000_003),
            makeString("siphash13"), makeInt(64), makeInt(128), makeInt(0),
        ])
    let threadInfo = structSequence(
        makeStructSequence(
            "sys.thread_info", doc: "A named tuple holding information about the thread implementation.",
            ["name", "lock", "version"]),
        taking: [makeString("pthread"), makeString("futex"), noneRef])
    return add(module, "maxsize", makeInt(Int.max)) && add(module, "maxunicode", makeInt(0x10FFFF))
        && add(module, "float_info", floatInfo) && add(module, "int_info", intInfo)
        && add(module, "hash_info", hashInfo) && add(module, "thread_info", threadInfo)
        && add(module, "float_repr_style", makeString("short")) && add(module, "flags", makeFlags())
}

private func makeFlags() -> Ref? {
    let names: [StaticString] = [
        "debug", "inspect", "interactive", "optimize", "dont_write_bytecode", "no_user_site", "no_site",
        "ignore_environment", "verbose", "bytes_warning", "quiet", "hash_randomization", "isolated", "dev_mode",
        "utf8_mode", "warn_default_encoding", "safe_path", "int_max_str_digits",
    ]
    let type = makeStructSequence("sys.flags", doc: "Flags provided through command line arguments.", names)
    let values: [Ref?] = names.map { name in
        switch "\(name)" {
        case "hash_randomization", "dont_write_bytecode", "utf8_mode": makeInt(1)
        case "dev_mode", "safe_path": newReference(falseRef)
        case "int_max_str_digits": makeInt(Int(_bt_max_str_digits()))
        default: makeInt(0)
        }
    }
    return structSequence(type, taking: values)
}

/// stdin, stdout, stderr and their `__…__` doubles.
private func addStreams(_ module: Ref) -> Bool {
    guard let io = nativeIO() else { return false }
    Bt_DECREF_(io)
    let streams: [(StaticString, StaticString, CInt, StaticString, StaticString)] = [
        ("stdin", "__stdin__", 0, "<stdin>", "r"), ("stdout", "__stdout__", 1, "<stdout>", "w"),
        ("stderr", "__stderr__", 2, "<stderr>", "w"),
    ]
    return streams.allSatisfy { name, double, descriptor, shown, mode in
        guard let stream = makeStandardStream(descriptor, name: shown, mode: mode) else { return false }
        return add(module, double, newReference(stream)) && add(module, name, stream)
    }
}

private func addHooks(_ module: Ref) -> Bool {
    let hooks: [(StaticString, StaticString)] = [
        ("excepthook", "__excepthook__"), ("displayhook", "__displayhook__"),
        ("unraisablehook", "__unraisablehook__"),
    ]
    return hooks.allSatisfy { name, double in
        guard let dict = BtModule_GetDict(module), let hook = BtDict_GetItemWithError(dict, internedName(name)) else {
            return false
        }
        return add(module, double, newReference(hook))
    }
}

/// Set `sys.argv`, of bytes that are decoded as file names are, and `sys.path`. False with an exception set.
package func setScriptArguments(_ arguments: [[UInt8]], path: [String]) -> Bool {
    guard let sys = _bt_host_modules.sys, let row = BtList_New(0) else { return false }
    for argument in arguments {
        let item = argument.withUnsafeBytes {
            BtUnicode_DecodeFSDefaultAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
        }
        guard let item, listAppend(row, stealing: item) >= 0 else { return false }
    }
    return add(sys, "argv", row) && add(sys, "path", list(path))
}
