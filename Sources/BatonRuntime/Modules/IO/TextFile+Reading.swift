internal import CBaton
internal import CBaton.Host
internal import Glibc

// Reading text: chunks of the binary stream are decoded as they are needed.

var textFileReadMethods: [BtMethodDef] {
    [
        fastMethod("read") { `self`, args, nargs in
            guard checkCount("read", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            guard usableTextBuffer(self!) != nil, textFileIs(self!, "readable") else { return nil }
            return limit < 0 ? readRest(self!) : readCharacters(self!, limit)
        },
        fastMethod("readline") { `self`, args, nargs in
            guard checkCount("readline", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            guard usableTextBuffer(self!) != nil, textFileIs(self!, "readable") else { return nil }
            return readTextLine(self!, limit)
        },
        method("tell", BT_METH_NOARGS) { `self`, _ in textFileTell(self!) },
        fastMethod("seek") { `self`, args, nargs in
            guard checkCount("seek", nargs, 1...2), let whence = nargs > 1 ? sizeArgument(args![1]!) : 0 else {
                return nil
            }
            return textFileSeek(self!, args![0]!, whence)
        },
    ]
}

func textFileNext(_ object: Ref) -> Ref? {
    guard usableTextBuffer(object) != nil, textFileIs(object, "readable") else { return nil }
    if object.type != _bt_io.text {
        guard let line = callNamed(object, "readline") else { return nil }
        if isStr(line), TextView(line).count > 0 { return line }
        Bt_DECREF_(line)
        return nil
    }
    guard let line = readTextLine(object, -1) else { return nil }
    if TextView(line).count > 0 { return line }
    Bt_DECREF_(line)
    return nil
}

/// Decode one more chunk behind what is left. 1: there is more; 0: the end; -1 with an exception set.
private func readChunk(_ object: Ref) -> CInt {
    let fields = object.textFile
    guard let buffer = usableTextBuffer(object) else { return -1 }
    var isEnd = false
    var data: Ref?
    if fields.pointee.codec == UInt8(BT_CODEC_OTHER) {
        // Encodings with a state are decoded whole.
        data = callNamed(buffer, "read")
        isEnd = true
    } else {
        guard let size = makeInt(defaultBufferSize) else { return -1 }
        defer { Bt_DECREF_(size) }
        var isSimple: Ref?
        if !isBuffered(buffer), BtObject_GetOptionalAttr(buffer, internedName("read1"), &isSimple) < 0 { return -1 }
        data =
            isBuffered(buffer) || isSimple != nil ? callNamed(buffer, "read1", size) : callNamed(buffer, "read", size)
        release(isSimple)
    }
    guard let data else { return -1 }
    defer { Bt_DECREF_(data) }
    guard isBytes(data) else {
        return raiseStatus(
            BtExc_TypeError, "underlying read1() should have returned a bytes-like object, not '\(typeName(data))'")
    }
    isEnd = isEnd || BtBytes_Size(data) == 0
    guard decodeChunk(object, data, isEnd: isEnd) else { return -1 }
    if isEnd { fields.pointee.at_end = 1 }
    return BtBytes_Size(data) > 0 ? 1 : 0
}

/// Decode bytes behind the leftover; what was decoded and is not read stays in front.
private func decodeChunk(_ object: Ref, _ data: Ref, isEnd: Bool) -> Bool {
    let fields = object.textFile
    var bytes = newReference(data)
    defer { Bt_DECREF_(bytes) }
    if let leftover = exchange(&fields.pointee.leftover, nil) {
        var joined: Ref? = leftover
        BtBytes_Concat(&joined, data)
        guard let joined else { return false }
        Bt_DECREF_(bytes)
        bytes = joined
    }
    let start = unsignedBytes(BtBytes_AsString(bytes))
    let size = BtBytes_Size(bytes)
    var consumed = size
    var text = swiftString(fields.pointee.errors).withCString { errors -> Ref? in
        switch CInt(fields.pointee.codec) {
        case BT_CODEC_UTF8:
            if isEnd { return decodeUTF8(start, size, errors: errors, consumed: nil) }
            return decodeUTF8(start, size, errors: errors, consumed: &consumed)
        case BT_CODEC_ASCII: return decodeASCII(start, size, errors)
        case BT_CODEC_LATIN1: return makeText(latin1: start, size)
        default:
            return swiftString(fields.pointee.encoding).withCString(Encoding.named)?.decode(start, size, errors)
        }
    }
    guard var decoded = text else { return false }
    text = nil
    if fields.pointee.reads_universal != 0 || fields.pointee.splits_universal != 0 {
        // "\r" at the end may be the half of "\r\n".
        let view = TextView(decoded)
        if !isEnd, view.count > 0, view[view.count - 1] == 0x0D {
            consumed -= 1
            guard let shorter = textPart(decoded, 0, view.count - 1) else { return false }
            Bt_DECREF_(decoded)
            decoded = shorter
        }
        if fields.pointee.splits_universal != 0 { release(translateNewlines(decoded, &fields.pointee.seen)) }
        if fields.pointee.reads_universal != 0 {
            let plain = translateNewlines(decoded, &fields.pointee.seen)
            Bt_DECREF_(decoded)
            guard let plain else { return false }
            decoded = plain
        }
    }
    if consumed < size {
        fields.pointee.leftover = Bytes.make(copying: start + consumed, size - consumed)
    }
    return keep(fields, decoded, bytes)
}

/// Put decoded text, whose reference is taken over, behind what is not read yet.
private func keep(_ fields: TextFileRef, _ decoded: Ref, _ bytes: Ref) -> Bool {
    let old = fields.pointee.decoded
    let rest = old.map { TextView($0).count - fields.pointee.used } ?? 0
    guard let old, rest > 0 else {
        release(exchange(&fields.pointee.decoded, decoded))
        fields.pointee.used = 0
        store(&fields.pointee.chunk, bytes)
        return true
    }
    defer { Bt_DECREF_(decoded) }
    guard let tail = textPart(old, fields.pointee.used, fields.pointee.used + rest) else { return false }
    defer { Bt_DECREF_(tail) }
    guard let whole = concatenate(tail, decoded) else { return false }
    release(exchange(&fields.pointee.decoded, whole))
    fields.pointee.used = 0
    release(exchange(&fields.pointee.chunk, nil))
    return true
}

/// Make "\r\n" and "\r" to "\n", noting which were seen.
func translateNewlines(_ text: Ref, _ seen: inout UInt8) -> Ref? {
    let view = TextView(text)
    var hasReturn = false
    for index in 0..<view.count {
        if view[index] == 0x0D { hasReturn = true } else if view[index] == 0x0A { seen |= hasReturn ? 0 : 2 }
        if hasReturn { break }
    }
    guard hasReturn else { return newReference(text) }
    var result = TextBuilder()
    var index = 0
    while index < view.count {
        let character = view[index]
        if character == 0x0D {
            let isPair = index + 1 < view.count && view[index + 1] == 0x0A
            seen |= isPair ? 4 : 1
            index += isPair ? 1 : 0
            result.append(0x0A)
        } else {
            if character == 0x0A { seen |= 2 }
            result.append(character)
        }
        index += 1
    }
    return result.finish()
}

private func readRest(_ object: Ref) -> Ref? {
    let fields = object.textFile
    guard let buffer = usableTextBuffer(object) else { return nil }
    guard let data = callNamed(buffer, "read") else { return nil }
    defer { Bt_DECREF_(data) }
    guard isBytes(data) else { return raise(BtExc_TypeError, "underlying read() should have returned a bytes object") }
    guard decodeChunk(object, data, isEnd: true) else { return nil }
    fields.pointee.at_end = 0
    guard let decoded = exchange(&fields.pointee.decoded, nil) else { return makeString("") }
    defer { Bt_DECREF_(decoded) }
    let used = fields.pointee.used
    fields.pointee.used = 0
    release(exchange(&fields.pointee.chunk, nil))
    return textPart(decoded, used, TextView(decoded).count)
}

private func readCharacters(_ object: Ref, _ limit: Int) -> Ref? {
    let fields = object.textFile
    while available(fields) < limit {
        let status = readChunk(object)
        if status < 0 { return nil }
        if status == 0 { break }
    }
    guard let decoded = fields.pointee.decoded else { return makeString("") }
    let start = fields.pointee.used
    let end = min(start + limit, TextView(decoded).count)
    fields.pointee.used = end
    return textPart(decoded, start, end)
}

private func available(_ fields: TextFileRef) -> Int {
    fields.pointee.decoded.map { TextView($0).count - fields.pointee.used } ?? 0
}

private func readTextLine(_ object: Ref, _ limit: Int) -> Ref? {
    let fields = object.textFile
    var searched = 0
    while true {
        if let decoded = fields.pointee.decoded {
            let view = TextView(decoded)
            let start = fields.pointee.used
            var end = lineEnd(fields, view, from: start + searched)
            if limit >= 0, (end ?? Int.max) - start > limit, view.count - start >= limit { end = start + limit }
            if let end {
                fields.pointee.used = end
                return textPart(decoded, start, end)
            }
            searched = max(view.count - start - 1, 0)
        }
        let status = readChunk(object)
        if status < 0 { return nil }
        if status == 0 { break }
    }
    // The last line, without an end.
    guard let decoded = fields.pointee.decoded else { return makeString("") }
    let view = TextView(decoded)
    let start = fields.pointee.used
    let end = lineEnd(fields, view, from: start) ?? view.count
    fields.pointee.used = end
    return textPart(decoded, start, end)
}

/// The place behind the next line end.
private func lineEnd(_ fields: TextFileRef, _ view: TextView, from start: Int) -> Int? {
    if fields.pointee.splits_universal == 0, fields.pointee.writes_crlf == 0 {
        if view.kind == 1 {
            guard start < view.count else { return nil }
            guard let found = memchr(view.bytes + start, 0x0A, view.count - start) else { return nil }
            return found - UnsafeMutableRawPointer(view.bytes) + 1
        }
        return (start..<view.count).first { view[$0] == 0x0A }.map { $0 + 1 }
    }
    for index in start..<max(view.count, start) {
        let character = view[index]
        if fields.pointee.splits_universal != 0 {
            if character == 0x0A { return index + 1 }
            if character == 0x0D { return index + 1 < view.count && view[index + 1] == 0x0A ? index + 2 : index + 1 }
        } else if fields.pointee.writes_crlf == 2 {
            if character == 0x0D { return index + 1 }
        } else if character == 0x0D, index + 1 < view.count, view[index + 1] == 0x0A {
            return index + 2
        }
    }
    return nil
}

private func textFileTell(_ object: Ref) -> Ref? {
    guard let buffer = usableTextBuffer(object) else { return nil }
    let fields = object.textFile
    guard flushBufferIfWriter(buffer) else { return nil }
    guard let position = callNamed(buffer, "tell") else { return nil }
    guard fields.pointee.decoded != nil || fields.pointee.leftover != nil else { return position }
    defer { Bt_DECREF_(position) }
    guard let place = sizeArgument(position) else { return nil }
    let leftover = fields.pointee.leftover.map { BtBytes_Size($0) } ?? 0
    guard let unread = unreadBytes(object) else { return nil }
    return makeInt(place - leftover - unread)
}

private func flushBufferIfWriter(_ buffer: Ref) -> Bool { buffer.type == _bt_io.reader || flushBuffer(buffer) }

/// How many bytes the decoded and unread characters were made of. Nil with an exception set.
private func unreadBytes(_ object: Ref) -> Int? {
    let fields = object.textFile
    guard let decoded = fields.pointee.decoded else { return 0 }
    let view = TextView(decoded)
    if fields.pointee.seen & 5 != 0, let chunk = fields.pointee.chunk {
        // Line ends were translated: the chunk is walked to the character that is next.
        let bytes = unsignedBytes(BtBytes_AsString(chunk))
        let size = BtBytes_Size(chunk)
        var (index, characters) = (0, 0)
        while index < size, characters < fields.pointee.used {
            if bytes[index] == 0x0D, index + 1 < size, bytes[index + 1] == 0x0A { index += 1 }
            index += 1
            if fields.pointee.codec == UInt8(BT_CODEC_UTF8) {
                while index < size, bytes[index] & 0xC0 == 0x80 { index += 1 }
            }
            characters += 1
        }
        return size - index - (fields.pointee.leftover.map { BtBytes_Size($0) } ?? 0)
    }
    guard let rest = textPart(decoded, fields.pointee.used, view.count) else { return nil }
    defer { Bt_DECREF_(rest) }
    let bytes = swiftString(fields.pointee.encoding).withCString { name in
        swiftString(fields.pointee.errors).withCString { BtUnicode_AsEncodedString(rest, name, $0) }
    }
    guard let bytes else { return nil }
    defer { Bt_DECREF_(bytes) }
    return BtBytes_Size(bytes)
}

private func textFileSeek(_ object: Ref, _ offset: Ref, _ whence: Int) -> Ref? {
    guard let buffer = usableTextBuffer(object), let distance = sizeArgument(offset) else { return nil }
    let fields = object.textFile
    switch whence {
    case 0:
        guard distance >= 0 else { return raise(BtExc_ValueError, "negative seek position \(distance)") }
    case 1:
        guard distance == 0 else { return unsupported("can't do nonzero cur-relative seeks") }
        return textFileTell(object)
    case 2:
        guard distance == 0 else { return unsupported("can't do nonzero end-relative seeks") }
    default:
        return raise(BtExc_ValueError, "invalid whence (\(whence), should be 0, 1 or 2)")
    }
    guard flushBufferIfWriter(buffer), let from = makeInt(whence) else { return nil }
    forgetDecoded(fields)
    fields.pointee.at_end = 0
    fields.pointee.has_written = distance == 0 && whence == 0 ? 0 : 1
    return callNamed(buffer, "seek", offset, from)
}
