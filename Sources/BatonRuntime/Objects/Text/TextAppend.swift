internal import CBaton
internal import CBaton.Host
internal import Glibc

// `text += part`: text that nobody else has is made longer where it stands.

/// Put `text + part` into the place of `text`, whose reference is dropped. On a failure the place is nil and an exception
/// is set.
func appendText(_ place: UnsafeMutablePointer<Ref?>, _ part: Ref) {
    guard let text = place.pointee else { return }
    if mayGrow(text, by: part), let grown = grow(text, by: BtUnicode_GET_LENGTH_(part)) {
        place.pointee = grown
        let old = BtUnicode_GET_LENGTH_(grown)
        let kind = Int(BtUnicode_KIND_(grown))
        let added = TextView(part)
        let end = BtUnicode_DATA_(grown)! + old * kind
        copyCharacters(added, to: end, kind: kind)
        memset(end + added.count * kind, 0, kind)
        grown.as(BtASCIIObject.self).pointee.length = old + added.count
        grown.as(BtASCIIObject.self).pointee.hash = -1
        return
    }
    if errorOccurred() { return release(exchange(&place.pointee, nil)) }
    release(exchange(&place.pointee, concatenate(text, part)))
}

/// Whether text may be written to, and is wide enough for what comes behind it.
@inline(__always)
private func mayGrow(_ text: Ref, by part: Ref) -> Bool {
    let fields = text.as(BtASCIIObject.self)
    let added = part.as(BtASCIIObject.self)
    return text.type == BtUnicode_Type_() && isOnlyReference(text) && text != part
        && BtUnicode_CHECK_INTERNED_(text) == 0 && fields.pointee.data_offset != 0 && fields.pointee.length > 0
        && added.pointee.kind <= fields.pointee.kind && added.pointee.ascii >= fields.pointee.ascii
}

/// Text with room for `more` characters behind its own, its reference taken over. Nil: with MemoryError set, or what is
/// too long.
@inline(__always)
private func grow(_ text: Ref, by more: Int) -> Ref? {
    let fields = text.as(BtASCIIObject.self)
    let kind = Int(fields.pointee.kind)
    if fields.pointee.ascii == 0 {
        // What was encoded before ends too early.
        let compact = text.as(BtCompactUnicodeObject.self)
        free(compact.pointee.utf8)
        compact.pointee.utf8 = nil
        compact.pointee.utf8_length = 0
    }
    let (count, overflows) = fields.pointee.length.addingReportingOverflow(more)
    guard !overflows, count < Int.max / 16 else { return nil }
    let bytes = Int(fields.pointee.data_offset) + (count + 1) * kind
    if bytes <= usableSize(text) { return text }
    return move(text, to: bytes + bytes / 8)
}

/// A copy of text in larger memory, from which the text has gone.
@inline(never)
private func move(_ text: Ref, to bytes: Int) -> Ref? {
    guard let memory = allocate(bytes, kind: Int(BT_KIND_PLAIN)) else { return raiseNoMemory() }
    let fields = text.as(BtASCIIObject.self)
    memcpy(memory, text, Int(fields.pointee.data_offset) + fields.pointee.length * Int(fields.pointee.kind))
    deallocate(text)
    return memory.assumingMemoryBound(to: BtObject.self)
}
