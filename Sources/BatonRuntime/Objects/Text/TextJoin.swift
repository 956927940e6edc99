internal import CBaton
internal import Glibc

/// `left` followed by `right`.
func concatenate(_ left: Ref, _ right: Ref) -> Ref? {
    let first = TextView(left)
    let second = TextView(right)
    if first.count == 0 { return BtUnicode_FromObject(right) }
    if second.count == 0 { return BtUnicode_FromObject(left) }
    let (count, overflow) = first.count.addingReportingOverflow(second.count)
    guard !overflow else { return raise(BtExc_OverflowError, "strings are too large to concat") }
    let maximum = max(BtUnicode_MAX_CHAR_VALUE_(left), BtUnicode_MAX_CHAR_VALUE_(right))
    guard let text = newText(count: count, maximum: maximum) else { return nil }
    let kind = kind(forBits: maximum)
    let data = BtUnicode_DATA_(text)!
    copyCharacters(first, to: data, kind: kind)
    copyCharacters(second, to: data + first.count * kind, kind: kind)
    return text
}

/// The text `times` times over.
func repeatText(_ text: Ref, _ times: Int) -> Ref? {
    let view = TextView(text)
    if times <= 0 || view.count == 0 { return newText(count: 0, maximum: 0) }
    if times == 1 { return BtUnicode_FromObject(text) }
    let (count, overflow) = view.count.multipliedReportingOverflow(by: times)
    guard !overflow else { return raise(BtExc_OverflowError, "repeated string is too long") }
    guard let result = newText(count: count, maximum: BtUnicode_MAX_CHAR_VALUE_(text)) else { return nil }
    let data = BtUnicode_DATA_(result)!
    let piece = view.count * view.kind
    if piece == 1 {
        memset(data, CInt(view.bytes[0]), count)
        return result
    }
    memcpy(data, view.data, piece)
    // Double what is there, so that few long copies do it.
    var done = piece
    let total = count * view.kind
    while done < total {
        let next = min(done, total - done)
        memcpy(data + done, data, next)
        done += next
    }
    return result
}

/// Join the strs of an iterable with a separator; nil as the separator is a blank.
func joinTexts(_ separator: Ref?, _ iterable: Ref) -> Ref? {
    guard let sequence = BtSequence_Fast(iterable, cString("can only join an iterable")) else { return nil }
    defer { Bt_DECREF_(sequence) }
    // Nothing below runs foreign code, so the items stay as they are.
    let count = sequence.as(BtVarObject.self).pointee.ob_size
    guard count > 0, let items = BtSequence_Fast_ITEMS_(sequence) else { return newText(count: 0, maximum: 0) }
    if count == 1, let only = items[0], only.type == BtUnicode_Type_() { return Bt_NewRef_(only) }
    if let separator, !isStr(separator) {
        return raise(BtExc_TypeError, "separator: expected str instance, \(typeName(separator)) found")
    }
    guard let separator = separator ?? makeText(character: 0x20) else { return nil }
    guard let (length, maximum) = joinedSize(separator, items, count) else { return nil }
    guard let text = newText(count: length, maximum: maximum) else { return nil }
    guard length > 0 else { return text }
    let kind = kind(forBits: maximum)
    var target = BtUnicode_DATA_(text)!
    let between = TextView(separator)
    for index in 0..<count {
        if index > 0, between.count > 0 {
            copyCharacters(between, to: target, kind: kind)
            target += between.count * kind
        }
        let item = TextView(items[index]!)
        copyCharacters(item, to: target, kind: kind)
        target += item.count * kind
    }
    return text
}

/// The length and the largest character of the items with the separator between them. Nil: an exception is set.
private func joinedSize(
    _ separator: Ref, _ items: UnsafeMutablePointer<Ref?>, _ count: Int
) -> (length: Int, maximum: UInt32)? {
    var (length, overflow) = TextView(separator).count.multipliedReportingOverflow(by: count - 1)
    var maximum = count > 1 && length > 0 ? BtUnicode_MAX_CHAR_VALUE_(separator) : 0
    for index in 0..<count {
        guard let item = items[index], isStr(item) else {
            let name = items[index].map { typeName($0) } ?? "NULL"
            return raise(BtExc_TypeError, "sequence item \(index): expected str instance, \(name) found")
        }
        let (sum, tooLong) = length.addingReportingOverflow(TextView(item).count)
        overflow = overflow || tooLong
        length = sum
        maximum = max(maximum, BtUnicode_MAX_CHAR_VALUE_(item))
    }
    guard !overflow else { return raise(BtExc_OverflowError, "join() result is too long for a Python string") }
    return (length, maximum)
}
