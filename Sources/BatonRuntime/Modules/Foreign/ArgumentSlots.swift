internal import CBaton
internal import CBaton.Host
internal import CFFI
internal import Glibc

// The arguments of one call, as libffi takes them. They stand on the stack while there are few.

struct ArgumentSlots {
    /// Room for a value of at most sixteen bytes.
    let values: UnsafeMutablePointer<(UInt64, UInt64)>
    /// Where each value is: in `values`, or in an object.
    let addresses: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    let types: UnsafeMutablePointer<FFIType?>
    /// What has to live until the call has returned; owned.
    let kept: UnsafeMutablePointer<Ref?>

    private static let stride =
        MemoryLayout<(UInt64, UInt64)>.stride + 3 * MemoryLayout<UnsafeMutableRawPointer?>.stride
    private static let few = 12

    private init(_ memory: UnsafeMutableRawPointer, _ count: Int) {
        let pointer = MemoryLayout<UnsafeMutableRawPointer?>.stride
        values = memory.assumingMemoryBound(to: (UInt64, UInt64).self)
        let rest = memory + count * MemoryLayout<(UInt64, UInt64)>.stride
        addresses = rest.assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
        types = (rest + count * pointer).assumingMemoryBound(to: FFIType?.self)
        kept = (rest + 2 * count * pointer).assumingMemoryBound(to: Ref?.self)
    }

    /// Run `body` with room for so many arguments.
    @inline(__always)
    static func with(_ count: Int, _ body: (ArgumentSlots) -> Ref?) -> Ref? {
        guard count <= few else { return withMany(count, body) }
        return withUnsafeTemporaryAllocation(byteCount: few * stride, alignment: 16) { memory in
            body(ArgumentSlots(memory.baseAddress.unsafelyUnwrapped, few))
        }
    }

    @inline(never)
    private static func withMany(_ count: Int, _ body: (ArgumentSlots) -> Ref?) -> Ref? {
        guard let memory = malloc(count * stride) else { return raiseNoMemory() }
        defer { free(memory) }
        return body(ArgumentSlots(memory, count))
    }

    @inline(__always)
    func put(_ index: Int, _ bits: UInt64, _ type: FFIType?) {
        values[index].0 = bits
        addresses[index] = UnsafeMutableRawPointer(values + index)
        types[index] = type
    }

    @inline(__always)
    func put(_ index: Int, address: UnsafeRawPointer?) {
        put(index, UInt64(UInt(bitPattern: address)), bt_ffi_pointer())
    }

    func releaseKept(_ count: Int) {
        for index in 0..<count where kept[index] != nil { release(exchange(&kept[index], nil)) }
    }
}

/// Pass an instance of a ctypes type. False with an exception set.
@inline(__always)
func passInstance(_ value: Ref, _ layout: LayoutRef, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    switch layout.kind {
    case BT_FOREIGN_SIMPLE:
        slots.put(index, 0, layout.ffi)
        memcpy(slots.values + index, value.foreign.bytes, layout.pointee.size)
    case BT_FOREIGN_POINTER, BT_FOREIGN_FUNCTION: slots.put(index, address: value.foreign.address)
    case BT_FOREIGN_ARRAY: slots.put(index, address: value.foreign.bytes)
    default:
        guard let type = passedType(layout) else { return false }
        slots.put(index, 0, type)
        if layout.pointee.size <= MemoryLayout<(UInt64, UInt64)>.size {
            memcpy(slots.values + index, value.foreign.bytes, layout.pointee.size)
        } else {
            slots.addresses[index] = value.foreign.bytes
        }
    }
    return true
}

/// Pass a value that `argtypes` says nothing of. False with an exception set.
@inline(__always)
func passUntyped(_ value: Ref, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    if isInt(value), let number = value.long.compact {
        slots.put(index, UInt64(bitPattern: Int64(number)), bt_ffi_integer(4, 1))
        return true
    }
    return passAny(value, index, slots)
}

