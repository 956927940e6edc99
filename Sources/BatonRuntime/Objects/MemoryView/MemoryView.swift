internal import CBaton
internal import Glibc

// memoryview: layout, making, releasing.
//
// A managed buffer holds the one buffer that was got from the exporter; memoryviews on it, and slices and casts of those,
// share it. The buffer goes back when the last view is released or freed.

typealias MemoryViewRef = UnsafeMutablePointer<BtMemoryViewObject>
typealias ManagedBufferRef = UnsafeMutablePointer<BtManagedBufferObject_>

enum MemoryView {
    static func isOne(_ object: Ref) -> Bool { object.type == BtMemoryView_Type_() }

    @inline(__always)
    static func view(_ memory: Ref) -> BufferRef { BtMemoryView_GET_BUFFER_(memory) }

    // MARK: The managed buffer

    static func makeManagedBuffer() -> ManagedBufferRef? {
        guard let buffer = makeObject(_bt_managed_buffer_type_(), as: BtManagedBufferObject_.self) else {
            return nil
        }
        buffer.pointee.flags = 0
        buffer.pointee.exports = 0
        buffer.pointee.master = Bt_buffer()
        track(buffer.ref)
        return buffer
    }

    static func makeManagedBuffer(of object: Ref) -> ManagedBufferRef? {
        guard let buffer = makeManagedBuffer() else { return nil }
        guard BtObject_GetBuffer(object, &buffer.pointee.master, Buffer.fullReadOnly) == 0 else {
            buffer.pointee.master.obj = nil
            Bt_DECREF_(buffer.ref)
            return nil
        }
        return buffer
    }

    /// Give the buffer back to the exporter, once.
    static func release(_ buffer: ManagedBufferRef) {
        guard buffer.pointee.flags & BT_MANAGED_BUFFER_RELEASED == 0 else { return }
        buffer.pointee.flags |= BT_MANAGED_BUFFER_RELEASED
        BtBuffer_Release(&buffer.pointee.master)
    }

    // MARK: Making

    /// Make a memoryview of an object that offers a buffer, or of another memoryview.
    static func make(of object: Ref) -> Ref? {
        if isOne(object) {
            guard isAccessible(object) else { return nil }
            return make(on: object.as(BtMemoryViewObject.self).pointee.mbuf, like: view(object))
        }
        guard Buffer.isSupported(by: object) else {
            return raise(BtExc_TypeError, "memoryview: a bytes-like object is required, not '\(typeName(object))'")
        }
        guard let buffer = makeManagedBuffer(of: object) else { return nil }
        defer { Bt_DECREF_(buffer.ref) }
        return make(on: buffer, like: &buffer.pointee.master)
    }

    /// Make a view of a managed buffer that shows what `source` describes.
    static func make(on buffer: ManagedBufferRef, like source: BufferRef) -> Ref? {
        let ndim = Int(source.pointee.ndim)
        guard let memory = make(on: buffer, like: source, room: ndim) else { return nil }
        setShape(view(memory.ref), like: source, memory)
        setFlags(memory)
        return memory.ref
    }

    /// As above with room for `room` dimensions, and without shape, strides and flags.
    static func make(on buffer: ManagedBufferRef, like source: BufferRef, room: Int) -> MemoryViewRef? {
        guard room <= Int(BtBUF_MAX_NDIM) else {
            return raise(BtExc_ValueError, "memoryview: number of dimensions must not exceed \(BtBUF_MAX_NDIM)")
        }
        let extra = max(0, 3 * room - 1) * MemoryLayout<Int>.stride
        guard let memory = makeObject(BtMemoryView_Type_(), as: BtMemoryViewObject.self, extraBytes: extra)
        else {
            return nil
        }
        memory.pointee.ob_base.ob_size = room
        memory.pointee.mbuf = buffer
        Bt_INCREF_(buffer.ref)
        memory.pointee.hash = -1
        memory.pointee.flags = 0
        memory.pointee.exports = 0
        memory.pointee.weakreflist = nil
        let array = dimensions(memory)
        memory.pointee.view = source.pointee
        memory.pointee.view.format = source.pointee.format ?? UnsafeMutablePointer(mutating: cString("B"))
        memory.pointee.view.shape = array
        memory.pointee.view.strides = array + room
        memory.pointee.view.suboffsets = source.pointee.suboffsets == nil ? nil : array + 2 * room
        memory.pointee.view.internal = nil
        locked(buffer.ref) { buffer.pointee.exports += 1 }
        track(memory.ref)
        return memory
    }

