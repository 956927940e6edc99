internal import CBaton
internal import Glibc

// Items, slices, comparing.

extension ByteString {
    static func item(_ self: Ref, _ index: Int) -> Ref? {
        let byte: UInt8? = withOwnBytes(self) { index >= 0 && index < $0.count ? $0[index] : nil }
        guard let byte else {
            return raise(BtExc_IndexError, isBytes(self) ? "index out of range" : "bytearray index out of range")
        }
        return BtLong_FromLong(Int(byte))
    }

    static func subscripted(_ self: Ref, _ key: Ref) -> Ref? {
        if BtIndex_Check(key) != 0 {
            let index = BtNumber_AsSsize_t(key, BtExc_IndexError)
            if index == -1 && errorOccurred() { return nil }
            return item(self, index < 0 ? index + Bytes.size(self) : index)
        }
        guard key.type == BtSlice_Type_() else {
            let kind = isBytes(self) ? "byte" : "bytearray"
            return raise(BtExc_TypeError, "\(kind) indices must be integers or slices, not \(typeName(key))")
        }
        var (start, stop, step) = (0, 0, 0)
        guard BtSlice_Unpack(key, &start, &stop, &step) == 0 else { return nil }
        return withOwnBytes(self) { span in
            let count = BtSlice_AdjustIndices(span.count, &start, &stop, step)
            if count <= 0 { return make(like: self, copying: span.part(0, 0)) }
            if step == 1 {
                if count == span.count && self.type == BtBytes_Type_() { return newReference(self) }
                return make(like: self, copying: span.part(start, start + count))
            }
            return make(like: self, count) { target in
                for index in 0..<count { target[index] = span[start + index * step] }
            }
        }
    }

    static func richCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
        // bytes compare with bytes only here; a bytearray, which compares with any buffer, has its turn by reflection.
        guard isBytes(left) && isBytes(right) else {
            guard isByteArray(left) || isByteArray(right), Buffer.isSupported(by: left),
                Buffer.isSupported(by: right)
            else { return notImplementedRef }
            return Buffer.withBytes(of: left) { first in
                Buffer.withBytes(of: right) { second in compared(first, second, operation) }
            }
        }
        if left == right { return compared(Bytes.span(left).part(0, 0), Bytes.span(left).part(0, 0), operation) }
        return compared(Bytes.span(left), Bytes.span(right), operation)
    }

    static func compared(_ first: ByteSpan, _ second: ByteSpan, _ operation: CInt) -> Ref {
        if first.count != second.count && (operation == BT_EQ || operation == BT_NE) {
            return boolRef(operation == BT_NE)
        }
        let order = first.compare(second)
        switch operation {
        case BT_LT: return boolRef(order < 0)
        case BT_LE: return boolRef(order <= 0)
        case BT_EQ: return boolRef(order == 0)
        case BT_NE: return boolRef(order != 0)
        case BT_GT: return boolRef(order > 0)
        default: return boolRef(order >= 0)
        }
    }
}
