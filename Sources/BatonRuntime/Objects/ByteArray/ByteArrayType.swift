internal import CBaton
internal import Glibc

/// Fill the slots of bytearray and of its iterator.
func setUpByteArray() {
    let type = BtByteArray_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtByteArrayObject>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_BASETYPE)
    type.pointee.tp_doc = cString(
        """
        bytearray(iterable_of_ints) -> bytearray
        bytearray(string, encoding[, errors]) -> bytearray
        bytearray(bytes_or_buffer) -> mutable copy of bytes_or_buffer
        bytearray(int) -> bytes array of size given by the parameter initialized with null bytes
        bytearray() -> empty bytes array

        Construct a mutable bytearray object.
        """)
    type.pointee.tp_dealloc = { ByteArray.dealloc($0!) }
    type.pointee.tp_repr = { ByteArray.repr($0!) }
    type.pointee.tp_str = { ByteArray.repr($0!) }
    type.pointee.tp_hash = BtObject_HashNotImplemented
    type.pointee.tp_richcompare = { ByteString.richCompare($0!, $1!, $2) }
    type.pointee.tp_iter = { ByteIterator.make(BtByteArrayIter_Type_(), over: $0!) }
    type.pointee.tp_new = { type, _, _ in type!.pointee.tp_alloc(type, 0) }
    type.pointee.tp_init = { ByteArray.initialize($0!, $1!, $2) }
    type.pointee.tp_as_sequence = permanent(sequenceMethods())
    var mapping = BtMappingMethods()
    mapping.mp_length = { Bytes.size($0!) }
    mapping.mp_subscript = { ByteString.subscripted($0!, $1!) }
    mapping.mp_ass_subscript = { ByteArray.assign($0!, $1!, $2) }
    type.pointee.tp_as_mapping = permanent(mapping)
    var number = BtNumberMethods()
    number.nb_remainder = { left, right in
        ByteString.isByteArray(left!) ? ByteFormat.format(left!, right!) : notImplementedRef
    }
    type.pointee.tp_as_number = permanent(number)
    var buffer = BtBufferProcs()
    buffer.bf_getbuffer = { ByteArray.getBuffer($0!, $1!, $2) }
    buffer.bf_releasebuffer = { array, _ in
        locked(array!) { array!.as(BtByteArrayObject.self).pointee.ob_exports -= 1 }
    }
    type.pointee.tp_as_buffer = permanent(buffer)
    type.pointee.tp_methods = methodTable(ByteString.sharedMethods() + ByteArray.ownMethods())
    ByteIterator.setUp(BtByteArrayIter_Type_())
}

private func sequenceMethods() -> BtSequenceMethods {
    var methods = BtSequenceMethods()
    methods.sq_length = { Bytes.size($0!) }
    methods.sq_concat = { ByteString.concatAsByteArray($0!, $1!) }
    methods.sq_repeat = { ByteString.repeat($0!, $1) }
    methods.sq_item = { ByteString.item($0!, $1) }
    methods.sq_ass_item = { ByteArray.setItem($0!, $1, $2) }
    methods.sq_contains = { ByteString.contains($0!, $1!) }
    methods.sq_inplace_concat = { ByteArray.extend($0!, bytesOf: $1!) ? newReference($0!) : nil }
    methods.sq_inplace_repeat = { ByteArray.repeatInPlace($0!, $1) ? newReference($0!) : nil }
    return methods
}

extension ByteArray {
    static func getBuffer(_ self: Ref, _ view: BufferRef, _ flags: CInt) -> CInt {
        locked(self) {
            let status = BtBuffer_FillInfo(view, self, data(self), Bytes.size(self), 0, flags)
            if status == 0 { self.as(BtByteArrayObject.self).pointee.ob_exports += 1 }
            return status
        }
    }

    static func repr(_ self: Ref) -> Ref? {
        // The text is made in memory of its own: nothing runs that could change the bytes.
        let isExact = self.type == BtByteArray_Type_()
        guard !isExact else {
            return locked(self) {
                ByteString.repr(span(self), prefix: "bytearray(b", suffix: ")", quotes: .smartEscaped)
            }
        }
        guard
            let literal = locked(
                self, { ByteString.repr(span(self), prefix: "(b", suffix: ")", quotes: .smartEscaped) })
        else { return nil }
        defer { Bt_DECREF_(literal) }
        let name = typeName(self)
        return makeString("\(name.split(separator: ".").last.map(String.init) ?? name)\(swiftString(literal))")
    }

    /// `bytearray(source, encoding, errors)`: replaces what is there.
    static func initialize(_ self: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
        withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 3) { slots in
            slots.initialize(repeating: nil)
            let slots = slots.baseAddress.unsafelyUnwrapped
            guard ByteString.byteArrayParameters.unpack(args, kwargs, into: slots),
                locked(self, { resize(self.as(BtByteArrayObject.self), 0) })
            else { return -1 }
            return fill(self, source: slots[0], encoding: slots[1], errors: slots[2]) ? 0 : -1
        }
    }

    private static func fill(_ self: Ref, source: Ref?, encoding: Ref?, errors: Ref?) -> Bool {
        guard let encodingName = ByteString.name(encoding, "bytearray", "encoding"),
            let errorsName = ByteString.name(errors, "bytearray", "errors")
        else { return false }
        guard let source else {
            guard encoding != nil || errors != nil else { return true }
            return raise(
                BtExc_TypeError,
                encoding != nil ? "encoding without a string argument" : "errors without a string argument") ?? false
        }
        if isStr(source) {
            guard encoding != nil else {
                return raise(BtExc_TypeError, "string argument without an encoding") ?? false
            }
            guard let bytes = BtUnicode_AsEncodedString(source, encodingName.pointer, errorsName.pointer) else {
                return false
            }
            defer { Bt_DECREF_(bytes) }
            return extend(self, bytesOf: bytes)
        }
        guard encoding == nil && errors == nil else {
            return raise(
                BtExc_TypeError,
                encoding != nil ? "encoding without a string argument" : "errors without a string argument") ?? false
        }
        if let size = ByteString.zeros(source) {
            guard let size, locked(self, { resize(self.as(BtByteArrayObject.self), size) }) else { return false }
            memset(data(self), 0, size)
            return true
        }
        if Buffer.isSupported(by: source) { return extend(self, bytesOf: source) }
        var builder = ByteBuilder(capacity: 64)
        guard ByteString.collect(source, kind: "byte", into: &builder) else {
            if errorOccurred() { return false }
            return raise(BtExc_TypeError, "cannot convert '\(typeName(source))' object to bytearray") ?? false
        }
        guard let bytes = builder.finish() else { return false }
        defer { Bt_DECREF_(bytes) }
        return extend(self, bytesOf: bytes)
    }
}