    /// Where shape, strides and suboffsets stand, one behind the other.
    private static func dimensions(_ memory: MemoryViewRef) -> UnsafeMutablePointer<Int> {
        let offset = MemoryLayout<BtMemoryViewObject>.offset(of: \.ob_array)!
        // SAFETY: because the object was made with room for them there.
        return (UnsafeMutableRawPointer(memory) + offset).assumingMemoryBound(to: Int.self)
    }

    private static func setShape(_ target: BufferRef, like source: BufferRef, _ memory: MemoryViewRef) {
        let ndim = Int(source.pointee.ndim)
        guard ndim > 0, let shape = target.pointee.shape, let strides = target.pointee.strides else {
            target.pointee.shape = nil
            target.pointee.strides = nil
            target.pointee.suboffsets = nil
            return
        }
        if let given = source.pointee.shape {
            shape.update(from: given, count: ndim)
        } else {
            shape[0] = source.pointee.itemsize > 0 ? source.pointee.len / source.pointee.itemsize : 0
        }
        if let given = source.pointee.strides {
            strides.update(from: given, count: ndim)
        } else {
            BtBuffer_FillContiguousStrides(
                CInt(ndim), shape, strides, CInt(truncatingIfNeeded: source.pointee.itemsize), Buffer.orderC)
        }
        if let given = source.pointee.suboffsets { target.pointee.suboffsets.update(from: given, count: ndim) }
    }

    /// Note what the shape and strides amount to.
    static func setFlags(_ memory: MemoryViewRef) {
        let view = view(memory.ref)
        var flags: CInt = 0
        if view.pointee.ndim == 0 {
            flags = BT_MEMORYVIEW_SCALAR | BT_MEMORYVIEW_C | BT_MEMORYVIEW_FORTRAN
        } else {
            if Buffer.isContiguousC(view) { flags |= BT_MEMORYVIEW_C }
            if Buffer.isContiguousFortran(view) { flags |= BT_MEMORYVIEW_FORTRAN }
        }
        if view.pointee.suboffsets != nil {
            flags |= BT_MEMORYVIEW_PIL
            flags &= ~(BT_MEMORYVIEW_C | BT_MEMORYVIEW_FORTRAN)
        }
        memory.pointee.flags = flags
    }

    /// Compute the number of bytes from the shape.
    static func setLength(_ view: BufferRef) {
        var length = view.pointee.itemsize
        for index in 0..<Int(view.pointee.ndim) { length *= view.pointee.shape[index] }
        view.pointee.len = length
    }

    // MARK: Releasing

    static func isReleased(_ memory: Ref) -> Bool {
        let object = memory.as(BtMemoryViewObject.self)
        return object.pointee.flags & BT_MEMORYVIEW_RELEASED != 0
            || object.pointee.mbuf.pointee.flags & BT_MANAGED_BUFFER_RELEASED != 0
    }

    /// Whether the memory may be touched; false: ValueError is set.
    @inline(__always)
    static func isAccessible(_ memory: Ref) -> Bool {
        if !isReleased(memory) { return true }
        return raise(BtExc_ValueError, "operation forbidden on released memoryview object") ?? false
    }

    /// Release a memoryview; false: BufferError is set, others hold buffers of it.
    static func release(_ memory: Ref) -> Bool {
        let object = memory.as(BtMemoryViewObject.self)
        let buffer = object.pointee.mbuf!
        var isLast = false
        let exports: Int = locked(buffer.ref) {
            guard object.pointee.flags & BT_MEMORYVIEW_RELEASED == 0 else { return 0 }
            guard object.pointee.exports == 0 else { return object.pointee.exports }
            object.pointee.flags |= BT_MEMORYVIEW_RELEASED
            buffer.pointee.exports -= 1
            isLast = buffer.pointee.exports == 0
            return 0
        }
        if isLast { release(buffer) }
        guard exports > 0 else { return true }
        return raise(
            BtExc_BufferError, "memoryview has \(exports) exported buffer\(exports == 1 ? "" : "s")") ?? false
    }

    static func dealloc(_ memory: Ref) {
        BtObject_ClearWeakRefs(memory)
        _ = release(memory)
        Bt_DECREF_(memory.as(BtMemoryViewObject.self).pointee.mbuf.ref)
        freeObject(memory)
    }
}
