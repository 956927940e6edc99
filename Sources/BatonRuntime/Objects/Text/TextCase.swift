internal import CBaton

// Case of whole texts, by the full mappings of Unicode, where one character may become three.

/// Append the characters of a mapping.
private func append(_ mapping: String, to builder: inout TextBuilder) {
    for scalar in mapping.unicodeScalars { builder.append(scalar.value) }
}

private func appendUpper(_ character: UInt32, to builder: inout TextBuilder) {
    if character < 0x80 {
        builder.append(isLowercase(character) ? character - 0x20 : character)
    } else if let properties = Unicode.Scalar(character)?.properties {
        append(properties.uppercaseMapping, to: &builder)
    } else {
        builder.append(character)
    }
}

private func appendTitle(_ character: UInt32, to builder: inout TextBuilder) {
    if let properties = Unicode.Scalar(character)?.properties {
        append(properties.titlecaseMapping, to: &builder)
    } else {
        builder.append(character)
    }
}

/// Append the lower case of the character at `index`: a capital sigma at the end of a word becomes the final one.
private func appendLower(_ view: TextView, _ index: Int, to builder: inout TextBuilder) {
    let character = view[index]
    if character < 0x80 {
        builder.append(isUppercase(character) ? character + 0x20 : character)
    } else if character == 0x3A3 {
        builder.append(isFinalSigma(view, index) ? 0x3C2 : 0x3C3)
    } else if let properties = Unicode.Scalar(character)?.properties {
        append(properties.lowercaseMapping, to: &builder)
    } else {
        builder.append(character)
    }
}

private func isFinalSigma(_ view: TextView, _ index: Int) -> Bool {
    var before = index - 1
    while before >= 0, isCaseIgnorable(view[before]) { before -= 1 }
    guard before >= 0, isCased(view[before]) else { return false }
    var after = index + 1
    while after < view.count, isCaseIgnorable(view[after]) { after += 1 }
    return after == view.count || !isCased(view[after])
}

/// The text with each character mapped by `append`.
private func mapped(_ text: Ref, _ append: (TextView, Int, inout TextBuilder) -> Void) -> Ref? {
    let view = TextView(text)
    var builder = TextBuilder()
    _ = builder.reserve(view.count)
    for index in 0..<view.count { append(view, index, &builder) }
    return builder.finish()
}

/// ASCII text with each byte mapped.
@inline(__always)
private func mappedASCII(_ text: Ref, _ map: (UInt8) -> UInt8) -> Ref? {
    let view = TextView(text)
    guard let result = newText(count: view.count, maximum: 0x7F) else { return nil }
    if view.count == 0 { return result }
    let target = TextView(result).bytes
    for index in 0..<view.count { target[index] = map(view.bytes[index]) }
    return result
}

func lowerText(_ text: Ref) -> Ref? {
    if BtUnicode_IS_ASCII_(text) != 0 { return mappedASCII(text) { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }
    return mapped(text) { appendLower($0, $1, to: &$2) }
}

func upperText(_ text: Ref) -> Ref? {
    if BtUnicode_IS_ASCII_(text) != 0 { return mappedASCII(text) { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } }
    return mapped(text) { appendUpper($0[$1], to: &$2) }
}

func swapCase(_ text: Ref) -> Ref? {
    mapped(text) { view, index, builder in
        let character = view[index]
        if isUppercase(character) {
            appendLower(view, index, to: &builder)
        } else if isLowercase(character) {
            appendUpper(character, to: &builder)
        } else {
            builder.append(character)
        }
    }
}

func capitalizeText(_ text: Ref) -> Ref? {
    mapped(text) { view, index, builder in
        if index == 0 { appendTitle(view[0], to: &builder) } else { appendLower(view, index, to: &builder) }
    }
}

func titleText(_ text: Ref) -> Ref? {
    var inWord = false
    return mapped(text) { view, index, builder in
        if inWord { appendLower(view, index, to: &builder) } else { appendTitle(view[index], to: &builder) }
        inWord = isCased(view[index])
    }
}

/// The text for comparing without case.
func foldCase(_ text: Ref) -> Ref? {
    if BtUnicode_IS_ASCII_(text) != 0 { return lowerText(text) }
    return mapped(text) { view, index, builder in
        appendFolded(view[index], to: &builder)
    }
}

/// Folding is lowering what was raised, but for a few scripts. The property tells of decomposed text, so characters that
/// several stand for in upper case are folded whatever it says.
private func appendFolded(_ character: UInt32, to builder: inout TextBuilder) {
    guard let properties = Unicode.Scalar(character)?.properties else { return builder.append(character) }
    let raised = properties.uppercaseMapping.unicodeScalars
    // The one whose decomposition is what it folds to.
    if character == 0x1FBE { return builder.append(0x3B9) }
    guard properties.changesWhenCaseFolded || raised.count > 1 else { return builder.append(character) }
    switch character {
    case 0x1E9E: builder.append("ss")
    case 0x13F8...0x13FD: builder.append(character - 8)
    case 0xAB70...0xABBF: builder.append(character - 0xAB70 + 0x13A0)
    default:
        for scalar in raised {
            append(scalar.properties.lowercaseMapping, to: &builder)
        }
    }
}

func isCased(_ character: UInt32) -> Bool {
    Unicode.Scalar(character)?.properties.isCased ?? false
}

private func isCaseIgnorable(_ character: UInt32) -> Bool {
    Unicode.Scalar(character)?.properties.isCaseIgnorable ?? false
}
