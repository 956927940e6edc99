internal import CBaton
internal import CBaton.Host
internal import Glibc

// _socket.socket: a socket of the system. `memory` is its BtSocketState_.

typealias SocketStateRef = UnsafeMutablePointer<BtSocketState_>

/// The state of a socket object.
@inline(__always)
func socketState(_ object: Ref) -> SocketStateRef {
    // SAFETY: because tp_new gives every object of the type and its subtypes this memory.
    object.record.pointee.memory.assumingMemoryBound(to: BtSocketState_.self)
}

func makeSocketType() -> TypeRef? {
    makeNativeType("_socket.socket") { type in
        setUpRecord(type, doc: "socket(family=AF_INET, type=SOCK_STREAM, proto=0) -> socket object")
        // Subclasses that want weak references ask for them by `__slots__`.
        type.pointee.tp_weaklistoffset = 0
        type.pointee.tp_new = { type, _, _ in newSocket(type!) }
        type.pointee.tp_init = { socketInit($0!, $1!, $2) }
        type.pointee.tp_dealloc = { object in
            if let memory = object!.record.pointee.memory {
                let state = memory.assumingMemoryBound(to: BtSocketState_.self)
                if state.pointee.fd >= 0 { close(state.pointee.fd) }
                state.pointee.fd = -1
            }
            deallocRecord(object!)
        }
        type.pointee.tp_repr = { object in
            let state = socketState(object!).pointee
            return makeString(
                "<socket object, fd=\(state.fd), family=\(state.family), type=\(state.type), proto=\(state.protocol)>")
        }
        type.pointee.tp_methods = methodTable(
            socketMethods + connectionMethods + receivingMethods + sendingMethods + messageMethods
                + socketOptionMethods)
        type.pointee.tp_getset = getsetTable([
            getset("family", get: { `self`, _ in makeInt(Int(socketState(self!).pointee.family)) }),
            getset("type", get: { `self`, _ in makeInt(Int(socketState(self!).pointee.type)) }),
            getset("proto", get: { `self`, _ in makeInt(Int(socketState(self!).pointee.protocol)) }),
            getset("timeout", get: { `self`, _ in timeoutObject(socketState(self!).pointee.timeout) }),
        ])
    }
}

private func newSocket(_ type: TypeRef) -> Ref? {
    guard let record = newRecord(type) else { return nil }
    guard let memory = BtMem_RawMalloc(MemoryLayout<BtSocketState_>.size) else {
        Bt_DECREF_(record.ref)
        return raiseNoMemory()
    }
    memory.initializeMemory(
        as: BtSocketState_.self, to: BtSocketState_(fd: -1, family: 0, type: 0, protocol: 0, timeout: -1))
    record.pointee.memory = memory
    return record.ref
}

/// Make a socket object of a descriptor, which it takes over. Nil with an exception set, and the descriptor closed.
func makeSocket(fd: CInt, _ family: CInt, _ type: CInt, _ proto: CInt) -> Ref? {
    guard let object = newSocket(_bt_network.socket_type) else {
        close(fd)
        return nil
    }
    guard fill(socketState(object), fd, family, type, proto) else {
        Bt_DECREF_(object)
        return nil
    }
    return object
}

/// Take over a descriptor, and set the default timeout. False with an exception set.
private func fill(_ state: SocketStateRef, _ fd: CInt, _ family: CInt, _ type: CInt, _ proto: CInt) -> Bool {
    let flags = CInt(SOCK_CLOEXEC.rawValue) | CInt(SOCK_NONBLOCK.rawValue)
    state.pointee = BtSocketState_(fd: fd, family: family, type: type & ~flags, protocol: proto, timeout: -1)
    if type & CInt(SOCK_NONBLOCK.rawValue) != 0 {
        state.pointee.timeout = 0
        return true
    }
    state.pointee.timeout = _bt_network.default_timeout
    return state.pointee.timeout < 0 || setWaiting(fd, false)
}

/// Let a descriptor wait or not. False with OSError set.
func setWaiting(_ fd: CInt, _ waits: Bool) -> Bool {
    let flags = fcntl(fd, F_GETFL)
    let wanted = waits ? flags & ~O_NONBLOCK : flags | O_NONBLOCK
    if flags >= 0, flags == wanted || fcntl(fd, F_SETFL, wanted) >= 0 { return true }
    BtErr_SetFromErrno(BtExc_OSError)
    return false
}

private let initParameters = MethodParameters("socket", "family", "type", "proto", "fileno")

