internal import CBaton
internal import CBaton.Host
internal import Glibc

// Methods of sockets that make and end connections.

var connectionMethods: [BtMethodDef] {
    [
        method("bind", BT_METH_O, doc: "Bind the socket to a local address.") { `self`, address in
            guard let target = socketAddress("bind", address!, of: self!) else { return nil }
            let fd = socketState(self!).pointee.fd
            return detachedCall { Int(target.withPointer { bind(fd, $0, $1) }) } < 0 ? nil : noneRef
        },
        fastMethod("listen", doc: "Enable a server to accept connections.") { `self`, args, nargs in
            guard checkArguments("listen", nargs, 0...1), let given = nargs > 0 ? cInt(args![0]!) : min(SOMAXCONN, 128)
            else { return nil }
            let fd = socketState(self!).pointee.fd
            return detachedCall { Int(listen(fd, max(given, 0))) } < 0 ? nil : noneRef
        },
        method("_accept", BT_METH_NOARGS, doc: "Wait for a connection: its file descriptor and its address.") {
            `self`, _ in
            var from = SocketAddress()
            let fd = socketCall(self!, POLLIN) { fd in
                Int(from.fill { _bt_accept(fd, $0, $1) })
            }
            guard fd >= 0 else { return nil }
            guard let address = addressObject(from) else {
                close(CInt(fd))
                return nil
            }
            return tuple(taking: makeInt(fd), address)
        },
        method("connect", BT_METH_O, doc: "Connect the socket to a remote address.") { `self`, address in
            connect(self!, "connect", address!).flatMap { number in
                if number == 0 { return noneRef }
                if number == EWOULDBLOCK, socketState(self!).pointee.timeout > 0 {
                    return raise(BtExc_TimeoutError, "timed out")
                }
                errno = number
                return BtErr_SetFromErrno(BtExc_OSError)
            }
        },
        method("connect_ex", BT_METH_O, doc: "As connect(address), but returns the number of the error, or 0.") {
            `self`, address in connect(self!, "connect_ex", address!).flatMap { makeInt(Int($0)) }
        },
        method("shutdown", BT_METH_O, doc: "Shut down the reading side, the writing side, or both.") { `self`, how in
            guard let side = cInt(how!) else { return nil }
            let fd = socketState(self!).pointee.fd
            return detachedCall { Int(shutdown(fd, side)) } < 0 ? nil : noneRef
        },
        method("getsockname", BT_METH_NOARGS, doc: "Return the address of the local endpoint.") { `self`, _ in
            endpoint(self!) { getsockname($0, $1, $2) }
        },
        method("getpeername", BT_METH_NOARGS, doc: "Return the address of the remote endpoint.") { `self`, _ in
            endpoint(self!) { getpeername($0, $1, $2) }
        },
    ]
}

private func endpoint(
    _ object: Ref, _ ask: (CInt, UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> CInt
) -> Ref? {
    var address = SocketAddress()
    let fd = socketState(object).pointee.fd
    guard address.fill({ ask(fd, $0, $1) }) == 0 else { return BtErr_SetFromErrno(BtExc_OSError) }
    return addressObject(address)
}

/// Connect; the number of the error, or 0. Nil with an exception set: the address is wrong, or a signal's handler raised.
///
/// A connection goes on being made when a signal interrupts the call, or when the socket does not wait: then it is waited for
/// until the socket can be written to, and asked how it went.
private func connect(_ object: Ref, _ name: StaticString, _ address: Ref) -> CInt? {
    guard let target = socketAddress(name, address, of: object) else { return nil }
    let state = socketState(object)
    let fd = state.pointee.fd
    let limit = deadline(after: state.pointee.timeout)
    var isInterrupted = false
    let status = detachedCall(isRaising: false) {
        let status = target.withPointer { Glibc.connect(fd, $0, $1) }
        if status < 0, errno == EINTR {
            isInterrupted = true
            errno = EINPROGRESS
        }
        return Int(status)
    }
    if status >= 0 { return 0 }
    let number = errno
    if isInterrupted, BtErr_CheckSignals() < 0 { return nil }
    guard number == EINPROGRESS, state.pointee.timeout != 0 else { return number }
    guard waitUntilReady(fd, POLLOUT, limit) else {
        guard BtErr_ExceptionMatches(BtExc_TimeoutError) != 0 else { return nil }
        BtErr_Clear()
        return EWOULDBLOCK
    }
    var outcome: CInt = 0
    var size = socklen_t(MemoryLayout<CInt>.size)
    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &outcome, &size) == 0 ? outcome : errno
}
