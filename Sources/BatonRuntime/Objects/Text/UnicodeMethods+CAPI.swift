internal import CBaton
internal import Glibc

// The C face of str: operations. What each function promises is told in baton/unicode_methods.h.

@c @implementation public func BtUnicode_Concat(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard requireStr(left) else { return nil }
    guard let right, isStr(right) else {
        let name = right.map { typeName($0) } ?? "NULL"
        return raise(BtExc_TypeError, "can only concatenate str (not \"\(name)\") to str")
    }
    return concatenate(left, right)
}

@c @implementation public func BtUnicode_Append(_ left: UnsafeMutablePointer<Ref?>!, _ right: Ref!) {
    guard let left else {
        if !errorOccurred() { badInternalCall() }
        return
    }
    if let text = left.pointee, let right, isStr(text), isStr(right) { return appendText(left, right) }
    if !errorOccurred() { badInternalCall() }
    release(exchange(&left.pointee, nil))
}

@c @implementation public func BtUnicode_AppendAndDel(_ left: UnsafeMutablePointer<Ref?>!, _ right: Ref!) {
    BtUnicode_Append(left, right)
    release(right)
}

@c @implementation public func BtUnicode_Join(_ separator: Ref!, _ sequence: Ref!) -> Ref! {
    guard let sequence else { return badInternalCall() }
    return joinTexts(separator, sequence)
}

@c @implementation public func BtUnicode_Split(_ text: Ref!, _ separator: Ref!, _ maxsplit: Int) -> Ref! {
    guard requireStr(text) else { return nil }
    guard let separator else { return splitWhitespace(text, maxsplit) }
    return requireStr(separator) ? splitText(text, separator, maxsplit) : nil
}

@c @implementation public func BtUnicode_RSplit(_ text: Ref!, _ separator: Ref!, _ maxsplit: Int) -> Ref! {
    guard requireStr(text) else { return nil }
    guard let separator else { return splitWhitespaceFromEnd(text, maxsplit) }
    return requireStr(separator) ? splitText(text, separator, maxsplit, fromEnd: true) : nil
}

@c @implementation public func BtUnicode_Splitlines(_ text: Ref!, _ keepends: CInt) -> Ref! {
    requireStr(text) ? splitLines(text, keepEnds: keepends != 0) : nil
}

@c @implementation public func BtUnicode_Partition(_ text: Ref!, _ separator: Ref!) -> Ref! {
    requireStr(text) && requireStr(separator) ? partitionText(text, separator) : nil
}

@c @implementation public func BtUnicode_RPartition(_ text: Ref!, _ separator: Ref!) -> Ref! {
    requireStr(text) && requireStr(separator) ? partitionText(text, separator, fromEnd: true) : nil
}

@c @implementation public func BtUnicode_Substring(_ text: Ref!, _ start: Int, _ end: Int) -> Ref! {
    guard requireStr(text) else { return nil }
    guard start >= 0, end >= 0 else { return raise(BtExc_IndexError, "string index out of range") }
    return textPart(text, start, min(end, TextView(text).count))
}

@c @implementation public func BtUnicode_Find(
    _ text: Ref!, _ part: Ref!, _ start: Int, _ end: Int, _ direction: CInt
) -> Int {
    guard requireStr(text), requireStr(part) else { return -2 }
    return findText(text, part, start, end, last: direction <= 0)
}

@c @implementation public func BtUnicode_FindChar(
    _ text: Ref!, _ character: UInt32, _ start: Int, _ end: Int, _ direction: CInt
) -> Int {
    guard requireStr(text) else { return -2 }
    guard start >= 0, end >= 0 else { return Int(raiseStatus(BtExc_IndexError, "string index out of range")) - 1 }
    let view = TextView(text)
    let bound = min(end, view.count)
    guard start < bound else { return -1 }
    var wanted = character
    return withUnsafeMutablePointer(to: &wanted) { wanted in
        let one = TextView(data: wanted, kind: 4, count: 1)
        let width = kind(forBits: character)
        guard width <= view.kind else { return -1 }
        // As narrow as the text, so that the searches of a needle serve.
        var narrow: UInt32 = 0
        return withUnsafeMutablePointer(to: &narrow) { narrow in
            copyCharacters(one, to: narrow, kind: view.kind)
            guard let needle = Needle(TextView(data: narrow, kind: view.kind, count: 1), in: view) else { return -2 }
            return direction > 0 ? needle.first(in: view, start, bound) : needle.last(in: view, start, bound)
        }
    }
}

@c @implementation public func BtUnicode_Count(_ text: Ref!, _ part: Ref!, _ start: Int, _ end: Int) -> Int {
    requireStr(text) && requireStr(part) ? countText(text, part, start, end) : -1
}

@c @implementation public func BtUnicode_Replace(
    _ text: Ref!, _ part: Ref!, _ replacement: Ref!, _ maxcount: Int
) -> Ref! {
    guard requireStr(text), requireStr(part), requireStr(replacement) else { return nil }
    return replaceText(text, part, replacement, maxcount)
}

@c @implementation public func BtUnicode_Tailmatch(
    _ text: Ref!, _ part: Ref!, _ start: Int, _ end: Int, _ direction: CInt
) -> Int {
    requireStr(text) && requireStr(part) ? tailMatch(text, part, start, end, atEnd: direction > 0) : -1
}

@c @implementation public func BtUnicode_Contains(_ text: Ref!, _ part: Ref!) -> CInt {
    guard let part, isStr(part) else {
        let name = part.map { typeName($0) } ?? "NULL"
        return raiseStatus(BtExc_TypeError, "'in <string>' requires string as left operand, not \(name)")
    }
    guard requireStr(text) else { return -1 }
    let found = findText(text, part, 0, Int.max)
    return found == -2 ? -1 : found >= 0 ? 1 : 0
}

@c @implementation public func BtUnicode_Translate(
    _ text: Ref!, _ table: Ref!, _ errors: UnsafePointer<CChar>!
) -> Ref! {
    guard let table else { return badInternalCall() }
    return requireStr(text) ? translateText(text, table) : nil
}

@c @implementation public func BtUnicode_IsIdentifier(_ text: Ref!) -> CInt {
    guard let text, isStr(text) else { return 0 }
    return isIdentifier(text) ? 1 : 0
}

@c @implementation public func BtUnicode_Format(_ format: Ref!, _ arguments: Ref!) -> Ref! {
    guard let arguments else { return badInternalCall() }
    return requireStr(format) ? percentFormat(format, arguments) : nil
}
