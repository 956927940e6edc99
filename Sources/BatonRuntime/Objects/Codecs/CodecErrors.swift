internal import CBaton
internal import Glibc

// What a codec does with what does not fit, by the name that it is given ("strict", "replace", …).

enum ErrorHandler {
    case strict, ignore, replace, surrogateEscape, surrogatePass, backslashReplace, xmlCharRefReplace, nameReplace

    /// The handler of this name. Nil: LookupError is set.
    static func named(_ name: UnsafePointer<CChar>?) -> ErrorHandler? {
        guard let name else { return .strict }
        switch String(cString: name) {
        case "strict": return .strict
        case "ignore": return .ignore
        case "replace": return .replace
        case "surrogateescape": return .surrogateEscape
        case "surrogatepass": return .surrogatePass
        case "backslashreplace": return .backslashReplace
        case "xmlcharrefreplace": return .xmlCharRefReplace
        case "namereplace": return .nameReplace
        default: return raise(BtExc_LookupError, "unknown error handler name '\(String(cString: name))'")
        }
    }
}

/// Raise UnicodeDecodeError for the bytes `start`..<`end`.
func raiseDecodeError(
    _ encoding: StaticString, _ bytes: UnsafePointer<UInt8>, _ count: Int, _ start: Int, _ end: Int,
    _ reason: StaticString
) {
    // SAFETY: because CChar and UInt8 have one layout.
    let chars = UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
    let error = BtUnicodeDecodeError_Create(cString(encoding), chars, count, start, end, cString(reason))
    guard let error else { return }
    BtErr_SetObject(BtExc_UnicodeDecodeError, error)
    Bt_DECREF_(error)
}

/// Raise UnicodeEncodeError for the characters `start`..<`end` of `text`.
func raiseEncodeError(_ encoding: StaticString, _ text: Ref, _ start: Int, _ end: Int, _ reason: StaticString) {
    guard let arguments = BtTuple_New(5) else { return }
    defer { Bt_DECREF_(arguments) }
    let parts = [
        BtUnicode_FromString(cString(encoding)), Bt_NewRef_(text), BtLong_FromSsize_t(start), BtLong_FromSsize_t(end),
        BtUnicode_FromString(cString(reason)),
    ]
    for (index, part) in parts.enumerated() { BtTuple_SetItem(arguments, index, part) }
    guard !parts.contains(where: { $0 == nil }), let error = BtObject_Call(BtExc_UnicodeEncodeError, arguments, nil)
    else { return }
    BtErr_SetObject(BtExc_UnicodeEncodeError, error)
    Bt_DECREF_(error)
}

/// The input of a decoder, and what to do where it is wrong. The handler is looked up at the first error, as in CPython.
struct DecodingFailure {
    let encoding: StaticString
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let errors: UnsafePointer<CChar>?

    /// Handle the wrong bytes `start`..<`end`; gives the place to go on at. Nil: an exception is set.
    func handle(_ start: Int, _ end: Int, _ reason: StaticString, _ builder: inout TextBuilder) -> Int? {
        guard let handler = ErrorHandler.named(errors) else { return nil }
        switch handler {
        case .ignore:
            return end
        case .replace:
            builder.append(0xFFFD)
            return end
        case .backslashReplace:
            for index in start..<end {
                builder.append("\\x")
                builder.append(number: UInt64(bytes[index]), base: 16, digits: 2)
            }
            return end
        case .surrogateEscape:
            var index = start
            while index < end, index < start + 4, bytes[index] >= 0x80 {
                builder.append(0xDC00 + UInt32(bytes[index]))
                index += 1
            }
            if index > start { return index }
        case .surrogatePass:
            if let (surrogate, length) = surrogate(at: start) {
                builder.append(surrogate)
                return start + length
            }
        case .xmlCharRefReplace, .nameReplace:
            return raise(BtExc_TypeError, "don't know how to handle UnicodeDecodeError in error callback")
        case .strict:
            break
        }
        raiseDecodeError(encoding, bytes, count, start, end, reason)
        return nil
    }

    /// The surrogate that is encoded at `start`, which "surrogatepass" lets through, and its length in bytes.
    private func surrogate(at start: Int) -> (UInt32, Int)? {
        var value: UInt32 = 0
        let length: Int
        switch encoding.description {
        case "utf-8":
            length = 3
            guard start + 3 <= count, bytes[start] == 0xED, bytes[start + 1] & 0xE0 == 0xA0,
                bytes[start + 2] & 0xC0 == 0x80
            else { return nil }
            value = 0xD000 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F)
        case "utf-16-le", "utf-32-le":
            length = encoding.description.hasPrefix("utf-16") ? 2 : 4
            guard start + length <= count else { return nil }
            for index in (0..<length).reversed() { value = value << 8 | UInt32(bytes[start + index]) }
        case "utf-16-be", "utf-32-be":
            length = encoding.description.hasPrefix("utf-16") ? 2 : 4
            guard start + length <= count else { return nil }
            for index in 0..<length { value = value << 8 | UInt32(bytes[start + index]) }
        default:
            return nil
        }
        return value & 0xFFFF_F800 == 0xD800 ? (value, length) : nil
    }
}
