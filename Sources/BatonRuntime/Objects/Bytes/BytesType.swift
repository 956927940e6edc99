internal import CBaton
internal import Glibc

/// Fill the slots of bytes and of its iterator.
func setUpBytes() {
    Bytes.makeSingletons()
    let type = BtBytes_Type_()
    // As CPython's: the head and the ending 0 byte.
    type.pointee.tp_basicsize = Bytes.dataOffset + 1
    type.pointee.tp_itemsize = 1
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE | BT_TPFLAGS_BYTES_SUBCLASS)
    type.pointee.tp_doc = cString(
        """
        bytes(iterable_of_ints) -> bytes
        bytes(string, encoding[, errors]) -> bytes
        bytes(bytes_or_buffer) -> immutable copy of bytes_or_buffer
        bytes(int) -> bytes object of size given by the parameter initialized with null bytes
        bytes() -> empty bytes object

        Construct an immutable array of bytes.
        """)
    type.pointee.tp_dealloc = { Bytes.dealloc($0!) }
    type.pointee.tp_repr = { ByteString.repr(Bytes.span($0!), prefix: "b", suffix: "", quotes: .smart) }
    type.pointee.tp_str = { ByteString.repr(Bytes.span($0!), prefix: "b", suffix: "", quotes: .smart) }
    type.pointee.tp_hash = { Bytes.hash($0!) }
    type.pointee.tp_richcompare = { ByteString.richCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { ByteIterator.make(BtBytesIter_Type_(), over: $0!) }
    type.pointee.tp_new = { Bytes.new($0!, $1!, $2) }
    type.pointee.tp_as_sequence = permanent(sequenceMethods())
    var mapping = BtMappingMethods()
    mapping.mp_length = { Bytes.size($0!) }
    mapping.mp_subscript = { ByteString.subscripted($0!, $1!) }
    type.pointee.tp_as_mapping = permanent(mapping)
    var number = BtNumberMethods()
    number.nb_remainder = { left, right in
        isBytes(left!) ? ByteFormat.format(left!, right!) : notImplementedRef
    }
    type.pointee.tp_as_number = permanent(number)
    var buffer = BtBufferProcs()
    buffer.bf_getbuffer = { BtBuffer_FillInfo($1, $0, Bytes.data($0!), Bytes.size($0!), 1, $2) }
    type.pointee.tp_as_buffer = permanent(buffer)
    type.pointee.tp_methods = methodTable(
        ByteString.sharedMethods() + [
            method("fromhex", BT_METH_O | BT_METH_CLASS) { ByteString.fromHex($0!, $1!, isByteArray: false) },
            method("__bytes__", BT_METH_NOARGS) { object, _ in
                object!.type == BtBytes_Type_()
                    ? newReference(object!) : Bytes.make(copying: Bytes.span(object!))
            },
            method("__getnewargs__", BT_METH_NOARGS) { object, _ in
                guard let copy = Bytes.make(copying: Bytes.span(object!)) else { return nil }
                defer { Bt_DECREF_(copy) }
                return withUnsafePointer(to: Optional(copy)) { BtTuple_FromArray($0, 1) }
            },
        ])
    ByteIterator.setUp(BtBytesIter_Type_())
}

private func sequenceMethods() -> BtSequenceMethods {
    var methods = BtSequenceMethods()
    methods.sq_length = { Bytes.size($0!) }
    methods.sq_concat = { ByteString.concat($0!, $1!) }
    methods.sq_repeat = { ByteString.repeat($0!, $1) }
    methods.sq_item = { ByteString.item($0!, $1) }
    methods.sq_contains = { ByteString.contains($0!, $1!) }
    return methods
}

extension Bytes {
    /// `bytes(source, encoding, errors)`.
    static func new(_ type: TypeRef, _ args: Ref, _ kwargs: Ref?) -> Ref? {
        let value = withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { slots -> Ref? in
            slots.initialize(repeating: nil)
            let slots = slots.baseAddress.unsafelyUnwrapped
            guard ByteString.bytesParameters.unpack(args, kwargs, into: slots) else { return nil }
            return make(source: slots[0], encoding: slots[1], errors: slots[2])
        }
        guard let value, type != BtBytes_Type_() else { return value }
        defer { Bt_DECREF_(value) }
        return makeSubtype(type, copying: value)
    }

    private static func make(source: Ref?, encoding: Ref?, errors: Ref?) -> Ref? {
        guard let encodingName = ByteString.name(encoding, "bytes", "encoding"),
            let errorsName = ByteString.name(errors, "bytes", "errors")
        else { return nil }
        guard let source else {
            guard encoding != nil || errors != nil else { return empty }
            return raise(
                BtExc_TypeError,
                encoding != nil ? "encoding without a string argument" : "errors without a string argument")
        }
        if encoding != nil || errors != nil {
            guard isStr(source) else {
                return raise(
                    BtExc_TypeError,
                    encoding != nil ? "encoding without a string argument" : "errors without a string argument")
            }
            guard encoding != nil else { return raise(BtExc_TypeError, "string argument without an encoding") }
            return BtUnicode_AsEncodedString(source, encodingName.pointer, errorsName.pointer)
        }
        if source.type == BtBytes_Type_() { return newReference(source) }
        if let result = ByteString.callBytesMethod(source) { return result.object }
        if isStr(source) { return raise(BtExc_TypeError, "string argument without an encoding") }
        if let size = ByteString.zeros(source) {
            guard let size else { return nil }
            return make(size) {
                memset($0, 0, size)
                return true
            }
        }
        return ByteString.bytes(from: source)
    }
}
