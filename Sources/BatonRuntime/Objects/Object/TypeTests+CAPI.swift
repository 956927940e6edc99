internal import CBaton

@c @implementation public func BtObject_Type(_ object: Ref!) -> Ref! {
    guard let object else { return nullArgument() }
    return newReference(object.type.ref)
}

@c @implementation public func BtObject_IsInstance(_ object: Ref!, _ types: Ref!) -> CInt {
    if types == object.type.ref { return 1 }
    return check(object, types, "__instancecheck__", isInstanceByClass) { BtObject_IsInstance($0, $1) }
}

@c @implementation public func BtObject_IsSubclass(_ type: Ref!, _ types: Ref!) -> CInt {
    check(type, types, "__subclasscheck__", isSubclassByBases) { BtObject_IsSubclass($0, $1) }
}

/// Ask a class, or each of a tuple of classes; `name` is the method by which a class answers itself.
private func check(
    _ object: Ref, _ types: Ref, _ name: StaticString, _ plain: (Ref, Ref) -> CInt, _ again: (Ref, Ref) -> CInt
) -> CInt {
    if types.type == BtType_Type_() { return plain(object, types) }
    if isTuple(types) {
        guard Bt_EnterRecursiveCall(" in \(name)") == 0 else { return -1 }
        for index in 0..<BtTuple_GET_SIZE_(types) {
            let result = again(object, BtTuple_GET_ITEM_(types, index))
            if result != 0 { return result }
        }
        return 0
    }
    guard let checker = lookUpSpecial(types, internedName(name)) else {
        return errorOccurred() ? -1 : plain(object, types)
    }
    defer { Bt_DECREF_(checker) }
    guard enterCall() else { return -1 }
    guard let result = BtObject_CallOneArg(checker, object) else { return -1 }
    defer { Bt_DECREF_(result) }
    return BtObject_IsTrue(result)
}

/// isinstance by the type of an object, or what it claims as `__class__`.
func isInstanceByClass(_ object: Ref, _ type: Ref) -> CInt {
    guard isType(type) else {
        return raiseStatus(
            BtExc_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
    }
    if isSubtype(object.type, asType(type)) { return 1 }
    var claimed: Ref?
    if BtObject_GetOptionalAttr(object, internedName("__class__"), &claimed) < 0 { return -1 }
    guard let claimed else { return 0 }
    defer { Bt_DECREF_(claimed) }
    guard claimed != object.type.ref, isType(claimed) else { return 0 }
    return isSubtype(asType(claimed), asType(type)) ? 1 : 0
}

/// issubclass by the order of bases.
func isSubclassByBases(_ type: Ref, _ base: Ref) -> CInt {
    guard isType(type) else { return raiseStatus(BtExc_TypeError, "issubclass() arg 1 must be a class") }
    guard isType(base) else {
        return raiseStatus(
            BtExc_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
    return isSubtype(asType(type), asType(base)) ? 1 : 0
}

@c @implementation public func BtObject_Dir(_ object: Ref!) -> Ref! {
    guard let object else { return raise(BtExc_SystemError, "frame does not exist") }
    guard let function = lookUpSpecial(object, internedName("__dir__")) else {
        return errorOccurred() ? nil : raise(BtExc_TypeError, "object does not provide __dir__")
    }
    defer { Bt_DECREF_(function) }
    guard let names = BtObject_CallNoArgs(function) else { return nil }
    defer { Bt_DECREF_(names) }
    guard let list = BtSequence_List(names) else { return nil }
    guard BtList_Sort(list) == 0 else {
        Bt_DECREF_(list)
        return nil
    }
    return list
}

@c @implementation public func BtObject_AsFileDescriptor(_ object: Ref!) -> CInt {
    let descriptor: CInt
    if isInt(object) {
        descriptor = BtLong_AsInt(object)
    } else {
        var function: Ref?
        if BtObject_GetOptionalAttr(object, internedName("fileno"), &function) < 0 { return -1 }
        guard let function else {
            return raiseStatus(BtExc_TypeError, "argument must be an int, or have a fileno() method.")
        }
        defer { Bt_DECREF_(function) }
        guard let number = BtObject_CallNoArgs(function) else { return -1 }
        defer { Bt_DECREF_(number) }
        guard isInt(number) else { return raiseStatus(BtExc_TypeError, "fileno() returned a non-integer") }
        descriptor = BtLong_AsInt(number)
    }
    if descriptor == -1, errorOccurred() { return -1 }
    if descriptor < 0 {
        return raiseStatus(
            BtExc_ValueError, "file descriptor cannot be a negative integer (\(descriptor))")
    }
    return descriptor
}
