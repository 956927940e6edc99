internal import CBaton
internal import Glibc

// Fields of C structs as objects and back, by the BT_T_… codes.

/// The field that `member` describes as an object; nil: an exception is set.
func memberValue(_ base: UnsafeRawPointer, _ member: BtMemberDef) -> Ref? {
    let field = base + member.offset
    switch member.type {
    case BT_T_BOOL: return boolRef(field.load(as: CChar.self) != 0)
    case BT_T_BYTE: return BtLong_FromLong(Int(field.load(as: Int8.self)))
    case BT_T_UBYTE: return BtLong_FromLong(Int(field.load(as: UInt8.self)))
    case BT_T_SHORT: return BtLong_FromLong(Int(field.load(as: CShort.self)))
    case BT_T_USHORT: return BtLong_FromLong(Int(field.load(as: CUnsignedShort.self)))
    case BT_T_INT: return BtLong_FromLong(Int(field.load(as: CInt.self)))
    case BT_T_UINT: return BtLong_FromUnsignedLong(UInt(field.load(as: CUnsignedInt.self)))
    case BT_T_LONG: return BtLong_FromLong(field.load(as: CLong.self))
    case BT_T_ULONG: return BtLong_FromUnsignedLong(field.load(as: CUnsignedLong.self))
    case BT_T_SSIZET: return BtLong_FromSsize_t(field.load(as: Int.self))
    case BT_T_LONGLONG: return BtLong_FromLongLong(field.load(as: CLongLong.self))
    case BT_T_ULONGLONG: return BtLong_FromUnsignedLongLong(field.load(as: CUnsignedLongLong.self))
    case BT_T_FLOAT: return BtFloat_FromDouble(Double(field.load(as: Float.self)))
    case BT_T_DOUBLE: return BtFloat_FromDouble(field.load(as: Double.self))
    case BT_T_STRING:
        guard let text = field.load(as: UnsafePointer<CChar>?.self) else { return noneRef }
        return BtUnicode_FromString(text)
    case BT_T_STRING_INPLACE: return BtUnicode_FromString(field.assumingMemoryBound(to: CChar.self))
    case BT_T_CHAR: return BtUnicode_FromStringAndSize(field.assumingMemoryBound(to: CChar.self), 1)
    case BT_T_OBJECT: return newReference(field.load(as: Ref?.self) ?? noneRef)
    case BT_T_OBJECT_EX:
        guard let object = field.load(as: Ref?.self) else { return missing(base, member) }
        return newReference(object)
    case BT_T_NONE: return noneRef
    default: return raise(BtExc_SystemError, "bad memberdescr type for \(String(cString: member.name))")
    }
}

private func missing(_ base: UnsafeRawPointer, _ member: BtMemberDef) -> Ref? {
    // SAFETY: because members of this kind stand in objects, whose fields are not changed here.
    let object = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: BtObject.self))
    let name = String(cString: member.name)
    guard let text = makeString(name) else { return nil }
    defer { Bt_DECREF_(text) }
    return raiseAttributeError(object, text, "'\(typeName(object))' object has no attribute '\(name)'")
}

