public import CBaton

/// The memory of an object, pinned for reading: it stays in place, and can be read detached, until this value's life ends.
///
/// Made by ``Attached/pin(_:)`` before a `detach`, read inside it (R2). Several threads may read one at a time; who writes
/// meanwhile is the program's business (R8).
///
/// - Lock: when the value's life ends attached, the buffer is released at once; detached, by the next thread that attaches.
public struct Pin: ~Copyable, @unchecked Sendable {
    // SAFETY (@unchecked Sendable): because what is read of it does not change, and the memory is in place until its end.
    @usableFromInline let view: Bt_buffer

    @inlinable
    init(view: Bt_buffer) { self.view = view }

    /// The number of bytes.
    @inlinable
    public var count: Int { view.len }

    /// The bytes of one element.
    @inlinable
    public var elementSize: Int { view.itemsize }

    /// The kind of the elements, in the words of Python's `struct` module; "B", plain bytes, if the object does not say.
    public var format: String { view.format.map { String(cString: $0) } ?? "B" }

    /// Call `body` with the bytes.
    ///
    /// - Lock: either.
    @inlinable @inline(__always)
    public borrowing func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (RawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(start: view.buf, count: view.len).bytes)
    }

    /// Call `body` with the elements.
    ///
    /// - Lock: either.
    /// - Throws: a `TypeError` if the elements of the object are not as large as `Element`; what `body` throws.
    @inlinable
    public borrowing func withElements<Element: BitwiseCopyable, Result: ~Copyable>(
        of type: Element.Type, _ body: (Span<Element>) throws -> Result
    ) throws -> Result {
        let elements = try elements(of: view, as: type)
        return try body(UnsafeBufferPointer(elements).span)
    }

    @inlinable
    deinit {
        var view = view
        BtBuffer_ReleaseAnyState(&view)
    }
}

/// The memory of an object, pinned for writing. See ``Pin``; one at a time may write, which the compiler sees to.
public struct WritablePin: ~Copyable, @unchecked Sendable {
    // SAFETY (@unchecked Sendable): because writing asks for exclusive access, and the memory is in place until its end.
    @usableFromInline let view: Bt_buffer

    @inlinable
    init(view: Bt_buffer) { self.view = view }

    /// The number of bytes.
    @inlinable
    public var count: Int { view.len }

    /// Call `body` with the bytes.
    ///
    /// - Lock: either.
    @inlinable @inline(__always)
    public mutating func withBytes<Result: ~Copyable, Failure: Error>(
        _ body: (inout MutableRawSpan) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var span = UnsafeMutableRawBufferPointer(start: view.buf, count: view.len).mutableBytes
        return try body(&span)
    }

    /// Call `body` with the elements.
    ///
    /// - Lock: either.
    /// - Throws: a `TypeError` if the elements of the object are not as large as `Element`; what `body` throws.
    @inlinable
    public mutating func withElements<Element: BitwiseCopyable, Result: ~Copyable>(
        of type: Element.Type, _ body: (inout MutableSpan<Element>) throws -> Result
    ) throws -> Result {
        let elements = try elements(of: view, as: type)
        var span = elements.mutableSpan
        return try body(&span)
    }

    @inlinable
    deinit {
        var view = view
        BtBuffer_ReleaseAnyState(&view)
    }
}

/// The elements of a pinned buffer. Plain bytes may be read as elements of any size that divides their number.
@inlinable
func elements<Element: BitwiseCopyable>(
    of view: Bt_buffer, as type: Element.Type
) throws(Exception) -> UnsafeMutableBufferPointer<Element> {
    let size = MemoryLayout<Element>.stride
    let isAligned = UInt(bitPattern: view.buf) % UInt(MemoryLayout<Element>.alignment) == 0
    guard view.itemsize == size || view.itemsize == 1, view.len % size == 0, isAligned else {
        throw Exception(
            .typeError, "expected elements of \(size) bytes, got \(view.len) bytes in elements of \(view.itemsize)")
    }
    return UnsafeMutableBufferPointer(start: view.buf?.assumingMemoryBound(to: type), count: view.len / size)
}

extension Attached {
    /// Pin the memory of an object for reading: of `bytes`, `bytearray`, `memoryview`, or whatever exports a contiguous buffer.
    ///
    /// - Lock: attached.
    /// - Throws: `TypeError` if it exports none, `BufferError` if it is not contiguous.
    @inlinable
    public borrowing func pin(_ object: borrowing Object) throws(Exception) -> Pin {
        Pin(view: try exported(object, BtBUF_C_CONTIGUOUS | BtBUF_FORMAT))
    }

    /// Pin the memory of an object for writing.
    ///
    /// - Throws: as ``pin(_:)``, and `BufferError` if the object does not let itself be changed.
    @inlinable
    public borrowing func pinForWriting(_ object: borrowing Object) throws(Exception) -> WritablePin {
        WritablePin(view: try exported(object, BtBUF_C_CONTIGUOUS | BtBUF_FORMAT | BtBUF_WRITABLE))
    }

    @inlinable
    borrowing func exported(_ object: borrowing Object, _ flags: CInt) throws(Exception) -> Bt_buffer {
        var view = Bt_buffer()
        try checked(BtObject_GetBuffer(object.unsafeReference, &view, flags))
        return view
    }
}
