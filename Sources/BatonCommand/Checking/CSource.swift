/// A C or C++ file as its findings need it: without comments and texts, in words and marks, with the places of lines.
struct CSource {
    struct Token {
        let text: Substring
        let line: Int
        let column: Int

        var isName: Bool { text.first.map { $0.isLetter || $0 == "_" } ?? false }
    }

    /// Names, numbers and single marks, in order.
    let tokens: [Token]

    init(_ bytes: [UInt8]) {
        let text = String(decoding: Self.withoutComments(bytes), as: UTF8.self)
        var tokens: [Token] = []
        var line = 1
        var lineStart = text.startIndex
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            let start = index
            text.formIndex(after: &index)
            if character.isNewline {
                line += 1
                lineStart = index
            } else if character.isWordPart {
                while index < text.endIndex, text[index].isWordPart { text.formIndex(after: &index) }
            }
            guard !character.isWhitespace else { continue }
            let column = text.utf8.distance(from: lineStart, to: start) + 1
            tokens.append(Token(text: text[start..<index], line: line, column: column))
        }
        self.tokens = tokens
    }

    /// The name that stands at a place, counted from 1 in bytes.
    func name(line: Int, column: Int) -> String? {
        tokens.first { $0.line == line && $0.column == column && $0.isName }.map { String($0.text) }
    }

    /// Whether the name at a place is called.
    func isCall(line: Int, column: Int) -> Bool {
        guard let index = tokens.firstIndex(where: { $0.line == line && $0.column == column }) else { return true }
        return index + 1 < tokens.count && tokens[index + 1].text == "("
    }

    /// The lines of a function that begins in `line`: to the end of its body, or of the file.
    func function(at line: Int) -> ClosedRange<Int> {
        var depth = 0
        var last = line
        for token in tokens.drop(while: { $0.line < line }) {
            last = token.line
            if token.text == "{" { depth += 1 }
            if token.text == "}" {
                depth -= 1
                if depth == 0 { return line...last }
            }
        }
        return line...last
    }

    /// Comments and the contents of texts and characters become blanks; lines stay.
    private static func withoutComments(_ bytes: [UInt8]) -> [UInt8] {
        enum Inside {
            case code, lineComment, comment
            case text(UInt8)
        }
        var result = bytes
        var inside = Inside.code
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            var count = 1
            switch inside {
            case .code:
                switch byte {
                case UInt8(ascii: "/") where next == UInt8(ascii: "/"): inside = .lineComment
                case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
                    inside = .comment
                    count = 2
                case UInt8(ascii: "\""), UInt8(ascii: "'"): inside = .text(byte)
                default:
                    index += 1
                    continue
                }
            case .lineComment:
                if byte == UInt8(ascii: "\n") { inside = .code }
            case .comment:
                if byte == UInt8(ascii: "*") && next == UInt8(ascii: "/") {
                    inside = .code
                    count = 2
                }
            case .text(let quote):
                if byte == UInt8(ascii: "\\") { count = 2 }
                // A text ends with its line: an apostrophe in a number, or in a line that is not compiled, opens none.
                if byte == quote || byte == UInt8(ascii: "\n") { inside = .code }
            }
            for place in index..<min(index + count, bytes.count) where bytes[place] != UInt8(ascii: "\n") {
                result[place] = UInt8(ascii: " ")
            }
            index += count
        }
        return result
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}
