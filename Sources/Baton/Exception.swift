internal import CBaton

/// An exception of the runtime, as a Swift error: what a call raised, or what is to be raised.
///
/// One that a call raised carries the exception object, and its type, message and traceback as text, so that it can be shown
/// and compared without a token, also detached. One made by `Exception(.valueError, "…")` becomes an object when it
/// leaves a function that a script called.
public struct Exception: Error, CustomStringConvertible, Sendable {
    /// The name of the exception's class, without its module: "ValueError".
    public let type: String
    /// What `str(exception)` says.
    public let message: String
    /// The traceback as `traceback.format_exception` shows it; empty if the exception has not passed through a script.
    public let traceback: String

    @usableFromInline let kind: Kind?
    /// Nil: there is no object yet.
    private let raised: Raised?

    /// An exception of a built-in kind, to be thrown.
    ///
    /// - Lock: either; there is no object yet.
    public init(_ kind: Kind, _ message: String) {
        (type, self.message, traceback) = (kind.name, message, "")
        (self.kind, raised) = (kind, nil)
    }

    /// An exception of any class, which is called with the message.
    ///
    /// - Lock: attached.
    /// - Throws: what making it raised.
    public init(ofClass class: borrowing Object, _ message: String, _ lock: borrowing Attached) throws(Exception) {
        self.init(try lock.call(`class`, message), lock)
    }

    public var description: String {
        if !traceback.isEmpty { return traceback }
        return message.isEmpty ? type : "\(type): \(message)"
    }

    /// Whether it is of a built-in kind, or of one derived from it.
    ///
    /// - Lock: attached.
    public func matches(_ kind: Kind, _ lock: borrowing Attached) -> Bool {
        let given = raised?.object.unsafeReference ?? self.kind?.reference
        return BtErr_GivenExceptionMatches(given, kind.reference) != 0
    }

    /// The exception object, made if there is none yet.
    ///
    /// - Lock: attached.
    /// - Throws: what making it raised.
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        if let raised { return lock.copy(raised.object) }
        let type = Object(unsafeBorrowed: (kind ?? .runtimeError).reference, lock)
        return try lock.call(type, message)
    }

    /// Set it as the exception of this thread, for a C function that then returns its error value (R9).
    ///
    /// - Lock: attached.
    public func unsafeRaise(_ lock: borrowing Attached) {
        do throws(Exception) {
            BtErr_SetRaisedException(try object(lock).unsafeRelease())
        } catch {
            BtErr_SetString((kind ?? .runtimeError).reference, message)
        }
    }

    /// Take the exception that is set, which must be one (R9).
    @usableFromInline
    static func taken(_ lock: borrowing Attached) -> Exception {
        guard let reference = BtErr_GetRaisedException() else {
            return Exception(
                .systemError, "a call returned its error value without setting an exception (R9). See: baton explain R9"
            )
        }
        return Exception(Object(unsafeOwned: reference), lock)
    }

    private init(_ object: consuming Object, _ lock: borrowing Attached) {
        type = lock.typeName(of: object)
        message = (try? lock.description(of: object)) ?? ""
        traceback = (try? Exception.formatted(object, lock)) ?? ""
        kind = nil
        raised = Raised(object)
    }

    private static func formatted(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) -> String {
        guard let traceback = BtException_GetTraceback(object.unsafeReference) else { return "" }
        Bt_DECREF_(traceback)
        let lines = try lock.call(lock.import("traceback"), method: "format_exception", object)
        return try lock.value(lines, as: [String].self).joined()
    }

    /// Holds the object of an error, which Swift copies: errors are cold.
    private final class Raised: Sendable {
        let object: Object
        init(_ object: consuming Object) { self.object = object }
    }
}
