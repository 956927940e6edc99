public import CBaton

// Setting the attributes of a module from C.

@c @implementation
public func BtModule_AddObjectRef(_ module: Ref!, _ name: UnsafePointer<CChar>!, _ value: Ref!) -> CInt {
    guard let module, isModule(module) else {
        return raiseStatus(BtExc_TypeError, "BtModule_AddObjectRef() first argument must be a module")
    }
    guard let name else { return badInternalCallStatus() }
    guard let value else {
        if errorOccurred() { return -1 }
        return raiseStatus(
            BtExc_SystemError, "BtModule_AddObjectRef() must be called with an exception raised if value is NULL")
    }
    guard let dict = module.module.pointee.md_dict else {
        return raiseStatus(BtExc_SystemError, "module '\(String(cString: name))' has no __dict__")
    }
    return BtDict_SetItemString(dict, name, value)
}

@c @implementation
public func BtModule_Add(_ module: Ref!, _ name: UnsafePointer<CChar>!, _ value: Ref!) -> CInt {
    let status = BtModule_AddObjectRef(module, name, value)
    release(value)
    return status
}

@c @implementation
public func BtModule_AddObject(_ module: Ref!, _ name: UnsafePointer<CChar>!, _ value: Ref!) -> CInt {
    let status = BtModule_AddObjectRef(module, name, value)
    if status == 0 { release(value) }
    return status
}

@c @implementation
public func BtModule_AddIntConstant(_ module: Ref!, _ name: UnsafePointer<CChar>!, _ value: Int) -> CInt {
    BtModule_Add(module, name, BtLong_FromLong(value))
}

@c @implementation
public func BtModule_AddStringConstant(
    _ module: Ref!, _ name: UnsafePointer<CChar>!, _ value: UnsafePointer<CChar>!
) -> CInt {
    guard let value else { return badInternalCallStatus() }
    return BtModule_Add(module, name, BtUnicode_FromString(value))
}

@c @implementation
public func BtModule_AddType(_ module: Ref!, _ type: UnsafeMutablePointer<BtTypeObject>!) -> CInt {
    guard let type else { return badInternalCallStatus() }
    guard BtType_Ready(type) >= 0 else { return -1 }
    return BtModule_AddObjectRef(module, _BtType_Name(type), type.ref)
}

@c @implementation
public func BtModule_AddFunctions(_ module: Ref!, _ functions: UnsafeMutablePointer<BtMethodDef>!) -> CInt {
    guard let module, var line = functions else { return badInternalCallStatus() }
    guard let name = BtModule_GetNameObject(module) else { return -1 }
    defer { Bt_DECREF_(name) }
    while let functionName = line.pointee.ml_name {
        guard line.pointee.ml_flags & (BT_METH_CLASS | BT_METH_STATIC) == 0 else {
            return raiseStatus(BtExc_ValueError, "module functions cannot set METH_CLASS or METH_STATIC")
        }
        guard let function = BtCFunction_NewEx(line, module, name) else { return -1 }
        defer { Bt_DECREF_(function) }
        if BtObject_SetAttrString(module, functionName, function) < 0 { return -1 }
        line += 1
    }
    return 0
}

@c @implementation
public func BtModule_SetDocString(_ module: Ref!, _ doc: UnsafePointer<CChar>!) -> CInt {
    guard let module, let doc else { return badInternalCallStatus() }
    guard let text = BtUnicode_FromString(doc) else { return -1 }
    defer { Bt_DECREF_(text) }
    return BtObject_SetAttrString(module, "__doc__", text)
}
