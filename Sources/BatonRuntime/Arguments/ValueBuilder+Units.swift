internal import CBaton
internal import CBaton.Host
internal import Glibc

extension ValueBuilder {
    /// The value of the next unit, a new reference; nil: an exception is set.
    mutating func next() -> Ref? {
        while true {
            let unit = format.pointee
            if unit == 0 { return badUnit() }
            format += 1
            switch unit {
            case UInt8(ascii: "("):
                guard let count = count(upTo: UInt8(ascii: ")")) else { return nil }
                return tuple(count, end: UInt8(ascii: ")"))
            case UInt8(ascii: "["): return count(upTo: UInt8(ascii: "]")).flatMap { list($0) }
            case UInt8(ascii: "{"): return count(upTo: UInt8(ascii: "}")).flatMap { dict($0) }
            case UInt8(ascii: "O"), UInt8(ascii: "S"), UInt8(ascii: "N"):
                return object(isNew: unit == UInt8(ascii: "N"))
            case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "U"), UInt8(ascii: "y"):
                return text(isBytes: unit == UInt8(ascii: "y"))
            case UInt8(ascii: "u"): return wideText()
            case UInt8(ascii: "c"): return Bytes.single(UInt8(truncatingIfNeeded: _bt_varargs_int(values)))
            case UInt8(ascii: "C"): return BtUnicode_FromOrdinal(_bt_varargs_int(values))
            case UInt8(ascii: "p"): return boolRef(_bt_varargs_int(values) != 0)
            case UInt8(ascii: "d"), UInt8(ascii: "f"): return BtFloat_FromDouble(_bt_varargs_double(values))
            case UInt8(ascii: "D"):
                guard let value = _bt_varargs_pointer(values) else { return badUnit() }
                return makeComplex(value.assumingMemoryBound(to: Bt_complex.self).pointee)
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            default: return number(unit)
            }
        }
    }

    private func badUnit() -> Ref? { raise(BtExc_SystemError, "bad format char passed to Bt_BuildValue") }

    private func number(_ unit: UInt8) -> Ref? {
        switch unit {
        case UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "h"), UInt8(ascii: "i"):
            BtLong_FromLong(Int(_bt_varargs_int(values)))
        case UInt8(ascii: "H"), UInt8(ascii: "I"): BtLong_FromUnsignedLong(UInt(_bt_varargs_uint(values)))
        case UInt8(ascii: "n"): BtLong_FromSsize_t(_bt_varargs_ssize(values))
        case UInt8(ascii: "l"): BtLong_FromLong(_bt_varargs_long(values))
        case UInt8(ascii: "k"): BtLong_FromUnsignedLong(_bt_varargs_ulong(values))
        case UInt8(ascii: "L"): BtLong_FromLongLong(_bt_varargs_longlong(values))
        case UInt8(ascii: "K"): BtLong_FromUnsignedLongLong(_bt_varargs_ulonglong(values))
        default: badUnit()
        }
    }

    /// O, S, N, and O& in any of the spellings.
    private mutating func object(isNew: Bool) -> Ref? {
        if format.pointee == UInt8(ascii: "&") {
            format += 1
            typealias Converter = @convention(c) (UnsafeMutableRawPointer?) -> Ref?
            // SAFETY: because build.h says that the first value of O& is a function of this signature.
            let converter = unsafeBitCast(_bt_varargs_pointer(values), to: Converter.self)
            return converter(_bt_varargs_pointer(values))
        }
        guard let object = _bt_varargs_pointer(values)?.assumingMemoryBound(to: BtObject.self) else {
            if errorOccurred() { return nil }
            return raise(BtExc_SystemError, "NULL object passed to Bt_BuildValue")
        }
        return isNew ? object : newReference(object)
    }

    private mutating func text(isBytes: Bool) -> Ref? {
        let start = _bt_varargs_pointer(values)?.assumingMemoryBound(to: CChar.self)
        var size = -1
        if format.pointee == UInt8(ascii: "#") {
            format += 1
            size = _bt_varargs_ssize(values)
        }
        guard let start else { return noneRef }
        if size < 0 { size = strlen(start) }
        return isBytes ? BtBytes_FromStringAndSize(start, size) : BtUnicode_FromStringAndSize(start, size)
    }

    private mutating func wideText() -> Ref? {
        let start = _bt_varargs_pointer(values)?.assumingMemoryBound(to: wchar_t.self)
        var size = -1
        if format.pointee == UInt8(ascii: "#") {
            format += 1
            size = _bt_varargs_ssize(values)
        }
        guard let start else { return noneRef }
        return BtUnicode_FromWideChar(start, size < 0 ? wcslen(start) : size)
    }
}
