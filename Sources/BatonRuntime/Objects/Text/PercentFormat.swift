internal import CBaton

/// `format % arguments`: a tuple gives its items in turn, a mapping what is named, another object itself.
func percentFormat(_ format: Ref, _ arguments: Ref) -> Ref? {
    var formatter = PercentFormatter(TextView(format), arguments)
    var builder = TextBuilder()
    guard formatter.format(into: &builder) else { return nil }
    return builder.finish()
}

/// One conversion of the `%` operator.
struct PercentDirective {
    var leftAligned = false
    var zeroPadded = false
    var alternate = false
    var sign = false
    var blank = false
    var width = 0
    /// -1 if none was given.
    var precision = -1

    /// Read one flag.
    mutating func takeFlag(_ character: UInt32) -> Bool {
        switch character {
        case 0x2D: leftAligned = true
        case 0x2B: sign = true
        case 0x20: blank = true
        case 0x23: alternate = true
        case 0x30: zeroPadded = true
        default: return false
        }
        return true
    }

    /// Append characters, cut to the precision and padded to the width.
    func append(_ text: TextView, to builder: inout TextBuilder) {
        let count = precision >= 0 ? min(precision, text.count) : text.count
        if !leftAligned { builder.append(repeating: 0x20, width - count) }
        builder.append(text.part(0, count))
        if leftAligned { builder.append(repeating: 0x20, width - count) }
    }

    /// Append the digits of a number: sign, prefix and padding.
    func append(digits: TextView, negative: Bool, prefix: TextView?, to builder: inout TextBuilder) {
        let zeros = max(0, precision - digits.count)
        let signCharacter: UInt32? = negative ? 0x2D : sign ? 0x2B : blank ? 0x20 : nil
        let used = digits.count + zeros + (signCharacter == nil ? 0 : 1) + (prefix?.count ?? 0)
        let padding = max(0, width - used)
        let padsZeros = zeroPadded && !leftAligned
        if !leftAligned, !padsZeros { builder.append(repeating: 0x20, padding) }
        if let signCharacter { builder.append(signCharacter) }
        if let prefix { builder.append(prefix) }
        if padsZeros { builder.append(repeating: 0x30, padding) }
        builder.append(repeating: 0x30, zeros)
        builder.append(digits)
        if leftAligned { builder.append(repeating: 0x20, padding) }
    }
}

/// Walks the text of the `%` operator.
private struct PercentFormatter {
    let view: TextView
    let arguments: Ref
    private let mapping: Ref?
    private var position = 0
    private var argumentIndex = 0
    private var usedMapping = false

    init(_ view: TextView, _ arguments: Ref) {
        self.view = view
        self.arguments = arguments
        let isMapping = !isTuple(arguments) && !isStr(arguments) && BtMapping_Check(arguments) != 0
        mapping = isMapping ? arguments : nil
    }

    /// False: an exception is set.
    mutating func format(into builder: inout TextBuilder) -> Bool {
        while position < view.count {
            let start = position
            while position < view.count, view[position] != 0x25 { position += 1 }
            builder.append(view.part(start, position))
            if position < view.count {
                position += 1
                guard formatDirective(into: &builder) else { return false }
            }
        }
        let left = isTuple(arguments) ? argumentIndex < BtTuple_GET_SIZE_(arguments) : argumentIndex == 0
        if left, mapping == nil {
            return raiseStatus(BtExc_TypeError, "not all arguments converted during string formatting") == 0
        }
        return true
    }

    private mutating func take() -> UInt32? {
        guard position < view.count else { return raise(BtExc_ValueError, "incomplete format") }
        position += 1
        return view[position - 1]
    }

    /// The next argument, borrowed. Nil: TypeError is set.
    private mutating func nextArgument() -> Ref? {
        argumentIndex += 1
        if !isTuple(arguments) {
            if argumentIndex == 1 { return arguments }
        } else if argumentIndex <= BtTuple_GET_SIZE_(arguments) {
            return BtTuple_GET_ITEM_(arguments, argumentIndex - 1)
        }
        return raise(BtExc_TypeError, "not enough arguments for format string")
    }

    private mutating func formatDirective(into builder: inout TextBuilder) -> Bool {
        var directive = PercentDirective()
        var value: Ref?
        defer { release(value) }
        if position < view.count, view[position] == 0x28 {
            value = namedArgument()
            if value == nil { return false }
        }
        guard var character = take() else { return false }
        // Only `%%`: with anything between, it is a conversion that there is not.
        if character == 0x25, value == nil {
            builder.append(0x25)
            return true
        }
        while directive.takeFlag(character) {
            guard let next = take() else { return false }
            character = next
        }
        guard let width = readNumber(&character, "width") else { return false }
        if width < 0 { directive.leftAligned = true }
        directive.width = abs(width)
        if character == 0x2E {
            guard let next = take() else { return false }
            character = next
            guard let precision = readNumber(&character, "precision") else { return false }
            directive.precision = max(precision, 0)
        }
        if character == 0x68 || character == 0x6C || character == 0x4C {
            guard let next = take() else { return false }
            character = next
        }
        if value == nil {
            guard let argument = nextArgument() else { return false }
            value = Bt_NewRef_(argument)
        }
        guard let known = appendConversion(character, value!, directive, to: &builder) else { return false }
        if known { return true }
        return raiseStatus(
            BtExc_ValueError,
            "unsupported format character '\(shown(character))' (0x\(String(character, radix: 16))) at index \(position - 1)"
        ) == 0
    }

    private func shown(_ character: UInt32) -> String {
        31 <= character && character <= 126 ? String(Unicode.Scalar(character)!) : "?"
    }

    /// The argument of `%(name)`, a new reference. Nil: an exception is set.
    private mutating func namedArgument() -> Ref? {
        guard let mapping else { return raise(BtExc_TypeError, "format requires a mapping") }
        position += 1
        let start = position
        var depth = 1
        while depth > 0, position < view.count {
            if view[position] == 0x29 { depth -= 1 }
            if view[position] == 0x28 { depth += 1 }
            position += 1
        }
        guard depth == 0 else { return raise(BtExc_ValueError, "incomplete format key") }
        guard let key = position - 1 > start ? makeText(view.part(start, position - 1)) : BtUnicode_New(0, 0)
        else { return nil }
        defer { Bt_DECREF_(key) }
        argumentIndex += 1
        return BtObject_GetItem(mapping, key)
    }

    /// Digits or `*`; 0 if there are none. `character` is the one behind them then. Nil: an exception is set.
    private mutating func readNumber(_ character: inout UInt32, _ what: String) -> Int? {
        var value = 0
        if character == 0x2A {
            guard let argument = nextArgument() else { return nil }
            guard isInt(argument) else { return raise(BtExc_TypeError, "* wants int") }
            value = Int(what == "width" ? BtLong_AsSsize_t(argument) : Int(BtLong_AsInt(argument)))
            if value == -1, errorOccurred() { return nil }
            guard value > -Int.max else { return raise(BtExc_ValueError, "\(what) too big") }
            guard let next = take() else { return nil }
            character = next
            return value
        }
        while character >= 0x30, character <= 0x39 {
            let digit = Int(character) - 0x30
            guard value <= (Int.max / 16 - digit) / 10 else { return raise(BtExc_ValueError, "\(what) too big") }
            value = value * 10 + digit
            guard let next = take() else { return nil }
            character = next
        }
        return value
    }
}
