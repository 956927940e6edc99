internal import CBaton
internal import CBaton.Host
internal import Glibc

// Options of sockets.

var socketOptionMethods: [BtMethodDef] {
    [
        fastMethod("getsockopt", doc: "getsockopt(level, option[, buffersize]): an int, or bytes of that size.") {
            `self`, args, nargs in
            guard checkArguments("getsockopt", nargs, 2...3), let level = cInt(args![0]!), let name = cInt(args![1]!),
                let size = nargs > 2 ? cInt(args![2]!) : 0
            else { return nil }
            let fd = socketState(self!).pointee.fd
            return size == 0 ? intOption(fd, level, name) : bytesOption(fd, level, name, size)
        },
        fastMethod("setsockopt", doc: "setsockopt(level, option, value): an int, bytes, or None and a length.") {
            `self`, args, nargs in
            guard nargs != 4 || isNone(args![2]!), checkArguments("setsockopt", nargs, 3...(nargs == 4 ? 4 : 3)) else {
                return errorOccurred()
                    ? nil : raise(BtExc_TypeError, "setsockopt() takes exactly 3 arguments (4 given)")
            }
            guard let level = cInt(args![0]!), let name = cInt(args![1]!) else { return nil }
            return setOption(socketState(self!).pointee.fd, level, name, args![2]!, nargs > 3 ? args![3]! : nil)
        },
    ]
}

private func intOption(_ fd: CInt, _ level: CInt, _ name: CInt) -> Ref? {
    var value: CInt = 0
    var size = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(fd, level, name, &value, &size) < 0
        ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(value))
}

private func bytesOption(_ fd: CInt, _ level: CInt, _ name: CInt, _ size: CInt) -> Ref? {
    guard 1...1024 ~= size else { return raise(BtExc_OSError, "getsockopt buflen out of range") }
    return withUnsafeTemporaryAllocation(byteCount: Int(size), alignment: 8) { buffer in
        var length = socklen_t(size)
        guard getsockopt(fd, level, name, buffer.baseAddress!, &length) == 0 else {
            return BtErr_SetFromErrno(BtExc_OSError)
        }
        return BtBytes_FromStringAndSize(buffer.assumingMemoryBound(to: CChar.self).baseAddress!, Int(length))
    }
}

private func setOption(_ fd: CInt, _ level: CInt, _ name: CInt, _ value: Ref, _ length: Ref?) -> Ref? {
    let status: CInt?
    if let length {
        guard let size = cInt(length) else { return nil }
        status = setsockopt(fd, level, name, nil, socklen_t(max(size, 0)))
    } else if isInt(value) {
        guard var number = cInt(value) else { return nil }
        status = setsockopt(fd, level, name, &number, socklen_t(MemoryLayout<CInt>.size))
    } else {
        status = withBytes(of: value) { setsockopt(fd, level, name, $0, socklen_t($1)) }
    }
    guard let status else { return nil }
    return status < 0 ? BtErr_SetFromErrno(BtExc_OSError) : noneRef
}
