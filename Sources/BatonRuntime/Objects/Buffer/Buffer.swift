internal import CBaton
internal import Glibc

// The buffer protocol: what consumers of buffers share. A view is a Bt_buffer on the consumer's stack.

typealias BufferRef = UnsafeMutablePointer<Bt_buffer>

enum Buffer {
    // Swift does not see the macros of buffer.h that combine others.
    static var nd: CInt { BtBUF_ND }
    static var strides: CInt { 0x10 | nd }
    static var contiguousC: CInt { 0x20 | strides }
    static var contiguousFortran: CInt { 0x40 | strides }
    static var anyContiguous: CInt { 0x80 | strides }
    static var full: CInt { fullReadOnly | BtBUF_WRITABLE }
    static var fullReadOnly: CInt { 0x100 | strides | BtBUF_FORMAT }

    /// The letter of an order, as the C API takes it.
    static var orderC: CChar { CChar(UInt8(ascii: "C")) }

    /// Get a simple buffer of an object and give its bytes to `body`, pinned while that runs. Nil: an exception is set.
    @inline(__always)
    static func withBytes<Result>(of object: Ref, _ body: (ByteSpan) -> Result?) -> Result? {
        if object.type == BtBytes_Type_() { return body(Bytes.span(object)) }
        var view = Bt_buffer()
        guard BtObject_GetBuffer(object, &view, BtBUF_SIMPLE) == 0 else { return nil }
        defer { BtBuffer_Release(&view) }
        return body(span(&view))
    }

    /// The bytes of a simple or contiguous buffer.
    static func span(_ view: BufferRef) -> ByteSpan {
        guard view.pointee.len > 0, let start = view.pointee.buf else {
            return ByteSpan(start: Bytes.data(Bytes.empty), count: 0)
        }
        // SAFETY: because the exporter says that `len` bytes stand at `buf`.
        return ByteSpan(start: UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self), count: view.pointee.len)
    }

    static func isSupported(by object: Ref) -> Bool {
        object.type.pointee.tp_as_buffer?.pointee.bf_getbuffer != nil
    }

    /// Number of elements of the dimensions, whose shape may be absent.
    static func isContiguousC(_ view: UnsafePointer<Bt_buffer>) -> Bool {
        let view = view.pointee
        // Without strides the memory is C-contiguous by definition; without bytes it is so trivially.
        guard view.len != 0, let strides = view.strides, let shape = view.shape else { return true }
        var expected = view.itemsize
        for index in stride(from: Int(view.ndim) - 1, through: 0, by: -1) {
            if shape[index] > 1 && strides[index] != expected { return false }
            expected *= shape[index]
        }
        return true
    }

    static func isContiguousFortran(_ view: UnsafePointer<Bt_buffer>) -> Bool {
        let view = view.pointee
        if view.len == 0 { return true }
        guard let strides = view.strides, let shape = view.shape else {
            // C-contiguous, which is the same only where at most one dimension has more than one element.
            guard view.ndim > 1, let shape = view.shape else { return true }
            return (0..<Int(view.ndim)).count { shape[$0] > 1 } <= 1
        }
        var expected = view.itemsize
        for index in 0..<Int(view.ndim) {
            if shape[index] > 1 && strides[index] != expected { return false }
            expected *= shape[index]
        }
        return true
    }

    /// Call `body` with the address of each element of `view`, in C or Fortran order; false if `body` said so.
    static func forEachElement(
        _ view: UnsafePointer<Bt_buffer>, fortran: Bool, _ body: (UnsafeMutableRawPointer) -> Void
    ) {
        let ndim = Int(view.pointee.ndim)
        guard ndim > 0, let shape = view.pointee.shape else {
            body(view.pointee.buf)
            return
        }
        withUnsafeTemporaryAllocation(of: Int.self, capacity: ndim) { indices in
            indices.initialize(repeating: 0)
            var left = (0..<ndim).reduce(1) { $0 * shape[$1] }
            while left > 0 {
                body(BtBuffer_GetPointer(view, indices.baseAddress))
                left -= 1
                advance(indices.baseAddress!, shape, ndim, fortran)
            }
        }
    }

    private static func advance(
        _ indices: UnsafeMutablePointer<Int>, _ shape: UnsafePointer<Int>, _ ndim: Int, _ fortran: Bool
    ) {
        for step in 0..<ndim {
            let index = fortran ? step : ndim - 1 - step
            indices[index] += 1
            if indices[index] < shape[index] { return }
            indices[index] = 0
        }
    }
}
