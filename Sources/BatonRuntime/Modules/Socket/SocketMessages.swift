internal import CBaton
internal import CBaton.Host
internal import Glibc

// sendmsg and recvmsg: data in several buffers, and ancillary data beside it, such as descriptors for another process.

var messageMethods: [BtMethodDef] {
    [
        fastMethod("sendmsg", doc: "sendmsg(buffers[, ancdata[, flags[, address]]]): how many bytes were sent.") {
            `self`, args, nargs in
            guard checkArguments("sendmsg", nargs, 1...4), let flags = flagsArgument(args, nargs, at: 2) else {
                return nil
            }
            return sendMessage(
                self!, args![0]!, ancillary: nargs > 1 ? args![1] : nil, flags, address: nargs > 3 ? args![3] : nil)
        },
        fastMethod("recvmsg", doc: "recvmsg(bufsize[, ancbufsize[, flags]]): (data, ancdata, msg_flags, address).") {
            `self`, args, nargs in
            guard checkArguments("recvmsg", nargs, 1...3), let size = sizeArgument(args![0]!),
                let room = nargs > 1 ? sizeArgument(args![1]!) : 0, let flags = flagsArgument(args, nargs, at: 2)
            else { return nil }
            guard size >= 0 else { return raise(BtExc_ValueError, "negative buffer size in recvmsg()") }
            var rest: MessageRest?
            let data = receive("recvmsg", size) { target in
                receiveMessage(self!, [iovec(iov_base: target, iov_len: size)], room, flags, &rest)
            }
            return data.flatMap { tuple(taking: $0, rest?.items, rest.flatMap { makeInt($0.flags) }, rest?.address) }
        },
        fastMethod("recvmsg_into", doc: "recvmsg_into(buffers[, ancbufsize[, flags]]): as recvmsg, with a count.") {
            `self`, args, nargs in
            guard checkArguments("recvmsg_into", nargs, 1...3),
                let room = nargs > 1 ? sizeArgument(args![1]!) : 0, let flags = flagsArgument(args, nargs, at: 2),
                let buffers = PinnedBuffers(
                    args![0]!, BtBUF_WRITABLE, notIterable: "recvmsg_into() argument 1 must be an iterable",
                    notBuffer: "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers")
            else { return nil }
            defer { buffers.release() }
            var rest: MessageRest?
            let count = receiveMessage(self!, buffers.vectors, room, flags, &rest)
            guard count >= 0 else { return nil }
            return tuple(taking: makeInt(count), rest?.items, rest.flatMap { makeInt($0.flags) }, rest?.address)
        },
    ]
}

var messageFunctions: [BtMethodDef] {
    [
        method("CMSG_LEN", BT_METH_O, doc: "The length of ancillary data of so many bytes, without padding.") {
            _, length in controlSize("CMSG_LEN", length!) { $0 }
        },
        method("CMSG_SPACE", BT_METH_O, doc: "The length of ancillary data of so many bytes, with padding.") {
            _, length in controlSize("CMSG_SPACE", length!, padded)
        },
    ]
}

private func controlSize(_ name: StaticString, _ length: Ref, _ size: (Int) -> Int) -> Ref? {
    guard let count = sizeArgument(length) else { return nil }
    guard (0...Int(CInt.max) - headSize - 8).contains(count) else {
        return raise(BtExc_OverflowError, "\(name)() argument out of range")
    }
    return makeInt(headSize + size(count))
}

/// The head is a length and two ints; the data stands behind it.
private let headSize = padded(MemoryLayout<Int>.size + 2 * MemoryLayout<CInt>.size)

/// A size as CMSG_ALIGN rounds it up.
private func padded(_ size: Int) -> Int { (size + MemoryLayout<Int>.size - 1) & ~(MemoryLayout<Int>.size - 1) }

/// The memory of a script's buffers, held in place until it is released (R2).
private struct PinnedBuffers {
    private var views: [Bt_buffer] = []

    var vectors: [iovec] { views.map { iovec(iov_base: $0.buf, iov_len: $0.len) } }

    /// Nil with an exception set.
    init?(_ iterable: Ref, _ flags: Int32, notIterable: String, notBuffer: String?) {
        guard let row = BtSequence_Tuple(iterable) else {
            if BtErr_ExceptionMatches(BtExc_TypeError) != 0 { _ = raiseStatus(BtExc_TypeError, notIterable) }
            return nil
        }
        defer { Bt_DECREF_(row) }
        for index in 0..<BtTuple_GET_SIZE_(row) {
            var view = Bt_buffer()
            guard BtObject_GetBuffer(BtTuple_GET_ITEM_(row, index), &view, CInt(flags)) == 0 else {
                if let notBuffer { _ = raiseStatus(BtExc_TypeError, notBuffer) }
                release()
                return nil
            }
            views.append(view)
        }
    }

    func release() {
        for view in views {
            var view = view
            BtBuffer_Release(&view)
        }
    }
}

