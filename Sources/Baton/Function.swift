public import CBaton

/// A function of a module, or a method of a type, written in Swift.
///
///     Function("count", "count(data, /)\n--\n\nReturn the number of words.") { Native.call($0, $1, $2, count) }
///
///     func count(_ arguments: borrowing Arguments, _ lock: inout Attached) throws -> Int { ... }
///
/// The closure is a C function: it captures nothing, and hands its three parameters on.
public struct Function: Sendable {
    let name: StaticString
    let documentation: StaticString
    let entry: BtCFunctionFast

    /// - Parameters:
    ///   - documentation: a first line `name(args)\n--\n\n` is the signature.
    ///   - entry: what the runtime calls, attached.
    public init(_ name: StaticString, _ documentation: StaticString, _ entry: BtCFunctionFast) {
        (self.name, self.documentation, self.entry) = (name, documentation, entry)
    }

    /// The line of a method table.
    var definition: BtMethodDef {
        // SAFETY: because BT_METH_FASTCALL says which of the signatures the function has.
        let method = unsafeBitCast(entry, to: BtCFunction.self)
        return BtMethodDef(
            ml_name: name.characters, ml_meth: method, ml_flags: BT_METH_FASTCALL, ml_doc: documentation.characters)
    }
}

/// The bodies of C functions that are written in Swift: each attaches a token, runs the body, and turns an error into an
/// exception (R9).
public enum Native {
    /// The body of a ``Function``.
    ///
    /// - Lock: attached.
    /// - Returns: a new reference, or nil with an exception set: what `body` threw.
    @inlinable @inline(__always)
    public static func call<Result: ObjectConvertible & ~Copyable>(
        _ self: Reference?, _ arguments: UnsafePointer<Reference?>?, _ count: Int,
        _ body: (borrowing Arguments, inout Attached) throws -> Result
    ) -> Reference? {
        Attached.assertAttached("Native.call")
        var lock = Attached(unsafe: ())
        do {
            let result = try body(Arguments(unsafe: arguments, count: count), &lock)
            return try result.object(lock).unsafeRelease()
        } catch {
            raise(error, lock)
            return nil
        }
    }

    /// The body of a ``Function`` that returns `None`.
    @inlinable @inline(__always)
    public static func call(
        _ self: Reference?, _ arguments: UnsafePointer<Reference?>?, _ count: Int,
        _ body: (borrowing Arguments, inout Attached) throws -> Void
    ) -> Reference? {
        Attached.assertAttached("Native.call")
        var lock = Attached(unsafe: ())
        do {
            try body(Arguments(unsafe: arguments, count: count), &lock)
            return _bt_none_()
        } catch {
            raise(error, lock)
            return nil
        }
    }

    /// Set the exception that stands for an error: itself, or a `RuntimeError` that says what the error does.
    @usableFromInline
    static func raise(_ error: any Error, _ lock: borrowing Attached) {
        if let exception = error as? Exception {
            exception.unsafeRaise(lock)
        } else {
            Exception(.runtimeError, "\(error)").unsafeRaise(lock)
        }
    }
}

extension StaticString {
    /// The characters, ended by a zero, as C has them; good for ever.
    var characters: UnsafePointer<CChar> {
        precondition(hasPointerRepresentation, "expected more than one character")
        return UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
    }
}
