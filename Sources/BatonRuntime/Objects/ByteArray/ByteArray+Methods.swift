internal import CBaton
internal import Glibc

// The verbs that only a bytearray has: those that change it.

extension ByteArray {
    static func ownMethods() -> [BtMethodDef] {
        [
            method("append", BT_METH_O) { ByteArray.append($0!, $1!) },
            method("extend", BT_METH_O) { ByteArray.extend($0!, $1!) },
            fastMethod("insert") { ByteArray.insert($0!, $1, $2) },
            fastMethod("pop") { ByteArray.pop($0!, $1, $2) },
            method("remove", BT_METH_O) { ByteArray.remove($0!, $1!) },
            method("reverse", BT_METH_NOARGS) { object, _ in ByteArray.reverse(object!) },
            method("clear", BT_METH_NOARGS) { object, _ in
                locked(object!) { ByteArray.resize(object!.as(BtByteArrayObject.self), 0) } ? noneRef : nil
            },
            method("copy", BT_METH_NOARGS) { object, _ in
                locked(object!) { ByteArray.make(copying: ByteArray.span(object!)) }
            },
            method("fromhex", BT_METH_O | BT_METH_CLASS) { ByteString.fromHex($0!, $1!, isByteArray: true) },
            method("__alloc__", BT_METH_NOARGS) { object, _ in
                BtLong_FromSsize_t(object!.as(BtByteArrayObject.self).pointee.ob_alloc)
            },
        ]
    }

    private static func reverse(_ self: Ref) -> Ref {
        locked(self) {
            let bytes = UnsafeMutableBufferPointer(start: data(self), count: Bytes.size(self))
            for index in 0..<bytes.count / 2 { bytes.swapAt(index, bytes.count - 1 - index) }
            return noneRef
        }
    }

    private static func append(_ self: Ref, _ item: Ref) -> Ref? {
        guard let byte = ByteString.byte(item) else { return nil }
        return locked(self) {
            let size = Bytes.size(self)
            guard resize(self.as(BtByteArrayObject.self), size + 1) else { return nil }
            data(self)[size] = byte
            return noneRef
        }
    }

    private static func extend(_ self: Ref, _ iterable: Ref) -> Ref? {
        if iterable == self { return repeatInPlace(self, 2) ? noneRef : nil }
        if Buffer.isSupported(by: iterable) { return extend(self, bytesOf: iterable) ? noneRef : nil }
        guard !isStr(iterable) else { return raise(BtExc_TypeError, "expected iterable of integers; got: 'str'") }
        var builder = ByteBuilder(capacity: 64)
        guard ByteString.collect(iterable, kind: "byte", into: &builder) else {
            if errorOccurred() { return nil }
            return raise(BtExc_TypeError, "can't extend bytearray with \(typeName(iterable))")
        }
        guard let bytes = builder.finish() else { return nil }
        defer { Bt_DECREF_(bytes) }
        return extend(self, bytesOf: bytes) ? noneRef : nil
    }

    /// Append the bytes of a bytes-like object; false: an exception is set.
    ///
    /// The bytearray itself, or a view of it, is an export while it is read, which keeps its size: BufferError, as in
    /// CPython's `a += a`.
    static func extend(_ self: Ref, bytesOf other: Ref) -> Bool {
        guard Buffer.isSupported(by: other) else {
            return raise(BtExc_TypeError, "can't concat \(typeName(other)) to \(typeName(self))") ?? false
        }
        var view = Bt_buffer()
        guard BtObject_GetBuffer(other, &view, BtBUF_SIMPLE) == 0 else { return false }
        defer { BtBuffer_Release(&view) }
        return locked(self) {
            let size = Bytes.size(self)
            guard view.len <= Int.max - size else { return raiseNoMemory() ?? false }
            guard resize(self.as(BtByteArrayObject.self), size + view.len) else { return false }
            if view.len > 0 { memcpy(data(self) + size, view.buf, view.len) }
            return true
        }
    }

    static func repeatInPlace(_ self: Ref, _ count: Int) -> Bool {
        locked(self) {
            let oldSize = Bytes.size(self)
            let (size, overflow) = oldSize.multipliedReportingOverflow(by: max(count, 0))
            guard !overflow else { return raiseNoMemory() ?? false }
            guard resize(self.as(BtByteArrayObject.self), size) else { return false }
            guard size > oldSize, oldSize > 0 else { return true }
            ByteString.fill(
                data(self) + oldSize, size - oldSize, with: ByteSpan(start: data(self), count: oldSize))
            return true
        }
    }

    private static func insert(_ self: Ref, _ args: ByteString.Arguments, _ nargs: Int) -> Ref? {
        guard ByteString.check("insert", nargs, 2, 2), let index = ByteString.size(args![0], absent: 0),
            let byte = ByteString.byte(args![1]!)
        else { return nil }
        return locked(self) {
            let size = Bytes.size(self)
            let place = min(max(index < 0 ? index + size : index, 0), size)
            return withUnsafePointer(to: byte) {
                splice(self.as(BtByteArrayObject.self), place, place, ByteSpan(start: $0, count: 1)) ? noneRef : nil
            }
        }
    }

    private static func pop(_ self: Ref, _ args: ByteString.Arguments, _ nargs: Int) -> Ref? {
        guard ByteString.check("pop", nargs, 0, 1),
            let index = ByteString.size(nargs > 0 ? args![0] : nil, absent: -1)
        else { return nil }
        let byte: UInt8? = locked(self) {
            let size = Bytes.size(self)
            guard size > 0 else { return raise(BtExc_IndexError, "pop from empty bytearray") }
            let place = index < 0 ? index + size : index
            guard place >= 0, place < size else { return raise(BtExc_IndexError, "pop index out of range") }
            let byte = data(self)[place]
            return cut(self, place, place + 1) ? byte : nil
        }
        return byte.flatMap { BtLong_FromLong(Int($0)) }
    }

    private static func remove(_ self: Ref, _ item: Ref) -> Ref? {
        guard let byte = ByteString.byte(item) else { return nil }
        return locked(self) {
            guard let place = memchr(data(self), CInt(byte), Bytes.size(self)) else {
                return raise(BtExc_ValueError, "value not found in bytearray")
            }
            let index = place - UnsafeMutableRawPointer(data(self))
            return cut(self, index, index + 1) ? noneRef : nil
        }
    }

    private static func cut(_ self: Ref, _ low: Int, _ high: Int) -> Bool {
        splice(self.as(BtByteArrayObject.self), low, high, ByteSpan(start: Bytes.data(Bytes.empty), count: 0))
    }
}
