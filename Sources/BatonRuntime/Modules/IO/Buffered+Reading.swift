internal import CBaton
internal import CBaton.Host
internal import Glibc

// Reading through a buffer.

var bufferedReadMethods: [BtMethodDef] {
    [
        fastMethod("read") { `self`, args, nargs in
            guard checkCount("read", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return limit < 0 ? bufferedReadAll(self!) : bufferedRead(self!, limit)
        },
        fastMethod("read1") { `self`, args, nargs in
            guard checkCount("read1", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return bufferedReadOnce(self!, limit < 0 ? self!.buffered.pointee.capacity : limit)
        },
        fastMethod("peek") { `self`, args, nargs in
            guard checkCount("peek", nargs, 0...1) else { return nil }
            return withBuffer(self!, "peek of") { fields, raw in
                guard fillBuffer(fields, raw) != -1 else { return nil }
                return Bytes.make(
                    copying: fields.pointee.bytes + fields.pointee.position,
                    fields.pointee.end - fields.pointee.position)
            }
        },
        fastMethod("readline") { `self`, args, nargs in
            guard checkCount("readline", nargs, 0...1), let limit = sizeLimit(nargs > 0 ? args![0] : nil) else {
                return nil
            }
            return bufferedReadLine(self!, limit)
        },
        method("readinto", BT_METH_O) { bufferedReadInto($0!, $1!, once: false) },
        method("readinto1", BT_METH_O) { bufferedReadInto($0!, $1!, once: true) },
        method("__next__", BT_METH_NOARGS) { `self`, _ in
            guard let line = bufferedReadLine(self!, -1) else { return nil }
            if BtBytes_Size(line) > 0 { return line }
            BtErr_SetNone(BtExc_StopIteration)
            return nil
        },
    ]
}

/// Read ahead if nothing is. The bytes that are there; 0 at the end; `wouldBlock`; -1 with an exception set.
func fillBuffer(_ fields: BufferedRef, _ raw: Ref) -> Int {
    let ahead = fields.pointee.end - fields.pointee.position
    if ahead > 0 { return ahead }
    guard flushPending(fields, raw) else { return -1 }
    fields.pointee.position = 0
    fields.pointee.end = 0
    let count = rawRead(raw, fields.pointee.bytes, fields.pointee.capacity)
    if count > 0 { fields.pointee.end = count }
    return count
}

/// Take bytes that were read ahead, at most `limit`.
private func take(_ fields: BufferedRef, _ limit: Int) -> UnsafeBufferPointer<UInt8> {
    let count = min(limit, fields.pointee.end - fields.pointee.position)
    let start = fields.pointee.bytes + fields.pointee.position
    fields.pointee.position += count
    return UnsafeBufferPointer(start: start, count: count)
}

func bufferedRead(_ object: Ref, _ limit: Int) -> Ref? {
    withBuffer(object, "read of") { fields, raw in
        if limit <= fields.pointee.end - fields.pointee.position {
            let part = take(fields, limit)
            return Bytes.make(copying: part.baseAddress!, part.count)
        }
        var result = ByteBuilder(capacity: limit)
        var count = 0
        var isBlocked = false
        while count < limit {
            let step = fillBuffer(fields, raw)
            if step == -1 { return nil }
            if step <= 0 {
                isBlocked = step == wouldBlock
                break
            }
            let part = take(fields, limit - count)
            result.append(part.baseAddress!, part.count)
            count += part.count
        }
        return isBlocked && count == 0 ? noneRef : result.finish()
    }
}

private func bufferedReadOnce(_ object: Ref, _ limit: Int) -> Ref? {
    withBuffer(object, "read of") { fields, raw in
        if limit == 0 { return Bytes.empty }
        guard fillBuffer(fields, raw) != -1 else { return nil }
        let part = take(fields, limit)
        return Bytes.make(copying: part.baseAddress!, part.count)
    }
}

func bufferedReadAll(_ object: Ref) -> Ref? {
    withBuffer(object, "read of") { fields, raw in
        guard flushPending(fields, raw) else { return nil }
        let part = take(fields, Int.max)
        guard let rest = readRest(of: raw) else { return nil }
        defer { Bt_DECREF_(rest) }
        if isNone(rest), part.isEmpty { return noneRef }
        if part.isEmpty { return newReference(rest) }
        var result = ByteBuilder(capacity: part.count)
        result.append(part.baseAddress!, part.count)
        if isBytes(rest) { result.append(unsignedBytes(BtBytes_AsString(rest)), BtBytes_Size(rest)) }
        return result.finish()
    }
}

/// Read a raw stream to its end.
private func readRest(of raw: Ref) -> Ref? {
    if raw.type == _bt_io.file { return fileReadAll(raw) }
    let hasReadAll = BtObject_HasAttrWithError(raw, internedName("readall"))
    if hasReadAll < 0 { return nil }
    return hasReadAll > 0 ? callNamed(raw, "readall") : callNamed(raw, "read")
}

private func bufferedReadLine(_ object: Ref, _ limit: Int) -> Ref? {
    withBuffer(object, "readline of") { fields, raw in
        var line = ByteBuilder()
        var count = 0
        while limit < 0 || count < limit {
            let ahead = fillBuffer(fields, raw)
            if ahead == -1 { return nil }
            if ahead <= 0 { break }
            let room = limit < 0 ? ahead : min(ahead, limit - count)
            let start = fields.pointee.bytes + fields.pointee.position
            if let newline = memchr(start, 0x0A, room) {
                let length = newline - UnsafeMutableRawPointer(start) + 1
                fields.pointee.position += length
                if count == 0 { return Bytes.make(copying: start, length) }
                line.append(start, length)
                break
            }
            line.append(start, room)
            fields.pointee.position += room
            count += room
        }
        return line.finish()
    }
}

private func bufferedReadInto(_ object: Ref, _ target: Ref, once: Bool) -> Ref? {
    var view = Bt_buffer()
    guard BtObject_GetBuffer(target, &view, CInt(BtBUF_CONTIG)) == 0 else { return nil }
    defer { BtBuffer_Release(&view) }
    return withBuffer(object, "readinto of") { fields, raw in
        var count = 0
        while count < view.len {
            let ahead = fillBuffer(fields, raw)
            if ahead == -1 { return nil }
            if ahead <= 0 {
                if ahead == wouldBlock, count == 0 { return noneRef }
                break
            }
            let part = take(fields, view.len - count)
            memcpy(view.buf + count, part.baseAddress!, part.count)
            count += part.count
            if once { break }
        }
        return makeInt(count)
    }
}
