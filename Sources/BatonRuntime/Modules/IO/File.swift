internal import CBaton
internal import CBaton.Host
internal import Glibc

// FileIO: a file descriptor as a raw stream.

extension UnsafeMutablePointer where Pointee == BtObject {
    @inline(__always)
    var file: UnsafeMutablePointer<BtFileObject_> { self.as(BtFileObject_.self) }
}

func makeFileType() -> Bool {
    _bt_io.file = makeNativeType("_io.FileIO", base: _bt_io.raw) { type in
        setUpStream(type, as: BtFileObject_.self)
        type.pointee.tp_doc = cString("Open a file.")
        type.pointee.tp_dealloc = { object in
            deallocStream(object!) { file in release(exchange(&file.file.pointee.name, nil)) }
        }
        type.pointee.tp_new = { type, _, _ in
            guard let object = type!.pointee.tp_alloc(type, 0) else { return nil }
            object.file.pointee.fd = -1
            object.file.pointee.closes_fd = 1
            object.file.pointee.is_seekable = -1
            return object
        }
        type.pointee.tp_init = { fileInit($0!, $1!, $2) }
        type.pointee.tp_repr = { fileRepr($0!) }
        type.pointee.tp_methods = methodTable(fileMethods)
        type.pointee.tp_getset = getsetTable([
            getset("closed", get: { `self`, _ in boolRef(self!.file.pointee.fd < 0) }),
            getset("closefd", get: { `self`, _ in boolRef(self!.file.pointee.closes_fd != 0) }),
            getset("mode", get: { `self`, _ in makeString(fileMode(self!)) }),
            getset(
                "name", get: { `self`, _ in fileName(self!) }, set: { object, name, _ in setFileName(object!, name) }),
            getset("_blksize", get: { _, _ in makeInt(8192) }),
        ])
    }
    return _bt_io.file != nil
}

private func setFileName(_ object: Ref, _ name: Ref?) -> CInt {
    store(&object.file.pointee.name, name)
    return 0
}

private func fileName(_ object: Ref) -> Ref? {
    if let name = object.file.pointee.name { return newReference(name) }
    return raise(BtExc_AttributeError, "'FileIO' object has no attribute 'name'")
}

func fileMode(_ object: Ref) -> String {
    let file = object.file.pointee
    if file.is_created != 0 { return file.is_readable != 0 ? "xb+" : "xb" }
    if file.is_appending != 0 { return file.is_readable != 0 ? "ab+" : "ab" }
    if file.is_readable != 0 { return file.is_writable != 0 ? "rb+" : "rb" }
    return "wb"
}

private func fileRepr(_ object: Ref) -> Ref? {
    let file = object.file.pointee
    if file.fd < 0 { return makeString("<_io.FileIO [closed]>") }
    let name = file.name.map(reprText) ?? "fd=\(file.fd)"
    let closes = file.closes_fd != 0 ? "True" : "False"
    return makeString("<_io.FileIO name=\(name) mode='\(fileMode(object))' closefd=\(closes)>")
}

/// What a mode of open says.
private struct FileMode {
    var flags: CInt = O_CLOEXEC
    var isReadable = false
    var isWritable = false
    var isCreated = false
    var isAppending = false

    /// Nil: ValueError is set.
    init?(_ text: String) {
        var kinds = 0
        var plus = false
        for letter in text {
            switch letter {
            case "r": (kinds, isReadable) = (kinds + 1, true)
            case "w": (kinds, isWritable, flags) = (kinds + 1, true, flags | O_CREAT | O_TRUNC)
            case "x": (kinds, isWritable, isCreated, flags) = (kinds + 1, true, true, flags | O_CREAT | O_EXCL)
            case "a": (kinds, isWritable, isAppending, flags) = (kinds + 1, true, true, flags | O_CREAT | O_APPEND)
            case "+": plus = true
            case "b": break
            default:
                _ = raiseStatus(BtExc_ValueError, "invalid mode: \(text)")
                return nil
            }
        }
        guard kinds == 1 else {
            _ = raiseStatus(
                BtExc_ValueError,
                "Must have exactly one of create/read/write/append mode and at most one plus")
            return nil
        }
        if plus { (isReadable, isWritable) = (true, true) }
        flags |= isReadable ? (isWritable ? O_RDWR : O_RDONLY) : O_WRONLY
    }
}

