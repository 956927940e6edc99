internal import CBaton

// Cutting text into parts: a list or tuple of new strs.

/// Add the characters `start`..<`end` to a list. False: an exception is set.
private func add(_ text: Ref, _ start: Int, _ end: Int, to list: Ref) -> Bool {
    guard let part = textPart(text, start, end) else { return false }
    defer { Bt_DECREF_(part) }
    return BtList_Append(list, part) == 0
}

/// A new list that `fill` fills; nil if it says false.
private func list(_ fill: (Ref) -> Bool) -> Ref? {
    guard let list = BtList_New(0) else { return nil }
    if fill(list) { return list }
    Bt_DECREF_(list)
    return nil
}

/// Split at runs of whitespace, at most `maximum` times (negative: always).
func splitWhitespace(_ text: Ref, _ maximum: Int) -> Ref? {
    let view = TextView(text)
    return list { list in
        var left = maximum < 0 ? Int.max : maximum
        var index = 0
        while true {
            while index < view.count, isWhitespace(view[index]) { index += 1 }
            if index == view.count { return true }
            let start = index
            if left == 0 { return add(text, start, view.count, to: list) }
            left -= 1
            while index < view.count, !isWhitespace(view[index]) { index += 1 }
            guard add(text, start, index, to: list) else { return false }
        }
    }
}

/// As `splitWhitespace`, from the end.
func splitWhitespaceFromEnd(_ text: Ref, _ maximum: Int) -> Ref? {
    let view = TextView(text)
    return list { list in
        var left = maximum < 0 ? Int.max : maximum
        var index = view.count
        while true {
            while index > 0, isWhitespace(view[index - 1]) { index -= 1 }
            if index == 0 { return BtList_Reverse(list) == 0 }
            let end = index
            if left == 0 { return add(text, 0, end, to: list) && BtList_Reverse(list) == 0 }
            left -= 1
            while index > 0, !isWhitespace(view[index - 1]) { index -= 1 }
            guard add(text, index, end, to: list) else { return false }
        }
    }
}

/// Split at a separator, at most `maximum` times (negative: always), from the beginning or the end.
func splitText(_ text: Ref, _ separator: Ref, _ maximum: Int, fromEnd: Bool = false) -> Ref? {
    let view = TextView(text)
    guard TextView(separator).count > 0 else { return raise(BtExc_ValueError, "empty separator") }
    guard let needle = Needle(TextView(separator), in: view) else { return nil }
    guard let list = BtList_New(0) else { return nil }
    var left = maximum < 0 ? Int.max : maximum
    var start = 0
    var end = view.count
    var fine = true
    while fine, left > 0 {
        let found = fromEnd ? needle.last(in: view, 0, end) : needle.first(in: view, start, end)
        if found < 0 { break }
        left -= 1
        if fromEnd {
            fine = add(text, found + needle.view.count, end, to: list)
            end = found
        } else {
            fine = add(text, start, found, to: list)
            start = found + needle.view.count
        }
    }
    if fine, add(text, start, end, to: list), !fromEnd || BtList_Reverse(list) == 0 { return list }
    Bt_DECREF_(list)
    return nil
}

/// Split at line ends, which stay on their lines if `keepEnds`.
func splitLines(_ text: Ref, keepEnds: Bool) -> Ref? {
    let view = TextView(text)
    return list { list in
        var index = 0
        while index < view.count {
            let start = index
            while index < view.count, !isLinebreak(view[index]) { index += 1 }
            var end = index
            if index < view.count {
                index += view[index] == 0x0D && index + 1 < view.count && view[index + 1] == 0x0A ? 2 : 1
                if keepEnds { end = index }
            }
            guard add(text, start, end, to: list) else { return false }
        }
        return true
    }
}

/// A tuple of what stands before, is, and stands behind the first or last separator.
func partitionText(_ text: Ref, _ separator: Ref, fromEnd: Bool = false) -> Ref? {
    let view = TextView(text)
    guard TextView(separator).count > 0 else { return raise(BtExc_ValueError, "empty separator") }
    guard let needle = Needle(TextView(separator), in: view) else { return nil }
    let found = fromEnd ? needle.last(in: view, 0, view.count) : needle.first(in: view, 0, view.count)
    guard let tuple = BtTuple_New(3) else { return nil }
    let parts: [Ref?]
    if found >= 0 {
        parts = [
            textPart(text, 0, found), Bt_NewRef_(separator), textPart(text, found + needle.view.count, view.count),
        ]
    } else {
        let whole = BtUnicode_FromObject(text)
        let empty = newText(count: 0, maximum: 0)
        let other = newText(count: 0, maximum: 0)
        parts = fromEnd ? [empty, other, whole] : [whole, empty, other]
    }
    for (index, part) in parts.enumerated() { BtTuple_SetItem(tuple, index, part) }
    if parts.contains(where: { $0 == nil }) {
        Bt_DECREF_(tuple)
        return nil
    }
    return tuple
}
