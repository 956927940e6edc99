internal import CBaton
internal import CBaton.Host
internal import Glibc

// Values in the bytes of a struct.

/// The values of a struct as a tuple. Nil with an exception set.
func readStruct(_ layout: StructLayout, _ bytes: UnsafePointer<UInt8>) -> Ref? {
    guard let row = newTuple(layout.values) else { return nil }
    var next = 0
    for unit in layout.units where unit.values > 0 {
        for index in 0..<unit.values {
            guard let value = read(unit, bytes + unit.offset + index * unit.size, layout) else {
                Bt_DECREF_(row)
                return nil
            }
            BtTuple_SET_ITEM_(row, next, value)
            next += 1
        }
    }
    return row
}

private func read(_ unit: StructUnit, _ bytes: UnsafePointer<UInt8>, _ layout: StructLayout) -> Ref? {
    let chars = UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self)
    let isLittle: CInt = layout.isBigEndian ? 0 : 1
    switch unit.letter {
    case UInt8(ascii: "c"): return Bytes.make(copying: bytes, 1)
    case UInt8(ascii: "?"): return boolRef(bytes[0] != 0)
    case UInt8(ascii: "s"): return unit.count == 0 ? Bytes.empty : Bytes.make(copying: bytes, unit.count)
    case UInt8(ascii: "p"):
        let count = unit.count == 0 ? 0 : min(Int(bytes[0]), unit.count - 1)
        return count == 0 ? Bytes.empty : Bytes.make(copying: bytes + 1, count)
    case UInt8(ascii: "e"): return float(BtFloat_Unpack2(chars, isLittle))
    case UInt8(ascii: "f"): return float(BtFloat_Unpack4(chars, isLittle))
    case UInt8(ascii: "d"): return float(BtFloat_Unpack8(chars, isLittle))
    default:
        var bits: UInt64 = 0
        for index in 0..<unit.size {
            let byte = UInt64(bytes[layout.isBigEndian ? index : unit.size - 1 - index])
            bits = bits << 8 | byte
        }
        if isSigned(unit.letter) {
            let shift = 64 - unit.size * 8
            return makeInt(Int(Int64(bitPattern: bits << shift) >> shift))
        }
        return makeInt(unsigned: UInt(bits))
    }
}

private func float(_ value: Double) -> Ref? { value == -1 && errorOccurred() ? nil : makeFloat(value) }

private func isSigned(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "b"), UInt8(ascii: "h"), UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "q"),
        UInt8(ascii: "n"):
        true
    default: false
    }
}

/// Write values into the zeroed bytes of a struct. False with an exception set.
func writeStruct(_ layout: StructLayout, _ values: UnsafePointer<Ref?>?, _ bytes: UnsafeMutablePointer<UInt8>) -> Bool {
    var next = 0
    for unit in layout.units where unit.values > 0 {
        for index in 0..<unit.values {
            guard write(unit, values![next]!, bytes + unit.offset + index * unit.size, layout) else { return false }
            next += 1
        }
    }
    return true
}

private func fail(_ message: String) -> Bool { raiseStatus(_bt_host_modules.struct_error, message) == 0 }

private func write(_ unit: StructUnit, _ value: Ref, _ bytes: UnsafeMutablePointer<UInt8>, _ layout: StructLayout)
    -> Bool
{
    let chars = UnsafeMutableRawPointer(bytes).assumingMemoryBound(to: CChar.self)
    let isLittle: CInt = layout.isBigEndian ? 0 : 1
    switch unit.letter {
    case UInt8(ascii: "c"):
        guard isBytes(value), BtBytes_Size(value) == 1 else {
            return fail("char format requires a bytes object of length 1")
        }
        bytes[0] = UInt8(bitPattern: BtBytes_AsString(value)[0])
        return true
    case UInt8(ascii: "?"):
        let truth = BtObject_IsTrue(value)
        bytes[0] = truth > 0 ? 1 : 0
        return truth >= 0
    case UInt8(ascii: "s"), UInt8(ascii: "p"):
        return writeText(unit, value, bytes)
    case UInt8(ascii: "e"), UInt8(ascii: "f"), UInt8(ascii: "d"):
        let number = BtFloat_AsDouble(value)
        if number == -1, errorOccurred() {
            BtErr_Clear()
            return fail("required argument is not a float")
        }
        switch unit.size {
        case 2: return BtFloat_Pack2(number, chars, isLittle) >= 0
        case 4: return BtFloat_Pack4(number, chars, isLittle) >= 0
        default: return BtFloat_Pack8(number, chars, isLittle) >= 0
        }
    default:
        return writeInt(unit, value, bytes, layout)
    }
}

private func writeText(_ unit: StructUnit, _ value: Ref, _ bytes: UnsafeMutablePointer<UInt8>) -> Bool {
    let isArray = BtObject_TypeCheck_(value, BtByteArray_Type_()) != 0
    guard isBytes(value) || isArray else {
        return fail("argument for '\(Character(Unicode.Scalar(unit.letter)))' must be a bytes object")
    }
    let source = isArray ? BtByteArray_AsString(value)! : BtBytes_AsString(value)!
    let size = isArray ? BtByteArray_Size(value) : BtBytes_Size(value)
    if unit.letter == UInt8(ascii: "s") {
        memcpy(bytes, source, min(size, unit.count))
    } else if unit.count > 0 {
        let count = min(size, unit.count - 1)
        memcpy(bytes + 1, source, count)
        bytes[0] = UInt8(min(count, 255))
    }
    return true
}

private func writeInt(_ unit: StructUnit, _ value: Ref, _ bytes: UnsafeMutablePointer<UInt8>, _ layout: StructLayout)
    -> Bool
{
    guard BtIndex_Check(value) != 0 else { return fail("required argument is not an integer") }
    guard let index = BtNumber_Index(value) else { return false }
    defer { Bt_DECREF_(index) }
    let bits: UInt64
    let isNarrow = unit.size < 8
    if isSigned(unit.letter) {
        var overflow: CInt = 0
        let number = BtLong_AsLongAndOverflow(index, &overflow)
        let limit = isNarrow ? 1 << (unit.size * 8 - 1) : 0
        guard overflow == 0, !isNarrow || -limit..<limit ~= number else { return outOfRange(unit) }
        bits = UInt64(bitPattern: Int64(number))
    } else {
        let number = BtLong_AsUnsignedLong(index)
        if number == UInt.max, errorOccurred() {
            BtErr_Clear()
            return outOfRange(unit)
        }
        guard !isNarrow || number >> UInt(unit.size * 8) == 0 else { return outOfRange(unit) }
        bits = UInt64(number)
    }
    for place in 0..<unit.size {
        bytes[layout.isBigEndian ? unit.size - 1 - place : place] = UInt8(truncatingIfNeeded: bits >> UInt64(place * 8))
    }
    return true
}

private func outOfRange(_ unit: StructUnit) -> Bool {
    let letter = String(Character(Unicode.Scalar(unit.letter)))
    if unit.size == 8 {
        return fail(letter == "q" || letter == "Q" ? "int too large to convert" : "argument out of range")
    }
    if isSigned(unit.letter) {
        let limit = 1 << (unit.size * 8 - 1)
        return fail("'\(letter)' format requires \(-limit) <= number <= \(limit - 1)")
    }
    return fail("'\(letter)' format requires 0 <= number <= \((1 << (unit.size * 8)) - 1)")
}
