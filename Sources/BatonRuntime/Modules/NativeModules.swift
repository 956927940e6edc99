internal import CBaton
internal import CBaton.Host

// The modules that are part of the runtime, by name. Each is made when it is first imported.

/// One of them.
private struct NativeModule: Sendable {
    let name: StaticString
    let make: @Sendable () -> Ref?
}

private let nativeModules: [NativeModule] = [
    NativeModule(name: "_collections", make: makeCollections),
    NativeModule(name: "_ctypes", make: makeForeignModule),
    NativeModule(name: "_io", make: makeIO),
    NativeModule(name: "_json", make: makeJSON),
    NativeModule(name: "_random", make: makeRandom),
    NativeModule(name: "_signal", make: makeSignals),
    NativeModule(name: "_socket", make: makeSocketModule),
    NativeModule(name: "_thread", make: makeThreadModule),
    NativeModule(name: "_traceback", make: makeTracebackModule),
    NativeModule(name: "_warnings", make: makeWarningsModule),
    NativeModule(name: "_weakref", make: makeWeakReferenceModule),
    NativeModule(name: "binascii", make: makeBinascii),
    NativeModule(name: "builtins", make: makeBuiltins),
    NativeModule(name: "datetime", make: makeDateTimes),
    NativeModule(name: "gc", make: makeGC),
    NativeModule(name: "itertools", make: makeItertools),
    NativeModule(name: "math", make: makeMath),
    NativeModule(name: "operator", make: makeOperator),
    NativeModule(name: "posix", make: makePosix),
    NativeModule(name: "select", make: makeSelectModule),
    NativeModule(name: "struct", make: makeStruct),
    NativeModule(name: "sys", make: makeSys),
    NativeModule(name: "time", make: makeTime),
]

/// The names, for messages and `sys.builtin_module_names`.
var nativeModuleNames: [StaticString] { nativeModules.map(\.name) }

/// Make the module of this name and record it; nil without an exception if there is none.
func makeNativeModule(named name: Ref, _ text: String) -> Ref? {
    guard let found = nativeModules.first(where: { "\($0.name)" == text }) else { return nil }
    guard let module = found.make() else { return nil }
    let spec = makeString("built-in").flatMap { origin in
        defer { Bt_DECREF_(origin) }
        return makeModuleSpec(name, origin: origin)
    }
    guard add(module, "__spec__", spec), BtDict_SetItem(_bt_import.modules, name, module) >= 0 else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}
