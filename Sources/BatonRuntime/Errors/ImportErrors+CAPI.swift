internal import CBaton

// ImportError with its attributes.

@c @implementation
public func BtErr_SetImportError(_ msg: Ref!, _ name: Ref!, _ path: Ref!) -> Ref! {
    BtErr_SetImportErrorSubclass(BtExc_ImportError, msg, name, path)
}

@c @implementation
public func BtErr_SetImportErrorSubclass(_ exception: Ref!, _ msg: Ref!, _ name: Ref!, _ path: Ref!) -> Ref! {
    guard let exception, isExceptionClass(exception),
        BtType_IsSubtype(asType(exception), _bt_exc_ImportError_()) != 0
    else {
        return raise(BtExc_TypeError, "expected a subclass of ImportError")
    }
    guard let msg else { return raise(BtExc_TypeError, "expected a message argument") }
    guard let kwargs = BtDict_New() else { return nil }
    defer { Bt_DECREF_(kwargs) }
    guard BtDict_SetItem(kwargs, internedName("name"), name ?? noneRef) >= 0,
        BtDict_SetItem(kwargs, internedName("path"), path ?? noneRef) >= 0,
        let args = BtTuple_New(1)
    else { return nil }
    BtTuple_SET_ITEM_(args, 0, newReference(msg))
    let made = BtObject_Call(exception, args, kwargs)
    Bt_DECREF_(args)
    guard let made else { return nil }
    raiseObject(made.type.ref, made)
    Bt_DECREF_(made)
    return nil
}
