internal import CBaton
internal import CBaton.Host

// IOBase and the three abstract bases: what every stream does by means of its other methods.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var stream: UnsafeMutablePointer<BtStreamObject_> { self.as(BtStreamObject_.self) }
}

func makeStreamBases() -> Bool {
    _bt_io.base = makeNativeType("_io._IOBase") { type in
        setUpStream(type, as: BtStreamObject_.self)
        type.pointee.tp_doc = cString("The abstract base class for all I/O classes.")
        type.pointee.tp_finalize = { finalizeStream($0!) }
        type.pointee.tp_iter = { streamIterator($0!) }
        type.pointee.tp_iternext = { streamNextLine($0!) }
        type.pointee.tp_methods = methodTable(streamMethods)
        type.pointee.tp_getset = getsetTable([
            getset("closed", get: { `self`, _ in streamClosedAttribute(self!) }),
            getset("__dict__", get: BtObject_GenericGetDict, set: BtObject_GenericSetDict),
        ])
    }
    guard let base = _bt_io.base else { return false }
    _bt_io.raw = makeNativeType("_io._RawIOBase", base: base) { type in
        setUpStream(type, as: BtStreamObject_.self)
        type.pointee.tp_methods = methodTable(rawMethods)
    }
    _bt_io.buffered_base = makeNativeType("_io._BufferedIOBase", base: base) { type in
        setUpStream(type, as: BtStreamObject_.self)
        type.pointee.tp_methods = methodTable(bufferedBaseMethods)
    }
    _bt_io.text_base = makeNativeType("_io._TextIOBase", base: base) { type in
        setUpStream(type, as: BtStreamObject_.self)
        type.pointee.tp_methods = methodTable(textBaseMethods)
        type.pointee.tp_getset = getsetTable([
            getset("encoding", get: { _, _ in noneRef }), getset("newlines", get: { _, _ in noneRef }),
            getset("errors", get: { _, _ in noneRef }),
        ])
    }
    return _bt_io.raw != nil && _bt_io.buffered_base != nil && _bt_io.text_base != nil
}

/// The slots that every stream type has; its struct begins with the stream's head.
func setUpStream<Fields>(_ type: TypeRef, as _: Fields.Type) {
    type.pointee.tp_basicsize = MemoryLayout<Fields>.size
    type.pointee.tp_flags = BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_dictoffset = MemoryLayout<BtStreamObject_>.offset(of: \.dict)!
    type.pointee.tp_weaklistoffset = MemoryLayout<BtStreamObject_>.offset(of: \.weakrefs)!
    type.pointee.tp_new = { type, _, _ in type!.pointee.tp_alloc(type, 0) }
    type.pointee.tp_dealloc = { object in deallocStream(object!) { _ in } }
    type.pointee.tp_traverse = { visitField($0!.stream.pointee.dict, $1, $2) }
    type.pointee.tp_clear = { object in
        release(exchange(&object!.stream.pointee.dict, nil))
        return 0
    }
}

/// Close and free a stream; `body` drops what its own fields hold.
func deallocStream(_ object: Ref, _ body: (Ref) -> Void) {
    if !object.type.has(BT_TPFLAGS_HEAPTYPE), BtObject_CallFinalizerFromDealloc(object) < 0 { return }
    BtObject_GC_UnTrack(object)
    if object.stream.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    body(object)
    release(exchange(&object.stream.pointee.dict, nil))
    object.type.pointee.tp_free(object)
}

/// Close a stream that nobody holds any more.
private func finalizeStream(_ object: Ref) {
    let raised = takeRaised()
    defer { setRaised(raised) }
    let closed = isClosed(object)
    if closed > 0 { return }
    if closed < 0 { BtErr_Clear() }
    if let result = BtObject_CallMethodNoArgs(object, internedName("close")) {
        Bt_DECREF_(result)
    } else {
        BtErr_WriteUnraisable(object)
    }
}

/// What a stream of the system says to a copy of it.
func notCopied(_ object: Ref) -> Ref? {
    raise(BtExc_TypeError, "cannot pickle '\(lastComponent(typeName(object)))' instances")
}

/// Whether a stream's `closed` is true; -1 with an exception set.
func isClosed(_ object: Ref) -> CInt {
    guard let closed = BtObject_GetAttr(object, internedName("closed")) else { return -1 }
    defer { Bt_DECREF_(closed) }
    return BtObject_IsTrue(closed)
}

/// Whether a stream is open; else ValueError is set.
func requireOpen(_ object: Ref) -> Bool {
    let closed = isClosed(object)
    if closed > 0 { _ = raiseStatus(BtExc_ValueError, "I/O operation on closed file.") }
    return closed == 0
}

func unsupported(_ message: String) -> Ref? { raise(_bt_io.unsupported, message) }

