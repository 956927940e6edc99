internal import CBaton
internal import CBaton.Host
internal import Glibc

// The table of interned names: open, linear probing, at most half full. Names are immortal, so an entry never goes.

/// The place of the name with this hash and these ASCII characters, or the empty place where it belongs.
private func place(hash: Int, _ matches: (Ref) -> Bool) -> Int {
    let table = _bt_text.interned!
    var index = hash & _bt_text.interned_mask
    while let name = table[index] {
        if _bt_text_cached_hash(name) == hash, matches(name) { return index }
        index = (index + 1) & _bt_text.interned_mask
    }
    return index
}

/// Make sure that one more name fits. False: no memory; nothing is raised.
private func growInternedNames() -> Bool {
    let count = _bt_text.interned_count
    if _bt_text.interned != nil, count * 2 <= _bt_text.interned_mask { return true }
    let old = _bt_text.interned
    let oldSize = old == nil ? 0 : _bt_text.interned_mask + 1
    let size = max(4096, oldSize * 2)
    guard let memory = BtMem_RawCalloc(size, MemoryLayout<Ref?>.stride) else { return false }
    _bt_text.interned = memory.bindMemory(to: Ref?.self, capacity: size)
    _bt_text.interned_mask = size - 1
    for index in 0..<oldSize {
        if let name = old?[index] {
            _bt_text.interned[place(hash: _bt_text_cached_hash(name)) { _ in false }] = name
        }
    }
    BtMem_RawFree(old)
    return true
}

private func add(_ name: Ref, at index: Int) {
    _bt_make_immortal(name)
    name.pointee.ob_flags |= UInt8(BT_FLAG_INTERNED)
    _bt_text.interned[index] = name
    _bt_text.interned_count += 1
}

/// Run `body` with the table to itself. Nothing in it can switch threads, so in the locked mode the lock is enough.
@inline(__always)
private func withInternedNames<Result>(_ body: () -> Result) -> Result {
    if _bt_current_thread().pointee.free_threaded == 0 { return body() }
    BtMutex_Lock(_bt_interned_mutex_())
    defer { BtMutex_Unlock(_bt_interned_mutex_()) }
    return body()
}

/// The interned str equal to `text`, borrowed (it is immortal); `text` itself, and then immortal, if it is the first.
/// Text that is not exactly a str, and any text when there is no memory, is given back as it is.
package func interned(_ text: Ref) -> Ref {
    if BtUnicode_CHECK_INTERNED_(text) != 0 || text.type != BtUnicode_Type_() { return text }
    let hash = hashText(text)
    return withInternedNames {
        guard growInternedNames() else { return text }
        let index = place(hash: hash) { textsEqual($0, text) }
        if let name = _bt_text.interned[index] { return name }
        add(text, at: index)
        return text
    }
}

/// The interned str of these bytes, immortal, made only if it is not there. Nil: an exception is set.
func internedName(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Ref? {
    guard asciiPrefix(bytes, count) == count else {
        guard let text = decodeUTF8(bytes, count) else { return nil }
        let name = interned(text)
        if name != text { Bt_DECREF_(text) }
        return name
    }
    let hash = hashBytes(bytes, count)
    return withInternedNames {
        guard growInternedNames() else { return raiseNoMemory() }
        let index = place(hash: hash) { name in
            let view = TextView(name)
            return view.kind == 1 && view.count == count && memcmp(view.data, bytes, count) == 0
        }
        if let name = _bt_text.interned[index] { return name }
        guard let name = makeText(ascii: bytes, count) else { return nil }
        _bt_text_keep_hash(name, hash)
        add(name, at: index)
        return name
    }
}

/// The interned str of a literal: immortal, so it may be kept and returned without counting. There is no way on without
/// memory for a name of the runtime itself.
package func internedName(_ literal: StaticString) -> Ref {
    if let name = _bt_known_name(literal.utf8Start) { return name }
    guard let name = internedName(literal.utf8Start, literal.utf8CodeUnitCount) else {
        fatalError("no memory for a name")
    }
    _bt_keep_known_name(literal.utf8Start, name)
    return name
}
