internal import CBaton

// Modules from C: making and looking.

@c @implementation
public func BtModule_NewObject(_ name: Ref!) -> Ref! {
    guard let name else { return badInternalCall() }
    return makeModule(named: name)
}

@c @implementation
public func BtModule_New(_ name: UnsafePointer<CChar>!) -> Ref! {
    guard let name else { return badInternalCall() }
    guard let text = BtUnicode_FromString(name) else { return nil }
    defer { Bt_DECREF_(text) }
    return makeModule(named: text)
}

@c @implementation
public func BtModule_GetDict(_ module: Ref!) -> Ref! {
    guard let module, isModule(module) else { return badInternalCall() }
    return module.module.pointee.md_dict
}

@c @implementation
public func BtModule_GetNameObject(_ module: Ref!) -> Ref! {
    requiredString(module, "__name__", orRaise: "nameless module")
}

@c @implementation
public func BtModule_GetName(_ module: Ref!) -> UnsafePointer<CChar>! {
    borrowedUTF8(BtModule_GetNameObject(module))
}

@c @implementation
public func BtModule_GetFilenameObject(_ module: Ref!) -> Ref! {
    requiredString(module, "__file__", orRaise: "module filename missing")
}

@c @implementation
public func BtModule_GetFilename(_ module: Ref!) -> UnsafePointer<CChar>! {
    borrowedUTF8(BtModule_GetFilenameObject(module))
}

@c @implementation
public func BtModule_GetState(_ module: Ref!) -> UnsafeMutableRawPointer! {
    guard let module, isModule(module) else {
        BtErr_BadArgument()
        return nil
    }
    return module.module.pointee.md_state
}

@c @implementation
public func BtUnstable_Module_SetGIL(_ module: Ref!, _ gil: UnsafeMutableRawPointer!) -> CInt {
    guard let module, isModule(module) else { return badInternalCallStatus() }
    module.module.pointee.md_gil = gil == nil ? 1 : 0
    return 0
}

/// A new reference to a str in the module's dict.
private func requiredString(_ module: Ref?, _ key: StaticString, orRaise message: String) -> Ref? {
    guard let module, isModule(module) else {
        BtErr_BadArgument()
        return nil
    }
    var value: Ref?
    if let dict = module.module.pointee.md_dict, BtDict_GetItemRef(dict, internedName(key), &value) < 0 { return nil }
    guard let value, isStr(value) else {
        release(value)
        return raise(BtExc_SystemError, message)
    }
    return value
}

/// The UTF-8 of a str that the module's dict keeps alive.
private func borrowedUTF8(_ text: Ref?) -> UnsafePointer<CChar>? {
    guard let text else { return nil }
    defer { Bt_DECREF_(text) }
    return BtUnicode_AsUTF8(text)
}
