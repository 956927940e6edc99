internal import CBaton
internal import CBaton.Host
internal import Glibc

// Methods of sockets that receive.

private let intoParameters = MethodParameters("recv_into", "buffer", "nbytes", "flags", required: 1)
private let fromIntoParameters = MethodParameters("recvfrom_into", "buffer", "nbytes", "flags", required: 1)

var receivingMethods: [BtMethodDef] {
    [
        fastMethod("recv", doc: "Receive up to so many bytes; b'' where the other side has ended.") {
            `self`, args, nargs in
            guard checkArguments("recv", nargs, 1...2), let size = sizeArgument(args![0]!),
                let flags = flagsArgument(args, nargs, at: 1)
            else { return nil }
            // Nothing is waited for where nothing is asked.
            return receive("recv", size) { target in
                size == 0 ? 0 : socketCall(self!, POLLIN) { recv($0, target, size, flags) }
            }
        },
        fastMethod("recvfrom", doc: "Receive up to so many bytes, and the address that they are from.") {
            `self`, args, nargs in
            guard checkArguments("recvfrom", nargs, 1...2), let size = sizeArgument(args![0]!),
                let flags = flagsArgument(args, nargs, at: 1)
            else { return nil }
            var from = SocketAddress()
            let data = receive("recvfrom", size) { target in
                socketCall(self!, POLLIN) { fd in from.fill { recvfrom(fd, target, size, flags, $0, $1) } }
            }
            return data.flatMap { tuple(taking: $0, addressObject(from)) }
        },
        fastKeywordMethod("recv_into", doc: "Receive into a buffer; the number of bytes.") {
            `self`, args, nargs, kwnames in
            unpacked(intoParameters, args, nargs, kwnames) { slots in
                receiveInto("recv_into", slots, tooLarge: "buffer too small for requested bytes") {
                    target, size, flags in
                    socketCall(self!, POLLIN) { recv($0, target, size, flags) }
                }.flatMap { makeInt($0) }
            }
        },
        fastKeywordMethod("recvfrom_into", doc: "Receive into a buffer; the number of bytes, and where from.") {
            `self`, args, nargs, kwnames in
            unpacked(fromIntoParameters, args, nargs, kwnames) { slots in
                var from = SocketAddress()
                let count = receiveInto(
                    "recvfrom_into", slots, tooLarge: "nbytes is greater than the length of the buffer"
                ) { target, size, flags in
                    socketCall(self!, POLLIN) { fd in from.fill { recvfrom(fd, target, size, flags, $0, $1) } }
                }
                return count.flatMap { tuple(taking: makeInt($0), addressObject(from)) }
            }
        },
    ]
}

/// Make a bytes object of what `body` receives; it returns the number of bytes, or -1 with an exception set.
func receive(_ name: StaticString, _ size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) -> Ref? {
    guard size >= 0 else { return raise(BtExc_ValueError, "negative buffersize in \(name)") }
    var count = 0
    let made = Bytes.make(size) { target in
        count = body(target)
        return count >= 0
    }
    guard let made, count < size else { return made }
    defer { Bt_DECREF_(made) }
    return BtBytes_FromStringAndSize(BtBytes_AsString(made), count)
}

/// Receive into the buffer that a script gave: the number of bytes. Nil with an exception set.
private func receiveInto(
    _ name: StaticString, _ slots: UnsafeMutablePointer<Ref?>, tooLarge: String,
    _ body: (UnsafeMutableRawPointer, Int, CInt) -> Int
) -> Int? {
    guard let wanted = slots[1].map(sizeArgument) ?? 0, let flags = slots[2].map(cInt) ?? 0 else { return nil }
    return withWritableBytes(name, slots[0]!) { target, room in
        guard wanted >= 0 else { return raise(BtExc_ValueError, "negative buffersize in \(name)") }
        guard wanted <= room else { return raise(BtExc_ValueError, tooLarge) }
        let size = wanted == 0 ? room : wanted
        // A buffer without room gets nothing, and nothing is waited for.
        if size == 0 { return 0 }
        let count = body(target, size, flags)
        return count < 0 ? nil : count
    }
}

/// Call `body` with the memory of a buffer, held in place meanwhile (R2). Nil with an exception set.
func withWritableBytes(
    _ name: StaticString, _ object: Ref, _ body: (UnsafeMutableRawPointer, Int) -> Int?
) -> Int? {
    var view = Bt_buffer()
    guard BtObject_GetBuffer(object, &view, CInt(BtBUF_WRITABLE)) == 0 else {
        if BtErr_ExceptionMatches(BtExc_BufferError) == 0, BtErr_ExceptionMatches(BtExc_TypeError) == 0 { return nil }
        return raise(
            BtExc_TypeError, "\(name)() argument 1 must be read-write bytes-like object, not \(typeName(object))")
    }
    defer { BtBuffer_Release(&view) }
    return body(view.buf, view.len)
}
