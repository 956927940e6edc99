internal import CBaton

/// repr() of a str: in quotes, with escapes for what cannot be shown; with `ascii` for all beyond ASCII.
func textRepr(_ text: Ref, ascii: Bool = false) -> Ref? {
    let view = TextView(text)
    var quote: UInt32 = 0x27
    var hasSingle = false
    var hasDouble = false
    for index in 0..<view.count {
        if view[index] == 0x27 { hasSingle = true }
        if view[index] == 0x22 { hasDouble = true }
    }
    if hasSingle, !hasDouble { quote = 0x22 }
    var builder = TextBuilder()
    builder.append(quote)
    for index in 0..<view.count {
        let character = view[index]
        switch character {
        case quote, 0x5C:
            builder.append(0x5C)
            builder.append(character)
        case 0x20..<0x7F:
            builder.append(character)
        default:
            if !ascii, character > 0x7F, isPrintable(character) {
                builder.append(character)
            } else {
                appendEscape(character, to: &builder)
            }
        }
    }
    builder.append(quote)
    return builder.finish()
}

/// Append `\n`, `\x1b`, `\u20ac`, `\U0001f600`: the shortest escape of Python's.
func appendEscape(_ character: UInt32, to builder: inout TextBuilder) {
    switch character {
    case 0x09: builder.append("\\t")
    case 0x0A: builder.append("\\n")
    case 0x0D: builder.append("\\r")
    default: appendNumericEscape(character, to: &builder)
    }
}

/// Append `\x1b`, `\u20ac` or `\U0001f600`.
func appendNumericEscape(_ character: UInt32, to builder: inout TextBuilder) {
    if character < 0x100 {
        builder.append("\\x")
        builder.append(number: UInt64(character), base: 16, digits: 2)
    } else if character < 0x1_0000 {
        builder.append("\\u")
        builder.append(number: UInt64(character), base: 16, digits: 4)
    } else {
        builder.append("\\U")
        builder.append(number: UInt64(character), base: 16, digits: 8)
    }
}
