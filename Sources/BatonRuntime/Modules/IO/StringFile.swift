internal import CBaton
internal import CBaton.Host
internal import Glibc

// StringIO: characters in memory as a text stream.

func makeStringFileType() -> Bool {
    _bt_io.string = makeNativeType("_io.StringIO", base: _bt_io.text_base) { type in
        setUpStream(type, as: BtMemoryFileObject_.self)
        type.pointee.tp_doc = cString("Text I/O implementation using an in-memory buffer.")
        type.pointee.tp_dealloc = { object in deallocStream(object!) { free($0.memoryFile.pointee.bytes) } }
        type.pointee.tp_init = { stringFileInit($0!, $1!, $2) }
        type.pointee.tp_iternext = { object in
            guard let fields = openMemory(object!) else { return nil }
            let end = stringLineEnd(fields, -1)
            return end > fields.pointee.position ? takeText(fields, to: end) : nil
        }
        type.pointee.tp_methods = methodTable(stringFileMethods + stringFileStateMethods)
        type.pointee.tp_getset = getsetTable([
            getset("closed", get: { `self`, _ in boolRef(self!.memoryFile.pointee.is_closed != 0) }),
            getset("line_buffering", get: { _, _ in falseRef }),
        ])
    }
    return _bt_io.string != nil
}

private let stringFileParameters = MethodParameters("StringIO", "initial_value", "newline")

private func stringFileInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(stringFileParameters, args, kwargs, failed: -1) { slots in
        let fields = object.memoryFile
        var newline: String? = "\n"
        if let given = slots[1] {
            guard isNone(given) || isStr(given) else {
                return raiseStatus(BtExc_TypeError, "newline must be str or None, not \(typeName(given))")
            }
            newline = isNone(given) ? nil : swiftString(given)
            if let newline, !["", "\n", "\r", "\r\n"].contains(newline) {
                return raiseStatus(BtExc_ValueError, "illegal newline value: \(reprText(given))")
            }
        }
        fields.pointee.count = 0
        fields.pointee.position = 0
        fields.pointee.is_closed = 0
        fields.pointee.reads_universal = newline == nil ? 1 : 0
        fields.pointee.splits_universal = newline == "" ? 1 : 0
        fields.pointee.writes_crlf = newline == "\r\n" ? 1 : newline == "\r" ? 2 : 0
        guard let initial = slots[0], !isNone(initial) else { return 0 }
        guard isStr(initial) else {
            return raiseStatus(BtExc_TypeError, "initial_value must be str or None, not \(typeName(initial))")
        }
        guard writeText(fields, initial) else { return -1 }
        fields.pointee.position = 0
        return 0
    }
}

/// Write text at the position, its line ends translated as the file says.
private func writeText(_ fields: MemoryFileRef, _ text: Ref) -> Bool {
    var source = newReference(text)
    defer { Bt_DECREF_(source) }
    if fields.pointee.reads_universal != 0 {
        var seen: UInt8 = 0
        guard let plain = translateNewlines(source, &seen) else { return false }
        Bt_DECREF_(source)
        source = plain
    } else if fields.pointee.writes_crlf != 0 {
        guard let end = makeString(fields.pointee.writes_crlf == 1 ? "\r\n" : "\r") else { return false }
        defer { Bt_DECREF_(end) }
        guard let long = replaceText(source, internedName("\n"), end, -1) else { return false }
        Bt_DECREF_(source)
        source = long
    }
    return putCharacters(source, into: fields)
}

/// Write text at the position as it is.
func putCharacters(_ text: Ref, into fields: MemoryFileRef) -> Bool {
    let view = TextView(text)
    guard view.count > 0 else { return true }
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: view.count) { wide in
        copyCharacters(view, to: wide.baseAddress!, kind: 4)
        return writeMemory(fields, wide.baseAddress!, view.count, width: 4)
    }
}

func stringFileCharacters(_ fields: MemoryFileRef) -> TextView {
    TextView(
        data: UnsafeMutableRawPointer(fields.pointee.bytes) ?? UnsafeMutableRawPointer(bitPattern: 16)!, kind: 4,
        count: fields.pointee.count)
}

