public import CBaton

/// A Swift value of which an object can be made: what arguments, items and results may be.
public protocol ObjectConvertible: ~Copyable {
    /// An object with this value.
    ///
    /// - Lock: attached.
    /// - Throws: `MemoryError`, or what making it raised.
    borrowing func object(_ lock: borrowing Attached) throws(Exception) -> Object
}

/// A Swift value that can be made of an object.
public protocol ConvertibleFromObject {
    /// The value of an object.
    ///
    /// - Lock: attached; may run any code of the object's type (R6).
    /// - Throws: `TypeError` for an object of another kind, `OverflowError` for a number that does not fit.
    init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception)
}

extension Attached {
    /// An object with the value: `int`, `float`, `bool`, `str`, `bytes` (of `[UInt8]`), `list`, `dict`, `None` (of nil).
    @inlinable
    public borrowing func object(_ value: borrowing some ObjectConvertible & ~Copyable) throws(Exception) -> Object {
        try value.object(self)
    }

    /// The value of an object.
    @inlinable
    public borrowing func value<Value: ConvertibleFromObject>(
        _ object: borrowing Object, as type: Value.Type = Value.self
    ) throws(Exception) -> Value {
        try Value(object, self)
    }
}

extension Object: ObjectConvertible {
    @inlinable
    public borrowing func object(_ lock: borrowing Attached) throws(Exception) -> Object { lock.copy(self) }
}

extension Int: ObjectConvertible, ConvertibleFromObject {
    @inlinable
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        try lock.checked(BtLong_FromSsize_t(self))
    }

    @inlinable
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self = BtLong_AsSsize_t(object.unsafeReference)
        if self == -1, BtErr_Occurred() != nil { throw Exception.taken(lock) }
    }
}

extension UInt8: ObjectConvertible, ConvertibleFromObject {
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        try Int(self).object(lock)
    }

    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        let value = try Int(object, lock)
        guard let byte = UInt8(exactly: value) else {
            throw Exception(.overflowError, "expected a number from 0 to 255, got \(value)")
        }
        self = byte
    }
}

extension Double: ObjectConvertible, ConvertibleFromObject {
    @inlinable
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        try lock.checked(BtFloat_FromDouble(self))
    }

    @inlinable
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self = BtFloat_AsDouble(object.unsafeReference)
        if self == -1, BtErr_Occurred() != nil { throw Exception.taken(lock) }
    }
}

extension Bool: ObjectConvertible, ConvertibleFromObject {
    @inlinable
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        Object(unsafeOwned: self ? _bt_true_() : _bt_false_())
    }

    /// Whether the object counts as true.
    @inlinable
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self = try lock.isTrue(object)
    }
}