private func sendMessage(
    _ object: Ref, _ data: Ref, ancillary: Ref?, _ flags: CInt, address: Ref?
) -> Ref? {
    var target: SocketAddress?
    if let address, !isNone(address) {
        target = socketAddress("sendmsg", address, of: object)
        if target == nil { return nil }
    }
    let words = "sendmsg() argument 1 must be an iterable"
    guard let buffers = PinnedBuffers(data, BtBUF_SIMPLE, notIterable: words, notBuffer: nil) else { return nil }
    defer { buffers.release() }
    guard var control = ancillary.map(controlBytes) ?? [] else { return nil }
    var vectors = buffers.vectors
    let count = vectors.withUnsafeMutableBufferPointer { vectors in
        control.withUnsafeMutableBytes { control in
            socketCall(object, POLLOUT) { fd in
                var message = msghdr()
                message.msg_iov = vectors.baseAddress
                message.msg_iovlen = vectors.count
                message.msg_control = control.isEmpty ? nil : control.baseAddress
                message.msg_controllen = control.count
                guard let target else { return sendmsg(fd, &message, flags) }
                return target.withPointer { pointer, length in
                    message.msg_name = UnsafeMutableRawPointer(mutating: pointer)
                    message.msg_namelen = length
                    return sendmsg(fd, &message, flags)
                }
            }
        }
    }
    return count < 0 ? nil : makeInt(count)
}

/// The ancillary data of a script's (level, type, bytes) items, as the system takes it. Nil with an exception set.
private func controlBytes(_ items: Ref) -> [UInt8]? {
    guard let row = BtSequence_Tuple(items) else {
        if BtErr_ExceptionMatches(BtExc_TypeError) == 0 { return nil }
        return raise(BtExc_TypeError, "sendmsg() argument 2 must be an iterable")
    }
    defer { Bt_DECREF_(row) }
    var result: [UInt8] = []
    for index in 0..<BtTuple_GET_SIZE_(row) {
        guard let item = controlItem(BtTuple_GET_ITEM_(row, index)!) else { return nil }
        defer { Bt_DECREF_(item) }
        guard let level = cInt(BtTuple_GET_ITEM_(item, 0)), let type = cInt(BtTuple_GET_ITEM_(item, 1)),
            let bytes = withBytes(
                of: BtTuple_GET_ITEM_(item, 2), { Array(UnsafeRawBufferPointer(start: $0, count: $1)) })
        else { return nil }
        withUnsafeBytes(of: headSize + bytes.count) { result += $0 }
        withUnsafeBytes(of: (level, type)) { result += $0 }
        result += bytes
        result += [UInt8](repeating: 0, count: padded(bytes.count) - bytes.count)
    }
    return result
}

/// A tuple of the three parts of an item. Nil with an exception set.
private func controlItem(_ item: Ref) -> Ref? {
    let name = "[sendmsg() ancillary data items]() argument"
    guard isTuple(item) || isList(item) else {
        return raise(BtExc_TypeError, "\(name) must be 3-item sequence, not \(typeName(item))")
    }
    guard let parts = BtSequence_Tuple(item) else { return nil }
    if BtTuple_GET_SIZE_(parts) == 3 { return parts }
    let count = BtTuple_GET_SIZE_(parts)
    Bt_DECREF_(parts)
    return raise(BtExc_TypeError, "\(name) must be sequence of length 3, not \(count)")
}

/// What recvmsg gives beside the data: new references.
private struct MessageRest {
    let items: Ref?
    let flags: Int
    let address: Ref?
}

/// Receive into buffers that are held in place; `rest` gets what came beside. -1 with an exception set.
private func receiveMessage(
    _ object: Ref, _ vectors: [iovec], _ room: Int, _ flags: CInt, _ rest: inout MessageRest?
) -> Int {
    guard (0...Int(CInt.max) - 8).contains(room) else {
        _ = raiseStatus(BtExc_ValueError, "invalid ancillary data buffer length")
        return -1
    }
    var (vectors, from, message) = (vectors, SocketAddress(), msghdr())
    let control = UnsafeMutableRawPointer.allocate(byteCount: max(room, 1), alignment: MemoryLayout<Int>.alignment)
    defer { control.deallocate() }
    let count = vectors.withUnsafeMutableBufferPointer { vectors in
        socketCall(object, POLLIN) { fd in
            from.fill { pointer, length in
                message.msg_name = UnsafeMutableRawPointer(pointer)
                message.msg_namelen = length.pointee
                message.msg_iov = vectors.baseAddress
                message.msg_iovlen = vectors.count
                message.msg_control = room == 0 ? nil : control
                message.msg_controllen = room
                let count = recvmsg(fd, &message, flags)
                length.pointee = message.msg_namelen
                return count
            }
        }
    }
    guard count >= 0 else { return -1 }
    rest = MessageRest(
        items: controlItems(control, message.msg_controllen), flags: Int(message.msg_flags),
        address: addressObject(from))
    return count
}

/// Ancillary data as a list of (level, type, bytes). Nil with an exception set.
private func controlItems(_ memory: UnsafeMutableRawPointer, _ size: Int) -> Ref? {
    guard let list = newList(0) else { return nil }
    var place = 0
    while place + headSize <= size {
        let length = memory.load(fromByteOffset: place, as: Int.self)
        let (level, type) = memory.load(fromByteOffset: place + MemoryLayout<Int>.size, as: (CInt, CInt).self)
        let count = min(length, size - place) - headSize
        // What was cut off has no head that says how long it is.
        guard count >= 0 else { break }
        let data = BtBytes_FromStringAndSize(
            (memory + place + headSize).assumingMemoryBound(to: CChar.self), count)
        let item = tuple(taking: makeInt(Int(level)), makeInt(Int(type)), data)
        guard let item, listAppend(list, stealing: item) == 0 else {
            Bt_DECREF_(list)
            return nil
        }
        place += headSize + padded(count)
    }
    return list
}
