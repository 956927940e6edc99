// Properties of one code point, as Python's str methods see them. A surrogate has none.

@inline(__always)
private func properties(_ character: UInt32) -> Unicode.Scalar.Properties? {
    Unicode.Scalar(character)?.properties
}

/// Whether repr() shows the character as it is.
func isPrintable(_ character: UInt32) -> Bool {
    if character < 0x7F { return character >= 0x20 }
    guard let category = properties(character)?.generalCategory else { return false }
    switch category {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        return false
    default:
        return true
    }
}

/// Whether str.split() splits at the character.
func isWhitespace(_ character: UInt32) -> Bool {
    switch character {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
}

/// Whether str.splitlines() splits at the character.
func isLinebreak(_ character: UInt32) -> Bool {
    switch character {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
}

func isLowercase(_ character: UInt32) -> Bool {
    if character < 0x80 { return character >= 0x61 && character <= 0x7A }
    return properties(character)?.isLowercase ?? false
}

func isUppercase(_ character: UInt32) -> Bool {
    if character < 0x80 { return character >= 0x41 && character <= 0x5A }
    return properties(character)?.isUppercase ?? false
}

func isTitlecase(_ character: UInt32) -> Bool {
    properties(character)?.generalCategory == .titlecaseLetter
}

func isAlpha(_ character: UInt32) -> Bool {
    if character < 0x80 { return character | 0x20 >= 0x61 && character | 0x20 <= 0x7A }
    switch properties(character)?.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return true
    default: return false
    }
}

/// The value of a decimal digit of any script; -1 if it is none.
func decimalValue(_ character: UInt32) -> CInt {
    if character < 0x80 { return character >= 0x30 && character <= 0x39 ? CInt(character) - 0x30 : -1 }
    guard let properties = properties(character), properties.numericType == .decimal else { return -1 }
    return properties.numericValue.map { CInt($0) } ?? -1
}

/// The value of a digit, which superscripts and such have too; -1 if it is none.
func digitValue(_ character: UInt32) -> CInt {
    guard let properties = properties(character) else { return -1 }
    switch properties.numericType {
    case .decimal, .digit: return properties.numericValue.map { CInt($0) } ?? -1
    default: return -1
    }
}

/// The value of a character that stands for a number, fractions included.
func numericValue(_ character: UInt32) -> Double? { properties(character)?.numericValue }

func isAlphanumeric(_ character: UInt32) -> Bool {
    isAlpha(character) || numericValue(character) != nil
}

/// Whether a name may begin with the character.
func isNameStart(_ character: UInt32) -> Bool {
    if character < 0x80 { return character == 0x5F || isAlpha(character) }
    return properties(character)?.isXIDStart ?? false
}

/// Whether a name may go on with the character.
func isNameContinue(_ character: UInt32) -> Bool {
    if character < 0x80 { return character == 0x5F || isAlpha(character) || (character >= 0x30 && character <= 0x39) }
    return properties(character)?.isXIDContinue ?? false
}