@inline(never)
private func passAny(_ value: Ref, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    if isForeignArgument(value) {
        let argument = value.foreignArgument.pointee
        slots.put(index, 0, argument.ffi.assumingMemoryBound(to: ffi_type.self))
        slots.values[index] = argument.value
        return true
    }
    if let layout = foreignLayout(of: value.type.ref) { return passInstance(value, layout, index, slots) }
    if isNone(value) {
        slots.put(index, address: nil)
        return true
    }
    if isInt(value) {
        switch value.long.isNegative ? .tooLarge : longAsUInt(value.long) {
        case .fits(let number): slots.put(index, UInt64(number), bt_ffi_integer(4, 1))
        default:
            guard case .fits(let number) = longAsInt(value.long) else {
                return raiseStatus(BtExc_OverflowError, "int too long to convert") == 0
            }
            slots.put(index, UInt64(bitPattern: Int64(number)), bt_ffi_integer(4, 1))
        }
        return true
    }
    if isBytes(value) {
        slots.put(index, address: Bytes.data(value))
        return true
    }
    if isStr(value) {
        guard let wide = wideText(value) else { return false }
        release(exchange(&slots.kept[index], wide))  // the text itself is not needed any more
        slots.put(index, address: Bytes.data(wide))
        return true
    }
    let found = asParameter(value) { attribute in
        // What is passed may need the attribute's value to live.
        guard passUntyped(attribute, index, slots) else { return nil }
        guard let both = tuple(taking: slots.kept[index] ?? noneRef, newReference(attribute)) else {
            slots.kept[index] = nil
            return nil
        }
        slots.kept[index] = both
        return noneRef
    }
    guard let found else { return false }
    if found != nil { return true }
    return raiseStatus(BtExc_TypeError, "Don't know how to convert parameter \(index + 1)") == 0
}

/// Pass a value where `argtypes` names a type that converts natively. False with an exception set.
@inline(__always)
func passTyped(_ type: TypeRef, _ value: Ref, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    let layout = ownLayout(type).unsafelyUnwrapped
    if value.type == type { return passInstance(value, layout, index, slots) }
    if layout.kind == BT_FOREIGN_SIMPLE, layout.pointee.is_swapped == 0 {
        switch layout.pointee.code {
        case UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "L"), UInt8(ascii: "q"),
            UInt8(ascii: "Q"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "b"), UInt8(ascii: "B"):
            if isInt(value) {
                slots.put(index, UInt64(longMasked(value.long)), layout.ffi)
                return true
            }
        case UInt8(ascii: "d"):
            if value.type == BtFloat_Type_() {
                slots.put(index, BtFloat_AsDouble(value).bitPattern, layout.ffi)
                return true
            }
        case UInt8(ascii: "z"):
            if isBytes(value) {
                slots.put(index, address: Bytes.data(value))
                return true
            }
        case UInt8(ascii: "P"):
            if isInt(value) {
                slots.put(index, UInt64(longMasked(value.long)), bt_ffi_pointer())
                return true
            }
        default: break
        }
    }
    return passConverted(type, layout, value, index, slots)
}

@inline(never)
private func passConverted(
    _ type: TypeRef, _ layout: LayoutRef, _ value: Ref, _ index: Int, _ slots: ArgumentSlots
) -> Bool {
    if layout.kind == BT_FOREIGN_POINTER {
        if isNone(value) {
            slots.put(index, address: nil)
            return true
        }
        if isForeignArgument(value), value.foreignArgument.pointee.kept?.type.ref == layout.pointee.item {
            slots.put(index, value.foreignArgument.pointee.value.0, bt_ffi_pointer())
            return true
        }
    }
    guard let converted = fromParameter(type, value) else { return false }
    return passKept(converted, index, slots)
}

/// Pass what a `from_param` gave; the reference is taken over.
func passKept(_ converted: Ref, _ index: Int, _ slots: ArgumentSlots) -> Bool {
    slots.kept[index] = converted
    return passUntyped(converted, index, slots)
}
