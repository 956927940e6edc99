internal import CBaton

// Text, rows and dictionaries.

extension String: ObjectConvertible, ConvertibleFromObject {
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        var text = self
        let reference = text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { BtUnicode_FromStringAndSize($0.baseAddress, $0.count) }
        }
        return try lock.checked(reference)
    }

    /// The text of a `str`.
    ///
    /// - Throws: `TypeError` if it is none, `UnicodeEncodeError` if it has lone surrogates.
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        var size = 0
        guard let utf8 = BtUnicode_AsUTF8AndSize(object.unsafeReference, &size) else { throw Exception.taken(lock) }
        let bytes = UnsafeRawBufferPointer(start: utf8, count: size)
        self = String(decoding: bytes, as: UTF8.self)
    }
}

extension Array: ObjectConvertible where Element: ObjectConvertible {
    /// A list; of `[UInt8]` a `bytes`, in one copy.
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        if Element.self == UInt8.self {
            let reference = withUnsafeBytes {
                BtBytes_FromStringAndSize($0.bindMemory(to: CChar.self).baseAddress, $0.count)
            }
            return try lock.checked(reference)
        }
        let list = try lock.checked(BtList_New(count))
        for index in indices {
            try lock.checked(BtList_SetItem(list.unsafeReference, index, self[index].object(lock).unsafeRelease()))
        }
        return list
    }
}

extension Array: ConvertibleFromObject where Element: ConvertibleFromObject {
    /// The items of an iterable; for `[UInt8]` the bytes of whatever exports them, in one copy.
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self.init()
        if Element.self == UInt8.self {
            let pin = try lock.pin(object)
            // SAFETY: because Element is UInt8.
            self = unsafeBitCast(pin.withBytes { $0.withUnsafeBytes { [UInt8]($0) } }, to: [Element].self)
            return
        }
        let iterator = try lock.checked(BtObject_GetIter(object.unsafeReference))
        while true {
            var item: Reference?
            guard try lock.checked(BtIter_NextItem(iterator.unsafeReference, &item)) > 0, let item else { return }
            append(try Element(Object(unsafeOwned: item), lock))
        }
    }
}

extension Dictionary: ObjectConvertible where Key: ObjectConvertible, Value: ObjectConvertible {
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        let dictionary = try lock.checked(BtDict_New())
        for (key, value) in self { try lock.setItem(key, of: dictionary, to: value) }
        return dictionary
    }
}

extension Dictionary: ConvertibleFromObject where Key: ConvertibleFromObject, Value: ConvertibleFromObject {
    /// The items of a mapping, `object.items()`.
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self.init()
        let items = try lock.call(object, method: "items")
        let iterator = try lock.checked(BtObject_GetIter(items.unsafeReference))
        while true {
            var item: Reference?
            guard try lock.checked(BtIter_NextItem(iterator.unsafeReference, &item)) > 0, let item else { return }
            let pair = Object(unsafeOwned: item)
            let key = try Key(lock.item(0, of: pair), lock)
            self[key] = try Value(lock.item(1, of: pair), lock)
        }
    }
}

extension Optional: ObjectConvertible where Wrapped: ObjectConvertible {
    public func object(_ lock: borrowing Attached) throws(Exception) -> Object {
        guard let value = self else { return lock.none }
        return try value.object(lock)
    }
}

extension Optional: ConvertibleFromObject where Wrapped: ConvertibleFromObject {
    public init(_ object: borrowing Object, _ lock: borrowing Attached) throws(Exception) {
        self = lock.isNone(object) ? nil : try Wrapped(object, lock)
    }
}
