internal import CBaton
internal import CBaton.Host
internal import Glibc

// Simple values in memory: reading and writing them by the letter of their type, as in the module struct.

@inline(__always)
private func load<Number: FixedWidthInteger & BitwiseCopyable>(
    _ memory: UnsafeRawPointer, _: Number.Type, _ isSwapped: Bool
) -> Number {
    let value = memory.loadUnaligned(as: Number.self)
    return isSwapped ? value.byteSwapped : value
}

@inline(__always)
private func store<Number: FixedWidthInteger & BitwiseCopyable>(
    _ value: Number, _ memory: UnsafeMutableRawPointer, _ isSwapped: Bool
) {
    memory.storeBytes(of: isSwapped ? value.byteSwapped : value, as: Number.self)
}

/// The Python value of what stands in memory. Nil with an exception set.
@inline(__always)
func readSimple(_ layout: LayoutRef, _ memory: UnsafeRawPointer) -> Ref? {
    let isSwapped = layout.pointee.is_swapped != 0
    switch layout.pointee.code {
    case UInt8(ascii: "i"): return makeInt(Int(load(memory, Int32.self, isSwapped)))
    case UInt8(ascii: "l"), UInt8(ascii: "q"): return makeInt(load(memory, Int.self, isSwapped))
    case UInt8(ascii: "d"): return makeFloat(Double(bitPattern: load(memory, UInt64.self, isSwapped)))
    case UInt8(ascii: "I"): return makeInt(Int(load(memory, UInt32.self, isSwapped)))
    case UInt8(ascii: "L"), UInt8(ascii: "Q"): return makeInt(unsigned: load(memory, UInt.self, isSwapped))
    case UInt8(ascii: "h"): return makeInt(Int(load(memory, Int16.self, isSwapped)))
    case UInt8(ascii: "H"): return makeInt(Int(load(memory, UInt16.self, isSwapped)))
    case UInt8(ascii: "b"): return makeInt(Int(memory.load(as: Int8.self)))
    case UInt8(ascii: "B"): return makeInt(Int(memory.load(as: UInt8.self)))
    default: return readUnusual(layout.pointee.code, memory, isSwapped)
    }
}

@inline(never)
private func readUnusual(_ code: UInt8, _ memory: UnsafeRawPointer, _ isSwapped: Bool) -> Ref? {
    switch code {
    case UInt8(ascii: "f"): return makeFloat(Double(Float(bitPattern: load(memory, UInt32.self, isSwapped))))
    case UInt8(ascii: "g"): return makeFloat(readLongDouble(memory))
    case UInt8(ascii: "?"): return boolRef(memory.load(as: UInt8.self) != 0)
    case UInt8(ascii: "v"): return boolRef(memory.loadUnaligned(as: Int16.self) != 0)
    case UInt8(ascii: "c"): return Bytes.single(memory.load(as: UInt8.self))
    case UInt8(ascii: "u"): return BtUnicode_FromWideChar(memory.assumingMemoryBound(to: wchar_t.self), 1)
    case UInt8(ascii: "P"):
        let address = memory.loadUnaligned(as: UInt.self)
        return address == 0 ? noneRef : makeInt(unsigned: address)
    case UInt8(ascii: "z"):
        guard let text = memory.loadUnaligned(as: UnsafePointer<CChar>?.self) else { return noneRef }
        return BtBytes_FromString(text)
    case UInt8(ascii: "Z"):
        guard let text = memory.loadUnaligned(as: UnsafePointer<wchar_t>?.self) else { return noneRef }
        return BtUnicode_FromWideChar(text, -1)
    case UInt8(ascii: "O"):
        guard let object = memory.loadUnaligned(as: Ref?.self) else {
            return raise(BtExc_ValueError, "PyObject is NULL")
        }
        return newReference(object)
    default: return badInternalCall()
    }
}

private func readLongDouble(_ memory: UnsafeRawPointer) -> Double {
    #if arch(x86_64)
        return Double(memory.loadUnaligned(as: Float80.self))
    #else
        return memory.loadUnaligned(as: Double.self)
    #endif
}

/// The bits of an integer argument, whatever its size. Nil with TypeError set.
@inline(__always)
func maskedInt(_ value: Ref) -> UInt? {
    if isInt(value) { return longMasked(value.long) }
    let bits = BtLong_AsUnsignedLongMask(value)
    return bits == .max && errorOccurred() ? nil : bits
}

/// Write a Python value. Returns what the bytes point to and has to be kept alive, or None; nil with an exception set.
@inline(__always)
func writeSimple(_ layout: LayoutRef, _ memory: UnsafeMutableRawPointer, _ value: Ref) -> Ref? {
    let isSwapped = layout.pointee.is_swapped != 0
    switch layout.pointee.code {
    case UInt8(ascii: "i"), UInt8(ascii: "I"):
        guard let bits = maskedInt(value) else { return nil }
        store(UInt32(truncatingIfNeeded: bits), memory, isSwapped)
    case UInt8(ascii: "l"), UInt8(ascii: "q"), UInt8(ascii: "L"), UInt8(ascii: "Q"):
        guard let bits = maskedInt(value) else { return nil }
        store(bits, memory, isSwapped)
    case UInt8(ascii: "d"):
        guard let number = doubleArgument(value) else { return nil }
        store(number.bitPattern, memory, isSwapped)
    case UInt8(ascii: "h"), UInt8(ascii: "H"):
        guard let bits = maskedInt(value) else { return nil }
        store(UInt16(truncatingIfNeeded: bits), memory, isSwapped)
    case UInt8(ascii: "b"), UInt8(ascii: "B"):
        guard let bits = maskedInt(value) else { return nil }
        memory.storeBytes(of: UInt8(truncatingIfNeeded: bits), as: UInt8.self)
    default: return writeUnusual(layout.pointee.code, memory, value, isSwapped)
    }
    return noneRef
}

