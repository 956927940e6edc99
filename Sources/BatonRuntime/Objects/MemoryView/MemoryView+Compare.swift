internal import CBaton
internal import Glibc

// Equality and hash.

extension MemoryView {
    static func richCompare(_ left: Ref, _ right: Ref, _ operation: CInt) -> Ref? {
        guard operation == BT_EQ || operation == BT_NE else { return notImplementedRef }
        if isReleased(left) || (isOne(right) && isReleased(right)) {
            return boolRef((left == right) == (operation == BT_EQ))
        }
        var other = Bt_buffer()
        guard BtObject_GetBuffer(right, &other, Buffer.fullReadOnly) == 0 else {
            BtErr_Clear()
            return notImplementedRef
        }
        defer { BtBuffer_Release(&other) }
        var own = Bt_buffer()
        guard BtObject_GetBuffer(left, &own, Buffer.fullReadOnly) == 0 else { return nil }
        defer { BtBuffer_Release(&own) }
        guard hasSameShape(&own, &other) else { return boolRef(operation == BT_NE) }
        guard let isEqual = hasSameElements(&own, &other) else { return nil }
        return boolRef(isEqual == (operation == BT_EQ))
    }

    private static func hasSameShape(_ left: BufferRef, _ right: BufferRef) -> Bool {
        guard left.pointee.ndim == right.pointee.ndim else { return false }
        for index in 0..<Int(left.pointee.ndim) {
            guard left.pointee.shape[index] == right.pointee.shape[index] else { return false }
            if left.pointee.shape[index] == 0 { break }
        }
        return true
    }

    /// Whether all elements are equal; nil: an exception is set. Formats that are not native are never equal.
    private static func hasSameElements(_ left: BufferRef, _ right: BufferRef) -> Bool? {
        guard let first = StructFormat.nativeLetter(left.pointee.format),
            let second = StructFormat.nativeLetter(right.pointee.format)
        else { return false }
        let isPlain = first == second && !"dfe".utf8.contains(first)
        if isPlain && BtBuffer_IsContiguous(left, Buffer.orderC) != 0
            && BtBuffer_IsContiguous(right, Buffer.orderC) != 0 && first != UInt8(ascii: "?")
        {
            return left.pointee.len == 0 || memcmp(left.pointee.buf, right.pointee.buf, left.pointee.len) == 0
        }
        let ndim = Int(left.pointee.ndim)
        return withUnsafeTemporaryAllocation(of: Int.self, capacity: max(ndim, 1)) { indices in
            indices.initialize(repeating: 0)
            var count = (0..<ndim).reduce(1) { $0 * left.pointee.shape[$1] }
            while count > 0 {
                let one = BtBuffer_GetPointer(left, indices.baseAddress)!
                let other = BtBuffer_GetPointer(right, indices.baseAddress)!
                guard let isEqual = isEqual(one, first, other, second) else { return nil }
                if !isEqual { return false }
                for dimension in stride(from: ndim - 1, through: 0, by: -1) {
                    indices[dimension] += 1
                    if indices[dimension] < left.pointee.shape[dimension] { break }
                    indices[dimension] = 0
                }
                count -= 1
            }
            return true
        }
    }

    private static func isEqual(
        _ one: UnsafeRawPointer, _ first: UInt8, _ other: UnsafeRawPointer, _ second: UInt8
    ) -> Bool? {
        guard let left = unpack(one, first) else { return nil }
        defer { Bt_DECREF_(left) }
        guard let right = unpack(other, second) else { return nil }
        defer { Bt_DECREF_(right) }
        let result = BtObject_RichCompare(left, right, BT_EQ)
        guard let result else { return nil }
        defer { Bt_DECREF_(result) }
        let truth = BtObject_IsTrue(result)
        return truth < 0 ? nil : truth != 0
    }

    static func hash(_ memory: Ref) -> Int {
        let object = memory.as(BtMemoryViewObject.self)
        if object.pointee.hash != -1 { return object.pointee.hash }
        guard isAccessible(memory) else { return -1 }
        let view = view(memory)
        guard view.pointee.readonly != 0 else {
            return Int(raiseStatus(BtExc_ValueError, "cannot hash writable memoryview object"))
        }
        let letter = StructFormat.nativeLetter(view.pointee.format)
        guard letter == UInt8(ascii: "B") || letter == UInt8(ascii: "b") || letter == UInt8(ascii: "c") else {
            return Int(
                raiseStatus(
                    BtExc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'"))
        }
        // Memory of an object that has no hash may change.
        if let exporter = view.pointee.obj, BtObject_Hash(exporter) == -1 { return -1 }
        guard let bytes = toBytes(memory, Buffer.orderC) else { return -1 }
        defer { Bt_DECREF_(bytes) }
        object.pointee.hash = Bytes.hash(bytes)
        return object.pointee.hash
    }

    static func toBytes(_ memory: Ref, _ order: CChar) -> Ref? {
        guard isAccessible(memory) else { return nil }
        let view = view(memory)
        return Bytes.make(view.pointee.len) {
            BtBuffer_ToContiguous($0, view, view.pointee.len, order) == 0
        }
    }
}
