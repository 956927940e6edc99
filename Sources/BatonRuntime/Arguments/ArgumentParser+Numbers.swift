internal import CBaton
internal import CBaton.Host

// Units of numbers and single characters.

extension ArgumentParser {
    func outOfRange(_ value: Int, _ kind: String) -> Bool {
        let side = value < 0 ? "less than minimum" : "greater than maximum"
        _ = raiseStatus(BtExc_OverflowError, "\(kind) is \(side)")
        return failRaised()
    }

    /// The index of an object as a size; -1 may mean that an exception is set.
    @inline(__always)
    func indexAsSize(_ argument: Ref) -> Int {
        if isInt(argument) { return BtLong_AsSsize_t(argument) }
        guard let index = BtNumber_Index(argument) else { return -1 }
        defer { Bt_DECREF_(index) }
        return BtLong_AsSsize_t(index)
    }

    func convertFloat(_ unit: UInt8, _ argument: Ref) -> Bool {
        let value = BtFloat_AsDouble(argument)
        if value == -1 && errorOccurred() { return failRaised() }
        if unit == UInt8(ascii: "d") {
            next(Double.self).pointee = value
        } else {
            next(Float.self).pointee = Float(value)
        }
        return true
    }

    /// b B h H I l k L K; the capital ones (and k) take the low bits of any int.
    func convertInteger(_ unit: UInt8, _ argument: Ref) -> Bool {
        switch unit {
        case UInt8(ascii: "b"), UInt8(ascii: "h"):
            let value = BtLong_AsLong(argument)
            if value == -1 && errorOccurred() { return failRaised() }
            if unit == UInt8(ascii: "b") {
                guard let byte = UInt8(exactly: value) else { return outOfRange(value, "unsigned byte integer") }
                next(UInt8.self).pointee = byte
            } else {
                guard let short = CShort(exactly: value) else { return outOfRange(value, "signed short integer") }
                next(CShort.self).pointee = short
            }
            return true
        case UInt8(ascii: "l"), UInt8(ascii: "L"):
            let value = unit == UInt8(ascii: "l") ? BtLong_AsLong(argument) : Int(BtLong_AsLongLong(argument))
            if value == -1 && errorOccurred() { return failRaised() }
            next(Int.self).pointee = value
            return true
        default:
            return convertMasked(unit, argument)
        }
    }

    private func convertMasked(_ unit: UInt8, _ argument: Ref) -> Bool {
        let isLong = unit == UInt8(ascii: "k") || unit == UInt8(ascii: "K")
        if isLong && BtIndex_Check(argument) == 0 { return fail(expected: "int", argument) }
        let value = BtLong_AsUnsignedLongMask(argument)
        if value == UInt.max && errorOccurred() { return failRaised() }
        switch unit {
        case UInt8(ascii: "B"): next(UInt8.self).pointee = UInt8(truncatingIfNeeded: value)
        case UInt8(ascii: "H"): next(CUnsignedShort.self).pointee = CUnsignedShort(truncatingIfNeeded: value)
        case UInt8(ascii: "I"): next(CUnsignedInt.self).pointee = CUnsignedInt(truncatingIfNeeded: value)
        default: next(UInt.self).pointee = value
        }
        return true
    }

    /// c: the byte of a bytes or bytearray of size 1.
    func convertByte(_ argument: Ref) -> Bool {
        let variable = next(UInt8.self)
        let isByteArray = BtObject_TypeCheck_(argument, BtByteArray_Type_()) != 0
        guard isBytes(argument) || isByteArray else { return fail(expected: "a byte string of length 1", argument) }
        let span = isByteArray ? ByteArray.span(argument) : Bytes.span(argument)
        guard span.count == 1 else { return fail(expected: "a byte string of length 1", argument) }
        variable.pointee = span[0]
        return true
    }

    /// C: the character of a str of length 1.
    func convertCharacter(_ argument: Ref) -> Bool {
        let variable = next(CInt.self)
        guard isStr(argument), BtUnicode_GET_LENGTH_(argument) == 1 else {
            return fail(expected: "a unicode character", argument)
        }
        variable.pointee = CInt(BtUnicode_READ_CHAR_(argument, 0))
        return true
    }
}
