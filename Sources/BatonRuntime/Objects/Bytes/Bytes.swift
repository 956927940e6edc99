internal import CBaton
internal import CBaton.Host
internal import Glibc

// bytes: layout, making and freeing. The bytes follow the head; a 0 byte that does not count ends them.

/// The bytes of memory that stays in place while they are looked at.
typealias ByteSpan = UnsafeBufferPointer<UInt8>

enum Bytes {
    /// Where the bytes begin, from the start of the object.
    static var dataOffset: Int { 40 }

    /// The largest size.
    static var maxSize: Int { Int.max - 64 }

    /// Make a bytes object whose bytes the caller sets before anyone else sees it. The size is at least 2.
    @inline(__always)
    static func makeLarge(_ size: Int) -> Ref? {
        guard size <= maxSize else { return raise(BtExc_OverflowError, "byte string is too large") }
        // The struct's own tail has room for 8 bytes.
        let extra = max(0, size + 1 - (MemoryLayout<BtBytesObject>.size - dataOffset))
        guard let object = makeObject(BtBytes_Type_(), as: BtBytesObject.self, extraBytes: extra) else {
            return nil
        }
        object.pointee.ob_base.ob_size = size
        object.pointee.ob_shash = -1
        data(object.ref)[size] = 0
        return object.ref
    }

    /// Make a bytes object of some size with `fill` writing the bytes; nil if `fill` says false (an exception is set).
    @inline(__always)
    static func make(_ size: Int, fill: (UnsafeMutablePointer<UInt8>) -> Bool) -> Ref? {
        if size > 1 {
            guard let bytes = makeLarge(size) else { return nil }
            guard fill(data(bytes)) else {
                Bt_DECREF_(bytes)
                return nil
            }
            return bytes
        }
        var byte: UInt8 = 0
        guard fill(&byte) else { return nil }
        return size == 0 ? empty : single(byte)
    }

    /// Make a bytes object that copies memory.
    @inline(__always)
    static func make(copying start: UnsafePointer<UInt8>, _ size: Int) -> Ref? {
        if size > 1 {
            guard let bytes = makeLarge(size) else { return nil }
            memcpy(data(bytes), start, size)
            return bytes
        }
        return size == 0 ? empty : single(start[0])
    }

    static func make(copying span: ByteSpan) -> Ref? {
        guard let start = span.baseAddress else { return empty }
        return make(copying: start, span.count)
    }

    /// The one bytes object without bytes.
    @inline(__always)
    static var empty: Ref { _bt_empty_bytes_().ref }

    /// The one bytes object of a byte.
    @inline(__always)
    static func single(_ byte: UInt8) -> Ref { _bt_single_byte(byte).ref }

    @inline(__always)
    static func data(_ bytes: Ref) -> UnsafeMutablePointer<UInt8> {
        // SAFETY: because bytes.h lays the bytes out behind the head, and raw bytes are bound to nothing else.
        (UnsafeMutableRawPointer(bytes) + dataOffset).assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always)
    static func size(_ bytes: Ref) -> Int { bytes.as(BtVarObject.self).pointee.ob_size }

    @inline(__always)
    static func span(_ bytes: Ref) -> ByteSpan { ByteSpan(start: data(bytes), count: size(bytes)) }

    /// Free a bytes object; one of a subtype goes back the way it came.
    static func dealloc(_ bytes: Ref) {
        if bytes.type == BtBytes_Type_() {
            freeObject(bytes)
        } else {
            bytes.type.pointee.tp_free(UnsafeMutableRawPointer(bytes))
        }
    }

    /// Make a bytes object of a subtype with the bytes of another.
    static func makeSubtype(_ type: TypeRef, copying bytes: Ref) -> Ref? {
        let size = size(bytes)
        guard let object = type.pointee.tp_alloc(type, size) else { return nil }
        object.as(BtBytesObject.self).pointee.ob_shash = -1
        memcpy(data(object), data(bytes), size + 1)
        return object
    }

    /// The hash, computed once.
    static func hash(_ bytes: Ref) -> Int {
        let object = bytes.as(BtBytesObject.self)
        let known = object.pointee.ob_shash
        if known != -1 { return known }
        let hash = hashBytes(data(bytes), size(bytes))
        object.pointee.ob_shash = hash
        return hash
    }

    /// Make the objects that exist once: heads and bytes, in place.
    static func makeSingletons() {
        makeImmortal(_bt_empty_bytes_(), size: 0)
        for byte in UInt8.min...UInt8.max {
            makeImmortal(_bt_single_byte(byte), size: 1)
            data(_bt_single_byte(byte).ref)[0] = byte
        }
    }

    private static func makeImmortal(_ bytes: UnsafeMutablePointer<BtBytesObject>, size: Int) {
        bytes.ref.pointee.ob_owner = UInt16(BT_OWNER_IMMORTAL)
        bytes.ref.pointee.ob_type = BtBytes_Type_()
        bytes.pointee.ob_base.ob_size = size
        bytes.pointee.ob_shash = -1
    }
}

extension ByteSpan {
    /// The empty span has an address too, so that C functions need no case for it.
    @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int) { self.init(start: Optional(start), count: count) }

    /// Where the bytes begin.
    @inline(__always)
    var address: UnsafePointer<UInt8> { baseAddress.unsafelyUnwrapped }

    /// The bytes from `low` up to `high`, both in bounds.
    @inline(__always)
    func part(_ low: Int, _ high: Int) -> ByteSpan { ByteSpan(start: address + low, count: high - low) }
}
