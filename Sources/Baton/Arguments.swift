internal import CBaton

/// The positional arguments of a call from a script.
public struct Arguments: ~Copyable {
    @usableFromInline let first: UnsafePointer<Reference?>?
    /// How many there are.
    public let count: Int

    /// - Parameter first: borrowed references, which the caller holds for the length of the call.
    @inlinable @inline(__always)
    init(unsafe first: UnsafePointer<Reference?>?, count: Int) {
        (self.first, self.count) = (first, count)
    }

    /// Check the number of arguments.
    ///
    /// - Parameter function: the name that the message has.
    /// - Throws: a `TypeError` if it is another.
    @inlinable
    public borrowing func expect(_ range: ClosedRange<Int>, of function: StaticString) throws(Exception) {
        guard range.contains(count) else { throw Arguments.wrongCount(range, function, count) }
    }

    /// Check the number of arguments.
    @inlinable
    public borrowing func expect(_ number: Int, of function: StaticString) throws(Exception) {
        guard count == number else { throw Arguments.wrongCount(number...number, function, count) }
    }

    @usableFromInline
    static func wrongCount(_ range: ClosedRange<Int>, _ function: StaticString, _ count: Int) -> Exception {
        let expected = range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
        return Exception(.typeError, "\(function)() takes \(expected) arguments (\(count) given)")
    }

    /// The argument at an index.
    ///
    /// - Lock: attached.
    @inlinable @inline(__always)
    public borrowing func object(_ index: Int, _ lock: borrowing Attached) -> Object {
        precondition(index >= 0 && index < count, "no such argument: check the count with expect(_:of:)")
        // Every place of the array holds a reference.
        return Object(unsafeBorrowed: first![index]!, lock)
    }

    /// The value of the argument at an index; `fallback` if fewer are given.
    ///
    /// - Lock: attached.
    /// - Throws: what the conversion throws.
    @inlinable
    public borrowing func value<Value: ConvertibleFromObject>(
        _ index: Int, as type: Value.Type = Value.self, default fallback: Value? = nil, _ lock: borrowing Attached
    ) throws(Exception) -> Value {
        if index >= count, let fallback { return fallback }
        return try Value(object(index, lock), lock)
    }

    /// The memory of the argument at an index, pinned.
    ///
    /// - Lock: attached.
    /// - Throws: `TypeError` if it exports none.
    @inlinable
    public borrowing func pin(_ index: Int, _ lock: borrowing Attached) throws(Exception) -> Pin {
        try lock.pin(object(index, lock))
    }
}
