internal import CBaton
internal import Glibc

// Padding, stripping and tabs.

/// The text with `left` and `right` times a character around it.
func padText(_ text: Ref, left: Int, right: Int, with character: UInt32) -> Ref? {
    if left <= 0, right <= 0 { return BtUnicode_FromObject(text) }
    let view = TextView(text)
    guard max(left, 0) <= Int.max - view.count - max(right, 0) else {
        return raise(BtExc_OverflowError, "padded string is too long")
    }
    var builder = TextBuilder()
    builder.append(repeating: character, left)
    builder.append(text: text)
    builder.append(repeating: character, right)
    return builder.finish()
}

/// The text in the middle of `width` characters.
func centerText(_ text: Ref, _ width: Int, with character: UInt32) -> Ref? {
    let count = TextView(text).count
    guard width > count else { return BtUnicode_FromObject(text) }
    let padding = width - count
    let left = padding / 2 + (padding & width & 1)
    return padText(text, left: left, right: padding - left, with: character)
}

/// The text with zeros between its sign and it, up to `width` characters.
func zeroFill(_ text: Ref, _ width: Int) -> Ref? {
    let view = TextView(text)
    guard width > view.count else { return BtUnicode_FromObject(text) }
    let sign = view.count > 0 && (view[0] == 0x2B || view[0] == 0x2D) ? 1 : 0
    var builder = TextBuilder()
    builder.append(view.part(0, sign))
    builder.append(repeating: 0x30, width - view.count)
    builder.append(view.part(sign, view.count))
    return builder.finish()
}

/// The text without the characters of `set` (nil: whitespace) at its ends.
func stripText(_ text: Ref, _ set: Ref?, left: Bool, right: Bool) -> Ref? {
    let view = TextView(text)
    let characters = set.map { TextView($0) }
    func strips(_ character: UInt32) -> Bool {
        guard let characters else { return isWhitespace(character) }
        for index in 0..<characters.count where characters[index] == character { return true }
        return false
    }
    var start = 0
    var end = view.count
    while left, start < end, strips(view[start]) { start += 1 }
    while right, end > start, strips(view[end - 1]) { end -= 1 }
    return textPart(text, start, end)
}

/// The text with tabs replaced by blanks up to the next multiple of `tabSize` columns.
func expandTabs(_ text: Ref, _ tabSize: Int) -> Ref? {
    let view = TextView(text)
    var builder = TextBuilder()
    var column = 0
    for index in 0..<view.count {
        let character = view[index]
        if character == 0x09 {
            if tabSize > 0 {
                let blanks = tabSize - column % tabSize
                guard builder.count <= Int.max / 16 - blanks else {
                    return raise(BtExc_OverflowError, "new string is too long")
                }
                builder.append(repeating: 0x20, blanks)
                column += blanks
            }
        } else {
            builder.append(character)
            column = character == 0x0A || character == 0x0D ? 0 : column + 1
        }
    }
    return builder.finish()
}