private let fileParameters = MethodParameters("FileIO", "file", "mode", "closefd", "opener", required: 1)

private func fileInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(fileParameters, args, kwargs, failed: -1) { slots in
        if let mode = slots[1], !isStr(mode) {
            return raiseStatus(BtExc_TypeError, "FileIO() argument 'mode' must be str, not \(typeName(mode))")
        }
        guard let mode = FileMode(slots[1].map(swiftString) ?? "r") else { return -1 }
        let closes = slots[2].map { BtObject_IsTrue($0) } ?? 1
        if closes < 0 { return -1 }
        return openFile(object, slots[0]!, mode, closes: closes > 0, opener: slots[3].flatMap { isNone($0) ? nil : $0 })
    }
}

private func openFile(_ object: Ref, _ name: Ref, _ mode: FileMode, closes: Bool, opener: Ref?) -> CInt {
    let file = object.file
    file.pointee.is_readable = mode.isReadable ? 1 : 0
    file.pointee.is_writable = mode.isWritable ? 1 : 0
    file.pointee.is_created = mode.isCreated ? 1 : 0
    file.pointee.is_appending = mode.isAppending ? 1 : 0
    file.pointee.closes_fd = closes ? 1 : 0
    var number: CInt = -1
    var isDescriptor = isInt(name)
    if isDescriptor {
        number = BtLong_AsInt(name)
        if number < 0, errorOccurred() {
            BtErr_Clear()
            isDescriptor = false
        }
    }
    if isDescriptor {
        guard number >= 0 else { return raiseStatus(BtExc_ValueError, "negative file descriptor") }
        file.pointee.fd = number
    } else {
        guard closes else { return raiseStatus(BtExc_ValueError, "Cannot use closefd=False with file name") }
        guard let descriptor = openDescriptor(name, mode.flags, opener) else { return -1 }
        file.pointee.fd = descriptor
    }
    store(&file.pointee.name, name)
    var info = stat()
    if fstat(file.pointee.fd, &info) == 0 {
        if info.st_mode & S_IFMT == S_IFDIR { return failOpen(object, name, EISDIR) }
    } else if errno == EBADF {
        file.pointee.fd = -1
        errno = EBADF
        BtErr_SetFromErrno(BtExc_OSError)
        return -1
    }
    if mode.isAppending { lseek(file.pointee.fd, 0, SEEK_END) }
    return 0
}

private func openDescriptor(_ name: Ref, _ flags: CInt, _ opener: Ref?) -> CInt? {
    if let opener {
        guard let number = makeInt(Int(flags)), let arguments = makeTuple(name, number) else { return nil }
        defer { Bt_DECREF_(arguments) }
        guard let result = BtObject_CallObject(opener, arguments) else { return nil }
        defer { Bt_DECREF_(result) }
        guard isInt(result) else { return raise(BtExc_TypeError, "expected integer from opener") }
        let descriptor = BtLong_AsInt(result)
        if descriptor < 0, errorOccurred() { return nil }
        guard descriptor >= 0 else { return raise(BtExc_ValueError, "opener returned \(descriptor)") }
        return descriptor
    }
    guard let path = filePath(name) else { return nil }
    defer { Bt_DECREF_(path) }
    let bytes = BtBytes_AsString(path)!
    let descriptor = detachedCall(raises: name) { Int(open(bytes, flags, 0o666)) }
    return descriptor < 0 ? nil : CInt(descriptor)
}

/// The bytes of a file name; nil with an exception set.
func filePath(_ name: Ref) -> Ref? {
    var path: Ref?
    let status = withUnsafeMutablePointer(to: &path) { BtUnicode_FSConverter(name, $0) }
    return status == 0 ? nil : path
}

