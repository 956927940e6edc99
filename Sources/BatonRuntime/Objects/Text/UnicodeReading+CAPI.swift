public import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of str: reading characters out. What each function promises is told in baton/unicode.h.

@c @implementation public func BtUnicode_GetLength(_ object: Ref!) -> Int {
    requireText(object) ? TextView(object).count : -1
}

@c @implementation public func BtUnicode_ReadChar(_ object: Ref!, _ index: Int) -> UInt32 {
    guard requireText(object) else { return UInt32.max }
    let view = TextView(object)
    guard index >= 0, index < view.count else {
        _ = raiseStatus(BtExc_IndexError, "string index out of range")
        return UInt32.max
    }
    return view[index]
}

@c @implementation public func BtUnicode_AsUCS4(
    _ object: Ref!, _ buffer: UnsafeMutablePointer<UInt32>!, _ size: Int, _ copyNull: CInt
) -> UnsafeMutablePointer<UInt32>! {
    guard let buffer, size >= 0 else { return badInternalCall() }
    guard requireText(object) else { return nil }
    let view = TextView(object)
    guard size >= view.count + (copyNull != 0 ? 1 : 0) else {
        return raise(BtExc_SystemError, "string is longer than the buffer")
    }
    copyCharacters(view, to: buffer, kind: 4)
    if copyNull != 0 { buffer[view.count] = 0 }
    return buffer
}

@c @implementation public func BtUnicode_AsUCS4Copy(_ object: Ref!) -> UnsafeMutablePointer<UInt32>! {
    guard requireText(object) else { return nil }
    return copied(TextView(object), as: UInt32.self)
}

/// The characters as 4-byte ones and an ending 0, in memory for BtMem_Free.
private func copied<Character>(_ view: TextView, as _: Character.Type) -> UnsafeMutablePointer<Character>? {
    guard view.count < Int.max / 4 - 1, let memory = BtMem_Malloc((view.count + 1) * 4) else { return raiseNoMemory() }
    copyCharacters(view, to: memory, kind: 4)
    (memory + view.count * 4).storeBytes(of: 0, as: UInt32.self)
    // SAFETY: because Character is UInt32 or wchar_t, which both have 4 bytes here.
    return memory.assumingMemoryBound(to: Character.self)
}

@c @implementation public func BtUnicode_AsWideChar(
    _ object: Ref!, _ buffer: UnsafeMutablePointer<wchar_t>!, _ size: Int
) -> Int {
    guard let object else {
        return Int(badInternalCallStatus())
    }
    guard requireText(object) else { return -1 }
    let view = TextView(object)
    guard let buffer else { return view.count + 1 }
    let count = min(max(size, 0), view.count)
    copyCharacters(view.part(0, count), to: buffer, kind: 4)
    if size > count { buffer[count] = 0 }
    return count
}

@c @implementation public func BtUnicode_AsWideCharString(
    _ object: Ref!, _ size: UnsafeMutablePointer<Int>!
) -> UnsafeMutablePointer<wchar_t>! {
    guard let object else { return badInternalCall() }
    guard requireText(object) else { return nil }
    let view = TextView(object)
    if size == nil {
        for index in 0..<view.count where view[index] == 0 {
            return raise(BtExc_ValueError, "embedded null character")
        }
    }
    size?.pointee = view.count
    return copied(view, as: wchar_t.self)
}
