internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `posix`: system calls, under the names that the module os gives on.

func makePosix() -> Ref? {
    makeNativeModule(
        "posix", doc: "This module provides access to operating system functionality.",
        posixPathFunctions + posixDescriptorFunctions + posixProcessFunctions + posixChildFunctions
            + posixPositionFunctions + posixOwnerFunctions + posixSystemFunctions
    ) { module in
        let flags: [(StaticString, CInt)] = [
            ("O_RDONLY", O_RDONLY), ("O_WRONLY", O_WRONLY), ("O_RDWR", O_RDWR), ("O_CREAT", O_CREAT),
            ("O_EXCL", O_EXCL), ("O_TRUNC", O_TRUNC), ("O_APPEND", O_APPEND), ("O_NONBLOCK", O_NONBLOCK),
            ("O_NDELAY", O_NONBLOCK), ("O_CLOEXEC", O_CLOEXEC), ("O_SYNC", O_SYNC), ("O_DSYNC", O_DSYNC),
            ("O_ACCMODE", O_ACCMODE), ("O_DIRECTORY", O_DIRECTORY), ("O_NOFOLLOW", O_NOFOLLOW), ("O_NOCTTY", O_NOCTTY),
            ("F_OK", F_OK), ("R_OK", R_OK), ("W_OK", W_OK), ("X_OK", X_OK),
        ]
        return (flags + posixChildConstants + posixSystemConstants).allSatisfy { add(module, $0, makeInt(Int($1))) }
            && add(module, "environ", environment())
            && add(module, "error", newReference(BtExc_OSError))
    }
}

/// The environment as a dict of bytes.
private func environment() -> Ref? {
    guard let dict = BtDict_New() else { return nil }
    var line = _bt_environment()!
    while let text = line.pointee {
        line += 1
        guard let equals = strchr(text, 0x3D) else { continue }
        let length = equals - text
        guard let name = BtBytes_FromStringAndSize(text, length), let value = BtBytes_FromString(equals + 1) else {
            return nil
        }
        let status = BtDict_SetItem(dict, name, value)
        Bt_DECREF_(name)
        Bt_DECREF_(value)
        if status < 0 { return nil }
    }
    return dict
}

/// The text of an object that is a str or an os.PathLike, as the system wants it. Nil with an exception set.
func withPath<Result>(_ object: Ref, _ body: (UnsafePointer<CChar>) -> Result?) -> Result? {
    guard let bytes = filePath(object) else { return nil }
    defer { Bt_DECREF_(bytes) }
    return body(BtBytes_AsString(bytes))
}

/// Make a call on a path, detached; None, or nil with OSError set.
func pathCall(_ object: Ref, _ body: (UnsafePointer<CChar>) -> CInt) -> Ref? {
    withPath(object) { path in detachedCall(raises: object) { Int(body(path)) } < 0 ? nil : noneRef }
}

/// An int argument as a C int. Nil with an exception set.
func cInt(_ object: Ref) -> CInt? {
    guard BtIndex_Check(object) != 0 else {
        return raise(BtExc_TypeError, "'\(typeName(object))' object cannot be interpreted as an integer")
    }
    guard let value = sizeArgument(object) else { return nil }
    guard let narrow = CInt(exactly: value) else {
        return raise(BtExc_OverflowError, "Python int too large to convert to C int")
    }
    return narrow
}

private let modeParameters = MethodParameters("mkdir", "path", "mode", "dir_fd", required: 1, positional: 2)
private let twoPathParameters = MethodParameters(
    "rename", "src", "dst", "src_dir_fd", "dst_dir_fd", "follow_symlinks", "target_is_directory", required: 2,
    positional: 2)
private let pathParameters = MethodParameters(
    "stat", "path", "dir_fd", "follow_symlinks", required: 1, positional: 1)
private let accessParameters = MethodParameters(
    "access", "path", "mode", "dir_fd", "effective_ids", "follow_symlinks", required: 2, positional: 2)

private func onePath(
    _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?, _ body: (UnsafePointer<CChar>) -> CInt
) -> Ref? {
    unpacked(pathParameters, args, nargs, kwnames) { pathCall($0[0]!, body) }
}

private func twoPaths(
    _ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?,
    _ body: (UnsafePointer<CChar>, UnsafePointer<CChar>) -> CInt
) -> Ref? {
    unpacked(twoPathParameters, args, nargs, kwnames) { slots in
        withPath(slots[0]!) { source in
            withPath(slots[1]!) { target in
                if detachedCall(isRaising: false, { Int(body(source, target)) }) >= 0 { return noneRef }
                if errorOccurred() { return nil }
                return BtErr_SetFromErrnoWithFilenameObjects(BtExc_OSError, slots[0], slots[1])
            }
        }
    }
}

