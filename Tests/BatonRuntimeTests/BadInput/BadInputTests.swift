import BatonRuntime
import CBaton
import Foundation
import Testing

// Every public function, as the headers declare it, is called with what it does not expect: Tools/bad_input.py writes the
// calls. An error and no crash; and R9 holds after each.

@Suite struct `Bad input` {
    @Test func `to any public function is an error and never a crash`() async throws {
        var first = 0
        for _ in 0..<40 {
            let log = ChildLog()
            let result = await #expect(processExitsWith: .success) { [first = first as Int, log = log as ChildLog] in
                log.begin()
                limitMemory()
                try Attached.run {
                    let module = try BadInput.load()
                    let complaints = try #require(call(module, "call_all", int(first)))
                    for index in 0..<BtList_Size(complaints) {
                        Issue.record("\(swiftString(BtList_GetItem(complaints, index)!))")
                    }
                }
            }
            if result != nil { return }
            // What ended it is in the last line. Go on behind that function.
            let lines = log.end
            Issue.record("it ended in: \(lines.suffix(12).joined(separator: "\n"))")
            let name = lines.last { $0.hasPrefix("Bt") || $0.hasPrefix("_Bt") }?.prefix { $0 != "(" } ?? ""
            guard let index = try Attached.run({ try BadInput.index(of: String(name)) }) else { return }
            first = index + 1
        }
    }

    @Test func `is tried on most of the API`() throws {
        try Attached.run {
            let module = try BadInput.load()
            let count = try #require(call(module, "count"))
            defer { Bt_DECREF_(count) }
            #expect(BtLong_AsLong(count) > 400)
        }
    }
}

private enum BadInput {
    /// The extension with the calls, borrowed.
    static func load() throws -> Ref {
        let source = TestExtension.folder.appending(path: "bad_input_test.c")
        let script = TestExtension.root.appending(path: "Tools/bad_input.py").path
        let headers = TestExtension.root.appending(path: "CShim/include").path
        let state = BtEval_SaveThread()
        let text = Result { try TestExtension.run("python3", [script, headers]) }
        BtEval_RestoreThread(state)
        if !FileManager.default.fileExists(atPath: source.path) {
            try text.get().write(to: source, atomically: true, encoding: .utf8)
        }
        return try TestExtension.load("bad_input_test", source: source)
    }

    static func index(of function: String) throws -> Int? {
        let index = try #require(call(load(), "index", str(function)))
        defer { Bt_DECREF_(index) }
        let value = BtLong_AsLong(index)
        return value < 0 ? nil : value
    }
}

/// So that a size that happens to be possible is no reason to fill the machine's memory. (The sanitizers map terabytes.)
private func limitMemory() {
    guard dlsym(nil, "__asan_init") == nil, dlsym(nil, "__tsan_init") == nil else { return }
    var limit = rlimit(rlim_cur: 8 << 30, rlim_max: 8 << 30)
    setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
}
