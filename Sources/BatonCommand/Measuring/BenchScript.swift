import BatonRuntime
import CBaton

/// The benchmarks of a project: a script whose `benchmarks` names functions and arguments, in a dict
/// `{"name": (function, argument, …)}`.
enum BenchScript {
    /// Import a script and read what it names. The caller is attached.
    static func subjects(_ path: String) throws -> [BenchSubject] {
        let folder = Installation.parent(of: path)
        guard setScriptArguments([Array(path.utf8)], path: [folder.isEmpty ? "." : folder] + standardModulePath())
        else {
            throw Extension.takeException()
        }
        let name = FilePath.stem(path)
        guard let module = BtImport_ImportModule(name) else { throw shown() }
        defer { release(module) }
        guard let named = BtObject_GetAttrString(module, "benchmarks") else {
            BtErr_Clear()
            throw Failure("\(path) has no benchmarks: expected benchmarks = {\"name\": (function, argument, …)}")
        }
        defer { release(named) }
        guard isDict(named), let items = BtDict_Items(named) else {
            throw Failure("\(path): benchmarks is no dict: expected {\"name\": (function, argument, …)}")
        }
        defer { release(items) }
        return try (0..<BtList_Size(items)).map { index in
            guard let pair = BtList_GetItem(items, index), let key = BtTuple_GetItem(pair, 0),
                let row = BtTuple_GetItem(pair, 1), isStr(key)
            else { throw Failure("\(path): benchmarks has a name that is no str") }
            let text = swiftString(key)
            guard isTuple(row), BtTuple_Size(row) > 0, let function = BtTuple_GetItem(row, 0),
                BtCallable_Check(function) != 0
            else {
                throw Failure("\(path): benchmarks[\"\(text)\"]: expected a tuple (function, argument, …)")
            }
            guard let arguments = BtTuple_GetSlice(row, 1, BtTuple_Size(row)) else { throw Extension.takeException() }
            _ = newReference(function)
            return BenchSubject(name: text, function: function, arguments: arguments)
        }
    }

    /// Show the exception that is set, with its traceback.
    private static func shown() -> Failure {
        guard let exception = BtErr_GetRaisedException() else { return Failure("the script was not imported") }
        defer { release(exception) }
        ScriptEnd.display(exception)
        return Failure("the benchmarks were not imported")
    }
}