private var posixPathFunctions: [BtMethodDef] {
    [
        fastKeywordMethod("mkdir") { _, args, nargs, kwnames in
            unpacked(modeParameters, args, nargs, kwnames) { slots in
                guard let mode = slots[1].map(cInt) ?? 0o777 else { return nil }
                return pathCall(slots[0]!) { mkdir($0, mode_t(mode)) }
            }
        },
        fastKeywordMethod("chmod") { _, args, nargs, kwnames in
            unpacked(accessParameters, args, nargs, kwnames) { slots in
                guard let mode = cInt(slots[1]!) else { return nil }
                return pathCall(slots[0]!) { chmod($0, mode_t(mode)) }
            }
        },
        fastKeywordMethod("rmdir") { onePath($1, $2, $3) { rmdir($0) } },
        fastKeywordMethod("unlink") { onePath($1, $2, $3) { unlink($0) } },
        fastKeywordMethod("remove") { onePath($1, $2, $3) { unlink($0) } },
        fastKeywordMethod("chdir") { onePath($1, $2, $3) { chdir($0) } },
        fastKeywordMethod("rename") { twoPaths($1, $2, $3) { rename($0, $1) } },
        fastKeywordMethod("replace") { twoPaths($1, $2, $3) { rename($0, $1) } },
        fastKeywordMethod("symlink") { twoPaths($1, $2, $3) { symlink($0, $1) } },
        fastKeywordMethod("link") { twoPaths($1, $2, $3) { link($0, $1) } },
        fastKeywordMethod("access") { _, args, nargs, kwnames in
            unpacked(accessParameters, args, nargs, kwnames) { slots in
                guard let mode = cInt(slots[1]!) else { return nil }
                return withPath(slots[0]!) { path in
                    boolRef(detachedCall(isRaising: false) { Int(access(path, mode)) } == 0)
                }
            }
        },
        fastKeywordMethod("readlink") { _, args, nargs, kwnames in
            unpacked(pathParameters, args, nargs, kwnames) { slots in
                withPath(slots[0]!) { path in
                    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
                        let count = detachedCall(raises: slots[0]) { readlink(path, buffer.baseAddress!, buffer.count) }
                        return count < 0 ? nil : BtUnicode_DecodeFSDefaultAndSize(buffer.baseAddress, count)
                    }
                }
            }
        },
        method("getcwd", BT_METH_NOARGS) { _, _ in
            guard let folder = getcwd(nil, 0) else { return BtErr_SetFromErrno(BtExc_OSError) }
            defer { free(folder) }
            return BtUnicode_DecodeFSDefault(folder)
        },
        fastMethod("listdir") { _, args, nargs in
            guard checkCount("listdir", nargs, 0...1) else { return nil }
            if nargs == 0 || isNone(args![0]!) { return listFolder(".", nil) }
            return withPath(args![0]!) { listFolder($0, args![0]) }
        },
        fastKeywordMethod("stat") { status($1, $2, $3, follows: true) },
        fastKeywordMethod("lstat") { status($1, $2, $3, follows: false) },
        fastMethod("truncate") { _, args, nargs in
            guard checkCount("truncate", nargs, 2...2), let size = sizeArgument(args![1]!) else { return nil }
            if isInt(args![0]!) {
                guard let descriptor = cInt(args![0]!) else { return nil }
                return detachedCall { Int(ftruncate(descriptor, size)) } < 0 ? nil : noneRef
            }
            return pathCall(args![0]!) { truncate($0, size) }
        },
    ]
}

/// The names in a folder: of bytes, if the folder's own is.
private func listFolder(_ path: UnsafePointer<CChar>, _ name: Ref?) -> Ref? {
    let dot = CChar(bitPattern: UInt8(ascii: "."))
    var names: [[CChar]] = []
    let state = BtEval_SaveThread()
    let handle = opendir(path)
    let number = errno
    if let handle {
        while let entry = readdir(handle) {
            let text = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
                    Array(UnsafeBufferPointer(start: name, count: strlen(name)))
                }
            }
            if !text.allSatisfy({ $0 == dot }) || text.count > 2 { names.append(text) }
        }
        closedir(handle)
    }
    BtEval_RestoreThread(state)
    if handle == nil {
        errno = number
        return BtErr_SetFromErrnoWithFilenameObject(BtExc_OSError, name)
    }
    guard let list = BtList_New(0) else { return nil }
    let givesBytes = name.map(isBytes) ?? false
    for text in names {
        let item =
            givesBytes
            ? BtBytes_FromStringAndSize(text, text.count) : BtUnicode_DecodeFSDefaultAndSize(text, text.count)
        guard let item, listAppend(list, stealing: item) >= 0 else { return nil }
    }
    return list
}

/// The fields of a file's status as a tuple: the ten of os.stat_result, then the times as floats and in nanoseconds, then
/// blocks and block size.
private func status(_ args: UnsafePointer<Ref?>?, _ nargs: Int, _ kwnames: Ref?, follows: Bool) -> Ref? {
    unpacked(pathParameters, args, nargs, kwnames) { slots in
        var follows = follows
        if let given = slots[2] {
            let truth = BtObject_IsTrue(given)
            if truth < 0 { return nil }
            follows = truth > 0
        }
        var info = stat()
        if isInt(slots[0]!) {
            guard let descriptor = cInt(slots[0]!) else { return nil }
            return detachedCall { Int(fstat(descriptor, &info)) } < 0 ? nil : statusTuple(info)
        }
        return withPath(slots[0]!) { path in
            let failed = detachedCall(raises: slots[0]) { Int(follows ? stat(path, &info) : lstat(path, &info)) } < 0
            return failed ? nil : statusTuple(info)
        }
    }
}

private func statusTuple(_ info: stat) -> Ref? {
    func seconds(_ time: timespec) -> Ref? { makeFloat(Double(time.tv_sec) + Double(time.tv_nsec) / 1e9) }
    func whole(_ time: timespec) -> Ref? { makeInt(time.tv_sec * 1_000_000_000 + time.tv_nsec) }
    return tuple(
        taking: makeInt(Int(info.st_mode)), makeInt(Int(info.st_ino)), makeInt(Int(info.st_dev)),
        makeInt(Int(info.st_nlink)), makeInt(Int(info.st_uid)), makeInt(Int(info.st_gid)), makeInt(Int(info.st_size)),
        makeInt(info.st_atim.tv_sec), makeInt(info.st_mtim.tv_sec), makeInt(info.st_ctim.tv_sec),
        seconds(info.st_atim), seconds(info.st_mtim), seconds(info.st_ctim), whole(info.st_atim), whole(info.st_mtim),
        whole(info.st_ctim), makeInt(Int(info.st_blocks)), makeInt(Int(info.st_blksize)))
}
