public import CBaton

/// A pointer to an object. Whether it is owned or borrowed is said by the function that takes or gives it, in the words
/// of the C API: a result is a new reference and an argument a borrowed one where nothing else is said.
public typealias Ref = UnsafeMutablePointer<BtObject>

/// A pointer to a type object.
public typealias TypeRef = UnsafeMutablePointer<BtTypeObject>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The type of the object, borrowed.
    @inline(__always)
    package var type: TypeRef { pointee.ob_type.unsafelyUnwrapped }

    /// The object seen as its own C struct: `self.as(BtListObject.self)`.
    @inline(__always)
    package func `as`<T>(_: T.Type) -> UnsafeMutablePointer<T> {
        // SAFETY: because every object struct begins with a BtObject, and the caller has checked the type.
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: T.self)
    }

    /// Whether the type of the object has a flag (`BT_TPFLAGS_…`): the built-in types and their subtypes.
    @inline(__always)
    package func hasTypeFlag(_ flag: UInt) -> Bool { type.pointee.tp_flags & flag != 0 }
}

extension UnsafeMutablePointer {
    /// The struct seen as the object that it begins with.
    @inline(__always)
    package var ref: Ref {
        // SAFETY: because it is used on object structs only, which begin with a BtObject.
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: BtObject.self)
    }
}

/// The address of an object as a repr shows it: 0x7f0a.
func address<T>(of object: UnsafeMutablePointer<T>) -> String { "0x" + String(UInt(bitPattern: object), radix: 16) }
