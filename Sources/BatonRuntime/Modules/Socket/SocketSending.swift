internal import CBaton
internal import CBaton.Host
internal import Glibc

// Methods of sockets that send.

var sendingMethods: [BtMethodDef] {
    [
        fastMethod("send", doc: "Send bytes; how many of them were sent.") { `self`, args, nargs in
            guard checkArguments("send", nargs, 1...2), let flags = flagsArgument(args, nargs, at: 1) else {
                return nil
            }
            return sent(args![0]!) { bytes, size in
                socketCall(self!, POLLOUT) { send($0, bytes, size, flags) }
            }
        },
        fastMethod("sendall", doc: "Send all of some bytes.") { `self`, args, nargs in
            guard checkArguments("sendall", nargs, 1...2), let flags = flagsArgument(args, nargs, at: 1) else {
                return nil
            }
            let isDone = withBytes(of: args![0]!) { sendAll(self!, $0, $1, flags) }
            return isDone == true ? noneRef : nil
        },
        fastMethod("sendto", doc: "sendto(data[, flags], address): send bytes to an address.") { `self`, args, nargs in
            guard 2...3 ~= nargs else {
                return raise(BtExc_TypeError, "sendto() takes 2 or 3 arguments (\(nargs) given)")
            }
            guard let flags = nargs > 2 ? cInt(args![1]!) : 0,
                let target = socketAddress("sendto", args![nargs - 1]!, of: self!)
            else { return nil }
            return sent(args![0]!) { bytes, size in
                socketCall(self!, POLLOUT) { fd in
                    target.withPointer { sendto(fd, bytes, size, flags, $0, $1) }
                }
            }
        },
    ]
}

/// Send a script's bytes, held in place meanwhile (R2): the number as an int. Nil with an exception set.
private func sent(_ data: Ref, _ body: (UnsafeRawPointer, Int) -> Int) -> Ref? {
    withBytes(of: data, body).flatMap { $0 < 0 ? nil : makeInt($0) }
}

/// Send in as many steps as it takes; the timeout is for all of them. False with an exception set.
private func sendAll(_ object: Ref, _ bytes: UnsafeRawPointer, _ size: Int, _ flags: CInt) -> Bool {
    let timeout = socketState(object).pointee.timeout
    let limit = timeout > 0 ? deadline(after: timeout) : nil
    var done = 0
    repeat {
        let step = socketCall(object, POLLOUT, until: limit) { send($0, bytes + done, size - done, flags) }
        if step < 0 { return false }
        done += step
        // Between two steps a handler may want to end it.
        if done < size, BtErr_CheckSignals() < 0 { return false }
    } while done < size
    return true
}
