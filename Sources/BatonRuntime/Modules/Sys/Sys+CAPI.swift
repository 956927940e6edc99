internal import CBaton
internal import CBaton.Host
internal import Glibc

// The C face of the module sys and of writing to files, told in baton/sys.h.

/// The dict of the module; nil: an exception is set.
private func sysDict() -> Ref? {
    guard let module = BtImport_ImportModule("sys") else { return nil }
    // sys.modules is a part of it: it lives as long as the runtime.
    defer { Bt_DECREF_(module) }
    return BtModule_GetDict(module)
}

@c @implementation
public func BtSys_GetObject(_ name: UnsafePointer<CChar>!) -> Ref! {
    let raised = takeRaised()
    let value = sysDict().flatMap { BtDict_GetItemString($0, name) }
    BtErr_Clear()
    if let raised { setRaised(raised) }
    return value
}

@c @implementation
public func BtSys_SetObject(_ name: UnsafePointer<CChar>!, _ value: Ref!) -> CInt {
    guard let dict = sysDict() else { return -1 }
    guard let value else { return BtDict_DelItemString(dict, name) }
    return BtDict_SetItemString(dict, name, value)
}

@c @implementation
public func _bt_sys_write(_ name: UnsafePointer<CChar>!, _ text: UnsafePointer<CChar>!) {
    let raised = takeRaised()
    if let file = BtSys_GetObject(name) {
        Bt_INCREF_(file)
        _ = BtFile_WriteString(text, file)
        Bt_DECREF_(file)
    }
    BtErr_Clear()
    if let raised { setRaised(raised) }
}

@c @implementation
public func BtFile_WriteObject(_ object: Ref!, _ file: Ref!, _ flags: CInt) -> CInt {
    guard let file else { return raiseStatus(BtExc_TypeError, "writeobject with NULL file") }
    guard let object, let text = flags & BT_PRINT_RAW != 0 ? BtObject_Str(object) : BtObject_Repr(object) else {
        return -1
    }
    defer { Bt_DECREF_(text) }
    guard let result = BtObject_CallMethodOneArg(file, internedName("write"), text) else { return -1 }
    Bt_DECREF_(result)
    return 0
}

@c @implementation
public func BtFile_WriteString(_ text: UnsafePointer<CChar>!, _ file: Ref!) -> CInt {
    guard let object = BtUnicode_DecodeUTF8(text, text.map { strlen($0) } ?? 0, cString("replace")) else {
        return -1
    }
    defer { Bt_DECREF_(object) }
    return BtFile_WriteObject(object, file, BT_PRINT_RAW)
}
