internal import CBaton
internal import Glibc

/// The encodings that there are, by their names.
enum Encoding {
    case utf8, ascii, latin1, unicodeEscape, rawUnicodeEscape
    case utf8WithMark
    case utf16(order: CInt)
    case utf32(order: CInt)
    case charmap(Charmap)

    /// The encoding of this name; case, hyphens, blanks and underscores do not count. Nil: LookupError is set.
    static func named(_ name: UnsafePointer<CChar>?) -> Encoding? {
        guard let name else { return .utf8 }
        let given = String(cString: name)
        let plain = String(given.lowercased().map { $0 == "-" || $0 == " " ? "_" : $0 })
        switch plain {
        case "utf_8", "utf8", "u8", "utf", "cp65001": return .utf8
        case "utf_8_sig", "utf8_sig": return .utf8WithMark
        case "ascii", "us_ascii", "646", "ansi_x3.4_1968", "iso646_us": return .ascii
        case "latin_1", "latin1", "latin", "iso_8859_1", "iso8859_1", "iso88591", "8859", "cp819", "l1": return .latin1
        case "utf_16", "utf16", "u16": return .utf16(order: 0)
        case "utf_16_le", "utf_16le", "unicodelittleunmarked": return .utf16(order: -1)
        case "utf_16_be", "utf_16be", "unicodebigunmarked": return .utf16(order: 1)
        case "utf_32", "utf32", "u32": return .utf32(order: 0)
        case "utf_32_le", "utf_32le": return .utf32(order: -1)
        case "utf_32_be", "utf_32be": return .utf32(order: 1)
        case "unicode_escape", "unicodeescape": return .unicodeEscape
        case "raw_unicode_escape", "rawunicodeescape": return .rawUnicodeEscape
        default:
            if let charmap = namedCharmap(plain) { return .charmap(charmap) }
            return raise(BtExc_LookupError, "unknown encoding: \(given)")
        }
    }

    func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ errors: UnsafePointer<CChar>?) -> Ref? {
        switch self {
        case .utf8: return BatonRuntime.decodeUTF8(bytes, count, errors: errors, consumed: nil)
        case .utf8WithMark:
            let marked = count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
            let skipped = marked ? 3 : 0
            return BatonRuntime.decodeUTF8(bytes + skipped, count - skipped, errors: errors, consumed: nil)
        case .ascii: return decodeASCII(bytes, count, errors)
        case .latin1: return makeText(latin1: bytes, count)
        case .unicodeEscape: return decodeEscapes(bytes, count, errors, raw: false)
        case .rawUnicodeEscape: return decodeEscapes(bytes, count, errors, raw: true)
        case .utf16(var order): return decodeWide(bytes, count, size: 2, errors, order: &order, consumed: nil)
        case .utf32(var order): return decodeWide(bytes, count, size: 4, errors, order: &order, consumed: nil)
        case .charmap(let charmap): return charmap.decode(bytes, count, errors)
        }
    }

    func encode(_ text: Ref, _ errors: UnsafePointer<CChar>?) -> Ref? {
        switch self {
        case .utf8: return encodeUTF8(text, errors)
        case .utf8WithMark:
            guard let mark = makeText(character: 0xFEFF) else { return nil }
            defer { Bt_DECREF_(mark) }
            guard let whole = concatenate(mark, text) else { return nil }
            defer { Bt_DECREF_(whole) }
            return encodeUTF8(whole, errors)
        case .ascii: return encodeASCII(text, errors)
        case .latin1: return encodeLatin1(text, errors)
        case .unicodeEscape: return encodeEscapes(text, raw: false)
        case .rawUnicodeEscape: return encodeEscapes(text, raw: true)
        case .utf16(let order): return encodeWide(text, size: 2, errors, order: order)
        case .utf32(let order): return encodeWide(text, size: 4, errors, order: order)
        case .charmap(let charmap): return charmap.encode(text, errors)
        }
    }
}
