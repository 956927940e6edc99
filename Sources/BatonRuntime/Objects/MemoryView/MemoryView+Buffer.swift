internal import CBaton

// A memoryview as an exporter.

extension MemoryView {
    static func getBuffer(_ memory: Ref, _ target: BufferRef, _ flags: CInt) -> CInt {
        target.pointee.obj = nil
        guard isAccessible(memory) else { return -1 }
        let object = memory.as(BtMemoryViewObject.self)
        let source = view(memory)
        let has = { (flag: CInt) in object.pointee.flags & flag != 0 }
        let wants = { (request: CInt) in flags & request == request }
        if wants(BtBUF_WRITABLE) && source.pointee.readonly != 0 {
            return fail("underlying buffer is not writable")
        }
        if wants(Buffer.contiguousC) && !has(BT_MEMORYVIEW_C) {
            return fail("underlying buffer is not C-contiguous")
        }
        if wants(Buffer.contiguousFortran) && !has(BT_MEMORYVIEW_FORTRAN) {
            return fail("underlying buffer is not Fortran contiguous")
        }
        if wants(Buffer.anyContiguous) && !has(BT_MEMORYVIEW_C) && !has(BT_MEMORYVIEW_FORTRAN) {
            return fail("underlying buffer is not contiguous")
        }
        if !wants(0x100 | Buffer.strides) && has(BT_MEMORYVIEW_PIL) {
            return fail("underlying buffer requires suboffsets")
        }
        if !wants(Buffer.strides) && !has(BT_MEMORYVIEW_C) {
            return fail("underlying buffer is not C-contiguous")
        }
        if !wants(BtBUF_ND) && wants(BtBUF_FORMAT) {
            return fail("cannot cast to unsigned bytes if the format flag is present")
        }
        target.pointee = source.pointee
        if !wants(BtBUF_FORMAT) { target.pointee.format = nil }
        if !wants(Buffer.strides) { target.pointee.strides = nil }
        if !wants(BtBUF_ND) {
            target.pointee.ndim = 1
            target.pointee.shape = nil
        }
        target.pointee.obj = newReference(memory)
        locked(object.pointee.mbuf.ref) { object.pointee.exports += 1 }
        return 0
    }

    private static func fail(_ message: String) -> CInt { raiseStatus(BtExc_BufferError, "memoryview: \(message)") }

    static func releaseBuffer(_ memory: Ref) {
        let object = memory.as(BtMemoryViewObject.self)
        locked(object.pointee.mbuf.ref) { object.pointee.exports -= 1 }
    }

    /// A contiguous memoryview of an object: on its memory, or on a copy.
    static func contiguous(_ object: Ref, isWriting: Bool, _ order: CChar) -> Ref? {
        guard let memory = make(of: object) else { return nil }
        let source = view(memory)
        if isWriting && source.pointee.readonly != 0 {
            Bt_DECREF_(memory)
            return raise(BtExc_BufferError, "underlying buffer is not writable")
        }
        if BtBuffer_IsContiguous(source, order) != 0 { return memory }
        defer { Bt_DECREF_(memory) }
        guard !isWriting else {
            return raise(
                BtExc_BufferError, "writable contiguous buffer requested for a non-contiguous object.")
        }
        return copy(source, order)
    }

    private static func copy(_ source: BufferRef, _ order: CChar) -> Ref? {
        let bytes = Bytes.make(source.pointee.len) {
            BtBuffer_ToContiguous($0, source, source.pointee.len, order) == 0
        }
        guard let bytes else { return nil }
        defer { Bt_DECREF_(bytes) }
        guard let buffer = makeManagedBuffer(of: bytes) else { return nil }
        defer { Bt_DECREF_(buffer.ref) }
        // The copy has the shape of the original over the memory of the bytes.
        var shown = source.pointee
        shown.buf = buffer.pointee.master.buf
        shown.obj = buffer.pointee.master.obj
        shown.readonly = 1
        shown.suboffsets = nil
        guard let memory = make(on: buffer, like: &shown) else { return nil }
        let target = view(memory)
        if target.pointee.ndim > 0 {
            BtBuffer_FillContiguousStrides(
                target.pointee.ndim, target.pointee.shape, target.pointee.strides,
                CInt(truncatingIfNeeded: target.pointee.itemsize), order)
        }
        setFlags(memory.as(BtMemoryViewObject.self))
        return memory
    }
}
