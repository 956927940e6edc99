internal import CBaton
internal import Glibc

// Copying between buffers, and the old protocol, which does not pin.

@c @implementation
public func BtObject_CopyData(_ destination: Ref!, _ source: Ref!) -> CInt {
    guard let destination, let source, Buffer.isSupported(by: destination), Buffer.isSupported(by: source) else {
        return raiseStatus(BtExc_TypeError, "both destination and source must be bytes-like objects")
    }
    var target = Bt_buffer()
    guard BtObject_GetBuffer(destination, &target, Buffer.full) == 0 else { return -1 }
    defer { BtBuffer_Release(&target) }
    var origin = Bt_buffer()
    guard BtObject_GetBuffer(source, &origin, Buffer.fullReadOnly) == 0 else { return -1 }
    defer { BtBuffer_Release(&origin) }
    guard target.len >= origin.len else {
        return raiseStatus(BtExc_BufferError, "destination is too small to receive data from source")
    }
    // By way of a copy: the two may overlap, or step differently.
    guard origin.len > 0 else { return 0 }
    guard let copy = BtMem_Malloc(origin.len) else { return raiseNoMemory() ?? -1 }
    defer { BtMem_Free(copy) }
    let order = Buffer.orderC
    guard BtBuffer_ToContiguous(copy, &origin, origin.len, order) == 0 else { return -1 }
    return BtBuffer_FromContiguous(&target, copy, origin.len, order)
}

@c @implementation
public func BtObject_AsReadBuffer(
    _ object: Ref!, _ buffer: UnsafeMutablePointer<UnsafeRawPointer?>!, _ size: UnsafeMutablePointer<Int>!
) -> CInt {
    guard let object, let buffer, let size else { return badInternalCallStatus() }
    return borrow(object, BtBUF_SIMPLE) {
        buffer.pointee = UnsafeRawPointer($0)
        size.pointee = $1
    }
}

@c @implementation
public func BtObject_AsCharBuffer(
    _ object: Ref!, _ buffer: UnsafeMutablePointer<UnsafePointer<CChar>?>!, _ size: UnsafeMutablePointer<Int>!
) -> CInt {
    guard let object, let buffer, let size else { return badInternalCallStatus() }
    return borrow(object, BtBUF_SIMPLE) {
        buffer.pointee = UnsafeRawPointer($0)?.assumingMemoryBound(to: CChar.self)
        size.pointee = $1
    }
}

@c @implementation
public func BtObject_AsWriteBuffer(
    _ object: Ref!, _ buffer: UnsafeMutablePointer<UnsafeMutableRawPointer?>!, _ size: UnsafeMutablePointer<Int>!
) -> CInt {
    guard let object, let buffer, let size else { return badInternalCallStatus() }
    let result = borrow(object, BtBUF_WRITABLE) {
        buffer.pointee = $0
        size.pointee = $1
    }
    guard result == 0 || BtErr_ExceptionMatches(BtExc_BufferError) == 0 else {
        BtErr_Clear()
        return raiseStatus(BtExc_TypeError, "expected a writable bytes-like object")
    }
    return result
}

@c @implementation
public func BtObject_CheckReadBuffer(_ object: Ref!) -> CInt {
    guard let object else { return 0 }
    guard borrow(object, BtBUF_SIMPLE, { _, _ in }) == 0 else {
        BtErr_Clear()
        return 0
    }
    return 1
}

/// Get a buffer, release it at once, and give its address and size.
private func borrow(_ object: Ref, _ flags: CInt, _ use: (UnsafeMutableRawPointer?, Int) -> Void) -> CInt {
    var view = Bt_buffer()
    guard BtObject_GetBuffer(object, &view, flags) == 0 else { return -1 }
    use(view.buf, view.len)
    BtBuffer_Release(&view)
    return 0
}
