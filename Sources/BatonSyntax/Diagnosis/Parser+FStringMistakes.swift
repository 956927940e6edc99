/// Mistakes in replacement fields.
extension Parser {
    /// After `{`.
    mutating func diagnoseFieldStart() throws(Stop) {
        let character: String
        switch kind {
        case .equal: character = "="
        case .exclamation: character = "!"
        case .fieldColon: character = ":"
        case .closeBrace: character = "}"
        default: return
        }
        throw fail("f-string: valid expression required before '\(character)'", at: span)
    }

    mutating func diagnoseAfterFieldValue() throws(Stop) {
        switch kind {
        case .equal, .exclamation, .fieldColon, .closeBrace: return
        default: throw fail("f-string: expecting '=', or '!', or ':', or '}'", at: span)
        }
    }

    mutating func diagnoseAfterDebugEqual() throws(Stop) {
        switch kind {
        case .exclamation, .fieldColon, .closeBrace: return
        default: throw fail("f-string: expecting '!', or ':', or '}'", at: span)
        }
    }
}
