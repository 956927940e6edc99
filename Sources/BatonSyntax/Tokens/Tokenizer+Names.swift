extension Tokenizer {
    /// Checks a name that has characters outside ASCII: each must be allowed in an identifier.
    mutating func checkName(from start: Int) throws(Stop) {
        var offset = start
        while offset < position {
            let (scalar, length) = decodeScalar(at: offset)
            let properties = scalar.properties
            let isAllowed =
                scalar == "_" || (offset == start ? properties.isXIDStart : properties.isXIDContinue)
            offset += length
            if isAllowed { continue }
            position = offset
            let code = String(scalar.value, radix: 16, uppercase: true)
            let padded = String(repeating: "0", count: max(4 - code.count, 0)) + code
            throw stop(
                scalar.isPrintable
                    ? "invalid character '\(scalar)' (U+\(padded))"
                    : "invalid non-printable character U+\(padded)")
        }
    }

    /// The scalar at an offset of the text, which is valid UTF-8.
    private func decodeScalar(at offset: Int) -> (Unicode.Scalar, length: Int) {
        let first = text[offset]
        let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        let bytes = UnsafeBufferPointer(start: text + offset, count: length)
        return (String(decoding: bytes, as: UTF8.self).unicodeScalars.first!, length)
    }
}

extension Unicode.Scalar {
    /// As `str.isprintable` says it.
    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .spaceSeparator: self == " "
        default: true
        }
    }
}
