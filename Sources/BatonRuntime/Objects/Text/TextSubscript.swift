internal import CBaton
internal import Glibc

// str as a sequence: indexes, slices, repetition.

/// The character at an index from the beginning, as a str.
func textItem(_ text: Ref, _ index: Int) -> Ref? {
    let view = TextView(text)
    guard index >= 0, index < view.count else { return raise(BtExc_IndexError, "string index out of range") }
    return makeText(character: view[index])
}

/// `text[key]` for an index or a slice.
func textSubscript(_ text: Ref, _ key: Ref) -> Ref? {
    if BtIndex_Check(key) != 0 {
        let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
        if index == -1, errorOccurred() { return nil }
        return textItem(text, index < 0 ? index + TextView(text).count : index)
    }
    guard key.type == BtSlice_Type_() else {
        return raise(BtExc_TypeError, "string indices must be integers, not '\(typeName(key))'")
    }
    var start = 0
    var stop = 0
    var step = 0
    guard BtSlice_Unpack(key, &start, &stop, &step) == 0 else { return nil }
    let view = TextView(text)
    let count = BtSlice_AdjustIndices(view.count, &start, &stop, step)
    if step == 1 { return textPart(text, start, start + max(count, 0)) }
    if count <= 0 { return newText(count: 0, maximum: 0) }
    var bits: UInt32 = 0
    for offset in 0..<count { bits |= view[start + offset * step] }
    if count == 1 { return makeText(character: view[start]) }
    guard let result = newText(count: count, maximum: bits) else { return nil }
    let data = BtUnicode_DATA_(result)!
    let width = CInt(kind(forBits: bits))
    for offset in 0..<count { BtUnicode_WRITE_(width, data, offset, view[start + offset * step]) }
    return result
}
