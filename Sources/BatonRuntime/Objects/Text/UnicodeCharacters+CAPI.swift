internal import CBaton

// The C face of the properties of characters, told in baton/unicode_character.h.

@inline(__always) private func flag(_ condition: Bool) -> CInt { condition ? 1 : 0 }

@c @implementation public func _BtUnicode_IsLowercase(_ character: UInt32) -> CInt { flag(isLowercase(character)) }
@c @implementation public func _BtUnicode_IsUppercase(_ character: UInt32) -> CInt { flag(isUppercase(character)) }
@c @implementation public func _BtUnicode_IsTitlecase(_ character: UInt32) -> CInt { flag(isTitlecase(character)) }
@c @implementation public func _BtUnicode_IsWhitespace(_ character: UInt32) -> CInt { flag(isWhitespace(character)) }
@c @implementation public func _BtUnicode_IsLinebreak(_ character: UInt32) -> CInt { flag(isLinebreak(character)) }
@c @implementation public func _BtUnicode_IsDecimalDigit(_ character: UInt32) -> CInt {
    flag(decimalValue(character) >= 0)
}
@c @implementation public func _BtUnicode_IsDigit(_ character: UInt32) -> CInt { flag(digitValue(character) >= 0) }
@c @implementation public func _BtUnicode_IsNumeric(_ character: UInt32) -> CInt {
    flag(numericValue(character) != nil)
}
@c @implementation public func _BtUnicode_IsAlpha(_ character: UInt32) -> CInt { flag(isAlpha(character)) }
@c @implementation public func _BtUnicode_IsPrintable(_ character: UInt32) -> CInt { flag(isPrintable(character)) }

/// The one character of a mapping; the character itself if the mapping has several.
private func single(_ mapping: String?, _ character: UInt32) -> UInt32 {
    guard let scalars = mapping?.unicodeScalars, scalars.count == 1 else { return character }
    return scalars.first!.value
}

@c @implementation public func _BtUnicode_ToLowercase(_ character: UInt32) -> UInt32 {
    // The one whose full mapping is longer than its simple one.
    character == 0x130 ? 0x69 : single(Unicode.Scalar(character)?.properties.lowercaseMapping, character)
}
@c @implementation public func _BtUnicode_ToUppercase(_ character: UInt32) -> UInt32 {
    single(Unicode.Scalar(character)?.properties.uppercaseMapping, character)
}
@c @implementation public func _BtUnicode_ToTitlecase(_ character: UInt32) -> UInt32 {
    single(Unicode.Scalar(character)?.properties.titlecaseMapping, character)
}
@c @implementation public func _BtUnicode_ToDecimalDigit(_ character: UInt32) -> CInt { decimalValue(character) }
@c @implementation public func _BtUnicode_ToDigit(_ character: UInt32) -> CInt { digitValue(character) }
@c @implementation public func _BtUnicode_ToNumeric(_ character: UInt32) -> Double { numericValue(character) ?? -1 }
