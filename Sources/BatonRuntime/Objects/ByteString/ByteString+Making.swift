internal import CBaton
internal import Glibc

// Bytes from buffers, rows of ints and iterables.

extension ByteString {
    /// What BtBytes_FromObject gives.
    static func bytes(from object: Ref) -> Ref? {
        if object.type == BtBytes_Type_() { return newReference(object) }
        if Buffer.isSupported(by: object) {
            return copyBuffer(of: object) { size, fill in Bytes.make(size, fill: fill) }
        }
        var builder = ByteBuilder(capacity: 64)
        if !isStr(object), collect(object, kind: "bytes", into: &builder) { return builder.finish() }
        if errorOccurred() { return nil }
        return raise(BtExc_TypeError, "cannot convert '\(typeName(object))' object to bytes")
    }

    /// Copy the memory of an object's buffer, in C order, into what `make` makes.
    static func copyBuffer<Result>(
        of object: Ref, make: (Int, (UnsafeMutablePointer<UInt8>) -> Bool) -> Result?
    ) -> Result? {
        var view = Bt_buffer()
        guard BtObject_GetBuffer(object, &view, Buffer.fullReadOnly) == 0 else { return nil }
        defer { BtBuffer_Release(&view) }
        return make(view.len) {
            BtBuffer_ToContiguous($0, &view, view.len, Buffer.orderC) == 0
        }
    }

    /// Collect the ints of an iterable. False: an exception is set, unless the object is no iterable.
    static func collect(_ object: Ref, kind: StaticString, into builder: inout ByteBuilder) -> Bool {
        guard let iterator = BtObject_GetIter(object) else {
            if BtErr_ExceptionMatches(BtExc_TypeError) != 0 { BtErr_Clear() }
            return false
        }
        defer { Bt_DECREF_(iterator) }
        while let item = BtIter_Next(iterator) {
            let value = BtNumber_AsSsize_t(item, nil)
            Bt_DECREF_(item)
            if value == -1 && errorOccurred() { return false }
            guard let byte = UInt8(exactly: value) else {
                return raise(BtExc_ValueError, "\(kind) must be in range(0, 256)") ?? false
            }
            builder.append(byte)
        }
        return !errorOccurred()
    }

    /// The value of an int that must be a byte; nil: an exception is set.
    static func byte(_ object: Ref) -> UInt8? {
        var overflow: CInt = 0
        let value = BtLong_AsLongAndOverflow(object, &overflow)
        if value == -1 && overflow == 0 && errorOccurred() { return nil }
        guard overflow == 0, let byte = UInt8(exactly: value) else {
            return raise(BtExc_ValueError, "byte must be in range(0, 256)")
        }
        return byte
    }

    /// A size for `bytes(n)`: nil if the object is no index. The inner nil: an exception is set.
    static func zeros(_ object: Ref) -> Int?? {
        guard BtIndex_Check(object) != 0 else { return nil }
        let size = BtNumber_AsSsize_t(object, BtExc_OverflowError)
        if size == -1 && errorOccurred() {
            guard BtErr_ExceptionMatches(BtExc_TypeError) != 0 else { return .some(nil) }
            BtErr_Clear()
            return nil
        }
        guard size >= 0 else {
            let nothing: Int? = raise(BtExc_ValueError, "negative count")
            return .some(nothing)
        }
        return size
    }
}

extension ByteString {
    /// Call `__bytes__` of an object; nil if its type has none. A result without an object: an exception is set.
    static func callBytesMethod(_ object: Ref) -> (object: Ref?, Void)? {
        guard let method = _BtType_Lookup(object.type, internedName("__bytes__")) else { return nil }
        let function = newReference(method)
        defer { Bt_DECREF_(function) }
        guard let result = BtObject_CallOneArg(function, object) else { return (nil, ()) }
        guard isBytes(result) else {
            defer { Bt_DECREF_(result) }
            return (raise(BtExc_TypeError, "__bytes__ returned non-bytes (type \(typeName(result)))"), ())
        }
        return (result, ())
    }
}
