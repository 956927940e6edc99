internal import CBaton
internal import Glibc

/// Clip the bounds of a part of `count` characters as a slice does: negative ones count from the end.
func clip(_ start: Int, _ end: Int, count: Int) -> (start: Int, end: Int) {
    var end = min(end, count)
    if end < 0 { end = max(0, end + count) }
    return (start < 0 ? max(0, start + count) : start, end)
}

/// What is searched for, as wide as the text that it is searched in.
struct Needle: ~Copyable {
    let view: TextView
    private let memory: UnsafeMutableRawPointer?

    /// Nil: MemoryError is set.
    init?(_ part: TextView, in text: TextView) {
        memory = part.kind < text.kind ? BtMem_RawMalloc(max(1, part.count * text.kind)) : nil
        guard part.kind < text.kind else {
            view = part
            return
        }
        guard let memory else {
            let none: Void? = raiseNoMemory()
            _ = none
            return nil
        }
        copyCharacters(part, to: memory, kind: text.kind)
        view = TextView(data: memory, kind: text.kind, count: part.count)
    }

    deinit { BtMem_RawFree(memory) }

    /// The index of the first occurrence in `start`..<`end` of the text; -1 if there is none.
    func first(in text: TextView, _ start: Int, _ end: Int) -> Int {
        guard start <= end, view.count <= end - start else { return -1 }
        if view.count == 0 { return start }
        // A str is as narrow as it can be, so a wider one has a character that the text has not.
        guard view.kind == text.kind else { return -1 }
        switch text.kind {
        case 1: return firstOfBytes(text, start, end)
        case 2: return Self.first(view.units, view.count, text.units, start, end)
        default: return Self.first(view.scalars, view.count, text.scalars, start, end)
        }
    }

    private func firstOfBytes(_ text: TextView, _ start: Int, _ end: Int) -> Int {
        let found =
            view.count == 1
            ? memchr(text.data + start, CInt(view.bytes[0]), end - start)
            : _bt_find_bytes(text.data + start, end - start, view.data, view.count)
        guard let found else { return -1 }
        return UnsafeRawPointer(found) - UnsafeRawPointer(text.data)
    }

    private static func first<Character: FixedWidthInteger & UnsignedInteger>(
        _ part: UnsafePointer<Character>, _ count: Int, _ text: UnsafePointer<Character>, _ start: Int, _ end: Int
    ) -> Int {
        let lead = part[0]
        var index = start
        while index <= end - count {
            if text[index] == lead, memcmp(text + index, part, count * MemoryLayout<Character>.size) == 0 {
                return index
            }
            index += 1
        }
        return -1
    }

    /// The index of the last occurrence in `start`..<`end` of the text; -1 if there is none.
    func last(in text: TextView, _ start: Int, _ end: Int) -> Int {
        guard start <= end, view.count <= end - start else { return -1 }
        if view.count == 0 { return end }
        guard view.kind == text.kind else { return -1 }
        let bytes = view.count * view.kind
        let lead = view[0]
        var index = end - view.count
        while index >= start {
            if text[index] == lead, memcmp(text.data + index * text.kind, view.data, bytes) == 0 { return index }
            index -= 1
        }
        return -1
    }

    /// Whether it stands at `index` of the text.
    func stands(in text: TextView, at index: Int) -> Bool {
        view.count == 0
            || view.kind == text.kind && memcmp(text.data + index * text.kind, view.data, view.count * view.kind) == 0
    }
}

/// The index of the first or last `part` within `start`..<`end`; -1 if there is none, -2 if an exception is set.
func findText(_ text: Ref, _ part: Ref, _ start: Int, _ end: Int, last: Bool = false) -> Int {
    let view = TextView(text)
    let bounds = clip(start, end, count: view.count)
    guard let needle = Needle(TextView(part), in: view) else { return -2 }
    return last ? needle.last(in: view, bounds.start, bounds.end) : needle.first(in: view, bounds.start, bounds.end)
}

/// How often `part` occurs within `start`..<`end` without overlapping; -1 if an exception is set.
func countText(_ text: Ref, _ part: Ref, _ start: Int, _ end: Int) -> Int {
    let view = TextView(text)
    let bounds = clip(start, end, count: view.count)
    guard let needle = Needle(TextView(part), in: view) else { return -1 }
    guard bounds.start <= bounds.end else { return 0 }
    if needle.view.count == 0 { return bounds.end - bounds.start + 1 }
    var count = 0
    var index = needle.first(in: view, bounds.start, bounds.end)
    while index >= 0 {
        count += 1
        index = needle.first(in: view, index + needle.view.count, bounds.end)
    }
    return count
}

/// 1 if `part` stands at the beginning, or with `atEnd` the end, of `start`..<`end`; -1 if an exception is set.
func tailMatch(_ text: Ref, _ part: Ref, _ start: Int, _ end: Int, atEnd: Bool) -> Int {
    let view = TextView(text)
    let bounds = clip(start, end, count: view.count)
    guard let needle = Needle(TextView(part), in: view) else { return -1 }
    let last = bounds.end - needle.view.count
    guard last >= bounds.start else { return 0 }
    return needle.stands(in: view, at: atEnd ? last : bounds.start) ? 1 : 0
}

/// Replace `part` by `replacement`, at most `maximum` times (negative: always).
func replaceText(_ text: Ref, _ part: Ref, _ replacement: Ref, _ maximum: Int) -> Ref? {
    let view = TextView(text)
    guard let needle = Needle(TextView(part), in: view) else { return nil }
    var left = maximum < 0 ? Int.max : maximum
    var index = left == 0 ? -1 : needle.first(in: view, 0, view.count)
    if index < 0 { return BtUnicode_FromObject(text) }
    let put = TextView(replacement)
    let putBits = put.bits
    var builder = TextBuilder()
    _ = builder.reserve(view.count)
    var copied = 0
    while index >= 0, left > 0 {
        builder.append(view.part(copied, index))
        if put.count > 0, builder.reserve(put.count, bits: putBits) { builder.append(put) }
        copied = index + needle.view.count
        left -= 1
        // Between characters: an empty part is found again where it was, unless a character is taken.
        if needle.view.count == 0 {
            if index >= view.count { break }
            builder.append(view[index])
            copied += 1
            index += 1
        } else {
            index = needle.first(in: view, copied, view.count)
        }
    }
    builder.append(view.part(copied, view.count))
    return builder.finish()
}
