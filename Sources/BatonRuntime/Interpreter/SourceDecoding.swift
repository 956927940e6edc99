internal import BatonSyntax
internal import CBaton

// A source in any encoding that the runtime's codecs know.

/// Where a source comes from, which decides how it is decoded and what is said of bytes that are none of its encoding.
package enum SourceOrigin: Sendable {
    /// A text: it is UTF-8, whatever it declares.
    case text
    /// A module's file, or bytes that a program compiles.
    case bytes
    /// The file of the program itself.
    case program
}

/// The text of a source. No exception stays set.
func sourceText(of source: [UInt8], file: String, _ origin: SourceOrigin) throws(SyntaxFailure) -> SourceText {
    if origin == .text { return try SourceText(utf8: source, file: file) }
    guard let name = SourceText.foreignEncoding(of: source) else {
        do throws(SyntaxFailure) {
            return try SourceText(decoding: source, file: file)
        } catch {
            // Of the program's own file nobody says where it is.
            throw origin == .program && error.line == 0 ? SourceText.failure(error.message, file: "") : error
        }
    }
    guard let utf8 = decoded(source, name) else {
        let words = takeRaised().map { raised in
            defer { Bt_DECREF_(raised) }
            return strText(raised)
        }
        if origin == .program { throw SourceText.failure("encoding problem: \(name)", file: "") }
        throw SourceText.failure(words ?? "encoding problem: \(name)", file: file)
    }
    return try SourceText(utf8: utf8, file: file)
}

/// The source as UTF-8; nil with an exception set.
private func decoded(_ source: [UInt8], _ name: String) -> [UInt8]? {
    guard let encoding = name.withCString({ Encoding.named($0) }) else { return nil }
    let text = source.withUnsafeBufferPointer { encoding.decode($0.baseAddress!, $0.count, nil) }
    guard let text else { return nil }
    defer { Bt_DECREF_(text) }
    var count = 0
    guard let utf8 = BtUnicode_AsUTF8AndSize(text, &count) else { return nil }
    return Array(UnsafeRawBufferPointer(start: utf8, count: count))
}
