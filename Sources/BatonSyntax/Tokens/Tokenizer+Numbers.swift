extension Tokenizer {
    mutating func scanNumber() throws(Stop) {
        let start = position
        if text[position] == UInt8(ascii: "0") {
            switch text[position + 1] | 0x20 {
            case UInt8(ascii: "x"):
                try scanRadix(16, "hexadecimal")
            case UInt8(ascii: "o"):
                try scanRadix(8, "octal")
            case UInt8(ascii: "b"):
                try scanRadix(2, "binary")
            default:
                try scanAfterZero(start)
            }
        } else {
            if text[position] != UInt8(ascii: ".") { try scanDigits() }
            try scanFraction()
        }
        append(.number, start: start)
    }

    private mutating func scanRadix(_ radix: UInt32, _ name: String) throws(Stop) {
        position += 2
        repeat {
            if text[position] == UInt8(ascii: "_") { position += 1 }
            guard let digit = Character.hexDigit(text[position]), digit < radix else {
                if Character.isDigit(text[position]) { throw invalidDigit(name) }
                throw stop("invalid \(name) literal")
            }
            while let digit = Character.hexDigit(text[position]), digit < radix { position += 1 }
        } while text[position] == UInt8(ascii: "_")
        if Character.isDigit(text[position]) { throw invalidDigit(name) }
        try checkNumberEnd(name)
    }

    private mutating func invalidDigit(_ name: String) -> Stop {
        let digit = Unicode.Scalar(text[position])
        position += 1
        return stop("invalid digit '\(digit)' in \(name) literal")
    }

    /// Digits with single underscores between them.
    private mutating func scanDigits() throws(Stop) {
        while true {
            while Character.isDigit(text[position]) { position += 1 }
            guard text[position] == UInt8(ascii: "_") else { return }
            position += 1
            guard Character.isDigit(text[position]) else { throw stop("invalid decimal literal") }
        }
    }

    /// A number that starts with 0 is zero, or has a fraction, an exponent or a `j`.
    private mutating func scanAfterZero(_ start: Int) throws(Stop) {
        try scanDigits()
        let digits = start..<position
        let isZero = digits.allSatisfy { text[$0] == UInt8(ascii: "0") || text[$0] == UInt8(ascii: "_") }
        let next = text[position]
        let isFloat =
            next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") || next | 0x20 == UInt8(ascii: "j")
        if isZero || isFloat { return try scanFraction() }
        var zeros = start
        while text[zeros] == UInt8(ascii: "0") || text[zeros] == UInt8(ascii: "_") { zeros += 1 }
        throw stop(
            Problem(
                "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                line: line, column: .at(UInt32(start - lineStart)), endColumn: .before(UInt32(zeros + 1 - lineStart))
            ).withoutLineFeed)
    }

    /// What may follow the integer part of a decimal number.
    private mutating func scanFraction() throws(Stop) {
        if text[position] == UInt8(ascii: ".") {
            position += 1
            if Character.isDigit(text[position]) { try scanDigits() }
        }
        if text[position] | 0x20 == UInt8(ascii: "e") {
            let exponent = position
            position += 1
            if text[position] == UInt8(ascii: "+") || text[position] == UInt8(ascii: "-") {
                position += 1
                guard Character.isDigit(text[position]) else { throw stop("invalid decimal literal") }
            }
            if Character.isDigit(text[position]) {
                try scanDigits()
            } else {
                position = exponent
                return try checkNumberEnd("decimal")
            }
        }
        if text[position] | 0x20 == UInt8(ascii: "j") {
            position += 1
            return try checkNumberEnd("imaginary")
        }
        try checkNumberEnd("decimal")
    }

    /// A number ends before a letter only where the letter starts a keyword that may follow, which is deprecated.
    private mutating func checkNumberEnd(_ name: String) throws(Stop) {
        let next = text[position]
        guard Character.isNamePart(next), next < 0x80 else { return }
        let keywords: [StaticString] =
            switch next {
            case UInt8(ascii: "a"): ["and"]
            case UInt8(ascii: "e"): ["else"]
            case UInt8(ascii: "f"): ["for"]
            case UInt8(ascii: "i"): ["in", "if", "is"]
            case UInt8(ascii: "n"): ["not"]
            case UInt8(ascii: "o"): ["or"]
            default: []
            }
        // Of a keyword that starts with `i` CPython looks at two letters only.
        let isFollowed = keywords.contains { keyword in
            startsHere(keyword)
                && (next == UInt8(ascii: "i") || !Character.isNamePart(text[position + keyword.utf8CodeUnitCount]))
        }
        guard isFollowed else { throw stop("invalid \(name) literal") }
        warn("invalid \(name) literal")
    }

    private func startsHere(_ word: StaticString) -> Bool {
        (0..<word.utf8CodeUnitCount).allSatisfy { text[position + $0] == word.utf8Start[$0] }
    }
}
