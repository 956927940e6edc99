internal import CBaton
internal import CBaton.Host
internal import Glibc

// BufferedReader, BufferedWriter, BufferedRandom: a buffer in front of a raw stream.

typealias BufferedRef = UnsafeMutablePointer<BtBufferedObject_>

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var buffered: BufferedRef { self.as(BtBufferedObject_.self) }
}

let defaultBufferSize = 8192

func makeBufferedTypes() -> Bool {
    func make(_ name: StaticString, readable: Bool, writable: Bool) -> TypeRef? {
        makeNativeType(name, base: _bt_io.buffered_base) { type in
            setUpStream(type, as: BtBufferedObject_.self)
            type.pointee.tp_dealloc = { object in
                deallocStream(object!) { stream in
                    let fields = stream.buffered
                    release(exchange(&fields.pointee.raw, nil))
                    free(fields.pointee.bytes)
                }
            }
            type.pointee.tp_traverse = { object, visit, context in
                let status = visitField(object!.buffered.pointee.raw, visit, context)
                return status != 0 ? status : visitField(object!.stream.pointee.dict, visit, context)
            }
            type.pointee.tp_repr = { bufferedRepr($0!) }
            var methods = bufferedMethods
            if readable { methods += bufferedReadMethods }
            if writable { methods += bufferedWriteMethods }
            type.pointee.tp_methods = methodTable(methods)
            type.pointee.tp_getset = getsetTable([
                getset(
                    "closed",
                    get: { `self`, _ in
                        guard let raw = openRaw(self!) else { return nil }
                        return BtObject_GetAttr(raw, internedName("closed"))
                    }),
                getset("raw", get: { `self`, _ in newReference(self!.buffered.pointee.raw ?? noneRef) }),
                getset(
                    "name",
                    get: { `self`, _ in
                        openRaw(self!).flatMap { BtObject_GetAttr($0, internedName("name")) }
                    }),
                getset(
                    "mode",
                    get: { `self`, _ in
                        openRaw(self!).flatMap { BtObject_GetAttr($0, internedName("mode")) }
                    }),
            ])
        }
    }
    _bt_io.reader = make("_io.BufferedReader", readable: true, writable: false)
    _bt_io.writer = make("_io.BufferedWriter", readable: false, writable: true)
    _bt_io.random = make("_io.BufferedRandom", readable: true, writable: true)
    _bt_io.reader?.pointee.tp_init = { bufferedInit($0!, $1!, $2, reads: true, writes: false) }
    _bt_io.writer?.pointee.tp_init = { bufferedInit($0!, $1!, $2, reads: false, writes: true) }
    _bt_io.random?.pointee.tp_init = { bufferedInit($0!, $1!, $2, reads: true, writes: true) }
    return _bt_io.reader != nil && _bt_io.writer != nil && _bt_io.random != nil
}

private let bufferedParameters = MethodParameters("BufferedReader", "raw", "buffer_size", required: 1)

private func bufferedInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?, reads: Bool, writes: Bool) -> CInt {
    unpacked(bufferedParameters, args, kwargs, failed: -1) { slots in
        guard let size = slots[1].map(sizeArgument) ?? defaultBufferSize else { return -1 }
        guard size > 0 else { return raiseStatus(BtExc_ValueError, "buffer size must be strictly positive") }
        let raw = slots[0]!
        if raw.type != _bt_io.file {
            guard !reads || callNamed(raw, "_checkReadable") != nil else { return -1 }
            guard !writes || callNamed(raw, "_checkWritable") != nil else { return -1 }
        } else {
            if reads, raw.file.pointee.is_readable == 0 {
                return unsupported("File or stream is not readable.") == nil ? -1 : 0
            }
            if writes, raw.file.pointee.is_writable == 0 {
                return unsupported("File or stream is not writable.") == nil ? -1 : 0
            }
        }
        return attachBuffer(object, raw, size, reads: reads, writes: writes) ? 0 : -1
    }
}

private func attachBuffer(_ object: Ref, _ raw: Ref, _ size: Int, reads: Bool, writes: Bool) -> Bool {
    let fields = object.buffered
    guard let memory = malloc(size) else { return raiseNoMemoryStatus() == 0 }
    free(fields.pointee.bytes)
    fields.pointee.bytes = memory.assumingMemoryBound(to: UInt8.self)
    fields.pointee.capacity = size
    fields.pointee.position = 0
    fields.pointee.end = 0
    fields.pointee.pending = 0
    fields.pointee.is_readable = reads ? 1 : 0
    fields.pointee.is_writable = writes ? 1 : 0
    store(&fields.pointee.raw, raw)
    return true
}

/// Make a buffered stream of one of the three exact types over a raw one.
func makeBuffered(_ type: TypeRef, _ raw: Ref, size: Int) -> Ref? {
    guard let object = type.pointee.tp_alloc(type, 0) else { return nil }
    let reads = type != _bt_io.writer
    guard attachBuffer(object, raw, size, reads: reads, writes: type != _bt_io.reader) else {
        Bt_DECREF_(object)
        return nil
    }
    return object
}

func isBuffered(_ object: Ref) -> Bool {
    object.type == _bt_io.reader || object.type == _bt_io.writer || object.type == _bt_io.random
}

