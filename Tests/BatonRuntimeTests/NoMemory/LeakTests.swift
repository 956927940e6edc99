import BatonRuntime
import CBaton
import CBaton.Host
import Testing

// Leaks are found by counting: so many live objects before and after many calls, and so much memory of the C library. In a
// process of its own, where no other test allocates.

private let calls = 20

@Suite struct `Nothing leaks` {
    @Test(arguments: Operations.groups.keys.sorted())
    func `from what succeeds or raises`(_ group: String) async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [group, log = log as ChildLog] in
            log.begin()
            try Attached.run {
                let names = try Operations.loadNames()
                for source in Operations.groups[group]! {
                    expectNoLeak(source) {
                        do {
                            var expression = try Expression(source, names: names)
                            _ = try expression.run()
                        } catch is Expression.Raised {
                            BtErr_Clear()
                        } catch {
                            Issue.record("\(source): \(error)")
                        }
                        return true
                    }
                }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }

    @Test(arguments: extensions)
    func `from any call of a function of a test extension`(_ name: String) async {
        let log = ChildLog()
        let result = await #expect(processExitsWith: .success) { [name, log = log as ChildLog] in
            log.begin()
            try Attached.run {
                let module = try TestExtension.load(name)
                let functions = Bt_NewRef_(BtModule_GetDict(module))!
                var names: [String] = []
                var position = 0
                var key: Ref?
                var value: Ref?
                while BtDict_Next(functions, &position, &key, &value) != 0 {
                    if typeName(value!) == "builtin_function_or_method" { names.append(swiftString(key!)) }
                }
                for arguments in argumentLists {
                    var expression = try Expression(arguments)
                    let tuple = try expression.run()
                    for function in names where !leftOut.contains("\(name).\(function)") {
                        expectNoLeak("\(name).\(function)\(arguments)") { callOnce(module, function, tuple.ref) }
                    }
                }
            }
        }
        if result == nil { Issue.record("it ended in: \(log.end.joined(separator: "\n"))") }
    }
}

/// What the functions of the extensions are called with. Most take few of them; the others must fail cleanly.
private let argumentLists = [
    "()", "(5,)", "(70000,)", "('text',)", "([1, 'a', 2.5],)", "({'a': 1},)", "(b'bytes',)", "(None,)",
    "(set([1, 2]),)",
    "((1, 2),)", "([1, 2], 0)", "({'a': [1]}, 'a')", "([3000, 1], 1, 'x')", "({'a': 1}, 'b', [2])", "((1, 2, 3), 1, 2)",
    "([1, 2, 3], 0, 2, ['x'])", "('abc', 'b')", "(set([1]), 5000)", "(range(5), 1)", "(int, 1)",
    "(bytearray(b'abc'), 1)",
]

private let extensions = [
    "args_test", "build_test", "bytes_test", "call_test", "codecs_test", "descriptor_test", "dict_test", "errors_test",
    "exception_test", "integer_test", "list_test", "memory_test", "module_test", "number_test", "protocol_test",
    "sequence_test", "set_test", "thread_test", "tuple_test", "type_test", "unicode_test", "variadic_test",
]

private let leftOut: Set = [
    // They take what their callers have checked.
    "list_test.total", "tuple_test.reversed", "type_test.module_of", "type_test.slot_is_same",
]

/// Call a function; false: a check of the extension itself failed, which leaves what it held.
private func callOnce(_ module: Ref, _ function: String, _ arguments: Ref) -> Bool {
    if let callable = BtObject_GetAttrString(module, function) {
        release(BtObject_Call(callable, arguments, nil))
        Bt_DECREF_(callable)
    }
    let isCheck = BtErr_ExceptionMatches(BtExc_AssertionError) != 0
    BtErr_Clear()
    return !isCheck
}

/// Call `body` many times, and again if that left something: a cache that fills does so once, a leak every time.
private func expectNoLeak(_ what: String, _ body: () -> Bool) {
    ChildLog.write(what)
    for _ in 0..<3 where !body() { return }
    _ = nativeBytes()
    var left = (objects: 0, bytes: 0)
    for _ in 0..<3 {
        collectAll()
        let (objects, bytes) = (_bt_memory_live(), nativeBytes())
        for _ in 0..<calls where !body() { return }
        // A type, for one, is part of a cycle.
        collectAll()
        left = (_bt_memory_live() - objects, nativeBytes() - bytes)
        // The smallest block is 24 bytes.
        if left.objects < calls, left.bytes < calls * 16 { return }
    }
    Issue.record("\(what) leaves \(left.objects) objects and \(left.bytes) bytes in \(calls) calls")
}

/// Collect until nothing is found: the type of a type is free when that one has been.
private func collectAll() {
    while BtGC_Collect() > 0 {}
}

/// How much memory of the C library is in use.
private func nativeBytes() -> Int {
    guard let module = try? TestExtension.load("memory_test"), let bytes = call(module, "native_bytes") else {
        return 0
    }
    defer { Bt_DECREF_(bytes) }
    return BtLong_AsSsize_t(bytes)
}
