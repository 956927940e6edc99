import BatonRuntime
import CBaton
import Foundation
import Testing

/// The defect that the sanitizer scripts in Tools/ ask for. Without one this suite runs nothing.
private let seededDefect = ProcessInfo.processInfo.environment["BATON_SEEDED_DEFECT"]

@Suite struct `A seeded defect` {
    @Test(.enabled(if: seededDefect != nil, "set BATON_SEEDED_DEFECT under a sanitizer"))
    func `in an extension ends the process with the sanitizer's report`() throws {
        let function = try #require(seededDefect)
        try Attached.run {
            let module = try TestExtension.load("seeded_test")
            Issue.record("not reported: \(repr(call(module, function)))")
        }
    }
}
