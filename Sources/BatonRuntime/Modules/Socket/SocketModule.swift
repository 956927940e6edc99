internal import CBaton
internal import CBaton.Host
internal import Glibc

// The module `_socket`: sockets of the system, under the names that the module socket gives on.

func makeSocketModule() -> Ref? {
    makeNativeModule(
        "_socket", doc: "Implementation module for socket operations.",
        socketModuleFunctions + messageFunctions + lookupFunctions + internetAddressFunctions + interfaceFunctions
    ) { module in
        guard makeSocketObjects() else { return false }
        return add(module, _bt_network.socket_type)
            && add(module, "SocketType", newReference(_bt_network.socket_type.ref))
            && add(module, "error", newReference(BtExc_OSError))
            && add(module, "timeout", newReference(BtExc_TimeoutError))
            && add(module, "gaierror", newReference(_bt_network.gaierror))
            && add(module, "herror", newReference(_bt_network.herror))
            && add(module, "has_ipv6", trueRef) && addSocketConstants(module)
    }
}

/// Make the type and the exceptions, once in a process.
private func makeSocketObjects() -> Bool {
    if _bt_network.socket_type != nil { return true }
    _bt_network.gaierror = BtErr_NewException(cString("socket.gaierror"), BtExc_OSError, nil)
    _bt_network.herror = BtErr_NewException(cString("socket.herror"), BtExc_OSError, nil)
    guard _bt_network.gaierror != nil, _bt_network.herror != nil else { return false }
    _bt_network.socket_type = makeSocketType()
    return _bt_network.socket_type != nil
}

private let pairParameters = MethodParameters("socketpair", "family", "type", "proto")

private var socketModuleFunctions: [BtMethodDef] {
    [
        fastKeywordMethod("socketpair", doc: "Create a pair of connected socket objects.") { _, args, nargs, kwnames in
            unpacked(pairParameters, args, nargs, kwnames) { slots in
                guard let family = slots[0].map(cInt) ?? AF_UNIX,
                    let type = slots[1].map(cInt) ?? CInt(SOCK_STREAM.rawValue),
                    let proto = slots[2].map(cInt) ?? 0
                else { return nil }
                return socketPair(family, type, proto)
            }
        },
        method("close", BT_METH_O, doc: "Close an integer socket file descriptor.") { _, object in
            guard let fd = cInt(object!) else { return nil }
            return detachedCall { Int(close(fd)) } < 0 ? nil : noneRef
        },
        method("dup", BT_METH_O, doc: "Duplicate an integer socket file descriptor.") { _, object in
            guard let fd = cInt(object!) else { return nil }
            let copy = fcntl(fd, F_DUPFD_CLOEXEC, 0)
            return copy < 0 ? BtErr_SetFromErrno(BtExc_OSError) : makeInt(Int(copy))
        },
        method("getdefaulttimeout", BT_METH_NOARGS, doc: "Return the default timeout of new sockets, in seconds.") {
            _, _ in timeoutObject(_bt_network.default_timeout)
        },
        method("setdefaulttimeout", BT_METH_O, doc: "Set the default timeout of new sockets, in seconds.") {
            _, timeout in
            guard let span = socketTimeout(timeout!) else { return nil }
            _bt_network.default_timeout = span
            return noneRef
        },
        method("gethostname", BT_METH_NOARGS, doc: "Return the current host name.") { _, _ in
            withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
                guard gethostname(buffer.baseAddress!, buffer.count - 1) == 0 else {
                    return BtErr_SetFromErrno(BtExc_OSError)
                }
                buffer[buffer.count - 1] = 0
                return BtUnicode_DecodeFSDefault(buffer.baseAddress!)
            }
        },
    ]
}

private func socketPair(_ family: CInt, _ type: CInt, _ proto: CInt) -> Ref? {
    var ends: (CInt, CInt) = (-1, -1)
    let status = withUnsafeMutablePointer(to: &ends) {
        $0.withMemoryRebound(to: CInt.self, capacity: 2) {
            socketpair(family, type | CInt(SOCK_CLOEXEC.rawValue), proto, $0)
        }
    }
    guard status == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
    guard let first = makeSocket(fd: ends.0, family, type, proto) else {
        close(ends.1)
        return nil
    }
    return tuple(taking: first, makeSocket(fd: ends.1, family, type, proto))
}
