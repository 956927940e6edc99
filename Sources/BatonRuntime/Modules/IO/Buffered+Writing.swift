internal import CBaton
internal import CBaton.Host
internal import Glibc

// Writing through a buffer.

var bufferedWriteMethods: [BtMethodDef] {
    [
        method("write", BT_METH_O) { `self`, data in
            if isStr(data!) {
                return raise(BtExc_TypeError, "a bytes-like object is required, not 'str'")
            }
            var view = Bt_buffer()
            guard BtObject_GetBuffer(data, &view, CInt(BtBUF_SIMPLE)) == 0 else { return nil }
            defer { BtBuffer_Release(&view) }
            return bufferedWrite(self!, view.buf, view.len) ? makeInt(view.len) : nil
        }
    ]
}

/// Write bytes: into the buffer while there is room, else to the raw stream. False with an exception set.
func bufferedWrite(_ object: Ref, _ source: UnsafeRawPointer, _ size: Int) -> Bool {
    withBuffer(object, "write to") { fields, raw -> Bool? in
        guard dropReadAhead(fields, raw) else { return nil }
        if fields.pointee.pending + size > fields.pointee.capacity, fields.pointee.pending > 0 {
            guard flushPending(fields, raw) else { return nil }
        }
        if size > fields.pointee.capacity { return writeLarge(raw, source, size) ? true : nil }
        memcpy(fields.pointee.bytes + fields.pointee.pending, source, size)
        fields.pointee.pending += size
        return true
    } ?? false
}

/// Write more than the buffer holds straight to the raw stream.
private func writeLarge(_ raw: Ref, _ source: UnsafeRawPointer, _ size: Int) -> Bool {
    var written = 0
    while written < size {
        // Reading only: a raw stream does not write to what it is given to write.
        let step = rawWrite(raw, UnsafeMutableRawPointer(mutating: source) + written, size - written)
        if step == wouldBlock {
            return raiseStatus(BtExc_BlockingIOError, "write could not complete without blocking") == 0
        }
        if step < 0 { return false }
        written += step
    }
    return true
}
