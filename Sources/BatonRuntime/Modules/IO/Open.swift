internal import CBaton
internal import CBaton.Host
internal import Glibc

// open: a file, a buffer before it and text over it, as the mode says.

var openMethod: BtMethodDef {
    fastKeywordMethod("open", doc: "Open file and return a stream.  Raise OSError upon failure.") {
        _, args, nargs, kwnames in
        unpacked(openParameters, args, nargs, kwnames) { openStream($0) }
    }
}

private let openParameters = MethodParameters(
    "open", "file", "mode", "buffering", "encoding", "errors", "newline", "closefd", "opener", required: 1)

/// A mode taken apart.
private struct OpenMode {
    var raw = ""
    var isBinary = false
    var updates = false
    var reads = false

    /// Nil: ValueError is set.
    init?(_ mode: String) {
        var isText = false
        var kinds = 0
        guard Set(mode).count == mode.count, mode.allSatisfy({ "rwxabt+".contains($0) }) else {
            _ = raiseStatus(BtExc_ValueError, "invalid mode: '\(mode)'")
            return nil
        }
        for letter in mode {
            switch letter {
            case "t": isText = true
            case "b": isBinary = true
            case "+": updates = true
            default:
                kinds += 1
                reads = letter == "r"
            }
            if letter != "t", letter != "b" { raw.append(letter) }
        }
        if isText, isBinary {
            _ = raiseStatus(BtExc_ValueError, "can't have text and binary mode at once")
            return nil
        }
        guard kinds == 1 else {
            _ = raiseStatus(
                BtExc_ValueError,
                kinds > 1
                    ? "must have exactly one of create/read/write/append mode"
                    : "Must have exactly one of create/read/write/append mode and at most one plus")
            return nil
        }
    }
}

private func openStream(_ slots: UnsafeMutablePointer<Ref?>) -> Ref? {
    guard let io = nativeIO() else { return nil }
    Bt_DECREF_(io)
    if let given = slots[1], !isStr(given) {
        return raise(BtExc_TypeError, "open() argument 'mode' must be str, not \(typeName(given))")
    }
    guard let mode = OpenMode(slots[1].map(swiftString) ?? "r") else { return nil }
    guard var size = slots[2].map(sizeArgument) ?? -1 else { return nil }
    var options = TextFileOptions()
    if mode.isBinary {
        for (index, name) in [(3, "an encoding"), (4, "an errors"), (5, "a newline")] {
            if let value = slots[index], !isNone(value) {
                return raise(BtExc_ValueError, "binary mode doesn't take \(name) argument")
            }
        }
    } else if !readTextOptions(&options, encoding: slots[3], errors: slots[4], newline: slots[5]) {
        return nil
    }
    if size == 0, !mode.isBinary { return raise(BtExc_ValueError, "can't have unbuffered text I/O") }
    guard let raw = openRawFile(slots[0]!, mode.raw, closefd: slots[6], opener: slots[7]) else { return nil }
    if size == 0 { return raw }
    defer { Bt_DECREF_(raw) }
    let isTerminal = size < 0 && isatty(raw.file.pointee.fd) == 1
    options.isLineBuffered = size == 1 || isTerminal
    if size < 0 || size == 1 { size = defaultBufferSize }
    let type = mode.updates ? _bt_io.random : mode.reads ? _bt_io.reader : _bt_io.writer
    if mode.updates, !fileIsSeekable(raw) { return unsupported("File or stream is not seekable.") }
    guard let buffer = makeBuffered(type!, raw, size: size) else { return nil }
    if mode.isBinary { return buffer }
    defer { Bt_DECREF_(buffer) }
    guard let text = makeTextFile(buffer, options) else { return nil }
    if let modeText = slots[1].map({ newReference($0) }) ?? makeString("r") {
        let status = BtObject_SetAttr(text, internedName("mode"), modeText)
        Bt_DECREF_(modeText)
        if status < 0 { return nil }
    }
    return text
}

private func openRawFile(_ name: Ref, _ mode: String, closefd: Ref?, opener: Ref?) -> Ref? {
    guard let type = _bt_io.file?.ref, let modeText = makeString(mode) else { return nil }
    defer { Bt_DECREF_(modeText) }
    let row: [Ref?] = [name, modeText, closefd ?? trueRef, opener ?? noneRef]
    return row.withUnsafeBufferPointer { BtObject_Vectorcall(type, $0.baseAddress!, row.count, nil) }
}

/// A standard stream over a descriptor: text over a buffer over a file; None if the descriptor is closed.
func makeStandardStream(_ descriptor: CInt, name: StaticString, mode: StaticString) -> Ref? {
    if fcntl(descriptor, F_GETFD) < 0 { return noneRef }
    guard let number = makeInt(Int(descriptor)), let letter = makeString(descriptor == 0 ? "r" : "w") else {
        return nil
    }
    defer { Bt_DECREF_(letter) }
    let row: [Ref?] = [number, letter, falseRef]
    let file = row.withUnsafeBufferPointer { BtObject_Vectorcall(_bt_io.file!.ref, $0.baseAddress!, row.count, nil) }
    guard let file else { return nil }
    defer { Bt_DECREF_(file) }
    store(&file.file.pointee.name, internedName(name))
    guard let buffer = makeBuffered(descriptor == 0 ? _bt_io.reader! : _bt_io.writer!, file, size: defaultBufferSize)
    else { return nil }
    defer { Bt_DECREF_(buffer) }
    var options = TextFileOptions()
    options.errors = descriptor == 2 ? "backslashreplace" : "strict"
    options.isLineBuffered = descriptor == 2 || isatty(descriptor) == 1
    guard let text = makeTextFile(buffer, options) else { return nil }
    return BtObject_SetAttr(text, internedName("mode"), internedName(mode)) < 0 ? nil : text
}