private func takeText(_ fields: MemoryFileRef, to end: Int) -> Ref? {
    let start = min(fields.pointee.position, end)
    fields.pointee.position = max(end, fields.pointee.position)
    return makeText(stringFileCharacters(fields).part(start, end))
}

/// Where the line from the position on ends.
private func stringLineEnd(_ fields: MemoryFileRef, _ limit: Int) -> Int {
    let view = stringFileCharacters(fields)
    let start = fields.pointee.position
    let last = limit < 0 ? view.count : min(view.count, start + limit)
    var index = start
    while index < last {
        let character = view[index]
        index += 1
        if character == 0x0A, fields.pointee.writes_crlf == 0 { return index }
        guard character == 0x0D else { continue }
        let isPair = index < view.count && view[index] == 0x0A
        if fields.pointee.splits_universal != 0 { return isPair ? min(index + 1, last) : index }
        if fields.pointee.writes_crlf == 2 { return index }
        if fields.pointee.writes_crlf == 1, isPair { return min(index + 1, last) }
    }
    return max(last, start)
}

private var stringFileMethods: [BtMethodDef] {
    [
        fastMethod("read") { `self`, args, nargs in
            guard checkCount("read", nargs, 0...1), let fields = openMemory(self!),
                let limit = sizeLimit(nargs > 0 ? args![0] : nil)
            else { return nil }
            let rest = fields.pointee.count - fields.pointee.position
            if rest <= 0 { return makeString("") }
            return takeText(fields, to: limit < 0 ? fields.pointee.count : fields.pointee.position + min(limit, rest))
        },
        fastMethod("readline") { `self`, args, nargs in
            guard checkCount("readline", nargs, 0...1), let fields = openMemory(self!),
                let limit = sizeLimit(nargs > 0 ? args![0] : nil)
            else { return nil }
            if fields.pointee.position >= fields.pointee.count { return makeString("") }
            return takeText(fields, to: stringLineEnd(fields, limit))
        },
        method("write", BT_METH_O) { `self`, text in
            guard isStr(text!) else {
                return raise(BtExc_TypeError, "string argument expected, got '\(typeName(text!))'")
            }
            guard let fields = openMemory(self!) else { return nil }
            return writeText(fields, text!) ? makeInt(TextView(text!).count) : nil
        },
        method("getvalue", BT_METH_NOARGS) { `self`, _ in
            openMemory(self!).flatMap { makeText(stringFileCharacters($0)) }
        },
        method("tell", BT_METH_NOARGS) { `self`, _ in openMemory(self!).flatMap { makeInt($0.pointee.position) } },
        fastMethod("seek") { `self`, args, nargs in
            guard checkCount("seek", nargs, 1...2), let fields = openMemory(self!),
                let offset = sizeArgument(args![0]!), let whence = nargs > 1 ? sizeArgument(args![1]!) : 0
            else { return nil }
            if whence == 0, offset < 0 { return raise(BtExc_ValueError, "Negative seek position \(offset)") }
            if whence == 1 || whence == 2, offset != 0 {
                return raise(BtExc_OSError, "Can't do nonzero cur-relative seeks")
            }
            guard 0...2 ~= whence else {
                return raise(BtExc_ValueError, "Invalid whence (\(whence), should be 0, 1 or 2)")
            }
            return memorySeek(fields, offset, whence).flatMap { makeInt($0) }
        },
        fastMethod("truncate") { `self`, args, nargs in
            guard checkCount("truncate", nargs, 0...1), let fields = openMemory(self!) else { return nil }
            return truncateMemory(fields, nargs > 0 ? args![0] : nil, "Negative")
        },
        method("close", BT_METH_NOARGS) { `self`, _ in
            self!.memoryFile.pointee.is_closed = 1
            self!.memoryFile.pointee.count = 0
            return noneRef
        },
        method("readable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
        method("writable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
        method("seekable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
    ]
}
