internal import CBaton

// What every object can be asked. Each may run any code of the object's type and switch threads (R6).

extension Attached {
    /// An attribute.
    ///
    /// - Throws: `AttributeError`, or what the look-up raised.
    public borrowing func attribute(_ name: String, of object: borrowing Object) throws(Exception) -> Object {
        try checked(BtObject_GetAttrString(object.unsafeReference, name))
    }

    /// An attribute, or nil if the object has none of that name.
    ///
    /// - Throws: what the look-up raised, but `AttributeError`.
    public borrowing func optionalAttribute(
        _ name: String, of object: borrowing Object
    ) throws(Exception) -> Object? {
        var result: Reference?
        try checked(BtObject_GetOptionalAttrString(object.unsafeReference, name, &result))
        guard let result else { return nil }
        return Object(unsafeOwned: result)
    }

    /// Set an attribute.
    public borrowing func setAttribute(
        _ name: String, of object: borrowing Object, to value: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) {
        let value = try value.object(self)
        try checked(BtObject_SetAttrString(object.unsafeReference, name, value.unsafeReference))
        extendLifetime(value)
    }

    /// The item of a sequence, a mapping, or whatever else has `[key]`.
    ///
    /// - Throws: `IndexError`, `KeyError`, `TypeError`, or what the look-up raised.
    public borrowing func item(
        _ key: borrowing some ObjectConvertible & ~Copyable, of object: borrowing Object
    ) throws(Exception) -> Object {
        let key = try key.object(self)
        let item = try checked(BtObject_GetItem(object.unsafeReference, key.unsafeReference))
        extendLifetime(key)
        return item
    }

    /// Set the item of a sequence or mapping.
    public borrowing func setItem(
        _ key: borrowing some ObjectConvertible & ~Copyable, of object: borrowing Object,
        to value: borrowing some ObjectConvertible & ~Copyable
    ) throws(Exception) {
        let key = try key.object(self)
        let value = try value.object(self)
        try checked(BtObject_SetItem(object.unsafeReference, key.unsafeReference, value.unsafeReference))
        extendLifetime(key)
        extendLifetime(value)
    }

    /// The number of items, `len(object)`.
    public borrowing func count(of object: borrowing Object) throws(Exception) -> Int {
        try checked(BtObject_Size(object.unsafeReference))
    }

    /// Call `body` with each item of an iterable.
    ///
    /// - Lock: attached; `body` has the token, and may detach.
    /// - Throws: what iterating raised, or what `body` throws.
    public mutating func forEach(
        in iterable: borrowing Object, _ body: (consuming Object, inout Attached) throws -> Void
    ) throws {
        let iterator = try checked(BtObject_GetIter(iterable.unsafeReference))
        while true {
            var item: Reference?
            guard try checked(BtIter_NextItem(iterator.unsafeReference, &item)) > 0, let item else { return }
            try body(Object(unsafeOwned: item), &self)
        }
    }

    /// Whether the object counts as true.
    public borrowing func isTrue(_ object: borrowing Object) throws(Exception) -> Bool {
        try checked(BtObject_IsTrue(object.unsafeReference)) != 0
    }

    /// Whether two objects are equal, `left == right`.
    public borrowing func isEqual(_ left: borrowing Object, _ right: borrowing Object) throws(Exception) -> Bool {
        try checked(BtObject_RichCompareBool(left.unsafeReference, right.unsafeReference, CInt(Bt_EQ))) != 0
    }

    /// Whether the object is an instance of a type, or of one in a tuple of types.
    public borrowing func isInstance(_ object: borrowing Object, of type: borrowing Object) throws(Exception) -> Bool {
        try checked(BtObject_IsInstance(object.unsafeReference, type.unsafeReference)) != 0
    }

    /// `repr(object)`: the text for programmers.
    public borrowing func representation(of object: borrowing Object) throws(Exception) -> String {
        try String(checked(BtObject_Repr(object.unsafeReference)), self)
    }

    /// `str(object)`: the text for readers.
    public borrowing func description(of object: borrowing Object) throws(Exception) -> String {
        try String(checked(BtObject_Str(object.unsafeReference)), self)
    }

    /// The name of the object's type, without its module.
    public borrowing func typeName(of object: borrowing Object) -> String {
        String(cString: _BtType_Name(object.unsafeReference.pointee.ob_type))
    }
}
