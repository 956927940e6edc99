public import CBaton
internal import CBaton.Host
internal import Glibc

@c @implementation
public func BtObject_CheckBuffer(_ object: Ref!) -> CInt { Buffer.isSupported(by: object) ? 1 : 0 }

@c @implementation
public func BtObject_GetBuffer(_ object: Ref!, _ view: UnsafeMutablePointer<Bt_buffer>!, _ flags: CInt) -> CInt {
    guard let object, let view, flags != BtBUF_READ, flags != BtBUF_WRITE else {
        view?.pointee.obj = nil
        return badInternalCallStatus()
    }
    guard let getBuffer = object.type.pointee.tp_as_buffer?.pointee.bf_getbuffer else {
        view.pointee.obj = nil
        return raiseStatus(BtExc_TypeError, "a bytes-like object is required, not '\(typeName(object))'")
    }
    let status = getBuffer(object, view, flags)
    if _bt_check.is_on != 0, status == 0 { _bt_check_buffer_got(object, view, flags) }
    return status
}

@c @implementation
public func BtBuffer_Release(_ view: UnsafeMutablePointer<Bt_buffer>!) {
    guard let view, let exporter = view.pointee.obj else { return }
    if _bt_check.is_on != 0 { _bt_check_buffer_released(view) }
    if let releaseBuffer = exporter.type.pointee.tp_as_buffer?.pointee.bf_releasebuffer {
        releaseBuffer(exporter, view)
    }
    view.pointee.obj = nil
    Bt_DECREF_(exporter)
}

@c @implementation
public func BtBuffer_FillInfo(
    _ view: UnsafeMutablePointer<Bt_buffer>!, _ exporter: Ref!, _ buf: UnsafeMutableRawPointer!, _ len: Int,
    _ readonly: CInt, _ flags: CInt
) -> CInt {
    guard let view else {
        return raiseStatus(BtExc_BufferError, "BtBuffer_FillInfo: view==NULL argument is obsolete")
    }
    guard flags != BtBUF_READ, flags != BtBUF_WRITE else {
        view.pointee.obj = nil
        return badInternalCallStatus()
    }
    guard flags & BtBUF_WRITABLE == 0 || readonly == 0 else {
        view.pointee.obj = nil
        return raiseStatus(BtExc_BufferError, "Object is not writable.")
    }
    view.pointee.obj = exporter.map(newReference)
    view.pointee.buf = buf
    view.pointee.len = len
    view.pointee.readonly = readonly
    view.pointee.itemsize = 1
    view.pointee.format = flags & BtBUF_FORMAT != 0 ? UnsafeMutablePointer(mutating: cString("B")) : nil
    view.pointee.ndim = 1
    // The one dimension and its stride are fields of the view itself.
    let raw = UnsafeMutableRawPointer(view)
    view.pointee.shape =
        flags & BtBUF_ND != 0
        ? (raw + MemoryLayout<Bt_buffer>.offset(of: \.len)!).assumingMemoryBound(to: Int.self) : nil
    view.pointee.strides =
        flags & Buffer.strides == Buffer.strides
        ? (raw + MemoryLayout<Bt_buffer>.offset(of: \.itemsize)!).assumingMemoryBound(to: Int.self) : nil
    view.pointee.suboffsets = nil
    view.pointee.internal = nil
    return 0
}

@c @implementation
public func BtBuffer_IsContiguous(_ view: UnsafePointer<Bt_buffer>!, _ order: CChar) -> CInt {
    if view.pointee.suboffsets != nil { return 0 }
    switch UInt8(bitPattern: order) {
    case UInt8(ascii: "C"): return Buffer.isContiguousC(view) ? 1 : 0
    case UInt8(ascii: "F"): return Buffer.isContiguousFortran(view) ? 1 : 0
    case UInt8(ascii: "A"): return Buffer.isContiguousC(view) || Buffer.isContiguousFortran(view) ? 1 : 0
    default: return 0
    }
}

@c @implementation
public func BtBuffer_GetPointer(
    _ view: UnsafePointer<Bt_buffer>!, _ indices: UnsafePointer<Int>!
) -> UnsafeMutableRawPointer! {
    var element = view.pointee.buf!
    var implied = view.pointee.itemsize
    if view.pointee.strides == nil, view.pointee.ndim > 1, let shape = view.pointee.shape {
        for index in 1..<Int(view.pointee.ndim) { implied *= shape[index] }
    }
    for index in 0..<Int(view.pointee.ndim) {
        if let strides = view.pointee.strides {
            element += strides[index] * indices[index]
        } else {
            element += implied * indices[index]
            if index + 1 < Int(view.pointee.ndim) { implied /= view.pointee.shape[index + 1] }
        }
        if let suboffsets = view.pointee.suboffsets, suboffsets[index] >= 0 {
            element = element.assumingMemoryBound(to: UnsafeMutableRawPointer.self).pointee + suboffsets[index]
        }
    }
    return element
}

@c @implementation
public func BtBuffer_FillContiguousStrides(
    _ ndims: CInt, _ shape: UnsafePointer<Int>!, _ strides: UnsafeMutablePointer<Int>!, _ itemsize: CInt,
    _ order: CChar
) {
    var size = Int(itemsize)
    let fortran = UInt8(bitPattern: order) == UInt8(ascii: "F")
    for step in 0..<Int(ndims) {
        let index = fortran ? step : Int(ndims) - 1 - step
        strides[index] = size
        size *= shape[index]
    }
}

@c @implementation
public func BtBuffer_SizeFromFormat(_ format: UnsafePointer<CChar>!) -> Int {
    guard let format else { return Int(badInternalCallStatus()) }
    return StructFormat.size(of: format) ?? -1
}

@c @implementation
public func BtBuffer_ToContiguous(
    _ buf: UnsafeMutableRawPointer!, _ view: UnsafePointer<Bt_buffer>!, _ len: Int, _ order: CChar
) -> CInt {
    guard len == view.pointee.len else {
        return raiseStatus(BtExc_ValueError, "BtBuffer_ToContiguous: len != view->len")
    }
    if BtBuffer_IsContiguous(view, order) != 0 {
        if len > 0 { memcpy(buf, view.pointee.buf, len) }
        return 0
    }
    if len == 0 { return 0 }
    var target = buf!
    let itemsize = view.pointee.itemsize
    Buffer.forEachElement(view, fortran: UInt8(bitPattern: order) == UInt8(ascii: "F")) {
        memcpy(target, $0, itemsize)
        target += itemsize
    }
    return 0
}

@c @implementation
public func BtBuffer_FromContiguous(
    _ view: UnsafePointer<Bt_buffer>!, _ buf: UnsafeRawPointer!, _ len: Int, _ order: CChar
) -> CInt {
    let len = min(len, view.pointee.len)
    guard len > 0 else { return 0 }
    if BtBuffer_IsContiguous(view, order) != 0 {
        memcpy(view.pointee.buf, buf, len)
        return 0
    }
    var source = buf!
    let itemsize = view.pointee.itemsize
    var left = len / itemsize
    Buffer.forEachElement(view, fortran: UInt8(bitPattern: order) == UInt8(ascii: "F")) {
        guard left > 0 else { return }
        memcpy($0, source, itemsize)
        source += itemsize
        left -= 1
    }
    return 0
}
