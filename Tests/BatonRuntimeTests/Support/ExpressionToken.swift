/// A token of the expressions in tests.
enum Token: Equatable {
    case bytes([UInt8])
    case text(String)
    case number(String)
    case float(String)
    case name(String)
    case mark(String)

    static func split(_ source: String) throws -> [Token] {
        var scanner = Scanner(source: Array(source.unicodeScalars))
        var tokens: [Token] = []
        while let token = try scanner.next() { tokens.append(token) }
        return tokens
    }

    private struct Scanner {
        let source: [Unicode.Scalar]
        var index = 0

        private var current: Unicode.Scalar? { index < source.count ? source[index] : nil }

        mutating func next() throws -> Token? {
            while current == " " { index += 1 }
            guard let scalar = current else { return nil }
            if scalar == "b", index + 1 < source.count, source[index + 1] == "'" || source[index + 1] == "\"" {
                index += 1
                return .bytes(try literal().map { UInt8($0.value) })
            }
            if scalar == "'" || scalar == "\"" {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: try literal())
                return .text(String(text))
            }
            if Self.isDigit(scalar) { return number() }
            if Self.isNameStart(scalar) {
                return .name(takeWhile { Self.isNameStart($0) || Self.isDigit($0) })
            }
            for mark in ["...", "==", "!=", "<=", ">=", "+=", "*="] where hasPrefix(mark) {
                index += mark.unicodeScalars.count
                return .mark(mark)
            }
            index += 1
            return .mark(String(scalar))
        }

        private mutating func number() -> Token {
            let isHex = hasPrefix("0x")
            let digits = takeWhile {
                Self.isDigit($0) || $0 == "_" || $0 == "x" || $0 == "." || (isHex && Self.isNameStart($0))
                    || (!isHex && $0 == "e")
            }
            return digits.contains(".") || (!isHex && digits.contains("e")) ? .float(digits) : .number(digits)
        }

        /// The characters of a literal, whose escapes are \\ \' \" \n \r \t \0 \xHH \uHHHH \UHHHHHHHH.
        private mutating func literal() throws -> [Unicode.Scalar] {
            let quote = source[index]
            index += 1
            var scalars: [Unicode.Scalar] = []
            while let scalar = current, scalar != quote {
                index += 1
                guard scalar == "\\", let letter = current else {
                    scalars.append(scalar)
                    continue
                }
                index += 1
                switch letter {
                case "n": scalars.append("\n")
                case "r": scalars.append("\r")
                case "t": scalars.append("\t")
                case "0": scalars.append("\0")
                case "x": scalars.append(try hex(2))
                case "u": scalars.append(try hex(4))
                case "U": scalars.append(try hex(8))
                default: scalars.append(letter)
                }
            }
            guard current == quote else { throw Expression.Malformed(description: "literal without end") }
            index += 1
            return scalars
        }

        private mutating func hex(_ count: Int) throws -> Unicode.Scalar {
            var text = ""
            for scalar in source[index..<min(index + count, source.count)] { text.unicodeScalars.append(scalar) }
            index += count
            guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else {
                throw Expression.Malformed(description: "bad escape \(text)")
            }
            return scalar
        }

        private func hasPrefix(_ mark: String) -> Bool { source[index...].starts(with: mark.unicodeScalars) }
        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }
        private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
            scalar == "_" || (scalar.value | 0x20 >= 0x61 && scalar.value | 0x20 <= 0x7A)
        }

        private mutating func takeWhile(_ accepts: (Unicode.Scalar) -> Bool) -> String {
            var text = ""
            while let scalar = current, accepts(scalar) {
                text.unicodeScalars.append(scalar)
                index += 1
            }
            return text
        }
    }
}
