internal import CBaton
internal import Glibc

extension ByteString {
    /// Join the bytes-like items of an iterable with the bytes of `separator` between them.
    ///
    /// A bytearray as separator is pinned: getting the buffers of items runs code.
    static func join(_ separator: Ref, _ iterable: Ref) -> Ref? {
        guard let items = BtSequence_Fast(iterable, "can only join an iterable") else { return nil }
        defer { Bt_DECREF_(items) }
        let isBytes = separator.type == BtBytes_Type_()
        if isBytes && BtSequence_Size(items) == 1 {
            let item = BtSequence_Fast_ITEMS_(items)[0]!
            if item.type == BtBytes_Type_() { return newReference(item) }
        }
        return Buffer.withBytes(of: separator) { join($0, items, like: separator) }
    }

    private static func join(_ separator: ByteSpan, _ items: Ref, like kind: Ref) -> Ref? {
        var builder = ByteBuilder(capacity: 256)
        var index = 0
        // Looked at anew each time: a list may change while a buffer is got.
        while index < Bytes.size(items) {
            let item = newReference(BtSequence_Fast_ITEMS_(items)[index]!)
            defer { Bt_DECREF_(item) }
            guard Buffer.isSupported(by: item) else {
                return raise(
                    BtExc_TypeError,
                    "sequence item \(index): expected a bytes-like object, \(typeName(item)) found")
            }
            if index > 0 { builder.append(separator) }
            guard append(item, to: &builder) else { return nil }
            index += 1
        }
        return builder.finish(like: kind)
    }

    /// Append the bytes of a bytes-like object; false: an exception is set.
    static func append(_ object: Ref, to builder: inout ByteBuilder) -> Bool {
        if object.type == BtBytes_Type_() {
            builder.append(Bytes.span(object))
            return true
        }
        var view = Bt_buffer()
        guard BtObject_GetBuffer(object, &view, BtBUF_SIMPLE) == 0 else { return false }
        builder.append(Buffer.span(&view))
        BtBuffer_Release(&view)
        return true
    }
}