/// A number as a double. Nil with an exception set.
@inline(__always)
func doubleArgument(_ value: Ref) -> Double? {
    let number = BtFloat_AsDouble(value)
    return number == -1 && errorOccurred() ? nil : number
}

@inline(never)
private func writeUnusual(_ code: UInt8, _ memory: UnsafeMutableRawPointer, _ value: Ref, _ isSwapped: Bool) -> Ref? {
    switch code {
    case UInt8(ascii: "f"):
        guard let number = doubleArgument(value) else { return nil }
        store(Float(number).bitPattern, memory, isSwapped)
    case UInt8(ascii: "g"):
        guard let number = doubleArgument(value) else { return nil }
        writeLongDouble(number, memory)
    case UInt8(ascii: "?"), UInt8(ascii: "v"):
        let truth = BtObject_IsTrue(value)
        if truth < 0 { return nil }
        if code == UInt8(ascii: "?") {
            memory.storeBytes(of: truth != 0 ? 1 : 0, as: UInt8.self)
        } else {
            memory.storeBytes(of: truth != 0 ? -1 : 0, as: Int16.self)
        }
    case UInt8(ascii: "c"): return writeCharacter(memory, value)
    case UInt8(ascii: "u"): return writeWideCharacter(memory, value)
    case UInt8(ascii: "O"):
        memory.storeBytes(of: value, as: Ref.self)
        return newReference(value)
    default: return writePointer(code, memory, value)
    }
    return noneRef
}

private func writeLongDouble(_ number: Double, _ memory: UnsafeMutableRawPointer) {
    #if arch(x86_64)
        memory.storeBytes(of: Float80(number), as: Float80.self)
    #else
        memory.storeBytes(of: number, as: Double.self)
    #endif
}

private func writeCharacter(_ memory: UnsafeMutableRawPointer, _ value: Ref) -> Ref? {
    if isBytes(value), Bytes.size(value) == 1 {
        memory.storeBytes(of: Bytes.data(value)[0], as: UInt8.self)
        return noneRef
    }
    if BtObject_TypeCheck_(value, BtByteArray_Type_()) != 0, BtByteArray_Size(value) == 1 {
        memory.storeBytes(of: BtByteArray_AsString(value)[0], as: CChar.self)
        return noneRef
    }
    if isInt(value), let number = value.long.compact, let byte = UInt8(exactly: number) {
        memory.storeBytes(of: byte, as: UInt8.self)
        return noneRef
    }
    return raise(BtExc_TypeError, "one character bytes, bytearray or integer expected")
}

private func writeWideCharacter(_ memory: UnsafeMutableRawPointer, _ value: Ref) -> Ref? {
    guard isStr(value) else {
        return raise(BtExc_TypeError, "unicode string expected instead of \(typeName(value)) instance")
    }
    let text = TextView(value)
    guard text.count == 1 else { return raise(BtExc_TypeError, "one character unicode string expected") }
    memory.storeBytes(of: text[0], as: UInt32.self)
    return noneRef
}

/// The letters z, Z and P.
private func writePointer(_ code: UInt8, _ memory: UnsafeMutableRawPointer, _ value: Ref) -> Ref? {
    if isNone(value) {
        memory.storeBytes(of: 0, as: UInt.self)
        return noneRef
    }
    if isInt(value) {
        memory.storeBytes(of: longMasked(value.long), as: UInt.self)
        return noneRef
    }
    switch code {
    case UInt8(ascii: "P"): return raise(BtExc_TypeError, "cannot be converted to pointer")
    case UInt8(ascii: "z"):
        guard isBytes(value) else {
            return raise(
                BtExc_TypeError, "bytes or integer address expected instead of \(typeName(value)) instance")
        }
        memory.storeBytes(of: Bytes.data(value), as: UnsafeMutablePointer<UInt8>.self)
        return newReference(value)
    default:
        guard isStr(value) else {
            return raise(
                BtExc_TypeError,
                "unicode string or integer address expected instead of \(typeName(value)) instance")
        }
        guard let wide = wideText(value) else { return nil }
        memory.storeBytes(of: UnsafeMutableRawPointer(Bytes.data(wide)), as: UnsafeMutableRawPointer.self)
        return wide
    }
}

/// A bytes object that holds the wide characters of a str and a 0. Nil with an exception set.
func wideText(_ text: Ref) -> Ref? {
    let view = TextView(text)
    return Bytes.make((view.count + 1) * MemoryLayout<UInt32>.size) { target in
        let wide = UnsafeMutableRawPointer(target)
        for index in 0..<view.count {
            wide.storeBytes(of: view[index], toByteOffset: index * 4, as: UInt32.self)
        }
        wide.storeBytes(of: 0, toByteOffset: view.count * 4, as: UInt32.self)
        return true
    }
}
