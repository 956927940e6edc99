internal import CBaton

/// A format specification: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
struct FormatSpec {
    enum Alignment {
        case left
        case right
        case center
        /// Padding stands between sign and digits.
        case afterSign
    }

    enum Sign {
        case minusOnly
        case always
        case space
    }

    enum Grouping: UInt8 {
        case comma = 0x2C
        case underscore = 0x5F
    }

    var fill: UInt32 = 0x20
    var align: Alignment
    var sign: Sign?
    var noNegativeZero = false
    var alternate = false
    var width: Int?
    var grouping: Grouping?
    var precision: Int?
    /// The presentation type; nil if none is named.
    var type: UInt32?
    /// Whether the fill was named, and the alignment.
    var alignIsGiven = false

    init(align: Alignment) { self.align = align }
}

/// Take a specification apart for an object, which names itself in errors. Nil: ValueError is set.
func parseFormatSpec(_ spec: Ref, for object: Ref, align: FormatSpec.Alignment) -> FormatSpec? {
    var parser = FormatSpecParser(TextView(spec), FormatSpec(align: align))
    return parser.parse(spec, object)
}

private struct FormatSpecParser {
    let text: TextView
    var spec: FormatSpec
    var position = 0

    init(_ text: TextView, _ spec: FormatSpec) {
        self.text = text
        self.spec = spec
    }

    func peek(_ offset: Int = 0) -> UInt32? {
        position + offset < text.count ? text[position + offset] : nil
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek() == character.value else { return false }
        position += 1
        return true
    }

    static func alignment(_ character: UInt32?) -> FormatSpec.Alignment? {
        switch character.flatMap(Unicode.Scalar.init) {
        case "<": .left
        case ">": .right
        case "^": .center
        case "=": .afterSign
        default: nil
        }
    }

    mutating func parse(_ source: Ref, _ object: Ref) -> FormatSpec? {
        let fillIsGiven = parseAlignment()
        if skip("+") {
            spec.sign = .always
        } else if skip("-") {
            spec.sign = .minusOnly
        } else if skip(" ") {
            spec.sign = .space
        }
        spec.noNegativeZero = skip("z")
        spec.alternate = skip("#")
        if !fillIsGiven, skip("0") {
            spec.fill = 0x30
            if !spec.alignIsGiven, spec.align == .right { spec.align = .afterSign }
        }
        guard parseWidth(), parseGrouping(), parsePrecision() else { return nil }
        guard text.count - position <= 1 else {
            return raise(
                BtExc_ValueError,
                "Invalid format specifier '\(swiftString(source))' for object of type '\(typeName(object))'")
        }
        spec.type = peek()
        return groupingFits() ? spec : nil
    }

    /// Whether a fill character was given.
    private mutating func parseAlignment() -> Bool {
        if let align = Self.alignment(peek(1)), let fill = peek() {
            spec.fill = fill
            spec.align = align
            spec.alignIsGiven = true
            position += 2
            return true
        }
        if let align = Self.alignment(peek()) {
            spec.align = align
            spec.alignIsGiven = true
            position += 1
        }
        return false
    }

    /// A number; nil with nothing raised if there is none here. False in `ok`: it is too large, ValueError is set.
    private mutating func parseNumber() -> (value: Int?, ok: Bool) {
        var value: Int?
        while let character = peek() {
            let digit = _BtUnicode_ToDecimalDigit(character)
            guard digit >= 0 else { break }
            let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(digit))
            guard !overflow, !carry else {
                _ = raiseStatus(BtExc_ValueError, "Too many decimal digits in format string")
                return (nil, false)
            }
            value = sum
            position += 1
        }
        return (value, true)
    }

    private mutating func parseWidth() -> Bool {
        let number = parseNumber()
        spec.width = number.value
        return number.ok
    }

    private mutating func parseGrouping() -> Bool {
        if skip(",") { spec.grouping = .comma }
        if skip("_") {
            guard spec.grouping == nil else { return raiseTwoGroupings() }
            spec.grouping = .underscore
        }
        if peek() == UInt32(FormatSpec.Grouping.comma.rawValue), spec.grouping == .underscore {
            return raiseTwoGroupings()
        }
        return true
    }

    private func raiseTwoGroupings() -> Bool {
        raiseStatus(BtExc_ValueError, "Cannot specify both ',' and '_'.") == 0
    }

    private mutating func parsePrecision() -> Bool {
        guard skip(".") else { return true }
        let number = parseNumber()
        guard number.ok else { return false }
        spec.precision = number.value
        return number.value != nil || raiseStatus(BtExc_ValueError, "Format specifier missing precision") == 0
    }

    /// Commas go with decimal numbers, underscores also with powers of two.
    private func groupingFits() -> Bool {
        guard let grouping = spec.grouping, let type = spec.type else { return true }
        switch Unicode.Scalar(type) {
        case "d", "e", "f", "g", "E", "G", "%", "F": return true
        case "b", "o", "x", "X": if grouping == .underscore { return true }
        default: break
        }
        let separator = Unicode.Scalar(grouping.rawValue)
        return raiseStatus(
            BtExc_ValueError, "Cannot specify '\(separator)' with '\(characterForMessage(type))'.") == 0
    }
}

/// A character of a specification as messages show it.
func characterForMessage(_ character: UInt32) -> String {
    guard character > 32, character < 128, let scalar = Unicode.Scalar(character) else {
        return "\\x" + String(character, radix: 16)
    }
    return String(Character(scalar))
}

/// ValueError: the type of presentation is none of the object's.
func raiseUnknownFormat(_ type: UInt32, _ object: Ref) -> Ref? {
    raise(
        BtExc_ValueError,
        "Unknown format code '\(characterForMessage(type))' for object of type '\(typeName(object))'")
}
