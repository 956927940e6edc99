import BatonRuntime
import CBaton
import Testing

/// Expect each expression to give what python3 gives.
func expectLikePython(_ rows: [(String, String)], sourceLocation: SourceLocation = #_sourceLocation) {
    Attached.run {
        for (source, expected) in rows {
            let result = evaluated(source)
            #expect(result == expected, "\(source)", sourceLocation: sourceLocation)
        }
    }
}

/// Call a group of checks of a C test extension, which raises where one does not hold.
func checkInC(_ group: String, of module: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try Attached.run {
        let module = try TestExtension.load(module)
        guard let result = call(module, group) else {
            Issue.record("\(group): \(takeException() ?? "NULL without an exception")", sourceLocation: sourceLocation)
            return
        }
        Bt_DECREF_(result)
    }
}

@Suite struct `bytes and bytearray` {
    @Test func `bytes have Python's methods`() { expectLikePython(BytesExpressions.shared) }
    @Test func `bytes are made as Python makes them`() { expectLikePython(BytesExpressions.own) }
    @Test func `bytearray has the methods of bytes`() { expectLikePython(ByteArrayExpressions.shared) }
    @Test func `bytearray changes as Python's`() { expectLikePython(ByteArrayExpressions.own) }
    @Test func `memoryview shows, slices, casts and releases as Python's`() {
        expectLikePython(MemoryViewExpressions.all)
    }

    @Test func `C makes bytes and reads them`() throws { try checkInC("making", of: "bytes_test") }
    @Test func `C grows bytes that nobody else has seen`() throws { try checkInC("resizing", of: "bytes_test") }
    @Test func `C formats bytes`() throws { try checkInC("formats", of: "bytes_test") }
    @Test func `C resizes a bytearray`() throws { try checkInC("arrays", of: "bytes_test") }
    @Test func `C gets and releases buffers`() throws { try checkInC("buffers", of: "bytes_test") }
    @Test func `strides and suboffsets lead to every element`() throws { try checkInC("strides", of: "bytes_test") }
    @Test func `C makes memoryviews`() throws { try checkInC("memoryviews", of: "bytes_test") }
}
