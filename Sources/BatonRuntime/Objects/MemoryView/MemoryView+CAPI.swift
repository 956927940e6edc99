public import CBaton

@c @implementation
public func BtMemoryView_FromObject(_ object: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    return MemoryView.make(of: object)
}

@c @implementation
public func BtMemoryView_FromMemory(_ memory: UnsafeMutablePointer<CChar>!, _ size: Int, _ flags: CInt) -> Ref! {
    guard flags == BtBUF_READ || flags == BtBUF_WRITE, size >= 0, memory != nil || size == 0 else {
        return badInternalCall()
    }
    guard let buffer = MemoryView.makeManagedBuffer() else { return nil }
    defer { Bt_DECREF_(buffer.ref) }
    let readonly: CInt = flags == BtBUF_WRITE ? 0 : 1
    BtBuffer_FillInfo(&buffer.pointee.master, nil, memory, size, readonly, Buffer.fullReadOnly)
    return MemoryView.make(on: buffer, like: &buffer.pointee.master)
}

@c @implementation
public func BtMemoryView_FromBuffer(_ info: UnsafePointer<Bt_buffer>!) -> Ref! {
    guard let info else { return badInternalCall() }
    guard info.pointee.buf != nil else {
        return raise(BtExc_ValueError, "BtMemoryView_FromBuffer(): info->buf must not be NULL")
    }
    guard let buffer = MemoryView.makeManagedBuffer() else { return nil }
    defer { Bt_DECREF_(buffer.ref) }
    buffer.pointee.master = info.pointee
    // The caller keeps the exporter, and releases it.
    buffer.pointee.master.obj = nil
    guard let memory = MemoryView.make(on: buffer, like: &buffer.pointee.master) else { return nil }
    // The caller's arrays may go away; the view has copies.
    buffer.pointee.master.shape = nil
    buffer.pointee.master.strides = nil
    buffer.pointee.master.suboffsets = nil
    return memory
}

@c @implementation
public func BtMemoryView_GetContiguous(_ object: Ref!, _ buffertype: CInt, _ order: CChar) -> Ref! {
    guard let object, buffertype == BtBUF_READ || buffertype == BtBUF_WRITE else { return badInternalCall() }
    return MemoryView.contiguous(object, isWriting: buffertype == BtBUF_WRITE, order)
}
