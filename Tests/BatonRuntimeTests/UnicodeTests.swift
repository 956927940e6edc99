import BatonRuntime
import CBaton
import Testing

@Suite struct `The C API of str` {
    /// Call a group of checks of a C test extension, which raises where one does not hold.
    private func check(_ group: String, of module: String = "unicode_test") throws {
        try Attached.run {
            let module = try TestExtension.load(module)
            if call(module, group) == nil {
                Issue.record("\(group): \(takeException() ?? "NULL without an exception")")
            }
        }
    }

    @Test func `text is made as narrow as its characters allow`() throws { try check("making") }
    @Test func `characters are read out in every form`() throws { try check("reading") }
    @Test func `text is filled while nobody else can see it`() throws { try check("filling") }
    @Test func `FromFormat converts as CPython's does`() throws { try check("from_format") }
    @Test func `equal names are interned as one object`() throws { try check("interning") }
    @Test func `text compares and hashes by its characters`() throws { try check("comparing") }
    @Test func `text is cut, joined, searched and replaced`() throws { try check("operations") }
    @Test func `a writer makes text piecewise and forgets what fails`() throws { try check("writer") }
    @Test func `bytes are shown as hexadecimal digits`() throws { try check("hexadecimal") }
    @Test func `code points have Unicode's properties`() throws { try check("characters") }
    @Test func `codecs decode, encode and report as CPython's`() throws { try check("codecs", of: "codecs_test") }
    @Test func `codecs are found by their names`() throws { try check("by_name", of: "codecs_test") }
    @Test func `file names survive the round trip`() throws { try check("file_names", of: "codecs_test") }
}
