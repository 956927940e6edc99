extension SourceText {
    /// A text that is UTF-8 already, as a `str` is; an encoding that it declares does not matter.
    public init(utf8 bytes: [UInt8], file: String) throws(SyntaxFailure) {
        try self.init(bytes, encoding: .utf8, file: file)
    }

    /// The bytes of a file, in the encoding that a byte order mark or a comment in the first two lines declares.
    ///
    /// - Throws: a failure for an unknown encoding, for bytes that are none of it, and for a NUL byte.
    public init(decoding bytes: [UInt8], file: String) throws(SyntaxFailure) {
        let hasMark = bytes.starts(with: Self.mark)
        let content = hasMark ? Array(bytes.dropFirst(Self.mark.count)) : bytes
        var encoding = Encoding.utf8
        if let name = Self.declaredEncoding(content) {
            if hasMark, name != "utf-8" { throw Self.failure("encoding problem: \(name) with BOM", file: file) }
            guard let known = Encoding(name: name) else {
                throw Self.failure("unknown encoding: \(name)", file: file)
            }
            encoding = known
        }
        try self.init(content, encoding: encoding, file: file)
    }

    /// The encoding that a source declares, if it is none that is decoded here: who has codecs decodes it, and gives UTF-8.
    public static func foreignEncoding(of bytes: [UInt8]) -> String? {
        guard !bytes.starts(with: mark), let name = declaredEncoding(bytes) else { return nil }
        switch Encoding(name: name) {
        case .utf8, .latin1: return nil
        case .ascii, nil: return name
        }
    }

    /// A failure of a whole file: it has no place.
    public static func failure(_ message: String, file: String) -> SyntaxFailure {
        SyntaxFailure(
            kind: .syntax, message: message, file: file, line: 0, column: 0, endLine: 0, endColumn: 0, text: nil)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private init(_ bytes: [UInt8], encoding: Encoding, file: String) throws(SyntaxFailure) {
        if let place = bytes.firstIndex(of: 0) { throw Self.nullByte(bytes, at: place, file: file) }
        var text = bytes
        switch encoding {
        case .utf8:
            if let place = Self.firstInvalid(bytes) { throw Self.notUTF8(bytes, at: place, file: file) }
        case .latin1:
            if bytes.contains(where: { $0 >= 0x80 }) { text = bytes.flatMap(Self.fromLatin1) }
        case .ascii:
            if let place = bytes.firstIndex(where: { $0 >= 0x80 }) {
                throw Self.failure(
                    "'ascii' codec can't decode byte 0x\(String(bytes[place], radix: 16)) in position "
                        + "\(place): ordinal not in range(128)", file: file)
            }
        }
        endsWithLineFeed = text.last == Character.lineFeed || text.last == Self.carriageReturn
        self.file = file
        utf8 = Self.withLineFeeds(text)
    }

    private static let carriageReturn = UInt8(ascii: "\r")

    /// Ends each line with one line feed.
    private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        if bytes.contains(carriageReturn) {
            result.reserveCapacity(bytes.count + 1)
            for (index, byte) in bytes.enumerated() {
                if byte == Character.lineFeed, index > 0, bytes[index - 1] == carriageReturn { continue }
                result.append(byte == carriageReturn ? Character.lineFeed : byte)
            }
        } else {
            result = bytes
        }
        if let last = result.last, last != Character.lineFeed { result.append(Character.lineFeed) }
        return result
    }

    // MARK: Encodings

    private enum Encoding {
        case utf8
        case latin1
        case ascii

        init?(name: String) {
            let form = String(name.lowercased().map { $0 == "_" ? "-" : $0 })
            switch form {
            case "utf-8", "utf8", "u8", "utf", "cp65001": self = .utf8
            case "latin-1", "latin1", "iso-8859-1", "iso8859-1", "8859", "l1", "iso-latin-1", "cp819": self = .latin1
            case "ascii", "us-ascii", "646": self = .ascii
            default: return nil
            }
        }
    }

    /// A declared name as CPython takes it: two encodings have more than one.
    private static func normalName(_ name: String) -> String {
        let form = String(name.prefix(12).lowercased().map { $0 == "_" ? "-" : $0 })
        if form == "utf-8" || form.hasPrefix("utf-8-") { return "utf-8" }
        let isLatin1 = ["latin-1", "iso-8859-1", "iso-latin-1"].contains { form == $0 || form.hasPrefix($0 + "-") }
        return isLatin1 ? "iso-8859-1" : name
    }

    /// The name in `# -*- coding: NAME -*-` on one of the first two lines, if the line holds only a comment.
    public static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        var start = 0
        for _ in 0..<2 {
            let end = bytes[start...].firstIndex { $0 == Character.lineFeed || $0 == carriageReturn } ?? bytes.count
            let line = bytes[start..<end]
            let first = line.firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != 0x0C }
            if let first {
                guard line[first] == UInt8(ascii: "#") else { return nil }
                if let name = encodingName(line[first...]) { return normalName(name) }
            }
            guard end < bytes.count else { return nil }
            start = end + 1
            if bytes[end] == carriageReturn, start < bytes.count, bytes[start] == Character.lineFeed { start += 1 }
        }
        return nil
    }

    private static func encodingName(_ comment: ArraySlice<UInt8>) -> String? {
        let word = Array("coding".utf8)
        var start = comment.startIndex
        while start + word.count < comment.endIndex {
            let after = start + word.count
            let separator = comment[after]
            guard comment[start..<after].elementsEqual(word),
                separator == UInt8(ascii: ":") || separator == UInt8(ascii: "=")
            else {
                start += 1
                continue
            }
            let name = comment[(after + 1)...].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                .prefix { byte in
                    byte < 0x80 && Character.isNamePart(byte) || byte == UInt8(ascii: "-")
                        || byte == UInt8(ascii: ".")
                }
            if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
            start = after
        }
        return nil
    }

    private static func fromLatin1(_ byte: UInt8) -> [UInt8] {
        byte < 0x80 ? [byte] : [byte >> 6 | 0xC0, byte & 0x3F | 0x80]
    }

    // MARK: Failures

    /// A NUL byte ends the line that the failure shows.
    private static func nullByte(_ bytes: [UInt8], at place: Int, file: String) -> SyntaxFailure {
        let start = bytes[..<place].lastIndex(of: Character.lineFeed).map { $0 + 1 } ?? 0
        let line = bytes[..<place].count { $0 == Character.lineFeed } + 1
        return SyntaxFailure(
            kind: .syntax, message: "source code cannot contain null bytes", file: file, line: line, column: 0,
            endLine: line, endColumn: 0, text: String(decoding: bytes[start..<place], as: UTF8.self))
    }

    /// Its message has the file and the line: it has no place.
    private static func notUTF8(_ bytes: [UInt8], at place: Int, file: String) -> SyntaxFailure {
        let line = bytes[..<place].count { $0 == Character.lineFeed } + 1
        return failure(
            "Non-UTF-8 code starting with '\\x\(String(bytes[place], radix: 16))' in file \(file) on line \(line), "
                + "but no encoding declared; see https://peps.python.org/pep-0263/ for details", file: "")
    }

    /// The first byte that belongs to no character.
    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if byte < 0x80 {
                    index += 1
                    continue
                }
                let length = byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
                guard length > 0, index + length <= bytes.count else { return index }
                for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return index }
                let second = bytes[index + 1]
                switch byte {
                case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90,
                    0xF4 where second > 0x8F:
                    return index
                default: index += length
                }
            }
            return nil
        }
    }
}
