internal import CBaton
internal import CBaton.Host
internal import Glibc

// TextIOWrapper: text over a binary stream.

typealias TextFileRef = UnsafeMutablePointer<BtTextFileObject_>

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var textFile: TextFileRef { self.as(BtTextFileObject_.self) }
}

func makeTextFileType() -> Bool {
    _bt_io.text = makeNativeType("_io.TextIOWrapper", base: _bt_io.text_base) { type in
        setUpStream(type, as: BtTextFileObject_.self)
        type.pointee.tp_dealloc = { object in
            deallocStream(object!) { clearTextFile($0) }
        }
        type.pointee.tp_traverse = { object, visit, context in
            let status = visitField(object!.textFile.pointee.buffer, visit, context)
            return status != 0 ? status : visitField(object!.stream.pointee.dict, visit, context)
        }
        type.pointee.tp_init = { textFileInit($0!, $1!, $2) }
        type.pointee.tp_repr = { textFileRepr($0!) }
        type.pointee.tp_iternext = { textFileNext($0!) }
        type.pointee.tp_methods = methodTable(textFileMethods + textFileReadMethods)
        type.pointee.tp_getset = getsetTable(textFileAttributes)
    }
    return _bt_io.text != nil
}

private func clearTextFile(_ object: Ref) {
    let fields = object.textFile
    release(exchange(&fields.pointee.buffer, nil))
    release(exchange(&fields.pointee.encoding, nil))
    release(exchange(&fields.pointee.errors, nil))
    release(exchange(&fields.pointee.newline, nil))
    release(exchange(&fields.pointee.decoded, nil))
    release(exchange(&fields.pointee.chunk, nil))
    release(exchange(&fields.pointee.leftover, nil))
}

/// What a text file is made with.
struct TextFileOptions {
    var encoding = "utf-8"
    var errors = "strict"
    /// Nil: None, universal newlines.
    var newline: String?
    var isLineBuffered = false
    var writesThrough = false
}

private let textFileParameters = MethodParameters(
    "TextIOWrapper", "buffer", "encoding", "errors", "newline", "line_buffering", "write_through", required: 1)

private func textFileInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(textFileParameters, args, kwargs, failed: -1) { slots in
        var options = TextFileOptions()
        guard readTextOptions(&options, encoding: slots[1], errors: slots[2], newline: slots[3]) else { return -1 }
        for (index, field) in [(4, \TextFileOptions.isLineBuffered), (5, \TextFileOptions.writesThrough)] {
            guard let value = slots[index] else { continue }
            let truth = BtObject_IsTrue(value)
            if truth < 0 { return -1 }
            options[keyPath: field] = truth > 0
        }
        return fillTextFile(object, slots[0]!, options) ? 0 : -1
    }
}

/// Take the three options that open has too. False with an exception set.
func readTextOptions(_ options: inout TextFileOptions, encoding: Ref?, errors: Ref?, newline: Ref?) -> Bool {
    func text(_ name: StaticString, _ value: Ref?) -> String?? {
        guard let value, !isNone(value) else { return .some(nil) }
        guard isStr(value) else {
            return raise(BtExc_TypeError, "open() argument '\(name)' must be str or None, not \(typeName(value))")
        }
        return .some(swiftString(value))
    }
    guard let encoding = text("encoding", encoding), let errors = text("errors", errors),
        let newline = text("newline", newline)
    else { return false }
    options.encoding = encoding == "locale" ? "UTF-8" : encoding ?? "UTF-8"
    options.errors = errors ?? "strict"
    if let newline, !["", "\n", "\r", "\r\n"].contains(newline) {
        return raiseStatus(BtExc_ValueError, "illegal newline value: \(newline)") == 0
    }
    options.newline = newline
    return true
}

/// Make a text file of the exact type.
func makeTextFile(_ buffer: Ref, _ options: TextFileOptions) -> Ref? {
    guard let type = _bt_io.text, let object = type.pointee.tp_alloc(type, 0) else { return nil }
    guard fillTextFile(object, buffer, options) else {
        Bt_DECREF_(object)
        return nil
    }
    return object
}