private func socketInit(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    unpacked(initParameters, args, kwargs, failed: -1) { slots in
        guard var family = slots[0].map(cInt) ?? -1, var type = slots[1].map(cInt) ?? -1,
            var proto = slots[2].map(cInt) ?? -1
        else { return -1 }
        let state = socketState(object)
        if let fileno = slots[3], !isNone(fileno) {
            guard let fd = cInt(fileno), detect(fd, &family, &type, &proto) else { return -1 }
            return fill(state, fd, family, type, proto) ? 0 : -1
        }
        family = family == -1 ? AF_INET : family
        type = type == -1 ? CInt(SOCK_STREAM.rawValue) : type
        proto = proto == -1 ? 0 : proto
        let fd = detachedCall { Int(socket(family, type | CInt(SOCK_CLOEXEC.rawValue), proto)) }
        guard fd >= 0 else { return -1 }
        return fill(state, CInt(fd), family, type, proto) ? 0 : -1
    }
}

/// Ask the system for what is -1. False with an exception set: the descriptor is no socket.
private func detect(_ fd: CInt, _ family: inout CInt, _ type: inout CInt, _ proto: inout CInt) -> Bool {
    if fd < 0 { return raiseStatus(BtExc_ValueError, "negative file descriptor") == 0 }
    func option(_ name: CInt) -> CInt? {
        var value: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(fd, SOL_SOCKET, name, &value, &size) == 0 else {
            BtErr_SetFromErrno(BtExc_OSError)
            return nil
        }
        return value
    }
    guard let domain = option(SO_DOMAIN), let kind = type == -1 ? option(SO_TYPE) : type,
        let number = proto == -1 ? option(SO_PROTOCOL) : proto
    else { return false }
    (family, type, proto) = (family == -1 ? domain : family, kind, number)
    return true
}

private var socketMethods: [BtMethodDef] {
    [
        method("fileno", BT_METH_NOARGS, doc: "Return the integer file descriptor of the socket.") { `self`, _ in
            makeInt(Int(socketState(self!).pointee.fd))
        },
        method("close", BT_METH_NOARGS, doc: "Close the socket.") { `self`, _ in
            let fd = socketState(self!).pointee.fd
            guard fd >= 0 else { return noneRef }
            socketState(self!).pointee.fd = -1
            // A connection that the other side has reset is closed all the same.
            if detachedCall(isRaising: false, { Int(close(fd)) }) < 0 {
                if errorOccurred() { return nil }
                if errno != ECONNRESET { return BtErr_SetFromErrno(BtExc_OSError) }
            }
            return noneRef
        },
        method("detach", BT_METH_NOARGS, doc: "Close the socket object without closing its file descriptor.") {
            `self`, _ in
            let fd = socketState(self!).pointee.fd
            socketState(self!).pointee.fd = -1
            return makeInt(Int(fd))
        },
        method("gettimeout", BT_METH_NOARGS, doc: "Return the timeout in seconds, None if there is none.") {
            `self`, _ in timeoutObject(socketState(self!).pointee.timeout)
        },
        method("settimeout", BT_METH_O, doc: "Set a timeout on socket operations, in seconds; None: no timeout.") {
            `self`, timeout in
            guard let span = socketTimeout(timeout!) else { return nil }
            return setTimeout(self!, span)
        },
        method("getblocking", BT_METH_NOARGS, doc: "Return whether the socket waits.") { `self`, _ in
            boolRef(socketState(self!).pointee.timeout != 0)
        },
        method("setblocking", BT_METH_O, doc: "Set the socket to wait (True) or not (False).") { `self`, flag in
            let truth = BtObject_IsTrue(flag)
            return truth < 0 ? nil : setTimeout(self!, truth > 0 ? -1 : 0)
        },
    ]
}

private func setTimeout(_ object: Ref, _ span: Int) -> Ref? {
    socketState(object).pointee.timeout = span
    return setWaiting(socketState(object).pointee.fd, span < 0) ? noneRef : nil
}

/// A timeout in nanoseconds, -1 for None. Nil with an exception set.
func socketTimeout(_ object: Ref) -> Int? {
    if isNone(object) { return -1 }
    guard let span = nanoseconds(ofSeconds: object) else { return nil }
    guard span >= 0 else { return raise(BtExc_ValueError, "Timeout value out of range") }
    return span
}

/// A timeout as scripts see it.
func timeoutObject(_ span: Int) -> Ref? { span < 0 ? noneRef : makeFloat(Double(span) / 1e9) }
