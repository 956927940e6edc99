internal import CBaton
internal import CBaton.Host
internal import Glibc

// Units of text and bytes. What a pointer points to belongs to the argument, a buffer or encoded memory to the caller.

extension ArgumentParser {
    private typealias TextVariable = UnsafePointer<CChar>?

    /// s s# s* z z# z*.
    mutating func convertText(_ argument: Ref, allowsNone: Bool) -> Bool {
        switch format.pointee {
        case UInt8(ascii: "*"):
            format += 1
            return convertTextBuffer(argument, allowsNone: allowsNone)
        case UInt8(ascii: "#"):
            format += 1
            let variable = next(TextVariable.self)
            let size = next(Int.self)
            if allowsNone && isNone(argument) {
                variable.pointee = nil
                size.pointee = 0
                return true
            }
            if isStr(argument) {
                guard let text = BtUnicode_AsUTF8AndSize(argument, size) else { return failRaised() }
                variable.pointee = text
                return true
            }
            return borrowBytes(argument, variable, size)
        default:
            let variable = next(TextVariable.self)
            if allowsNone && isNone(argument) {
                variable.pointee = nil
                return true
            }
            guard isStr(argument) else { return fail(expected: allowsNone ? "str or None" : "str", argument) }
            var size = 0
            guard let text = BtUnicode_AsUTF8AndSize(argument, &size) else { return failRaised() }
            guard strlen(text) == size else {
                _ = raiseStatus(BtExc_ValueError, "embedded null character")
                return failRaised()
            }
            variable.pointee = text
            return true
        }
    }

    private mutating func convertTextBuffer(_ argument: Ref, allowsNone: Bool) -> Bool {
        let view = next(Bt_buffer.self)
        if allowsNone && isNone(argument) {
            BtBuffer_FillInfo(view, nil, nil, 0, 1, 0)
            return acquire(view, isBuffer: true)
        }
        if isStr(argument) {
            var size = 0
            guard let text = BtUnicode_AsUTF8AndSize(argument, &size) else { return failRaised() }
            BtBuffer_FillInfo(view, argument, UnsafeMutableRawPointer(mutating: text), size, 1, 0)
            return acquire(view, isBuffer: true)
        }
        return getBuffer(argument, view)
    }

    /// y y# y*.
    mutating func convertBytes(_ argument: Ref) -> Bool {
        switch format.pointee {
        case UInt8(ascii: "*"):
            format += 1
            return getBuffer(argument, next(Bt_buffer.self))
        case UInt8(ascii: "#"):
            format += 1
            let variable = next(TextVariable.self)
            return borrowBytes(argument, variable, next(Int.self))
        default:
            let variable = next(TextVariable.self)
            var size = 0
            guard borrowBytes(argument, variable, &size) else { return false }
            guard strlen(variable.pointee!) == size else {
                _ = raiseStatus(BtExc_ValueError, "embedded null byte")
                return failRaised()
            }
            return true
        }
    }

    /// w*.
    mutating func convertWritable(_ argument: Ref) -> Bool {
        guard format.pointee == UInt8(ascii: "*") else {
            return fail(expected: "(impossible<bad format char>)", argument)
        }
        format += 1
        let view = next(Bt_buffer.self)
        guard BtObject_GetBuffer(argument, view, BtBUF_WRITABLE) == 0 else {
            BtErr_Clear()
            return fail(expected: "read-write bytes-like object", argument)
        }
        guard BtBuffer_IsContiguous(view, Buffer.orderC) != 0 else {
            BtBuffer_Release(view)
            return fail(expected: "contiguous buffer", argument)
        }
        return acquire(view, isBuffer: true)
    }

    private mutating func getBuffer(_ argument: Ref, _ view: BufferRef) -> Bool {
        guard BtObject_GetBuffer(argument, view, BtBUF_SIMPLE) == 0 else { return failRaised() }
        guard BtBuffer_IsContiguous(view, Buffer.orderC) != 0 else {
            BtBuffer_Release(view)
            return fail(expected: "contiguous buffer", argument)
        }
        return acquire(view, isBuffer: true)
    }