func fillTextFile(_ object: Ref, _ buffer: Ref, _ options: TextFileOptions) -> Bool {
    guard let encoding = options.encoding.withCString(Encoding.named) else { return false }
    let fields = object.textFile
    clearTextFile(object)
    switch encoding {
    case .utf8: fields.pointee.codec = UInt8(BT_CODEC_UTF8)
    case .ascii: fields.pointee.codec = UInt8(BT_CODEC_ASCII)
    case .latin1: fields.pointee.codec = UInt8(BT_CODEC_LATIN1)
    default: fields.pointee.codec = UInt8(BT_CODEC_OTHER)
    }
    fields.pointee.buffer = newReference(buffer)
    fields.pointee.encoding = makeString(options.encoding)
    fields.pointee.errors = makeString(options.errors)
    fields.pointee.newline = options.newline.flatMap(makeString) ?? noneRef
    fields.pointee.is_line_buffered = options.isLineBuffered ? 1 : 0
    fields.pointee.writes_through = options.writesThrough ? 1 : 0
    fields.pointee.reads_universal = options.newline == nil ? 1 : 0
    fields.pointee.splits_universal = options.newline == "" ? 1 : 0
    fields.pointee.writes_crlf = options.newline == "\r\n" ? 1 : options.newline == "\r" ? 2 : 0
    fields.pointee.used = 0
    fields.pointee.at_end = 0
    fields.pointee.seen = 0
    return !errorOccurred()
}

private func textFileRepr(_ object: Ref) -> Ref? {
    let fields = object.textFile.pointee
    var text = "<_io.TextIOWrapper"
    for name in ["name", "mode"] as [StaticString] {
        var value: Ref?
        if fields.buffer == nil { continue }
        if BtObject_GetOptionalAttr(object, internedName(name), &value) < 0 { BtErr_Clear() }
        if let value {
            text += " \(name)=\(reprText(value))"
            Bt_DECREF_(value)
        }
    }
    return makeString(text + " encoding=\(fields.encoding.map(reprText) ?? "None")>")
}

/// The binary stream, borrowed; nil with ValueError set.
func openTextBuffer(_ object: Ref) -> Ref? {
    object.textFile.pointee.buffer
        ?? raise(
            BtExc_ValueError,
            object.textFile.pointee.encoding == nil
                ? "I/O operation on uninitialized object" : "underlying buffer has been detached")
}

/// The binary stream, borrowed, if it is open; nil with ValueError set.
func usableTextBuffer(_ object: Ref) -> Ref? {
    guard let buffer = openTextBuffer(object) else { return nil }
    if isBuffered(buffer), let raw = buffer.buffered.pointee.raw, raw.type == _bt_io.file {
        if raw.file.pointee.fd >= 0 { return buffer }
        return raise(BtExc_ValueError, "I/O operation on closed file.")
    }
    let closed = isClosed(buffer)
    if closed == 0 { return buffer }
    return closed < 0 ? nil : raise(BtExc_ValueError, "I/O operation on closed file.")
}

private var textFileAttributes: [BtGetSetDef] {
    [
        getset("buffer", get: { `self`, _ in openTextBuffer(self!).map(newReference) }),
        getset("encoding", get: { `self`, _ in newReference(self!.textFile.pointee.encoding ?? noneRef) }),
        getset("errors", get: { `self`, _ in newReference(self!.textFile.pointee.errors ?? noneRef) }),
        getset("line_buffering", get: { `self`, _ in boolRef(self!.textFile.pointee.is_line_buffered != 0) }),
        getset("write_through", get: { `self`, _ in boolRef(self!.textFile.pointee.writes_through != 0) }),
        getset("newlines", get: { `self`, _ in newlinesSeen(self!.textFile.pointee.seen) }),
        getset(
            "name",
            get: { `self`, _ in
                openTextBuffer(self!).flatMap { BtObject_GetAttr($0, internedName("name")) }
            }),
        getset(
            "closed",
            get: { `self`, _ in
                openTextBuffer(self!).flatMap { BtObject_GetAttr($0, internedName("closed")) }
            }),
        getset("_CHUNK_SIZE", get: { _, _ in makeInt(8192) }),
    ]
}

func newlinesSeen(_ seen: UInt8) -> Ref? {
    let kinds: [(UInt8, String)] = [(1, "\r"), (2, "\n"), (4, "\r\n")]
    let found = kinds.filter { seen & $0.0 != 0 }.map(\.1)
    if found.isEmpty { return noneRef }
    if found.count == 1 { return makeString(found[0]) }
    guard let row = newTuple(found.count) else { return nil }
    for (index, text) in found.enumerated() { BtTuple_SET_ITEM_(row, index, makeString(text)) }
    return row
}
