internal import CBaton
internal import CBaton.Host
internal import Glibc

// BytesIO: bytes in memory as a binary stream.

typealias MemoryFileRef = UnsafeMutablePointer<BtMemoryFileObject_>

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var memoryFile: MemoryFileRef { self.as(BtMemoryFileObject_.self) }
}

func makeBytesFileType() -> Bool {
    _bt_io.bytes = makeNativeType("_io.BytesIO", base: _bt_io.buffered_base) { type in
        setUpStream(type, as: BtMemoryFileObject_.self)
        type.pointee.tp_doc = cString("Buffered I/O implementation using an in-memory bytes buffer.")
        type.pointee.tp_dealloc = { object in deallocStream(object!) { free($0.memoryFile.pointee.bytes) } }
        type.pointee.tp_init = { bytesFileInit($0!, $1!, $2) }
        type.pointee.tp_iternext = { object in
            guard openMemory(object!) != nil, let line = takeLine(object!.memoryFile, -1) else { return nil }
            return line.isEmpty ? nil : Bytes.make(copying: line.baseAddress!, line.count)
        }
        type.pointee.tp_methods = methodTable(bytesFileMethods + bytesFileStateMethods)
        type.pointee.tp_getset = getsetTable([
            getset("closed", get: { `self`, _ in boolRef(self!.memoryFile.pointee.is_closed != 0) })
        ])
    }
    return _bt_io.bytes != nil
}

private let bytesFileParameters = MethodParameters("BytesIO", "initial_bytes")

private func bytesFileInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(bytesFileParameters, args, kwargs, failed: -1) { slots in
        let fields = object.memoryFile
        guard isResizable(fields) else { return -1 }
        fields.pointee.count = 0
        fields.pointee.position = 0
        fields.pointee.is_closed = 0
        guard let initial = slots[0], !isNone(initial) else { return 0 }
        guard withBytes(of: initial, { isResizable(fields) && writeMemory(fields, $0, $1, width: 1) }) ?? false else {
            return -1
        }
        fields.pointee.position = 0
        return 0
    }
}

/// Call `body` with the memory of a bytes-like object; nil with an exception set.
func withBytes<Result>(of object: Ref, _ body: (UnsafeRawPointer, Int) -> Result) -> Result? {
    if isStr(object) { return raise(BtExc_TypeError, "a bytes-like object is required, not 'str'") }
    var view = Bt_buffer()
    guard BtObject_GetBuffer(object, &view, CInt(BtBUF_SIMPLE)) == 0 else { return nil }
    defer { BtBuffer_Release(&view) }
    return body(UnsafeRawPointer(view.buf), view.len)
}

/// The fields of an open file; nil with ValueError set.
func openMemory(_ object: Ref) -> MemoryFileRef? {
    let fields = object.memoryFile
    if fields.pointee.is_closed == 0 { return fields }
    let isText = _bt_io.string.map { BtObject_TypeCheck_(object, $0) != 0 } ?? false
    return raise(BtExc_ValueError, isText ? "I/O operation on closed file" : "I/O operation on closed file.")
}

/// Write at the position; a gap behind the end is filled with zeroes. `width` is that of an element, in bytes.
func writeMemory(_ fields: MemoryFileRef, _ source: UnsafeRawPointer, _ count: Int, width: Int) -> Bool {
    guard count > 0 else { return true }
    let position = fields.pointee.position
    let (end, isTooLong) = position.addingReportingOverflow(count)
    guard !isTooLong, end <= Int.max / 2 / width else {
        return raiseStatus(BtExc_OverflowError, "new \(width == 1 ? "buffer size" : "position") too large") == 0
    }
    guard end <= fields.pointee.capacity || reserveMemory(fields, end, width: width) else { return false }
    if position > fields.pointee.count {
        memset(
            fields.pointee.bytes + fields.pointee.count * width, 0, (position - fields.pointee.count) * width)
    }
    memcpy(fields.pointee.bytes + position * width, source, count * width)
    fields.pointee.position = end
    fields.pointee.count = max(fields.pointee.count, end)
    return true
}

/// Make room for `count` elements; false: MemoryError is set.
func reserveMemory(_ fields: MemoryFileRef, _ count: Int, width: Int) -> Bool {
    let capacity = max(count, fields.pointee.capacity + fields.pointee.capacity / 2, 64)
    guard let memory = realloc(fields.pointee.bytes, capacity * width) else { return raiseNoMemoryStatus() == 0 }
    fields.pointee.bytes = memory.assumingMemoryBound(to: UInt8.self)
    fields.pointee.capacity = capacity
    return true
}

/// Take at most `limit` bytes (all, if negative).
private func takeBytes(_ fields: MemoryFileRef, _ limit: Int) -> UnsafeBufferPointer<UInt8> {
    let rest = max(fields.pointee.count - fields.pointee.position, 0)
    let count = limit < 0 ? rest : min(limit, rest)
    defer { fields.pointee.position += count }
    guard count > 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: fields.pointee.bytes + fields.pointee.position, count: count)
}

