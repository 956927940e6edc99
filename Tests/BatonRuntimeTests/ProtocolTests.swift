import BatonRuntime
import CBaton
import Foundation
import Testing

@Suite struct `What extensions call` {
    /// Groups of checks in C, compiled as an outside author would, each of which raises where one does not hold.
    static let groups = [
        ("protocol_test", ["attributes", "items", "texts", "truths", "calls"]),
        ("descriptor_test", ["members", "descriptors", "functions", "types", "memory"]),
        ("integer_test", ["making", "looking", "arithmetic", "slices", "characters", "complexes"]),
        ("exception_test", ["unicode_errors", "errors", "modules"]),
        ("script_test", ["running", "frames", "system_objects", "written"]),
        ("variadic_test", ["lists", "holders", "containers", "sections"]),
    ].flatMap { module, names in names.map { "\(module).\($0)" } }

    @Test(arguments: groups) func `works as the headers say`(_ group: String) throws {
        let parts = group.split(separator: ".").map(String.init)
        try Attached.run {
            let module = try TestExtension.load(parts[0])
            if call(module, parts[1]) == nil {
                Issue.record("\(group): \(takeException() ?? "NULL without an exception")")
            }
        }
    }

    @Test func `reports go to standard error`() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardErrorContent]) {
            try Attached.run {
                let module = try TestExtension.load("exception_test")
                _ = try #require(call(module, "report"), "\(takeException() ?? "")")
            }
        }
        let text = String(decoding: result.standardErrorContent, as: UTF8.self)
        #expect(text.hasPrefix("Traceback (most recent call last):\n"))
        #expect(text.contains(", in report\n    BtTraceBack_HERE();\nKeyError: 'shown'\n"))
        #expect(text.contains("Exception ignored in a test: <module 'exception_test' (built-in)>\n"))
        #expect(text.hasSuffix("some.py:5: UserWarning: take care\n"))
    }

    @Test func `is called by a test, each function of it`() throws {
        let called = try Self.wordsOfTests()
        let silent = try PublicHeaders.functions().map(\.name).filter { name in
            let plain = name.hasSuffix("_") ? String(name.dropLast()) : name
            return !called.contains(name) && !called.contains(plain) && !Self.byOtherNames.contains(name)
        }
        #expect(silent.isEmpty, "no test calls: \(silent)")
    }

    /// Functions that tests call by a macro of another name or with a name put together, or that end the process.
    private static let byOtherNames: Set = [
        "BtLong_AsUnsignedLongLong", "BtLong_AsSize_t", "BtLong_AsDouble", "BtLong_AsInt32", "BtLong_AsUInt32",
        "BtLong_AsInt64", "BtLong_AsUInt64", "_BtObject_New", "_BtObject_NewVar", "_BtObject_GC_New",
        "_BtObject_GC_NewVar", "_BtObject_GC_Resize", "BtModule_FromDefAndSpec2", "_Bt_FatalErrorFunc",
        "Bt_InitializeEx", "Bt_Finalize",
    ]

    private static func wordsOfTests() throws -> Set<String> {
        var words: Set<String> = []
        for folder in ["Tests", "Examples", "Benchmarks/Cases"] {
            let root = TestExtension.root.appending(path: folder)
            let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
            for file in files where [".c", ".h", ".swift"].contains(where: file.hasSuffix) {
                // This file names functions only to leave them out.
                guard !file.hasSuffix("ProtocolTests.swift") else { continue }
                let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
                words.formUnion(text.matches(of: /_?Bt\w+/).map { String($0.output) })
            }
        }
        return words
    }
}
