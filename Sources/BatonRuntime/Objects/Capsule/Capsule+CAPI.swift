public import CBaton
internal import CBaton.Host

@c @implementation
public func BtCapsule_New(
    _ pointer: UnsafeMutableRawPointer!, _ name: UnsafePointer<CChar>!, _ destroy: BtCapsule_Destructor!
) -> Ref! {
    guard let pointer else { return raise(BtExc_ValueError, "BtCapsule_New called with null pointer") }
    return makeCapsule(pointer, name, destroy)
}

@c @implementation
public func BtCapsule_IsValid(_ capsule: Ref!, _ name: UnsafePointer<CChar>!) -> CInt {
    guard let capsule, capsule.type == BtCapsule_Type_() else { return 0 }
    let fields = capsule.as(BtCapsuleObject_.self).pointee
    return fields.pointer != nil && sameName(fields.name, name) ? 1 : 0
}

@c @implementation
public func BtCapsule_GetPointer(_ capsule: Ref!, _ name: UnsafePointer<CChar>!) -> UnsafeMutableRawPointer! {
    guard let fields = validCapsule(capsule, "BtCapsule_GetPointer") else { return nil }
    guard sameName(name, fields.pointee.name) else {
        return raise(BtExc_ValueError, "BtCapsule_GetPointer called with incorrect name")
    }
    return fields.pointee.pointer
}

@c @implementation
public func BtCapsule_GetName(_ capsule: Ref!) -> UnsafePointer<CChar>! {
    validCapsule(capsule, "BtCapsule_GetName")?.pointee.name
}

@c @implementation
public func BtCapsule_GetDestructor(_ capsule: Ref!) -> BtCapsule_Destructor! {
    validCapsule(capsule, "BtCapsule_GetDestructor")?.pointee.destroy
}

@c @implementation
public func BtCapsule_GetContext(_ capsule: Ref!) -> UnsafeMutableRawPointer! {
    validCapsule(capsule, "BtCapsule_GetContext")?.pointee.context
}

@c @implementation
public func BtCapsule_SetPointer(_ capsule: Ref!, _ pointer: UnsafeMutableRawPointer!) -> CInt {
    guard let pointer else { return raiseStatus(BtExc_ValueError, "BtCapsule_SetPointer called with null pointer") }
    guard let fields = validCapsule(capsule, "BtCapsule_SetPointer") else { return -1 }
    fields.pointee.pointer = pointer
    return 0
}

@c @implementation
public func BtCapsule_SetName(_ capsule: Ref!, _ name: UnsafePointer<CChar>!) -> CInt {
    guard let fields = validCapsule(capsule, "BtCapsule_SetName") else { return -1 }
    fields.pointee.name = name
    return 0
}

@c @implementation
public func BtCapsule_SetDestructor(_ capsule: Ref!, _ destroy: BtCapsule_Destructor!) -> CInt {
    guard let fields = validCapsule(capsule, "BtCapsule_SetDestructor") else { return -1 }
    fields.pointee.destroy = destroy
    return 0
}

@c @implementation
public func BtCapsule_SetContext(_ capsule: Ref!, _ context: UnsafeMutableRawPointer!) -> CInt {
    guard let fields = validCapsule(capsule, "BtCapsule_SetContext") else { return -1 }
    fields.pointee.context = context
    return 0
}

@c @implementation
public func BtCapsule_Import(_ name: UnsafePointer<CChar>!, _ no_block: CInt) -> UnsafeMutableRawPointer! {
    guard let name else { return badInternalCall() }
    let full = String(cString: name)
    let parts = full.split(separator: ".", omittingEmptySubsequences: false)
    guard let object = walk(parts) else { return nil }
    defer { Bt_DECREF_(object) }
    guard BtCapsule_IsValid(object, name) != 0 else {
        return raise(BtExc_AttributeError, "BtCapsule_Import \"\(full)\" is not valid")
    }
    return object.as(BtCapsuleObject_.self).pointee.pointer
}

/// Import the longest beginning of the name that is a module, and take attributes from there.
private func walk(_ parts: [Substring]) -> Ref? {
    guard let first = makeString(String(parts[0])) else { return nil }
    defer { Bt_DECREF_(first) }
    guard var object = importModule(first) else { return nil }
    var path = String(parts[0])
    for part in parts.dropFirst() {
        path += ".\(part)"
        guard let attribute = makeString(String(part)) else {
            Bt_DECREF_(object)
            return nil
        }
        defer { Bt_DECREF_(attribute) }
        var next = BtObject_GetAttr(object, attribute)
        if next == nil, part != parts.last, BtErr_ExceptionMatches(BtExc_AttributeError) != 0 {
            BtErr_Clear()
            next = makeString(path).flatMap { name in
                defer { Bt_DECREF_(name) }
                return importModule(name)
            }
        }
        Bt_DECREF_(object)
        guard let next else { return nil }
        object = next
    }
    return object
}