private func streamClosedAttribute(_ object: Ref) -> Ref? {
    // The base keeps it as an attribute of the instance.
    guard let dict = object.stream.pointee.dict else { return falseRef }
    var value: Ref?
    if BtDict_GetItemRef(dict, internedName("__IOBase_closed"), &value) < 0 { return nil }
    guard let value else { return falseRef }
    Bt_DECREF_(value)
    return trueRef
}

private var streamMethods: [BtMethodDef] {
    [
        method("__enter__", BT_METH_NOARGS) { `self`, _ in requireOpen(self!) ? newReference(self!) : nil },
        method("__exit__", BT_METH_VARARGS) { `self`, _ in
            BtObject_CallMethodNoArgs(self, internedName("close"))
        },
        method("close", BT_METH_NOARGS, doc: "Flush and close the IO object.") { `self`, _ in closeStream(self!) },
        method("flush", BT_METH_NOARGS, doc: "Flush write buffers, if applicable.") { `self`, _ in
            requireOpen(self!) ? noneRef : nil
        },
        method("seek", BT_METH_VARARGS) { _, _ in unsupported("seek") },
        method("tell", BT_METH_NOARGS) { `self`, _ in
            guard let zero = makeInt(0), let one = makeInt(1) else { return nil }
            return callNamed(self!, "seek", zero, one)
        },
        method("truncate", BT_METH_VARARGS) { _, _ in unsupported("truncate") },
        method("fileno", BT_METH_NOARGS) { _, _ in unsupported("fileno") },
        method("isatty", BT_METH_NOARGS) { `self`, _ in requireOpen(self!) ? falseRef : nil },
        method("readable", BT_METH_NOARGS) { _, _ in falseRef },
        method("writable", BT_METH_NOARGS) { _, _ in falseRef },
        method("seekable", BT_METH_NOARGS) { _, _ in falseRef },
        method("_checkClosed", BT_METH_VARARGS) { `self`, _ in requireOpen(self!) ? noneRef : nil },
        method("_checkReadable", BT_METH_VARARGS) { `self`, _ in
            require(self!, "readable", "File or stream is not readable.")
        },
        method("_checkWritable", BT_METH_VARARGS) { `self`, _ in
            require(self!, "writable", "File or stream is not writable.")
        },
        method("_checkSeekable", BT_METH_VARARGS) { `self`, _ in
            require(self!, "seekable", "File or stream is not seekable.")
        },
        fastMethod("readline", doc: "Read and return a line from the stream.") { `self`, args, nargs in
            guard checkCount("readline", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return readLineByBytes(self!, limit)
        },
        fastMethod("readlines", doc: "Return a list of lines from the stream.") { `self`, args, nargs in
            guard checkCount("readlines", nargs, 0...1), let hint = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return readLines(self!, hint)
        },
        method("writelines", BT_METH_O, doc: "Write a list of lines to stream.") { `self`, lines in
            writeLines(self!, lines!)
        },
    ]
}

/// A size argument: None, negative and none at all are -1. Nil with an exception set.
func sizeLimit(_ object: Ref?) -> Int? {
    guard let object, !isNone(object) else { return -1 }
    guard BtIndex_Check(object) != 0 else {
        return raise(BtExc_TypeError, "argument should be integer or None, not '\(typeName(object))'")
    }
    guard let size = sizeArgument(object) else { return nil }
    return size < 0 ? -1 : size
}

/// Call a method by name.
func callNamed(_ object: Ref, _ name: StaticString, _ arguments: Ref...) -> Ref? {
    let row: [Ref?] = [object] + arguments
    return row.withUnsafeBufferPointer { callMethod(internedName(name), $0.baseAddress!, row.count, nil) }
}

private func require(_ object: Ref, _ question: StaticString, _ message: String) -> Ref? {
    guard let answer = callNamed(object, question) else { return nil }
    defer { Bt_DECREF_(answer) }
    let truth = BtObject_IsTrue(answer)
    if truth == 0 { return unsupported(message) }
    return truth < 0 ? nil : trueRef
}

private func closeStream(_ object: Ref) -> Ref? {
    if let closed = streamClosedAttribute(object), closed == trueRef { return noneRef }
    let result = BtObject_CallMethodNoArgs(object, internedName("flush"))
    let raised = takeRaised()
    let status = BtObject_SetAttr(object, internedName("__IOBase_closed"), trueRef)
    if raised != nil { setRaised(raised) }
    return status < 0 ? nil : result
}

private func streamIterator(_ object: Ref) -> Ref? { requireOpen(object) ? newReference(object) : nil }

private func streamNextLine(_ object: Ref) -> Ref? {
    guard let line = BtObject_CallMethodNoArgs(object, internedName("readline")) else { return nil }
    let size = BtObject_Size(line)
    if size > 0 { return line }
    Bt_DECREF_(line)
    return nil
}

/// readline by `read(1)`, for streams that bring nothing better.
private func readLineByBytes(_ object: Ref, _ limit: Int) -> Ref? {
    guard let one = makeInt(1) else { return nil }
    var line = ByteBuilder(capacity: 64)
    var count = 0
    while limit < 0 || count < limit {
        guard let piece = callNamed(object, "read", one) else { return nil }
        defer { Bt_DECREF_(piece) }
        guard isBytes(piece) else {
            return raise(BtExc_OSError, "read() should have returned a bytes object, not '\(typeName(piece))'")
        }
        guard BtBytes_Size(piece) > 0 else { break }
        let byte = UInt8(bitPattern: BtBytes_AsString(piece)[0])
        line.append(byte)
        count += 1
        if byte == 0x0A { break }
    }
    return line.finish()
}

private func readLines(_ object: Ref, _ hint: Int) -> Ref? {
    guard hint > 0 else { return listOf(object) }
    guard let list = BtList_New(0), let items = iterator(over: object) else { return nil }
    defer { Bt_DECREF_(items) }
    var total = 0
    while total < hint, let line = nextItem(items) {
        total += BtObject_Size(line)
        if listAppend(list, stealing: line) < 0 { break }
    }
    if errorOccurred() {
        Bt_DECREF_(list)
        return nil
    }
    return list
}

private func writeLines(_ object: Ref, _ lines: Ref) -> Ref? {
    guard requireOpen(object), let items = iterator(over: lines) else { return nil }
    defer { Bt_DECREF_(items) }
    while let line = nextItem(items) {
        let result = BtObject_CallMethodOneArg(object, internedName("write"), line)
        Bt_DECREF_(line)
        guard let result else { return nil }
        Bt_DECREF_(result)
    }
    return errorOccurred() ? nil : noneRef
}

private var rawMethods: [BtMethodDef] {
    [
        fastMethod("read") { `self`, args, nargs in
            guard checkCount("read", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            if limit < 0 { return callNamed(self!, "readall") }
            guard let size = makeInt(limit), let buffer = BtObject_CallOneArg(BtByteArray_Type_().ref, size) else {
                return nil
            }
            defer { Bt_DECREF_(buffer) }
            guard let count = callNamed(self!, "readinto", buffer) else { return nil }
            defer { Bt_DECREF_(count) }
            if isNone(count) { return noneRef }
            guard let length = sizeArgument(count) else { return nil }
            return BtBytes_FromStringAndSize(BtByteArray_AsString(buffer), min(length, limit))
        },
        method("readall", BT_METH_NOARGS, doc: "Read until EOF, using multiple read() call.") { `self`, _ in
            guard let size = makeInt(65536) else { return nil }
            defer { Bt_DECREF_(size) }
            var all = ByteBuilder(capacity: 65536)
            while true {
                guard let piece = callNamed(self!, "read", size) else { return nil }
                defer { Bt_DECREF_(piece) }
                if isNone(piece) || BtBytes_Size(piece) <= 0 { break }
                all.append(unsignedBytes(BtBytes_AsString(piece)), BtBytes_Size(piece))
            }
            return all.finish()
        },
        method("readinto", BT_METH_O) { _, _ in raise(BtExc_NotImplementedError, "") },
        method("write", BT_METH_O) { _, _ in raise(BtExc_NotImplementedError, "") },
    ]
}

private var bufferedBaseMethods: [BtMethodDef] {
    [
        method("detach", BT_METH_NOARGS) { _, _ in unsupported("detach") },
        method("read", BT_METH_VARARGS) { _, _ in unsupported("read") },
        method("read1", BT_METH_VARARGS) { _, _ in unsupported("read1") },
        method("write", BT_METH_O) { _, _ in unsupported("write") },
        method("readinto", BT_METH_O) { readInto($0!, $1!, "read") },
        method("readinto1", BT_METH_O) { readInto($0!, $1!, "read1") },
    ]
}

private func readInto(_ object: Ref, _ target: Ref, _ reading: StaticString) -> Ref? {
    var view = Bt_buffer()
    guard BtObject_GetBuffer(target, &view, CInt(BtBUF_CONTIG)) == 0 else { return nil }
    defer { BtBuffer_Release(&view) }
    guard let size = makeInt(view.len) else { return nil }
    defer { Bt_DECREF_(size) }
    guard let data = callNamed(object, reading, size) else { return nil }
    defer { Bt_DECREF_(data) }
    guard isBytes(data), BtBytes_Size(data) <= view.len else {
        return raise(BtExc_TypeError, "\(reading)() should return bytes")
    }
    view.buf.copyMemory(from: BtBytes_AsString(data), byteCount: BtBytes_Size(data))
    return makeInt(BtBytes_Size(data))
}

private var textBaseMethods: [BtMethodDef] {
    [
        method("detach", BT_METH_NOARGS) { _, _ in unsupported("detach") },
        method("read", BT_METH_VARARGS) { _, _ in unsupported("read") },
        method("readline", BT_METH_VARARGS) { _, _ in unsupported("readline") },
        method("write", BT_METH_O) { _, _ in unsupported("write") },
    ]
}
