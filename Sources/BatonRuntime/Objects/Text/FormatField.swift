internal import CBaton

// Taking apart the text of str.format: literal text and replacement fields.

/// A replacement field: `{name!conversion:specification}`.
struct FormatField {
    var name: TextView
    /// 0 if there is none.
    var conversion: UInt32 = 0
    var specification: TextView
    /// Whether the specification has fields of its own.
    var isNested = false
}

/// Walks the text of str.format.
struct FormatScanner {
    let view: TextView
    private var position = 0

    init(_ view: TextView) { self.view = view }

    private enum Fault: String {
        case singleClose = "Single '}' encountered in format string"
        case singleOpen = "Single '{' encountered in format string"
        case openInName = "unexpected '{' in field name"
        case noConversion = "end of string while looking for conversion specifier"
        case noColon = "expected ':' after conversion specifier"
        case openSpecification = "unmatched '{' in format spec"
        case noClose = "expected '}' before end of string"
    }

    private func fail<T>(_ fault: Fault) -> T? { raise(BtExc_ValueError, fault.rawValue) }

    private mutating func take() -> UInt32 {
        position += 1
        return view[position - 1]
    }

    var isAtEnd: Bool { position >= view.count }

    /// The literal text up to the next field, and that field if one follows. Nil: ValueError is set.
    mutating func next() -> (literal: TextView, field: FormatField?)? {
        let start = position
        var brace: UInt32 = 0
        while !isAtEnd {
            let character = take()
            if character == 0x7B || character == 0x7D {
                brace = character
                break
            }
        }
        guard brace != 0 else { return (view.part(start, position), nil) }
        if !isAtEnd, view[position] == brace {
            // A doubled brace stands for itself.
            position += 1
            return (view.part(start, position - 1), nil)
        }
        if brace == 0x7D { return fail(.singleClose) }
        if isAtEnd { return fail(.singleOpen) }
        let literal = view.part(start, position - 1)
        guard let field = readField() else { return nil }
        return (literal, field)
    }

    private mutating func readField() -> FormatField? {
        let start = position
        var ending: UInt32 = 0
        scan: while !isAtEnd {
            ending = take()
            switch ending {
            case 0x7B: return fail(.openInName)
            case 0x5B: while !isAtEnd, view[position] != 0x5D { position += 1 }
            case 0x7D, 0x3A, 0x21: break scan
            default: break
            }
        }
        let empty = view.part(0, 0)
        guard ending == 0x7D || ending == 0x3A || ending == 0x21 else { return fail(.noClose) }
        var field = FormatField(name: view.part(start, position - 1), specification: empty)
        if ending == 0x7D { return field }
        if ending == 0x21 {
            if isAtEnd { return fail(.noConversion) }
            field.conversion = take()
            if !isAtEnd {
                let next = take()
                if next == 0x7D { return field }
                if next != 0x3A { return fail(.noColon) }
            }
        }
        return readSpecification(&field) ? field : nil
    }

    private mutating func readSpecification(_ field: inout FormatField) -> Bool {
        let start = position
        var depth = 1
        while !isAtEnd {
            switch take() {
            case 0x7B:
                field.isNested = true
                depth += 1
            case 0x7D:
                depth -= 1
                if depth == 0 {
                    field.specification = view.part(start, position - 1)
                    return true
                }
            default: break
            }
        }
        let failure: Void? = fail(.openSpecification)
        return failure != nil
    }
}

/// The number that decimal digits make; -1 if the text is no number. Nil: ValueError is set.
func fieldNumber(_ view: TextView) -> Int? {
    if view.count == 0 { return -1 }
    var value = 0
    for index in 0..<view.count {
        let digit = Int(decimalValue(view[index]))
        if digit < 0 { return -1 }
        guard value <= (Int.max - digit) / 10 else {
            return raise(BtExc_ValueError, "Too many decimal digits in format string")
        }
        value = value * 10 + digit
    }
    return value
}
