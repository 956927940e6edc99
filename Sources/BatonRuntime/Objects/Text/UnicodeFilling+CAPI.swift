internal import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of str: filling text that nobody else can reach yet. What each function promises is told in
// baton/unicode.h.

/// Whether `text` may be written; else SystemError is set.
private func requireFillable(_ text: Ref) -> Bool {
    if isFillable(text) { return true }
    return raiseStatus(BtExc_SystemError, "Cannot modify a string currently used") == 0
}

@c @implementation public func BtUnicode_WriteChar(_ object: Ref!, _ index: Int, _ character: UInt32) -> CInt {
    guard requireText(object) else { return -1 }
    let view = TextView(object)
    guard index >= 0, index < view.count else { return raiseStatus(BtExc_IndexError, "string index out of range") }
    guard requireFillable(object) else { return -1 }
    guard character <= BtUnicode_MAX_CHAR_VALUE_(object) else {
        return raiseStatus(BtExc_ValueError, "character out of range")
    }
    BtUnicode_WRITE_(CInt(view.kind), view.data, index, character)
    return 0
}

@c @implementation public func BtUnicode_CopyCharacters(
    _ to: Ref!, _ toStart: Int, _ from: Ref!, _ fromStart: Int, _ howMany: Int
) -> Int {
    guard let to, let from, isStr(to), isStr(from) else { return Int(badInternalCallStatus()) }
    let target = TextView(to)
    let source = TextView(from)
    guard fromStart >= 0, fromStart <= source.count, toStart >= 0, toStart <= target.count else {
        return Int(raiseStatus(BtExc_IndexError, "string index out of range"))
    }
    guard howMany >= 0 else { return Int(raiseStatus(BtExc_SystemError, "how_many cannot be negative")) }
    let count = min(source.count - fromStart, howMany)
    guard toStart + count <= target.count else {
        return Int(
            raiseStatus(
                BtExc_SystemError,
                "Cannot write \(count) characters at \(toStart) in a string of \(target.count) characters"))
    }
    if count == 0 { return 0 }
    guard requireFillable(to) else { return -1 }
    let part = source.part(fromStart, fromStart + count)
    let bound = BtUnicode_MAX_CHAR_VALUE_(to)
    guard part.bits <= bound else {
        return Int(
            raiseStatus(
                BtExc_SystemError,
                "Cannot copy characters above U+\(String(bound, radix: 16)) into a string that is narrower"))
    }
    copyCharacters(part, to: target.data + toStart * target.kind, kind: target.kind)
    return count
}

@c @implementation public func BtUnicode_Fill(
    _ object: Ref!, _ start: Int, _ length: Int, _ character: UInt32
) -> Int {
    guard let object, isStr(object) else { return Int(badInternalCallStatus()) }
    guard requireFillable(object) else { return -1 }
    guard character <= BtUnicode_MAX_CHAR_VALUE_(object) else {
        return Int(
            raiseStatus(BtExc_ValueError, "fill character is bigger than the string maximum character"))
    }
    guard start >= 0 else { return Int(raiseStatus(BtExc_IndexError, "string index out of range")) }
    let view = TextView(object)
    let count = min(view.count - start, length)
    if count <= 0 { return 0 }
    for index in start..<start + count { BtUnicode_WRITE_(CInt(view.kind), view.data, index, character) }
    return count
}

@c @implementation public func BtUnicode_Resize(_ object: UnsafeMutablePointer<Ref?>!, _ length: Int) -> CInt {
    guard let old = object?.pointee, isStr(old), length >= 0 else { return badInternalCallStatus() }
    let view = TextView(old)
    if view.count == length { return 0 }
    let kept = min(view.count, length)
    if length == 0 {
        guard let empty = newText(count: 0, maximum: 0) else { return -1 }
        object.pointee = empty
        Bt_DECREF_(old)
        return 0
    }
    // Shrink in place where little is given up.
    if length < view.count, length >= view.count / 2, isFillable(old) {
        old.as(BtASCIIObject.self).pointee.length = length
        memset(view.data + length * view.kind, 0, view.kind)
        return 0
    }
    guard let new = newText(count: length, maximum: BtUnicode_MAX_CHAR_VALUE_(old)) else { return -1 }
    memcpy(BtUnicode_DATA_(new), view.data, kept * view.kind)
    object.pointee = new
    Bt_DECREF_(old)
    return 0
}
