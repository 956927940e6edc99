internal import CBaton

/// Make the repr of a container: `open`, the pieces with ", " between them, `close`.
///
/// `write` appends the piece of a given number to the writer: 1, or 0 if there is none any more, or -1 with an exception
/// set. It looks at the container again each time, because a piece's repr may run any code (R6).
func containerRepr(
    _ object: Ref, open: StaticString, close: StaticString, recursive: StaticString,
    _ write: (OpaquePointer, Int) -> CInt
) -> Ref? {
    let entered = Bt_ReprEnter(object)
    if entered != 0 { return entered > 0 ? BtUnicode_FromString(cString(recursive)) : nil }
    defer { Bt_ReprLeave(object) }
    guard let writer = BtUnicodeWriter_Create(0) else { return nil }
    guard writePieces(writer, open, close, write) else {
        BtUnicodeWriter_Discard(writer)
        return nil
    }
    return BtUnicodeWriter_Finish(writer)
}

private func writePieces(
    _ writer: OpaquePointer, _ open: StaticString, _ close: StaticString, _ write: (OpaquePointer, Int) -> CInt
) -> Bool {
    guard writeText(writer, open) else { return false }
    var count = 0
    while true {
        let status = write(writer, count)
        if status < 0 { return false }
        if status == 0 { break }
        count += 1
    }
    return writeText(writer, close)
}

/// Append a literal.
func writeText(_ writer: OpaquePointer, _ text: StaticString) -> Bool {
    BtUnicodeWriter_WriteASCII(writer, cString(text), text.utf8CodeUnitCount) == 0
}

/// Append ", " unless this is the first piece, and the repr of `piece`, whose reference is taken over.
func writeRepr(_ writer: OpaquePointer, _ number: Int, stealing piece: Ref) -> CInt {
    defer { Bt_DECREF_(piece) }
    if number > 0, !writeText(writer, ", ") { return -1 }
    return BtUnicodeWriter_WriteRepr(writer, piece) == 0 ? 1 : -1
}
