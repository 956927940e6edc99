internal import CBaton
internal import CBaton.Host
internal import Glibc

// Writing text, and the verbs that are neither reading nor writing.

/// Whether an object is a text file of the exact type over one of the host's own buffers: print writes whole lines to it.
func isPlainTextFile(_ object: Ref) -> Bool {
    object.type == _bt_io.text && object.textFile.pointee.buffer.map { $0.type == _bt_io.writer } ?? false
}

/// Write a str. False with an exception set.
func textFileWrite(_ object: Ref, _ text: Ref) -> Bool {
    guard let buffer = usableTextBuffer(object) else { return false }
    let fields = object.textFile
    var translated: Ref?
    defer { release(translated) }
    if fields.pointee.writes_crlf != 0 {
        let end = fields.pointee.writes_crlf == 1 ? "\r\n" : "\r"
        guard let old = makeString("\n"), let new = makeString(end) else { return false }
        translated = replaceText(text, old, new, -1)
        Bt_DECREF_(new)
        if translated == nil { return false }
    }
    let source = translated ?? text
    forgetDecoded(fields)
    guard writeEncoded(object, buffer, source) else {
        dropUnwritten(buffer)
        return false
    }
    let flushes =
        fields.pointee.writes_through != 0 || fields.pointee.is_line_buffered != 0 && hasLineEnd(TextView(source))
    return !flushes || flushBuffer(buffer)
}

/// What could not be written is lost, as in Python: the end of the program does not try again.
private func dropUnwritten(_ buffer: Ref) {
    guard isBuffered(buffer), BtErr_ExceptionMatches(BtExc_OSError) != 0,
        BtErr_ExceptionMatches(BtExc_BlockingIOError) == 0
    else { return }
    buffer.buffered.pointee.pending = 0
}

private func hasLineEnd(_ view: TextView) -> Bool {
    for index in 0..<view.count where view[index] == 0x0A || view[index] == 0x0D { return true }
    return false
}

func flushBuffer(_ buffer: Ref) -> Bool {
    if isBuffered(buffer) { return bufferedFlush(buffer) }
    guard let result = callNamed(buffer, "flush") else { return false }
    Bt_DECREF_(result)
    return true
}

private func writeEncoded(_ object: Ref, _ buffer: Ref, _ text: Ref) -> Bool {
    let view = TextView(text)
    if BtUnicode_IS_ASCII_(text) != 0, object.textFile.pointee.codec != UInt8(BT_CODEC_OTHER), isBuffered(buffer) {
        // ASCII is the same in the three encodings.
        return view.count == 0 || bufferedWrite(buffer, view.data, view.count)
    }
    guard let bytes = encoded(object, text) else { return false }
    defer { Bt_DECREF_(bytes) }
    if isBuffered(buffer) { return bufferedWrite(buffer, BtBytes_AsString(bytes), BtBytes_Size(bytes)) }
    guard let result = BtObject_CallMethodOneArg(buffer, internedName("write"), bytes) else { return false }
    Bt_DECREF_(result)
    return true
}

/// The bytes of text in the file's encoding; a byte order mark comes once.
private func encoded(_ object: Ref, _ text: Ref) -> Ref? {
    let fields = object.textFile
    var encoding = swiftString(fields.pointee.encoding)
    if fields.pointee.has_written != 0 {
        switch encoding.lowercased() {
        case "utf-16", "utf_16", "utf16": encoding = "utf-16-le"
        case "utf-32", "utf_32", "utf32": encoding = "utf-32-le"
        case "utf-8-sig", "utf_8_sig": encoding = "utf-8"
        default: break
        }
    }
    fields.pointee.has_written = 1
    return encoding.withCString { name in
        swiftString(fields.pointee.errors).withCString { BtUnicode_AsEncodedString(text, name, $0) }
    }
}

/// Forget what was decoded and not read: the file is written to or moves.
func forgetDecoded(_ fields: TextFileRef) {
    if fields.pointee.decoded == nil, fields.pointee.leftover == nil { return }
    release(exchange(&fields.pointee.decoded, nil))
    release(exchange(&fields.pointee.leftover, nil))
    release(exchange(&fields.pointee.chunk, nil))
    fields.pointee.used = 0
    fields.pointee.at_end = 0
}