private func takeLine(_ fields: MemoryFileRef, _ limit: Int) -> UnsafeBufferPointer<UInt8>? {
    let rest = max(fields.pointee.count - fields.pointee.position, 0)
    var count = limit < 0 ? rest : min(limit, rest)
    if count > 0, let start = fields.pointee.bytes.map({ $0 + fields.pointee.position }),
        let newline = memchr(start, 0x0A, count)
    {
        count = newline - UnsafeMutableRawPointer(start) + 1
    }
    return takeBytes(fields, count)
}

private func bytesOf(_ part: UnsafeBufferPointer<UInt8>) -> Ref? {
    part.isEmpty ? Bytes.empty : Bytes.make(copying: part.baseAddress!, part.count)
}

/// The new position for a seek, or nil with an exception set.
func memorySeek(_ fields: MemoryFileRef, _ offset: Int, _ whence: Int) -> Int? {
    let base: Int
    switch whence {
    case 0:
        guard offset >= 0 else { return raise(BtExc_ValueError, "negative seek value \(offset)") }
        base = 0
    case 1: base = fields.pointee.position
    case 2: base = fields.pointee.count
    default: return raise(BtExc_ValueError, "invalid whence (\(whence), should be 0, 1 or 2)")
    }
    let (position, isTooLong) = base.addingReportingOverflow(offset)
    if isTooLong { return raise(BtExc_OverflowError, "new position too large") }
    fields.pointee.position = max(position, 0)
    return fields.pointee.position
}

private func readMethod(_ name: StaticString) -> BtMethodDef {
    fastMethod(name) { `self`, args, nargs in
        guard checkCount("read", nargs, 0...1), let fields = openMemory(self!),
            let limit = sizeLimit(nargs > 0 ? args![0] : nil)
        else { return nil }
        return bytesOf(takeBytes(fields, limit))
    }
}

private var bytesFileMethods: [BtMethodDef] {
    [
        readMethod("read"), readMethod("read1"),
        fastMethod("readline") { `self`, args, nargs in
            guard checkCount("readline", nargs, 0...1), let fields = openMemory(self!),
                let limit = sizeLimit(nargs > 0 ? args![0] : nil), let line = takeLine(fields, limit)
            else { return nil }
            return bytesOf(line)
        },
        method("readinto", BT_METH_O) { `self`, target in
            guard let fields = openMemory(self!) else { return nil }
            var view = Bt_buffer()
            guard BtObject_GetBuffer(target, &view, CInt(BtBUF_CONTIG)) == 0 else { return nil }
            defer { BtBuffer_Release(&view) }
            let part = takeBytes(fields, view.len)
            if !part.isEmpty { memcpy(view.buf, part.baseAddress!, part.count) }
            return makeInt(part.count)
        },
        method("write", BT_METH_O) { `self`, data in
            guard let fields = openMemory(self!), isResizable(fields) else { return nil }
            // Whoever gives the bytes may have taken a view, or closed the file.
            let size = withBytes(of: data!) { bytes, count in
                openMemory(self!) != nil && isResizable(fields) && writeMemory(fields, bytes, count, width: 1)
                    ? count : -1
            }
            return size.flatMap { $0 < 0 ? nil : makeInt($0) }
        },
        method("getvalue", BT_METH_NOARGS) { `self`, _ in
            guard let fields = openMemory(self!) else { return nil }
            return fields.pointee.count == 0
                ? Bytes.empty : Bytes.make(copying: fields.pointee.bytes, fields.pointee.count)
        },
        method("getbuffer", BT_METH_NOARGS) { `self`, _ in
            openMemory(self!) == nil ? nil : viewOfBytesFile(self!)
        },
        method("tell", BT_METH_NOARGS) { `self`, _ in openMemory(self!).flatMap { makeInt($0.pointee.position) } },
        fastMethod("seek") { `self`, args, nargs in
            guard checkCount("seek", nargs, 1...2), let fields = openMemory(self!),
                let offset = sizeArgument(args![0]!), let whence = nargs > 1 ? sizeArgument(args![1]!) : 0,
                let position = memorySeek(fields, offset, whence)
            else { return nil }
            return makeInt(position)
        },
        fastMethod("truncate") { `self`, args, nargs in
            guard checkCount("truncate", nargs, 0...1), let fields = openMemory(self!), isResizable(fields) else {
                return nil
            }
            return truncateMemory(fields, nargs > 0 ? args![0] : nil)
        },
        method("close", BT_METH_NOARGS) { `self`, _ in
            guard isResizable(self!.memoryFile) else { return nil }
            self!.memoryFile.pointee.is_closed = 1
            self!.memoryFile.pointee.count = 0
            return noneRef
        },
        method("readable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
        method("writable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
        method("seekable", BT_METH_NOARGS) { `self`, _ in openMemory(self!).map { _ in trueRef } },
    ]
}

func truncateMemory(_ fields: MemoryFileRef, _ size: Ref?, _ negative: String = "negative") -> Ref? {
    var count = fields.pointee.position
    if let size, !isNone(size) {
        guard let given = sizeArgument(size) else { return nil }
        guard given >= 0 else { return raise(BtExc_ValueError, "\(negative) size value \(given)") }
        count = given
    }
    fields.pointee.count = min(fields.pointee.count, count)
    return makeInt(count)
}
