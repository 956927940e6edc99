internal import CBaton
internal import Glibc

/// What bytes and bytearray share. A method works on either and gives an object of the same kind.
enum ByteString {
    @inline(__always)
    static func isByteArray(_ object: Ref) -> Bool { BtObject_TypeCheck_(object, BtByteArray_Type_()) != 0 }

    /// Give the bytes of `self` to `body`, which runs no code of others: nothing can change them meanwhile.
    @inline(__always)
    static func withOwnBytes<Result>(_ self: Ref, _ body: (ByteSpan) -> Result) -> Result {
        if isBytes(self) { return body(Bytes.span(self)) }
        return locked(self) { body(ByteArray.span(self)) }
    }

    /// Make an object of the kind of `self` that copies bytes.
    static func make(like self: Ref, copying span: ByteSpan) -> Ref? {
        isBytes(self) ? Bytes.make(copying: span) : ByteArray.make(copying: span)
    }

    /// Make an object of the kind of `self` of `size` bytes that `fill` writes.
    @inline(__always)
    static func make(like self: Ref, _ size: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) -> Ref? {
        make(isByteArray: !isBytes(self), size, fill: fill)
    }

    @inline(__always)
    private static func make(isByteArray: Bool, _ size: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) -> Ref? {
        guard isByteArray else {
            return Bytes.make(size) {
                fill($0)
                return true
            }
        }
        guard let array = ByteArray.make(size) else { return nil }
        fill(ByteArray.data(array))
        return array
    }

    /// What a method returns where nothing changes: a bytes object itself, a copy of anything else.
    static func unchanged(_ self: Ref) -> Ref? {
        if self.type == BtBytes_Type_() { return newReference(self) }
        return withOwnBytes(self) { make(like: self, copying: $0) }
    }

    // MARK: Concatenation and repetition

    /// The bytes of two bytes-like objects, of the kind of the first.
    static func concat(_ left: Ref, _ right: Ref) -> Ref? {
        guard Buffer.isSupported(by: left), Buffer.isSupported(by: right) else {
            return raise(BtExc_TypeError, "can't concat \(typeName(right)) to \(typeName(left))")
        }
        return Buffer.withBytes(of: left) { first in
            Buffer.withBytes(of: right) { second in
                if second.count == 0 && left.type == BtBytes_Type_() { return newReference(left) }
                if first.count == 0 && left.type == BtBytes_Type_() && right.type == left.type {
                    return newReference(right)
                }
                return join(first, second, isByteArray: isByteArray(left))
            }
        }
    }

    static func concatAsByteArray(_ left: Ref, _ right: Ref) -> Ref? {
        guard Buffer.isSupported(by: left), Buffer.isSupported(by: right) else {
            return raise(BtExc_TypeError, "can't concat \(typeName(right)) to \(typeName(left))")
        }
        return Buffer.withBytes(of: left) { first in
            Buffer.withBytes(of: right) { second in join(first, second, isByteArray: true) }
        }
    }

    private static func join(_ first: ByteSpan, _ second: ByteSpan, isByteArray: Bool) -> Ref? {
        guard first.count <= Int.max - second.count else { return raiseNoMemory() }
        return make(isByteArray: isByteArray, first.count + second.count) { target in
            memcpy(target, first.address, first.count)
            memcpy(target + first.count, second.address, second.count)
        }
    }

    static func `repeat`(_ self: Ref, _ count: Int) -> Ref? {
        let count = max(count, 0)
        if count == 1 && self.type == BtBytes_Type_() { return newReference(self) }
        return withOwnBytes(self) { span in
            let (size, overflow) = span.count.multipliedReportingOverflow(by: count)
            guard !overflow, size <= Bytes.maxSize else {
                if isBytes(self) { return raise(BtExc_OverflowError, "repeated bytes are too long") }
                return raiseNoMemory()
            }
            return make(like: self, size) { fill($0, size, with: span) }
        }
    }

    /// Fill memory with copies of `span`.
    static func fill(_ target: UnsafeMutablePointer<UInt8>, _ size: Int, with span: ByteSpan) {
        guard size > 0 else { return }
        if span.count == 1 {
            memset(target, CInt(span[0]), size)
            return
        }
        memcpy(target, span.address, span.count)
        var done = span.count
        while done < size {
            let step = min(done, size - done)
            memcpy(target + done, target, step)
            done += step
        }
    }
}