private func failOpen(_ object: Ref, _ name: Ref, _ number: CInt) -> CInt {
    if !isInt(name) { close(object.file.pointee.fd) }
    object.file.pointee.fd = -1
    errno = number
    BtErr_SetFromErrnoWithFilenameObject(BtExc_OSError, name)
    return -1
}

private func openFd(_ object: Ref) -> CInt? {
    let fd = object.file.pointee.fd
    return fd >= 0 ? fd : raise(BtExc_ValueError, "I/O operation on closed file")
}

private var fileMethods: [BtMethodDef] {
    [
        method("__getstate__", BT_METH_NOARGS) { `self`, _ in notCopied(self!) },
        method("close", BT_METH_NOARGS, doc: "Close the file.") { `self`, _ in
            let file = self!.file
            let fd = file.pointee.fd
            file.pointee.fd = -1
            if fd >= 0, file.pointee.closes_fd != 0 {
                if detachedCall(isRaising: false, { Int(close(fd)) }) < 0 {
                    return errorOccurred() ? nil : BtErr_SetFromErrno(BtExc_OSError)
                }
            }
            return noneRef
        },
        method("fileno", BT_METH_NOARGS) { `self`, _ in openFd(self!).flatMap { makeInt(Int($0)) } },
        method("isatty", BT_METH_NOARGS) { `self`, _ in openFd(self!).map { boolRef(isatty($0) == 1) } },
        method("readable", BT_METH_NOARGS) { `self`, _ in
            openFd(self!).map { _ in boolRef(self!.file.pointee.is_readable != 0) }
        },
        method("writable", BT_METH_NOARGS) { `self`, _ in
            openFd(self!).map { _ in boolRef(self!.file.pointee.is_writable != 0) }
        },
        method("seekable", BT_METH_NOARGS) { `self`, _ in openFd(self!).map { _ in boolRef(fileIsSeekable(self!)) } },
        fastMethod("read", doc: "Read at most size bytes, returned as bytes.") { `self`, args, nargs in
            guard checkCount("read", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return limit < 0 ? fileReadAll(self!) : fileRead(self!, limit)
        },
        method("readall", BT_METH_NOARGS) { `self`, _ in fileReadAll(self!) },
        method("readinto", BT_METH_O) { `self`, target in
            var view = Bt_buffer()
            guard BtObject_GetBuffer(target, &view, CInt(BtBUF_CONTIG)) == 0 else { return nil }
            defer { BtBuffer_Release(&view) }
            let count = fileReadBytes(self!, view.buf, view.len)
            if count == wouldBlock { return noneRef }
            return count < 0 ? nil : makeInt(count)
        },
        method("write", BT_METH_O) { `self`, source in
            var view = Bt_buffer()
            guard BtObject_GetBuffer(source, &view, CInt(BtBUF_SIMPLE)) == 0 else { return nil }
            defer { BtBuffer_Release(&view) }
            let count = fileWriteBytes(self!, view.buf, view.len)
            if count == wouldBlock { return noneRef }
            return count < 0 ? nil : makeInt(count)
        },
        fastMethod("seek") { `self`, args, nargs in
            guard checkCount("seek", nargs, 1...2), let offset = sizeArgument(args![0]!) else { return nil }
            guard let whence = nargs > 1 ? sizeArgument(args![1]!) : 0 else { return nil }
            let position = fileSeek(self!, offset, CInt(truncatingIfNeeded: whence))
            return position < 0 ? nil : makeInt(position)
        },
        method("tell", BT_METH_NOARGS) { `self`, _ in
            let position = fileSeek(self!, 0, SEEK_CUR)
            return position < 0 ? nil : makeInt(position)
        },
        fastMethod("truncate") { `self`, args, nargs in
            guard checkCount("truncate", nargs, 0...1), let fd = openFd(self!) else { return nil }
            guard self!.file.pointee.is_writable != 0 else { return unsupported("File not open for writing") }
            var size = fileSeek(self!, 0, SEEK_CUR)
            if nargs > 0, !isNone(args![0]!) {
                guard let given = sizeArgument(args![0]!) else { return nil }
                size = given
            }
            guard size >= 0 || !errorOccurred() else { return nil }
            return detachedCall { Int(ftruncate(fd, size)) } < 0 ? nil : makeInt(size)
        },
    ]
}

func fileIsSeekable(_ object: Ref) -> Bool {
    let file = object.file
    if file.pointee.is_seekable < 0 {
        file.pointee.is_seekable = lseek(file.pointee.fd, 0, SEEK_CUR) >= 0 ? 1 : 0
    }
    return file.pointee.is_seekable != 0
}

/// What reads and writes return where a descriptor that must not wait would have to. No exception is set.
let wouldBlock = -2

/// Read once. The number of bytes, `wouldBlock`, or -1 with an exception set.
func fileReadBytes(_ object: Ref, _ target: UnsafeMutableRawPointer, _ size: Int) -> Int {
    guard let fd = openFd(object) else { return -1 }
    guard object.file.pointee.is_readable != 0 else { return unsupported("File not open for reading") == nil ? -1 : 0 }
    let count = detachedCall(isRaising: false) { read(fd, target, size) }
    return count >= 0 ? count : failedTransfer()
}

/// Write once. The number of bytes, `wouldBlock`, or -1 with an exception set.
func fileWriteBytes(_ object: Ref, _ source: UnsafeRawPointer, _ size: Int) -> Int {
    guard let fd = openFd(object) else { return -1 }
    guard object.file.pointee.is_writable != 0 else { return unsupported("File not open for writing") == nil ? -1 : 0 }
    let count = detachedCall(isRaising: false) { write(fd, source, size) }
    return count >= 0 ? count : failedTransfer()
}

private func failedTransfer() -> Int {
    if errorOccurred() { return -1 }
    if errno == EAGAIN { return wouldBlock }
    BtErr_SetFromErrno(BtExc_OSError)
    return -1
}

func fileSeek(_ object: Ref, _ offset: Int, _ whence: CInt) -> Int {
    guard let fd = openFd(object) else { return -1 }
    let position = lseek(fd, offset, whence)
    if position < 0 { BtErr_SetFromErrno(BtExc_OSError) }
    return position
}

private func fileRead(_ object: Ref, _ limit: Int) -> Ref? {
    var count = 0
    let made = Bytes.make(limit) { target in
        count = fileReadBytes(object, target, limit)
        return count >= 0
    }
    if count == wouldBlock { return noneRef }
    guard let made, count < limit else { return made }
    defer { Bt_DECREF_(made) }
    return BtBytes_FromStringAndSize(BtBytes_AsString(made), count)
}

/// Read to the end of the file.
func fileReadAll(_ object: Ref) -> Ref? {
    guard openFd(object) != nil else { return nil }
    var info = stat()
    var room = 8192
    if fstat(object.file.pointee.fd, &info) == 0, info.st_size > 0, info.st_size < Int.max / 2 {
        let position = lseek(object.file.pointee.fd, 0, SEEK_CUR)
        room = max(Int(info.st_size) - max(Int(position), 0) + 1, 1)
    }
    var all: UnsafeMutableRawPointer? = malloc(room)
    defer { free(all) }
    var total = 0
    while true {
        if total == room {
            room *= 2
            guard let larger = realloc(all, room) else { return raiseNoMemory() }
            all = larger
        }
        guard let memory = all else { return raiseNoMemory() }
        let count = fileReadBytes(object, memory + total, room - total)
        if count == wouldBlock {
            if total == 0 { return noneRef }
            break
        }
        if count < 0 { return nil }
        if count == 0 { break }
        total += count
    }
    return BtBytes_FromStringAndSize(all!.assumingMemoryBound(to: CChar.self), total)
}
