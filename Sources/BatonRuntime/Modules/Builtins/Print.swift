internal import CBaton
internal import CBaton.Host

// print and input.

/// What print's keywords say; nil fields are the defaults.
private struct PrintOptions {
    var separator: Ref?
    var end: Ref?
    var file: Ref?
    var flushes = false

    /// Nil: TypeError is set.
    init?(_ values: UnsafePointer<Ref?>?, _ kwnames: Ref?) {
        guard let kwnames, let values else { return }
        for index in 0..<BtTuple_GET_SIZE_(kwnames) {
            let name = swiftString(BtTuple_GET_ITEM_(kwnames, index))
            let value = values[index]!
            switch name {
            case "sep", "end":
                guard isNone(value) || isStr(value) else {
                    _ = raiseStatus(BtExc_TypeError, "\(name) must be None or a string, not \(typeName(value))")
                    return nil
                }
                if isNone(value) { continue }
                if name == "sep" { separator = value } else { end = value }
            case "file":
                file = isNone(value) ? nil : value
            case "flush":
                let truth = BtObject_IsTrue(value)
                if truth < 0 { return nil }
                flushes = truth > 0
            default:
                raiseUnexpectedKeyword("print()", name, among: ["sep", "end", "file", "flush"])
                return nil
            }
        }
    }
}

func printObjects(_ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?) -> Ref? {
    guard let options = PrintOptions(args.map { $0 + nargs }, kwnames) else { return nil }
    guard let file = options.file.map({ newReference($0) }) ?? standardStream("stdout") else { return nil }
    defer { Bt_DECREF_(file) }
    if isNone(file) { return noneRef }
    let wrote =
        isPlainTextFile(file)
        ? printAtOnce(file, args, nargs, options) : printPieces(file, args, nargs, options)
    guard wrote else { return nil }
    if options.flushes {
        guard let result = BtObject_CallMethodNoArgs(file, internedName("flush")) else { return nil }
        Bt_DECREF_(result)
    }
    return noneRef
}

/// To a file of the host's own: the line is made whole, so that lines of several threads do not mix.
private func printAtOnce(_ file: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ options: PrintOptions) -> Bool {
    if nargs == 1, options.end == nil, isStr(args![0]!) { return writeLine(file, args![0]!) }
    var line = TextBuilder()
    for index in 0..<nargs {
        if index > 0 {
            if let separator = options.separator { line.append(text: separator) } else { line.append(0x20) }
        }
        guard let text = BtObject_Str(args![index]) else {
            // What comes before is written, as when each piece is.
            let raised = takeRaised()
            defer { setRaised(raised) }
            guard let begun = line.finish() else { return false }
            defer { Bt_DECREF_(begun) }
            if !textFileWrite(file, begun) { BtErr_Clear() }
            return false
        }
        line.append(text: text)
        Bt_DECREF_(text)
    }
    if let end = options.end { line.append(text: end) } else { line.append(0x0A) }
    guard let text = line.finish() else { return false }
    defer { Bt_DECREF_(text) }
    return textFileWrite(file, text)
}

private func writeLine(_ file: Ref, _ text: Ref) -> Bool {
    var line = TextBuilder()
    line.append(text: text)
    line.append(0x0A)
    guard let whole = line.finish() else { return false }
    defer { Bt_DECREF_(whole) }
    return textFileWrite(file, whole)
}

/// To any object with `write`: a call for each piece.
private func printPieces(_ file: Ref, _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ options: PrintOptions) -> Bool {
    for index in 0..<nargs {
        if index > 0, !writePiece(file, options.separator ?? internedName(" ")) { return false }
        guard let text = BtObject_Str(args![index]) else { return false }
        defer { Bt_DECREF_(text) }
        guard writePiece(file, text) else { return false }
    }
    return writePiece(file, options.end ?? internedName("\n"))
}

private func writePiece(_ file: Ref, _ text: Ref) -> Bool {
    guard let result = BtObject_CallMethodOneArg(file, internedName("write"), text) else { return false }
    Bt_DECREF_(result)
    return true
}

/// `sys.stdout` and its like: a new reference, which may be None. Nil: an exception is set.
func standardStream(_ name: StaticString) -> Ref? {
    // In a host application nobody may have imported it yet.
    guard let sys = _bt_host_modules.sys.map({ newReference($0) }) ?? BtImport_ImportModule("sys") else { return nil }
    defer { Bt_DECREF_(sys) }
    var stream: Ref?
    if let dict = BtModule_GetDict(sys),
        BtDict_GetItemRef(dict, internedName(name), &stream) < 0
    {
        return nil
    }
    return stream ?? raise(BtExc_RuntimeError, "lost sys.\(name)")
}

/// A standard stream that `input` cannot do without.
private func streamOfInput(_ name: StaticString) -> Ref? {
    if let stream = standardStream(name) {
        if !isNone(stream) { return stream }
    } else {
        BtErr_Clear()
    }
    return raise(BtExc_RuntimeError, "input(): lost sys.\(name)")
}

func input(_ prompt: Ref?) -> Ref? {
    guard let source = streamOfInput("stdin") else { return nil }
    defer { Bt_DECREF_(source) }
    guard let output = streamOfInput("stdout") else { return nil }
    defer { Bt_DECREF_(output) }
    if let prompt {
        guard let text = BtObject_Str(prompt) else { return nil }
        defer { Bt_DECREF_(text) }
        guard writePiece(output, text) else { return nil }
    }
    guard let flushed = BtObject_CallMethodNoArgs(output, internedName("flush")) else { return nil }
    Bt_DECREF_(flushed)
    guard let line = BtObject_CallMethodNoArgs(source, internedName("readline")) else { return nil }
    guard isStr(line) else {
        Bt_DECREF_(line)
        return raise(BtExc_TypeError, "object.readline() returned non-string")
    }
    let view = TextView(line)
    if view.count == 0 {
        Bt_DECREF_(line)
        return raise(BtExc_EOFError, "EOF when reading a line")
    }
    guard view[view.count - 1] == 0x0A else { return line }
    defer { Bt_DECREF_(line) }
    return textPart(line, 0, view.count - 1)
}
