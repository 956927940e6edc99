public import CBaton

/// An object of a ``NativeType``, owned.
public struct Instance<State: ~Copyable & Sendable>: ~Copyable, Sendable {
    /// The object.
    public let object: Object

    init(_ object: consuming Object) { self.object = object }
}

extension Attached {
    /// Use the state of an object while attached: for short work (R7).
    ///
    /// The object's mutex is held. There is no token in `body`, so no call can come back to the state. (An object whose life ends
    /// in `body` can, by its finalizer: take objects out of the state, and let them go after it.)
    ///
    /// - Lock: attached; may detach while it waits for the mutex (R6).
    /// - Throws: what `body` throws.
    @inlinable
    public mutating func withState<State: ~Copyable & Sendable, Result: ~Copyable, Failure: Error>(
        of instance: borrowing Instance<State>, _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let reference = instance.object.unsafeReference
        let mutex = Layout<State>.mutex(reference)
        BtMutex_Lock(mutex)
        defer { BtMutex_Unlock(mutex) }
        return try body(&Layout<State>.state(reference).pointee)
    }

    /// Use the state of an object while detached: for long work.
    ///
    /// The object's mutex is taken and given up detached, so no thread holds it while it waits to attach (R8).
    ///
    /// - Lock: detached while `body` runs, attached after it.
    /// - Throws: what `body` throws.
    @inlinable
    public mutating func detachWithState<State: ~Copyable & Sendable, Result: ~Copyable, Failure: Error>(
        of instance: borrowing Instance<State>, _ body: (inout State) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let reference = instance.object.unsafeReference
        return try detach { () throws(Failure) -> Result in
            let mutex = Layout<State>.mutex(reference)
            BtMutex_Lock(mutex)
            defer { BtMutex_Unlock(mutex) }
            return try body(&Layout<State>.state(reference).pointee)
        }
    }
}

extension Native {
    /// The body of a method of a ``NativeType``.
    ///
    /// - Lock: attached.
    /// - Returns: a new reference, or nil with an exception set: what `body` threw.
    public static func call<State: ~Copyable & Sendable, Result: ObjectConvertible & ~Copyable>(
        _ self: Reference?, _ arguments: UnsafePointer<Reference?>?, _ count: Int, _ type: NativeType<State>,
        _ body: (borrowing Instance<State>, borrowing Arguments, inout Attached) throws -> Result
    ) -> Reference? {
        call(self, arguments, count) { arguments, lock throws -> Result in
            let instance = try type.instance(Object(unsafeBorrowed: self!, lock), lock)
            return try body(instance, arguments, &lock)
        }
    }

    /// The body of a method of a ``NativeType`` that returns `None`.
    public static func call<State: ~Copyable & Sendable>(
        _ self: Reference?, _ arguments: UnsafePointer<Reference?>?, _ count: Int, _ type: NativeType<State>,
        _ body: (borrowing Instance<State>, borrowing Arguments, inout Attached) throws -> Void
    ) -> Reference? {
        call(self, arguments, count) { arguments, lock throws -> Void in
            let instance = try type.instance(Object(unsafeBorrowed: self!, lock), lock)
            try body(instance, arguments, &lock)
        }
    }

    /// The body of `make` of a ``NativeType``: gives the state of the object that a script asks for.
    public static func make<State: ~Copyable & Sendable>(
        _ type: UnsafeMutablePointer<BtTypeObject>?, _ arguments: Reference?, _ keywords: Reference?,
        _ declaration: NativeType<State>, _ body: (borrowing Arguments, inout Attached) throws -> State
    ) -> Reference? {
        Attached.assertAttached("Native.make")
        var lock = Attached(unsafe: ())
        do {
            if let keywords, BtDict_Size(keywords) > 0 {
                throw Exception(.typeError, "\(String(cString: _BtType_Name(type)))() takes no keyword arguments")
            }
            let items = UnsafePointer(_bt_tuple_items(arguments)!)
            let state = try body(Arguments(unsafe: items, count: BtTuple_GET_SIZE_(arguments)), &lock)
            return try declaration.object(state, lock).unsafeRelease()
        } catch {
            raise(error, lock)
            return nil
        }
    }

    /// The body of `free` of a ``NativeType``: ends the state's life and frees the object.
    public static func free<State: ~Copyable & Sendable>(_ object: Reference?, _ declaration: NativeType<State>) {
        guard let object else { return }
        let type = UnsafeMutableRawPointer(object.pointee.ob_type!).assumingMemoryBound(to: BtObject.self)
        Layout<State>.state(object).deinitialize(count: 1)
        BtObject_Free(object)
        Bt_DECREF_(type)
    }
}