/// Set the field that `member` describes; `value` nil deletes. -1: an exception is set.
func setMember(_ base: UnsafeMutableRawPointer, _ member: BtMemberDef, _ value: Ref?) -> CInt {
    let field = base + member.offset
    if member.flags & BT_READONLY != 0 { return raiseStatus(BtExc_AttributeError, "readonly attribute") }
    guard let value else { return deleteMember(base, field, member) }
    switch member.type {
    case BT_T_BOOL:
        guard value == trueRef || value == falseRef else {
            return raiseStatus(BtExc_TypeError, "attribute value type must be bool")
        }
        field.storeBytes(of: value == trueRef ? 1 : 0, as: CChar.self)
    case BT_T_BYTE: return setInt(field, value, Int8.self, "Truncation of value to char")
    case BT_T_UBYTE: return setInt(field, value, UInt8.self, "Truncation of value to unsigned char")
    case BT_T_SHORT: return setInt(field, value, CShort.self, "Truncation of value to short")
    case BT_T_USHORT: return setInt(field, value, CUnsignedShort.self, "Truncation of value to unsigned short")
    case BT_T_INT: return setInt(field, value, CInt.self, "Truncation of value to int")
    case BT_T_UINT: return setUnsigned(field, value, CUnsignedInt.self, "Truncation of value to unsigned int")
    case BT_T_LONG: return setInt(field, value, CLong.self, "")
    case BT_T_ULONG, BT_T_ULONGLONG:
        return setUnsigned(field, value, CUnsignedLong.self, "Writing negative value into unsigned field")
    case BT_T_SSIZET:
        let number = BtLong_AsSsize_t(value)
        if number == -1, errorOccurred() { return -1 }
        field.storeBytes(of: number, as: Int.self)
    case BT_T_LONGLONG: return setInt(field, value, CLongLong.self, "")
    case BT_T_FLOAT, BT_T_DOUBLE:
        let number = BtFloat_AsDouble(value)
        if number == -1, errorOccurred() { return -1 }
        if member.type == BT_T_FLOAT {
            field.storeBytes(of: Float(number), as: Float.self)
        } else {
            field.storeBytes(of: number, as: Double.self)
        }
    case BT_T_OBJECT, BT_T_OBJECT_EX:
        let place = field.assumingMemoryBound(to: Ref?.self)
        release(exchange(&place.pointee, newReference(value)))
    case BT_T_CHAR:
        var length = 0
        guard let text = BtUnicode_AsUTF8AndSize(value, &length), length == 1 else {
            return Int32(BtErr_BadArgument()) - 1
        }
        field.storeBytes(of: text[0], as: CChar.self)
    case BT_T_STRING, BT_T_STRING_INPLACE: return raiseStatus(BtExc_TypeError, "readonly attribute")
    default: return raiseStatus(BtExc_SystemError, "bad memberdescr type for \(String(cString: member.name))")
    }
    return 0
}

private func deleteMember(
    _ base: UnsafeMutableRawPointer, _ field: UnsafeMutableRawPointer, _ member: BtMemberDef
) -> CInt {
    let place = field.assumingMemoryBound(to: Ref?.self)
    switch member.type {
    case BT_T_OBJECT_EX:
        if place.pointee == nil {
            return raiseStatus(BtExc_AttributeError, String(cString: member.name))
        }
        release(exchange(&place.pointee, nil))
        return 0
    case BT_T_OBJECT:
        release(exchange(&place.pointee, nil))
        return 0
    default: return raiseStatus(BtExc_TypeError, "can't delete numeric/char attribute")
    }
}

private func setInt<Number: FixedWidthInteger>(
    _ field: UnsafeMutableRawPointer, _ value: Ref, _: Number.Type, _ warning: String
) -> CInt {
    let number = BtLong_AsLong(value)
    if number == -1, errorOccurred() { return -1 }
    field.storeBytes(of: Number(truncatingIfNeeded: number), as: Number.self)
    return Number(exactly: number) == nil ? warn(warning) : 0
}

private func setUnsigned<Number: FixedWidthInteger>(
    _ field: UnsafeMutableRawPointer, _ value: Ref, _: Number.Type, _ warning: String
) -> CInt {
    guard let index = BtNumber_Index(value) else { return -1 }
    defer { Bt_DECREF_(index) }
    if _BtLong_Sign(index) < 0 {
        let number = BtLong_AsLong(index)
        if number == -1, errorOccurred() { return -1 }
        field.storeBytes(of: Number(truncatingIfNeeded: number), as: Number.self)
        return warn("Writing negative value into unsigned field")
    }
    let number = BtLong_AsUnsignedLong(index)
    if errorOccurred() { return -1 }
    field.storeBytes(of: Number(truncatingIfNeeded: number), as: Number.self)
    return Number(exactly: number) == nil ? warn(warning) : 0
}

private func warn(_ message: String) -> CInt {
    message.withCString { BtErr_WarnEx(BtExc_RuntimeWarning, $0, 1) }
}
