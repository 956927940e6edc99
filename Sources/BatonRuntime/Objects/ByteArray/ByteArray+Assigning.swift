internal import CBaton
internal import Glibc

// Setting and deleting items and slices.

extension ByteArray {
    static func setItem(_ self: Ref, _ index: Int, _ value: Ref?) -> CInt {
        guard let value else {
            return locked(self) {
                guard index >= 0, index < Bytes.size(self) else { return raiseOutOfRange() }
                return replace(self, index, index + 1, with: nil) ? 0 : -1
            }
        }
        guard let byte = ByteString.byte(value) else { return -1 }
        return locked(self) {
            guard index >= 0, index < Bytes.size(self) else { return raiseOutOfRange() }
            data(self)[index] = byte
            return 0
        }
    }

    private static func raiseOutOfRange() -> CInt {
        raiseStatus(BtExc_IndexError, "bytearray index out of range")
    }

    /// `self[key] = value`, or `del self[key]` for nil.
    static func assign(_ self: Ref, _ key: Ref, _ value: Ref?) -> CInt {
        if BtIndex_Check(key) != 0 {
            let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
            if index == -1 && errorOccurred() { return -1 }
            return setItem(self, index < 0 ? index + Bytes.size(self) : index, value)
        }
        guard key.type == BtSlice_Type_() else {
            return raiseStatus(
                BtExc_TypeError, "bytearray indices must be integers or slices, not \(typeName(key))")
        }
        var (start, stop, step) = (0, 0, 0)
        guard BtSlice_Unpack(key, &start, &stop, &step) == 0 else { return -1 }
        guard let value else { return assign(self, start, stop, step, nil) }
        // Its own bytes would move under it, and what is no bytes-like object is made one.
        if value == self || !isBytes(value) && !ByteString.isByteArray(value) {
            guard value == self || !isInt(value) && !isStr(value) else {
                return raiseStatus(
                    BtExc_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)")
            }
            guard let copy = value == self ? locked(self, { make(copying: span(self)) }) : BtByteArray_FromObject(value)
            else { return -1 }
            defer { Bt_DECREF_(copy) }
            return assign(self, start, stop, step, copy)
        }
        return assign(self, start, stop, step, value)
    }

    private static func assign(_ self: Ref, _ start: Int, _ stop: Int, _ step: Int, _ value: Ref?) -> CInt {
        guard let value else { return locked(self) { assign(self, start, stop, step, bytes: nil) ? 0 : -1 } }
        let isDone = Buffer.withBytes(of: value) { bytes in
            locked(self) { assign(self, start, stop, step, bytes: bytes) ? true : nil }
        }
        return isDone == nil ? -1 : 0
    }

    private static func assign(
        _ self: Ref, _ start: Int, _ stop: Int, _ step: Int, bytes: ByteSpan?
    ) -> Bool {
        var (start, stop) = (start, stop)
        let count = BtSlice_AdjustIndices(Bytes.size(self), &start, &stop, step)
        if step == 1 {
            return replace(self, start, max(start, stop), with: bytes)
        }
        guard let bytes, bytes.count > 0 else { return delete(self, start, step, count) }
        guard bytes.count == count else {
            return raise(
                BtExc_ValueError,
                "attempt to assign bytes of size \(bytes.count) to extended slice of size \(count)") ?? false
        }
        for index in 0..<count { data(self)[start + index * step] = bytes[index] }
        return true
    }

    private static func replace(_ self: Ref, _ low: Int, _ high: Int, with bytes: ByteSpan?) -> Bool {
        let bytes = bytes ?? ByteSpan(start: Bytes.data(Bytes.empty), count: 0)
        return splice(self.as(BtByteArrayObject.self), low, high, bytes)
    }

    /// Delete every `step`-th byte.
    private static func delete(_ self: Ref, _ start: Int, _ step: Int, _ count: Int) -> Bool {
        let array = self.as(BtByteArrayObject.self)
        guard count > 0 else { return true }
        guard canResize(array) else { return false }
        // A falling step deletes the same bytes as a rising one.
        let first = step < 0 ? start + (count - 1) * step : start
        let stride = abs(step)
        let bytes = data(self)
        let size = Bytes.size(self)
        var target = first
        for index in 0..<count {
            let from = first + index * stride + 1
            let to = index + 1 < count ? from + stride - 1 : size
            memmove(bytes + target, bytes + from, to - from)
            target += to - from
        }
        return resize(array, size - count)
    }
}
