internal import CBaton
internal import CBaton.Host
internal import Glibc

// Functions of posix on file descriptors.

private let openParameters = MethodParameters("open", "path", "flags", "mode", "dir_fd", required: 2, positional: 3)

var posixDescriptorFunctions: [BtMethodDef] {
    [
        fastKeywordMethod("open") { _, args, nargs, kwnames in
            unpacked(openParameters, args, nargs, kwnames) { slots in
                guard let flags = cInt(slots[1]!), let mode = slots[2].map(cInt) ?? 0o777 else { return nil }
                return withPath(slots[0]!) { path in
                    let descriptor = detachedCall(raises: slots[0]) {
                        Int(open(path, flags | O_CLOEXEC, mode_t(mode)))
                    }
                    return descriptor < 0 ? nil : makeInt(descriptor)
                }
            }
        },
        method("close", BT_METH_O) { _, object in
            guard let descriptor = cInt(object!) else { return nil }
            return detachedCall { Int(close(descriptor)) } < 0 ? nil : noneRef
        },
        fastMethod("read") { _, args, nargs in
            guard checkCount("read", nargs, 2...2), let descriptor = cInt(args![0]!), let size = sizeArgument(args![1]!)
            else { return nil }
            guard size >= 0 else {
                errno = EINVAL
                return BtErr_SetFromErrno(BtExc_OSError)
            }
            var count = 0
            guard
                let made = Bytes.make(
                    size,
                    fill: { target in
                        count = detachedCall { read(descriptor, target, size) }
                        return count >= 0
                    })
            else { return nil }
            if count == size { return made }
            defer { Bt_DECREF_(made) }
            return BtBytes_FromStringAndSize(BtBytes_AsString(made), count)
        },
        fastMethod("write") { _, args, nargs in
            guard checkCount("write", nargs, 2...2), let descriptor = cInt(args![0]!) else { return nil }
            let count = withBytes(of: args![1]!) { bytes, size in detachedCall { write(descriptor, bytes, size) } }
            return count.flatMap { $0 < 0 ? nil : makeInt($0) }
        },
        fastMethod("lseek") { _, args, nargs in
            guard checkCount("lseek", nargs, 3...3), let descriptor = cInt(args![0]!),
                let offset = sizeArgument(args![1]!), let whence = cInt(args![2]!)
            else { return nil }
            let position = lseek(descriptor, offset, whence)
            return position < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(position)
        },
        method("fsync", BT_METH_O) { _, object in
            guard let descriptor = cInt(object!) else { return nil }
            return detachedCall { Int(fsync(descriptor)) } < 0 ? nil : noneRef
        },
        method("isatty", BT_METH_O) { _, object in cInt(object!).map { boolRef(isatty($0) == 1) } },
        method("dup", BT_METH_O) { _, object in
            guard let descriptor = cInt(object!) else { return nil }
            let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
            return copy < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(copy))
        },
        fastMethod("dup2") { _, args, nargs in
            guard checkCount("dup2", nargs, 2...3), let from = cInt(args![0]!), let to = cInt(args![1]!) else {
                return nil
            }
            let copy = dup2(from, to)
            return copy < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(copy))
        },
        method("pipe", BT_METH_NOARGS) { _, _ in
            var ends: (CInt, CInt) = (0, 0)
            let status = withUnsafeMutablePointer(to: &ends) {
                $0.withMemoryRebound(to: CInt.self, capacity: 2) { pipe($0) }
            }
            guard status == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
            _ = fcntl(ends.0, F_SETFD, FD_CLOEXEC)
            _ = fcntl(ends.1, F_SETFD, FD_CLOEXEC)
            return tuple(taking: makeInt(Int(ends.0)), makeInt(Int(ends.1)))
        },
        fastMethod("set_blocking") { _, args, nargs in
            guard checkCount("set_blocking", nargs, 2...2), let descriptor = cInt(args![0]!) else { return nil }
            let truth = BtObject_IsTrue(args![1])
            let flags = fcntl(descriptor, F_GETFL)
            guard truth >= 0, flags >= 0,
                fcntl(descriptor, F_SETFL, truth > 0 ? flags & ~O_NONBLOCK : flags | O_NONBLOCK) >= 0
            else { return errorOccurred() ? nil : BtErr_SetFromErrno(BtExc_OSError) }
            return noneRef
        },
    ]
}
