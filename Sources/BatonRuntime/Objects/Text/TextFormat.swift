internal import CBaton

/// str.__format__: fill, alignment, width and precision.
func textFormat(_ text: Ref, _ specification: Ref) -> Ref? {
    guard isStr(specification) else {
        return raise(BtExc_TypeError, "__format__() argument must be str, not \(typeName(specification))")
    }
    if TextView(specification).count == 0 {
        return text.type == BtUnicode_Type_() ? Bt_NewRef_(text) : BtObject_Str(text)
    }
    guard let spec = parseFormatSpec(specification, for: text, align: .left), isTextSpec(spec, text) else { return nil }
    let view = TextView(text)
    let count = min(view.count, spec.precision ?? Int.max)
    let padding = max(0, (spec.width ?? 0) - count)
    let left =
        switch spec.align {
        case .left, .afterSign: 0
        case .right: padding
        case .center: padding / 2
        }
    var builder = TextBuilder()
    builder.append(repeating: spec.fill, left)
    builder.append(view.part(0, count))
    builder.append(repeating: spec.fill, padding - left)
    return builder.finish()
}

/// Whether a specification has nothing that is for numbers only; else ValueError is set.
private func isTextSpec(_ spec: FormatSpec, _ text: Ref) -> Bool {
    if let type = spec.type, type != 0x73 {
        _ = raiseUnknownFormat(type, text)
        return false
    }
    let fault: String
    if let sign = spec.sign {
        fault = (sign == .space ? "Space" : "Sign") + " not allowed in string format specifier"
    } else if spec.noNegativeZero {
        fault = "Negative zero coercion (z) not allowed in string format specifier"
    } else if spec.alternate {
        fault = "Alternate form (#) not allowed in string format specifier"
    } else if spec.align == .afterSign {
        fault = "'=' alignment not allowed in string format specifier"
    } else if let grouping = spec.grouping {
        fault = "Cannot specify '\(Unicode.Scalar(grouping.rawValue))' with 's'."
    } else {
        return true
    }
    return raiseStatus(BtExc_ValueError, fault) == 0
}