    /// Store the address and size of memory that stays in place while the argument lives, without a buffer to release.
    private func borrowBytes(
        _ argument: Ref, _ variable: UnsafeMutablePointer<UnsafePointer<CChar>?>, _ size: UnsafeMutablePointer<Int>
    ) -> Bool {
        if isBytes(argument) {
            variable.pointee = UnsafePointer(BtBytes_AS_STRING_(argument))
            size.pointee = Bytes.size(argument)
            return true
        }
        // An exporter that wants to know of the release may move its memory after it.
        guard argument.type.pointee.tp_as_buffer?.pointee.bf_releasebuffer == nil else {
            return fail(expected: "read-only bytes-like object", argument)
        }
        var view = Bt_buffer()
        guard BtObject_GetBuffer(argument, &view, BtBUF_SIMPLE) == 0 else { return failRaised() }
        defer { BtBuffer_Release(&view) }
        guard BtBuffer_IsContiguous(&view, Buffer.orderC) != 0 else {
            return fail(expected: "contiguous buffer", argument)
        }
        variable.pointee = UnsafeRawPointer(view.buf)?.assumingMemoryBound(to: CChar.self)
        size.pointee = view.len
        return true
    }

    // MARK: Encoded text

    /// es et es# et#.
    mutating func convertEncoded(_ argument: Ref) -> Bool {
        let encoding = _bt_varargs_pointer(addresses).map { UnsafePointer($0.assumingMemoryBound(to: CChar.self)) }
        let takesBytes = format.pointee == UInt8(ascii: "t")
        guard takesBytes || format.pointee == UInt8(ascii: "s") else {
            return fail(expected: "(unknown parser marker combination)", argument)
        }
        format += 1
        guard let variable = _bt_varargs_pointer(addresses)?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        else { return fail(expected: "(buffer is NULL)", argument) }
        if takesBytes && isBytes(argument) { return storeEncoded(Bytes.span(argument), variable, argument) }
        if takesBytes && BtObject_TypeCheck_(argument, BtByteArray_Type_()) != 0 {
            return storeEncoded(ByteArray.span(argument), variable, argument)
        }
        guard isStr(argument) else {
            return fail(expected: takesBytes ? "str, bytes or bytearray" : "str", argument)
        }
        let name = encoding ?? BtUnicode_GetDefaultEncoding()
        guard let bytes = BtUnicode_AsEncodedString(argument, name, nil) else {
            return fail(expected: "(encoding failed)", argument)
        }
        defer { Bt_DECREF_(bytes) }
        return storeEncoded(Bytes.span(bytes), variable, argument)
    }

    private mutating func storeEncoded(
        _ span: ByteSpan, _ variable: UnsafeMutablePointer<UnsafeMutableRawPointer?>, _ argument: Ref
    ) -> Bool {
        let hasSize = format.pointee == UInt8(ascii: "#")
        if hasSize {
            format += 1
            guard let size = _bt_varargs_pointer(addresses)?.assumingMemoryBound(to: Int.self) else {
                return fail(expected: "(buffer_len is NULL)", argument)
            }
            if let own = variable.pointee {
                guard span.count + 1 <= size.pointee else {
                    _ = raiseStatus(
                        BtExc_ValueError,
                        "encoded string too long (\(span.count), maximum length \(size.pointee - 1))")
                    return failRaised()
                }
                memcpy(own, span.address, span.count + 1)
                size.pointee = span.count
                return true
            }
            size.pointee = span.count
        } else if strlen(UnsafeRawPointer(span.address).assumingMemoryBound(to: CChar.self)) != span.count {
            return fail(expected: "encoded string without null bytes", argument)
        }
        guard let memory = BtMem_Malloc(span.count + 1) else {
            raiseNoMemory()
            return failRaised()
        }
        memcpy(memory, span.address, span.count + 1)
        variable.pointee = memory
        return acquire(variable)
    }
}
