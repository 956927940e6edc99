internal import CBaton
internal import CBaton.Host

// BytesIO.getbuffer(): a view of the memory itself. While one is out, nothing may change the size.

extension UnsafeMutablePointer where Pointee == BtObject {
    fileprivate var viewed: UnsafeMutablePointer<BtBytesFileBufferObject_> { self.as(BtBytesFileBufferObject_.self) }
}

func makeBytesFileBufferType() -> Bool {
    _bt_io.bytes_buffer = makeNativeType("_io._BytesIOBuffer") { type in
        type.pointee.tp_basicsize = MemoryLayout<BtBytesFileBufferObject_>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_DISALLOW_INSTANTIATION)
        type.pointee.tp_dealloc = { object in
            BtObject_GC_UnTrack(object)
            release(object!.viewed.pointee.source)
            freeObject(object!)
        }
        type.pointee.tp_traverse = { visitField($0!.viewed.pointee.source, $1, $2) }
        type.pointee.tp_as_buffer = permanent(
            BtBufferProcs(
                bf_getbuffer: { object, view, flags in
                    let fields = object!.viewed.pointee.source.memoryFile
                    let status = BtBuffer_FillInfo(
                        view, object, fields.pointee.bytes, fields.pointee.count, 0, flags)
                    if status == 0 { fields.pointee.exports += 1 }
                    return status
                },
                bf_releasebuffer: { object, _ in object!.viewed.pointee.source.memoryFile.pointee.exports -= 1 }))
    }
    return _bt_io.bytes_buffer != nil
}

/// A view of the memory of an open BytesIO; nil with an exception set.
func viewOfBytesFile(_ file: Ref) -> Ref? {
    let fields = file.memoryFile
    // A view has an address, also where there is nothing to view.
    guard fields.pointee.bytes != nil || reserveMemory(fields, 1, width: 1) else { return nil }
    guard let type = _bt_io.bytes_buffer, let viewed = makeObject(type, as: BtBytesFileBufferObject_.self) else {
        return nil
    }
    viewed.pointee.source = newReference(file)
    BtObject_GC_Track(viewed)
    defer { Bt_DECREF_(viewed.ref) }
    return BtMemoryView_FromObject(viewed.ref)
}

/// Whether a BytesIO may change its size; if not, BufferError is set.
func isResizable(_ fields: MemoryFileRef) -> Bool {
    fields.pointee.exports == 0
        || raiseStatus(BtExc_BufferError, "Existing exports of data: object cannot be re-sized") == 0
}
