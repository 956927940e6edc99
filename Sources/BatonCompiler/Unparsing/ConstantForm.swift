extension CompiledConstant {
    /// As `repr` writes it.
    var shown: String {
        switch self {
        case .none: "None"
        case .ellipsis: "..."
        case .bool(let value): value ? "True" : "False"
        case .int(let value): String(value)
        case .bigInt(let digits, let base): Self.prefix(base) + digits
        case .float(let value): Self.decimal(value)
        case .complex(let real, let imaginary): Self.shown(real, imaginary)
        case .str(let scalars): Self.quoted(scalars) { Self.escaped($0) }
        case .bytes(let bytes):
            "b" + Self.quoted(bytes.map(UInt32.init)) { $0 < 0x7F ? Self.escaped($0) : Self.hexadecimal($0) }
        case .tuple(let items):
            "(\(items.map(\.shown).joined(separator: ", "))\(items.count == 1 ? "," : ""))"
        case .frozenSet(let items): "frozenset({\(items.map(\.shown).joined(separator: ", "))})"
        case .code(let code): "<code \(code.qualifiedName)>"
        }
    }

    private static func decimal(_ value: Double) -> String { value.isInfinite ? "1e309" : "\(value)" }

    private static func shown(_ real: Double, _ imaginary: Double) -> String {
        func part(_ value: Double) -> String {
            let text = decimal(value)
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        if real == 0, real.sign == .plus { return part(imaginary) + "j" }
        return "(\(part(real))\(imaginary.sign == .minus ? "" : "+")\(part(imaginary))j)"
    }

    private static func prefix(_ base: Int) -> String {
        switch base {
        case 2: "0b"
        case 8: "0o"
        case 16: "0x"
        default: ""
        }
    }

    private static func quoted(_ scalars: [UInt32], _ escaped: (UInt32) -> String) -> String {
        let (apostrophe, quote): (UInt32, UInt32) = (0x27, 0x22)
        let usesQuotes = scalars.contains(apostrophe) && !scalars.contains(quote)
        let delimiter = usesQuotes ? "\"" : "'"
        let body = scalars.map { $0 == apostrophe && !usesQuotes ? "\\'" : escaped($0) }
        return delimiter + body.joined() + delimiter
    }

    private static func escaped(_ scalar: UInt32) -> String {
        switch scalar {
        case 0x5C: return "\\\\"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        default: break
        }
        guard let unicode = UnicodeScalar(scalar), unicode.isPrintable else { return hexadecimal(scalar) }
        return String(Character(unicode))
    }

    private static func hexadecimal(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16)
        let (letter, width) = scalar <= 0xFF ? ("x", 2) : scalar <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\\(letter)\(String(repeating: "0", count: width - digits.count))\(digits)"
    }
}

extension UnicodeScalar {
    fileprivate var isPrintable: Bool {
        if value == 0x20 { return true }
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return true
        }
    }
}