private func bufferedRepr(_ object: Ref) -> Ref? {
    let name = typeFullName(object.type) ?? typeName(object)
    var file: Ref?
    if object.buffered.pointee.raw != nil, BtObject_GetOptionalAttr(object, internedName("name"), &file) < 0 {
        BtErr_Clear()
    }
    defer { release(file) }
    return makeString(file.map { "<\(name) name=\(reprText($0))>" } ?? "<\(name)>")
}

/// The raw stream, borrowed; nil with ValueError set.
func openRaw(_ object: Ref) -> Ref? {
    if let raw = object.buffered.pointee.raw { return raw }
    return raise(
        BtExc_ValueError,
        object.buffered.pointee.bytes == nil
            ? "I/O operation on uninitialized object" : "raw stream has been detached")
}

/// Whether the raw stream is closed; -1 with an exception set.
func rawIsClosed(_ raw: Ref) -> CInt {
    raw.type == _bt_io.file ? (raw.file.pointee.fd < 0 ? 1 : 0) : isClosed(raw)
}

/// Run `body` alone on the buffer, with its raw stream held; nil with an exception set.
func withBuffer<Result>(_ object: Ref, _ action: StaticString, _ body: (BufferedRef, Ref) -> Result?) -> Result? {
    guard let raw = openRaw(object).map(newReference) else { return nil }
    defer { Bt_DECREF_(raw) }
    let closed = rawIsClosed(raw)
    if closed != 0 {
        return closed < 0 ? nil : raise(BtExc_ValueError, "\(action) closed file")
    }
    let fields = object.buffered
    let me = BtThread_get_thread_ident()
    if fields.pointee.owner == me {
        return raise(BtExc_RuntimeError, "reentrant call inside \(reprText(object))")
    }
    BtMutex_Lock(&fields.pointee.mutex)
    fields.pointee.owner = me
    defer {
        fields.pointee.owner = 0
        BtMutex_Unlock(&fields.pointee.mutex)
    }
    return body(fields, raw)
}

/// Read once from a raw stream; as `fileReadBytes`.
func rawRead(_ raw: Ref, _ target: UnsafeMutableRawPointer, _ size: Int) -> Int {
    if raw.type == _bt_io.file { return fileReadBytes(raw, target, size) }
    guard
        let view = BtMemoryView_FromMemory(
            target.assumingMemoryBound(to: CChar.self), size, CInt(BtBUF_WRITE))
    else { return -1 }
    defer { Bt_DECREF_(view) }
    guard let result = callNamed(raw, "readinto", view) else { return -1 }
    defer { Bt_DECREF_(result) }
    if let released = callNamed(view, "release") { Bt_DECREF_(released) } else { BtErr_Clear() }
    if isNone(result) { return wouldBlock }
    guard let count = sizeArgument(result) else { return -1 }
    guard 0...size ~= count else {
        return Int(
            raiseStatus(
                BtExc_OSError,
                "raw readinto() returned invalid length \(count) (should have been between 0 and \(size))"))
    }
    return count
}

/// Write once to a raw stream; as `fileWriteBytes`.
func rawWrite(_ raw: Ref, _ source: UnsafeMutableRawPointer, _ size: Int) -> Int {
    if raw.type == _bt_io.file { return fileWriteBytes(raw, source, size) }
    guard let view = BtMemoryView_FromMemory(source.assumingMemoryBound(to: CChar.self), size, CInt(BtBUF_READ)) else {
        return -1
    }
    defer { Bt_DECREF_(view) }
    guard let result = callNamed(raw, "write", view) else { return -1 }
    defer { Bt_DECREF_(result) }
    if isNone(result) { return wouldBlock }
    guard let count = sizeArgument(result) else { return -1 }
    guard 0...size ~= count else {
        return Int(
            raiseStatus(
                BtExc_OSError, "raw write() returned invalid length \(count) (should have been between 0 and \(size))"))
    }
    return count
}

/// Seek in a raw stream; -1 with an exception set.
func rawSeek(_ raw: Ref, _ offset: Int, _ whence: CInt) -> Int {
    if raw.type == _bt_io.file { return fileSeek(raw, offset, whence) }
    guard let target = makeInt(offset), let from = makeInt(Int(whence)) else { return -1 }
    defer { Bt_DECREF_(target) }
    guard let result = callNamed(raw, "seek", target, from) else { return -1 }
    defer { Bt_DECREF_(result) }
    return sizeArgument(result) ?? -1
}

/// Write what is pending. False with an exception set.
func flushPending(_ fields: BufferedRef, _ raw: Ref) -> Bool {
    var written = 0
    let count = fields.pointee.pending
    while written < count {
        let step = rawWrite(raw, fields.pointee.bytes + written, count - written)
        if step < 0 {
            memmove(fields.pointee.bytes, fields.pointee.bytes + written, count - written)
            fields.pointee.pending = count - written
            if step == wouldBlock {
                _ = raiseStatus(BtExc_BlockingIOError, "write could not complete without blocking")
            }
            return false
        }
        written += step
    }
    fields.pointee.pending = 0
    return true
}

/// Forget what was read ahead, so that the raw stream stands where the reader does. False with an exception set.
func dropReadAhead(_ fields: BufferedRef, _ raw: Ref) -> Bool {
    let ahead = fields.pointee.end - fields.pointee.position
    fields.pointee.position = 0
    fields.pointee.end = 0
    return ahead == 0 || rawSeek(raw, -ahead, SEEK_CUR) >= 0
}
