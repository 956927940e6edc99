import BatonRuntime
import CBaton

/// Reads one value written as in JSON, and bytes written b"…", into objects. A result of nil: an exception is set.
struct ValueParser {
    private let text: [UInt8]
    private var position = 0
    private var depth = 0
    private static let maximumDepth = 200

    init(_ text: Substring) { self.text = Array(text.utf8) }

    /// The whole text as a value, a new reference.
    mutating func parse() throws(ArgumentProblem) -> Ref? {
        let value = try parseValue()
        skipSpace()
        guard position == text.count else { throw problem("nothing more after the value") }
        return value
    }

    private func problem(_ expected: String) -> ArgumentProblem {
        let isWord = text.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7a || ($0 >= 0x30 && $0 <= 0x39) }
        let hint = isWord && !text.isEmpty ? "; a string is written \"\(String(decoding: text, as: UTF8.self))\"" : ""
        return ArgumentProblem(description: "expected \(expected) at character \(position + 1)\(hint)")
    }

    private var current: UInt8? { position < text.count ? text[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || (0x09...0x0d).contains(byte) { position += 1 }
    }

    /// Step over a byte if it is next.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard current == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Step over a word if it is next.
    private mutating func skipWord(_ word: StaticString) -> Bool {
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard text[position...].starts(with: bytes) else { return false }
        position += bytes.count
        return true
    }

    private mutating func parseValue() throws(ArgumentProblem) -> Ref? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw problem("at most \(Self.maximumDepth) values inside another") }
        skipSpace()
        if skip("[") { return try parseList() }
        if skip("{") { return try parseObject() }
        if skip("\"") {
            let string = String(decoding: try parseQuoted(asBytes: false), as: UTF8.self)
            return makeString(string)
        }
        if skipWord("b\"") {
            let bytes = try parseQuoted(asBytes: true)
            return bytes.withUnsafeBytes {
                BtBytes_FromStringAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
            }
        }
        if skipWord("true") { return trueRef }
        if skipWord("false") { return falseRef }
        if skipWord("null") { return noneRef }
        return try parseNumber()
    }

    private mutating func parseList() throws(ArgumentProblem) -> Ref? {
        guard let list = BtList_New(0) else { return nil }
        if skip("]") { return list }
        repeat {
            guard let item = try parseValue(), BtList_Append(list, item) == 0 else { return nil }
            release(item)
        } while skip(",")
        guard skip("]") else { throw problem("',' or ']'") }
        return list
    }

    private mutating func parseObject() throws(ArgumentProblem) -> Ref? {
        guard let dict = BtDict_New() else { return nil }
        if skip("}") { return dict }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw problem("a key, a string") }
            guard let key = try parseValue() else { return nil }
            guard skip(":") else { throw problem("':'") }
            guard let value = try parseValue(), BtDict_SetItem(dict, key, value) == 0 else { return nil }
            release(key)
            release(value)
        } while skip(",")
        guard skip("}") else { throw problem("',' or '}'") }
        return dict
    }

    private mutating func parseNumber() throws(ArgumentProblem) -> Ref? {
        let start = position
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        if current == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        while let byte = current, digits.contains(byte) { position += 1 }
        guard position > firstDigit else {
            position = start
            throw problem("a value")
        }
        var isInteger = true
        if current == UInt8(ascii: ".") {
            isInteger = false
            position += 1
            while let byte = current, digits.contains(byte) { position += 1 }
        }
        if let byte = current, byte | 0x20 == UInt8(ascii: "e") {
            isInteger = false
            position += 1
            if current == UInt8(ascii: "-") || current == UInt8(ascii: "+") { position += 1 }
            while let byte = current, digits.contains(byte) { position += 1 }
        }
        let number = String(decoding: text[start..<position], as: UTF8.self)
        if isInteger { return BtLong_FromString(number, nil, 10) }
        guard let value = Double(number.hasSuffix(".") ? number + "0" : number) else { throw problem("a number") }
        return BtFloat_FromDouble(value)
    }

    /// What stands up to the closing quote, as bytes (of UTF-8 in a string).
    private mutating func parseQuoted(asBytes: Bool) throws(ArgumentProblem) -> [UInt8] {
        var result: [UInt8] = []
        while let byte = current {
            position += 1
            if byte == UInt8(ascii: "\"") { return result }
            if byte != UInt8(ascii: "\\") {
                result.append(byte)
                continue
            }
            guard let escape = current else { break }
            position += 1
            switch escape {
            case UInt8(ascii: "n"): result.append(0x0a)
            case UInt8(ascii: "r"): result.append(0x0d)
            case UInt8(ascii: "t"): result.append(0x09)
            case UInt8(ascii: "b"): result.append(0x08)
            case UInt8(ascii: "f"): result.append(0x0c)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(escape)
            case UInt8(ascii: "0") where asBytes: result.append(0)
            case UInt8(ascii: "x") where asBytes: result.append(UInt8(try parseHex(2)))
            case UInt8(ascii: "u") where !asBytes: result += try parseUnicodeEscape().utf8
            default:
                position -= 1
                throw problem("an escape such as \\n\(asBytes ? " or \\x41" : " or \\u0041")")
            }
        }
        throw problem("a closing quote")
    }

    private mutating func parseHex(_ count: Int) throws(ArgumentProblem) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw problem("\(count) hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// The character of \uXXXX, or of two of them that are a surrogate pair.
    private mutating func parseUnicodeEscape() throws(ArgumentProblem) -> String {
        var value = try parseHex(4)
        if (0xd800..<0xdc00).contains(value), skipWord("\\u") {
            let low = try parseHex(4)
            guard (0xdc00..<0xe000).contains(low) else { throw problem("the second half of a surrogate pair") }
            value = 0x10000 + (value - 0xd800) << 10 + (low - 0xdc00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw problem("both halves of a surrogate pair") }
        return String(Character(scalar))
    }
}
