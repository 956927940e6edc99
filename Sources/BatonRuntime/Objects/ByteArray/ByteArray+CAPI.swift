internal import CBaton
internal import Glibc

@c @implementation
public func BtByteArray_FromStringAndSize(_ data: UnsafePointer<CChar>!, _ size: Int) -> Ref! {
    guard size >= 0 else {
        return raise(BtExc_SystemError, "Negative size passed to BtByteArray_FromStringAndSize")
    }
    guard let array = ByteArray.make(size) else { return nil }
    if let data, size > 0 { memcpy(ByteArray.data(array), data, size) }
    return array
}

@c @implementation
public func BtByteArray_FromObject(_ object: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    return BtObject_CallOneArg(BtByteArray_Type_().ref, object)
}

@c @implementation
public func BtByteArray_Concat(_ left: Ref!, _ right: Ref!) -> Ref! {
    guard let left, let right else { return badInternalCall() }
    return ByteString.concatAsByteArray(left, right)
}

@c @implementation
public func BtByteArray_Size(_ bytearray: Ref!) -> Int { Bytes.size(bytearray) }

@c @implementation
public func BtByteArray_AsString(_ bytearray: Ref!) -> UnsafeMutablePointer<CChar>! {
    BtByteArray_AS_STRING_(bytearray)
}

@c @implementation
public func BtByteArray_Resize(_ bytearray: Ref!, _ size: Int) -> CInt {
    guard let bytearray, BtObject_TypeCheck_(bytearray, BtByteArray_Type_()) != 0 else {
        return badInternalCallStatus()
    }
    guard size >= 0 else {
        return raiseStatus(BtExc_ValueError, "Can only resize to positive sizes, got \(size)")
    }
    return locked(bytearray) { ByteArray.resize(bytearray.as(BtByteArrayObject.self), size) ? 0 : -1 }
}
