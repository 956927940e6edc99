internal import CBaton
internal import Glibc

// bytearray: layout, making, resizing and freeing.
//
// The bytes stand in one allocation of BtMem, with a 0 byte behind them. Bytes are cut off at the front by moving
// `ob_start`, so that a bytearray serves as a queue.

typealias ByteArrayRef = UnsafeMutablePointer<BtByteArrayObject>

enum ByteArray {
    /// Make a bytearray of `size` bytes that the caller sets.
    static func make(_ size: Int) -> Ref? {
        guard let array = makeObject(BtByteArray_Type_(), as: BtByteArrayObject.self) else { return nil }
        clear(array)
        guard size == 0 || resize(array, size) else {
            Bt_DECREF_(array.ref)
            return nil
        }
        return array.ref
    }

    static func make(copying span: ByteSpan) -> Ref? {
        guard let array = make(span.count) else { return nil }
        if span.count > 0 { memcpy(data(array), span.address, span.count) }
        return array
    }

    /// Set the fields of a bytearray without bytes.
    static func clear(_ array: ByteArrayRef) {
        array.pointee.ob_base.ob_size = 0
        array.pointee.ob_alloc = 0
        array.pointee.ob_bytes = nil
        array.pointee.ob_start = nil
        array.pointee.ob_exports = 0
    }

    @inline(__always)
    static func data(_ array: Ref) -> UnsafeMutablePointer<UInt8> {
        // SAFETY: because char and UInt8 have one layout.
        UnsafeMutableRawPointer(BtByteArray_AS_STRING_(array)!).assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always)
    static func span(_ array: Ref) -> ByteSpan { ByteSpan(start: data(array), count: Bytes.size(array)) }

    /// Whether the size may change; false: BufferError is set.
    @inline(__always)
    static func canResize(_ array: ByteArrayRef) -> Bool {
        guard array.pointee.ob_exports > 0 else { return true }
        return raise(BtExc_BufferError, "Existing exports of data: object cannot be re-sized") ?? false
    }

    /// Change the size; bytes that are added are not set. False: MemoryError or BufferError is set, nothing has changed.
    static func resize(_ array: ByteArrayRef, _ size: Int) -> Bool {
        let oldSize = array.pointee.ob_base.ob_size
        if size == oldSize { return true }
        guard canResize(array) else { return false }
        let lead = array.pointee.ob_bytes.map { array.pointee.ob_start - $0 } ?? 0
        let fits = size.addingReportingOverflow(lead + 1)
        guard !fits.overflow, size < Int.max - Int.max / 8 - 8 else { return raiseNoMemory() ?? false }

        if fits.partialValue <= array.pointee.ob_alloc && size >= array.pointee.ob_alloc / 2 {
            setSize(array, size)
            return true
        }
        // Grow by an eighth more than asked for, unless the step is a large one (a known final size).
        let isStep = size < array.pointee.ob_alloc + array.pointee.ob_alloc / 8
        let alloc = isStep && size > oldSize ? size + size >> 3 + (size < 9 ? 3 : 6) : size + 1
        return reallocate(array, alloc, keep: min(oldSize, size), size)
    }

    private static func reallocate(_ array: ByteArrayRef, _ alloc: Int, keep: Int, _ size: Int) -> Bool {
        let isAtFront = array.pointee.ob_bytes == array.pointee.ob_start
        if isAtFront {
            guard let memory = BtMem_Realloc(array.pointee.ob_bytes, alloc) else { return raiseNoMemory() ?? false }
            array.pointee.ob_bytes = memory.assumingMemoryBound(to: CChar.self)
        } else {
            guard let memory = BtMem_Malloc(alloc) else { return raiseNoMemory() ?? false }
            memcpy(memory, array.pointee.ob_start, keep)
            BtMem_Free(array.pointee.ob_bytes)
            array.pointee.ob_bytes = memory.assumingMemoryBound(to: CChar.self)
        }
        array.pointee.ob_start = array.pointee.ob_bytes
        array.pointee.ob_alloc = alloc
        setSize(array, size)
        return true
    }

    @inline(__always)
    static func setSize(_ array: ByteArrayRef, _ size: Int) {
        array.pointee.ob_base.ob_size = size
        array.pointee.ob_start[size] = 0
    }

    static func dealloc(_ object: Ref) {
        let array = object.as(BtByteArrayObject.self)
        if array.pointee.ob_exports > 0 {
            BtErr_SetString(BtExc_SystemError, "deallocated bytearray object has exported buffers")
            BtErr_WriteUnraisable(nil)
        }
        BtMem_Free(array.pointee.ob_bytes)
        if object.type == BtByteArray_Type_() {
            freeObject(object)
        } else {
            object.type.pointee.tp_free(UnsafeMutableRawPointer(object))
        }
    }

    /// Replace the bytes `low`..<`high` by others, which may not overlap the bytearray's own memory.
    static func splice(_ array: ByteArrayRef, _ low: Int, _ high: Int, _ values: ByteSpan) -> Bool {
        let size = array.pointee.ob_base.ob_size
        let growth = values.count - (high - low)
        if growth < 0 {
            guard canResize(array) else { return false }
            if low == 0 {
                array.pointee.ob_start -= growth
            } else {
                memmove(array.pointee.ob_start + high + growth, array.pointee.ob_start + high, size - high)
            }
            guard resizeAfterCut(array, size + growth) else { return false }
        } else if growth > 0 {
            guard size <= Int.max - growth else { return raiseNoMemory() ?? false }
            guard resize(array, size + growth) else { return false }
            memmove(array.pointee.ob_start + high + growth, array.pointee.ob_start + high, size - high)
        }
        if values.count > 0 { memcpy(array.pointee.ob_start + low, values.address, values.count) }
        return true
    }

    /// Take the new size over after bytes were moved out of the way; memory is given back when half of it is unused.
    private static func resizeAfterCut(_ array: ByteArrayRef, _ size: Int) -> Bool {
        if size >= array.pointee.ob_alloc / 2 {
            setSize(array, size)
            return true
        }
        return reallocate(array, size + 1, keep: size, size)
    }
}
