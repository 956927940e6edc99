internal import CBaton

/// An iterator over bytes or a bytearray. Guard: its critical section; `sequence` is nil when it is exhausted.
struct ByteIterator {
    var head: BtObject
    var sequence: Ref?
    var index: Int

    static func make(_ type: TypeRef, over sequence: Ref) -> Ref? {
        guard let iterator = makeObject(type, as: ByteIterator.self) else { return nil }
        iterator.pointee.sequence = newReference(sequence)
        iterator.pointee.index = 0
        return iterator.ref
    }

    static func next(_ self: Ref) -> Ref? {
        let iterator = self.as(ByteIterator.self)
        var ended: Ref?
        let byte: UInt8? = locked(self) {
            guard let sequence = iterator.pointee.sequence else { return nil }
            let byte: UInt8? = ByteString.withOwnBytes(sequence) {
                iterator.pointee.index < $0.count ? $0[iterator.pointee.index] : nil
            }
            if byte == nil { ended = exchange(&iterator.pointee.sequence, nil) }
            iterator.pointee.index += 1
            return byte
        }
        release(ended)
        return byte.flatMap { BtLong_FromLong(Int($0)) }
    }

    static func lengthHint(_ self: Ref) -> Ref? {
        let iterator = self.as(ByteIterator.self)
        let left = iterator.pointee.sequence.map { max(0, Bytes.size($0) - iterator.pointee.index) } ?? 0
        return BtLong_FromSsize_t(left)
    }

    static func setUp(_ type: TypeRef) {
        type.pointee.tp_basicsize = MemoryLayout<ByteIterator>.size
        type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT)
        type.pointee.tp_dealloc = { object in
            release(object!.as(ByteIterator.self).pointee.sequence)
            freeObject(object!)
        }
        type.pointee.tp_iter = { newReference($0!) }
        type.pointee.tp_iternext = { ByteIterator.next($0!) }
        type.pointee.tp_methods = methodTable([
            method("__length_hint__", BT_METH_NOARGS) { object, _ in ByteIterator.lengthHint(object!) }
        ])
    }
}
