import Foundation
import Testing

/// Programs over ctypes that `baton` and `python3` both run: the same output, and the same exit status.
@Suite(.enabled(if: ScriptOracle.python != nil, "no python3 of version 3.13 or later"))
struct ForeignScriptTests {
    @Test(arguments: ScriptOracle.scripts("ctypes"))
    func `ctypes behaves as python3's`(_ script: URL) throws {
        try expectSame(script)
    }

    /// Not `overlap.py`, which is about time.
    @Test(arguments: ["checksums", "sorting", "database"])
    func `the examples say the same under both`(_ name: String) throws {
        try expectSame(
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Examples/Foreign/\(name).py"))
    }

    private func expectSame(_ script: URL) throws {
        let expected = try ScriptOracle.run(script)
        let outcome = try Program.run([script.path])
        #expect(outcome.output == expected.output, "\(script.lastPathComponent): \(outcome.errors)")
        #expect(outcome.status == expected.status, "\(script.lastPathComponent): \(outcome.errors)")
    }
}
