internal import CBaton
internal import CBaton.Host
internal import Glibc

// What all buffered streams do: closing, flushing, seeking.

var bufferedMethods: [BtMethodDef] {
    [
        method("__getstate__", BT_METH_NOARGS) { `self`, _ in notCopied(self!) },
        method("flush", BT_METH_NOARGS) { `self`, _ in bufferedFlush(self!) ? noneRef : nil },
        method("close", BT_METH_NOARGS) { `self`, _ in bufferedClose(self!) },
        method("detach", BT_METH_NOARGS) { `self`, _ in
            guard bufferedFlush(self!) else { return nil }
            return exchange(&self!.buffered.pointee.raw, nil)
        },
        method("fileno", BT_METH_NOARGS) { `self`, _ in openRaw(self!).flatMap { callNamed($0, "fileno") } },
        method("isatty", BT_METH_NOARGS) { `self`, _ in openRaw(self!).flatMap { callNamed($0, "isatty") } },
        method("readable", BT_METH_NOARGS) { `self`, _ in openRaw(self!).flatMap { callNamed($0, "readable") } },
        method("writable", BT_METH_NOARGS) { `self`, _ in openRaw(self!).flatMap { callNamed($0, "writable") } },
        method("seekable", BT_METH_NOARGS) { `self`, _ in openRaw(self!).flatMap { callNamed($0, "seekable") } },
        method("tell", BT_METH_NOARGS) { `self`, _ in
            guard let position = bufferedTell(self!) else { return nil }
            return makeInt(position)
        },
        fastMethod("seek") { `self`, args, nargs in
            guard checkCount("seek", nargs, 1...2), let offset = sizeArgument(args![0]!) else { return nil }
            guard let whence = nargs > 1 ? sizeArgument(args![1]!) : 0 else { return nil }
            guard 0...2 ~= whence else {
                return raise(BtExc_ValueError, "whence value \(whence) unsupported")
            }
            guard let position = bufferedSeek(self!, offset, CInt(whence)) else { return nil }
            return makeInt(position)
        },
        fastMethod("truncate") { `self`, args, nargs in
            guard checkCount("truncate", nargs, 0...1) else { return nil }
            guard self!.buffered.pointee.is_writable != 0 else { return unsupported("truncate") }
            guard bufferedFlush(self!), let position = bufferedTell(self!) else { return nil }
            guard let size = nargs > 0 && !isNone(args![0]!) ? newReference(args![0]!) : makeInt(position) else {
                return nil
            }
            defer { Bt_DECREF_(size) }
            return openRaw(self!).flatMap { callNamed($0, "truncate", size) }
        },
        method("__sizeof__", BT_METH_NOARGS) { `self`, _ in
            makeInt(self!.type.pointee.tp_basicsize + self!.buffered.pointee.capacity)
        },
    ]
}

/// Write what is pending and, for a reader, stand where the reader does. False with an exception set.
func bufferedFlush(_ object: Ref) -> Bool {
    withBuffer(object, "flush of") { fields, raw -> Bool? in
        if fields.pointee.pending > 0 { return flushPending(fields, raw) ? true : nil }
        if fields.pointee.is_writable != 0, fields.pointee.is_readable != 0 {
            return dropReadAhead(fields, raw) ? true : nil
        }
        return true
    } ?? false
}

/// Flush, and close the raw stream whatever comes of it.
private func bufferedClose(_ object: Ref) -> Ref? {
    guard let raw = object.buffered.pointee.raw.map({ newReference($0) }) else { return noneRef }
    defer { Bt_DECREF_(raw) }
    let closed = rawIsClosed(raw)
    if closed != 0 { return closed < 0 ? nil : noneRef }
    let flushed = callNamed(object, "flush")
    release(flushed)
    let raised = takeRaised()
    let result = callNamed(raw, "close")
    guard let raised else { return result }
    release(result)
    _BtErr_ChainExceptions1(raised)
    return nil
}

private func bufferedTell(_ object: Ref) -> Int? {
    withBuffer(object, "tell of") { fields, raw in
        let position = rawSeek(raw, 0, SEEK_CUR)
        guard position >= 0 else { return nil }
        return position - (fields.pointee.end - fields.pointee.position) + fields.pointee.pending
    }
}

func bufferedSeek(_ object: Ref, _ offset: Int, _ whence: CInt) -> Int? {
    withBuffer(object, "seek of") { fields, raw in
        guard flushPending(fields, raw) else { return nil }
        let ahead = fields.pointee.end - fields.pointee.position
        // A short way within what was read ahead needs no new reading.
        if whence == SEEK_CUR, ahead > 0, offset >= -fields.pointee.position, offset <= ahead {
            fields.pointee.position += offset
            let position = rawSeek(raw, 0, SEEK_CUR)
            return position < 0 ? nil : position - (fields.pointee.end - fields.pointee.position)
        }
        fields.pointee.position = 0
        fields.pointee.end = 0
        let position = rawSeek(raw, whence == SEEK_CUR ? offset - ahead : offset, whence)
        return position < 0 ? nil : position
    }
}
