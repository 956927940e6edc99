public import CBaton

/// A reference to an object of the runtime, owned: dropped when the value's life ends.
///
/// It can be made, read and changed with an ``Attached`` token only; kept, moved, stored in a `~Copyable` type and handed to
/// another thread without one. A second reference is taken explicitly, ``Attached/copy(_:)``. It costs what a reference costs in
/// C: no Swift object stands behind it.
///
/// - Lock: when the value's life ends attached, the reference is dropped at once, which may run any code (R6). When it ends
///   detached, the reference waits in a list, and is dropped by the next thread that attaches.
@frozen
public struct Object: ~Copyable, @unchecked Sendable {
    // SAFETY (@unchecked Sendable): because every use of the reference asks for a token, and counting is right on any thread.

    /// The reference itself, for the C API. It is borrowed: good while this value lives, and used attached only (R1).
    public let unsafeReference: Reference

    /// Take over a new reference from the C API.
    @inlinable @inline(__always)
    public init(unsafeOwned reference: Reference) { unsafeReference = reference }

    /// Take a reference of one's own to what the C API lent.
    @inlinable @inline(__always)
    public init(unsafeBorrowed reference: Reference, _ lock: borrowing Attached) {
        Bt_INCREF_(reference)
        unsafeReference = reference
    }

    /// Give the reference to the C API, whose it is from then on.
    @inlinable @inline(__always)
    public consuming func unsafeRelease() -> Reference {
        let reference = unsafeReference
        discard self
        return reference
    }

    @inlinable @inline(__always)
    deinit { Bt_DECREF_ANY_STATE_(unsafeReference) }
}

/// A reference of the C API: a pointer to an object, with whatever ownership its place says.
public typealias Reference = UnsafeMutablePointer<BtObject>

extension Attached {
    /// Take another reference to the same object.
    @inlinable @inline(__always)
    public borrowing func copy(_ object: borrowing Object) -> Object {
        Object(unsafeBorrowed: object.unsafeReference, self)
    }

    /// The object `None`.
    @inlinable
    public var none: Object { Object(unsafeOwned: _bt_none_()) }

    /// Whether the object is `None`.
    @inlinable
    public borrowing func isNone(_ object: borrowing Object) -> Bool { object.unsafeReference == _bt_none_() }

    /// Whether both are the same object.
    @inlinable
    public borrowing func isSame(_ left: borrowing Object, _ right: borrowing Object) -> Bool {
        Bt_Is(left.unsafeReference, right.unsafeReference) != 0
    }

    /// A new reference, or the exception that is set if there is none (R9).
    @inlinable @inline(__always)
    borrowing func checked(_ reference: Reference?) throws(Exception) -> Object {
        guard let reference else { throw Exception.taken(self) }
        return Object(unsafeOwned: reference)
    }

    /// A status of the C API: below 0 an exception is set (R9).
    @inlinable @inline(__always) @discardableResult
    borrowing func checked<Status: BinaryInteger>(_ status: Status) throws(Exception) -> Status {
        guard status >= 0 else { throw Exception.taken(self) }
        return status
    }
}