var textFileMethods: [BtMethodDef] {
    [
        method("__getstate__", BT_METH_NOARGS) { `self`, _ in notCopied(self!) },
        method("write", BT_METH_O) { `self`, text in
            guard isStr(text!) else {
                return raise(BtExc_TypeError, "write() argument must be str, not \(typeName(text!))")
            }
            guard usableTextBuffer(self!) != nil else { return nil }
            guard textFileIs(self!, "writable") else { return nil }
            return textFileWrite(self!, text!) ? makeInt(TextView(text!).count) : nil
        },
        method("flush", BT_METH_NOARGS) { `self`, _ in
            guard let buffer = usableTextBuffer(self!) else { return nil }
            return flushBuffer(buffer) ? noneRef : nil
        },
        method("close", BT_METH_NOARGS) { `self`, _ in closeTextFile(self!) },
        method("detach", BT_METH_NOARGS) { `self`, _ in
            guard let buffer = openTextBuffer(self!), flushBuffer(buffer) else { return nil }
            return exchange(&self!.textFile.pointee.buffer, nil)
        },
        method("fileno", BT_METH_NOARGS) { `self`, _ in openTextBuffer(self!).flatMap { callNamed($0, "fileno") } },
        method("isatty", BT_METH_NOARGS) { `self`, _ in openTextBuffer(self!).flatMap { callNamed($0, "isatty") } },
        method("readable", BT_METH_NOARGS) { `self`, _ in openTextBuffer(self!).flatMap { callNamed($0, "readable") } },
        method("writable", BT_METH_NOARGS) { `self`, _ in openTextBuffer(self!).flatMap { callNamed($0, "writable") } },
        method("seekable", BT_METH_NOARGS) { `self`, _ in openTextBuffer(self!).flatMap { callNamed($0, "seekable") } },
        fastKeywordMethod("reconfigure") { reconfigure($0!, $1, $2, $3) },
        fastMethod("truncate") { `self`, args, nargs in
            guard checkCount("truncate", nargs, 0...1), let buffer = usableTextBuffer(self!), flushBuffer(buffer) else {
                return nil
            }
            if nargs > 0 { return callNamed(buffer, "truncate", args![0]!) }
            guard let position = callNamed(self!, "tell") else { return nil }
            defer { Bt_DECREF_(position) }
            return callNamed(buffer, "truncate", position)
        },
    ]
}

/// Whether the binary stream can do what `question` asks; else UnsupportedOperation is set.
func textFileIs(_ object: Ref, _ question: StaticString) -> Bool {
    guard let buffer = openTextBuffer(object) else { return false }
    if buffer.type == _bt_io.random { return true }
    if isBuffered(buffer) {
        let isReader = buffer.type == _bt_io.reader
        if isReader == ("\(question)" == "readable") { return true }
        return unsupported("not \(question)") != nil
    }
    guard let answer = callNamed(buffer, question) else { return false }
    defer { Bt_DECREF_(answer) }
    let truth = BtObject_IsTrue(answer)
    if truth == 0 { return unsupported("not \(question)") != nil }
    return truth > 0
}

private func closeTextFile(_ object: Ref) -> Ref? {
    guard let buffer = object.textFile.pointee.buffer.map({ newReference($0) }) else { return noneRef }
    defer { Bt_DECREF_(buffer) }
    let closed = isClosed(buffer)
    if closed != 0 { return closed < 0 ? nil : noneRef }
    let flushed = callNamed(object, "flush")
    release(flushed)
    let raised = takeRaised()
    let result = callNamed(buffer, "close")
    guard let raised else { return result }
    release(result)
    _BtErr_ChainExceptions1(raised)
    return nil
}

private let reconfigureParameters = MethodParameters(
    "reconfigure", "encoding", "errors", "newline", "line_buffering", "write_through", positional: 0)

private func reconfigure(_ object: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    unpacked(reconfigureParameters, args, nargs, kwnames) { slots in
        guard let buffer = usableTextBuffer(object), flushBuffer(buffer) else { return nil }
        let fields = object.textFile
        func isTrue(_ value: Ref?, _ otherwise: UInt8) -> Bool {
            value.map { isNone($0) ? otherwise != 0 : BtObject_IsTrue($0) > 0 } ?? (otherwise != 0)
        }
        var options = TextFileOptions()
        guard
            readTextOptions(
                &options, encoding: slots[0] ?? fields.pointee.encoding, errors: slots[1] ?? fields.pointee.errors,
                newline: slots[2] ?? fields.pointee.newline)
        else { return nil }
        options.isLineBuffered = isTrue(slots[3], fields.pointee.is_line_buffered)
        options.writesThrough = isTrue(slots[4], fields.pointee.writes_through)
        let held = newReference(buffer)
        defer { Bt_DECREF_(held) }
        return fillTextFile(object, held, options) ? noneRef : nil
    }
}
