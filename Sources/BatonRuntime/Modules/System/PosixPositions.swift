internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix on the contents of open files: reading and writing at a place, sizes, times.

private let timeParameters = MethodParameters(
    "utime", "path", "times", "ns", "dir_fd", "follow_symlinks", required: 1, positional: 2)

var posixPositionFunctions: [BtMethodDef] {
    [
        fastMethod("pread", doc: "Read bytes from an offset on; the position of the descriptor stays.") {
            _, args, nargs in
            guard checkCount("pread", nargs, 3...3), let descriptor = cInt(args![0]!),
                let size = sizeArgument(args![1]!),
                let offset = sizeArgument(args![2]!)
            else { return nil }
            guard size >= 0 else {
                errno = EINVAL
                return BtErr_SetFromErrno(BtExc_OSError)
            }
            return receive("pread", size) { target in detachedCall { pread(descriptor, target, size, offset) } }
        },
        fastMethod("pwrite", doc: "Write bytes from an offset on; the position of the descriptor stays.") {
            _, args, nargs in
            guard checkCount("pwrite", nargs, 3...3), let descriptor = cInt(args![0]!),
                let offset = sizeArgument(args![2]!)
            else { return nil }
            let count = withBytes(of: args![1]!) { bytes, size in
                detachedCall { pwrite(descriptor, bytes, size, offset) }
            }
            return count.flatMap { $0 < 0 ? nil : makeInt($0) }
        },
        fastMethod("ftruncate", doc: "Make an open file so many bytes long.") { _, args, nargs in
            guard checkCount("ftruncate", nargs, 2...2), let descriptor = cInt(args![0]!),
                let size = sizeArgument(args![1]!)
            else { return nil }
            return detachedCall { Int(ftruncate(descriptor, size)) } < 0 ? nil : noneRef
        },
        method("fdatasync", BT_METH_O, doc: "Have the contents of a file written to its device.") { _, object in
            guard let descriptor = cInt(object!) else { return nil }
            return detachedCall { Int(fdatasync(descriptor)) } < 0 ? nil : noneRef
        },
        method("get_blocking", BT_METH_O, doc: "Whether calls on a descriptor wait.") { _, object in
            guard let descriptor = cInt(object!) else { return nil }
            let flags = fcntl(descriptor, F_GETFL)
            return flags < 0 ? BtErr_SetFromErrno(BtExc_OSError) : boolRef(flags & O_NONBLOCK == 0)
        },
        fastKeywordMethod("utime", doc: "Set when a file was last read and written: times=(seconds, seconds), or ns.") {
            _, args, nargs, kwnames in
            unpacked(timeParameters, args, nargs, kwnames) { setTimes($0) }
        },
        fastMethod("mkfifo", doc: "Make a pipe with a name.") { _, args, nargs in
            guard checkCount("mkfifo", nargs, 1...2), let mode = nargs > 1 ? cInt(args![1]!) : 0o666 else { return nil }
            return pathCall(args![0]!) { mkfifo($0, mode_t(mode)) }
        },
    ]
}

private func setTimes(_ slots: UnsafeMutablePointer<Ref?>) -> Ref? {
    let times = slots[1].flatMap { isNone($0) ? nil : $0 }
    guard times == nil || slots[2] == nil else {
        return raise(BtExc_ValueError, "utime: you may specify either 'times' or 'ns' but not both")
    }
    let follows = slots[4].map { BtObject_IsTrue($0) } ?? 1
    if follows < 0 { return nil }
    // Without moments the system takes the present one.
    var moments: [timespec]?
    if let given = times ?? slots[2] {
        guard isTuple(given), BtTuple_GET_SIZE_(given) == 2 else {
            let name = times == nil ? "ns" : "times"
            return raise(BtExc_TypeError, "utime: '\(name)' must be a tuple of two ints")
        }
        moments = []
        for index in 0...1 {
            let item = argument(given, index)
            guard let whole = times == nil ? sizeArgument(item) : nanoseconds(ofSeconds: item) else { return nil }
            let (seconds, rest) = whole.quotientAndRemainder(dividingBy: 1_000_000_000)
            moments?.append(
                timespec(tv_sec: rest < 0 ? seconds - 1 : seconds, tv_nsec: rest < 0 ? rest + 1_000_000_000 : rest))
        }
    }
    let flags = follows > 0 ? 0 : AT_SYMLINK_NOFOLLOW
    return pathCall(slots[0]!) { path in
        moments.map { utimensat(AT_FDCWD, path, $0, flags) } ?? utimensat(AT_FDCWD, path, nil, flags)
    }
}
