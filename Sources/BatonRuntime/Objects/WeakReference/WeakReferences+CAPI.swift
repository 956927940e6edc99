internal import CBaton

@c @implementation public func BtWeakref_NewRef(_ object: Ref!, _ callback: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    return WeakReference.make(_BtWeakref_RefType_(), to: object, callback: callback)
}

@c @implementation public func BtWeakref_NewProxy(_ object: Ref!, _ callback: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    let type = BtCallable_Check(object) != 0 ? _BtWeakref_CallableProxyType_() : _BtWeakref_ProxyType_()
    return WeakReference.make(type, to: object, callback: callback)
}

@c @implementation public func BtWeakref_GetRef(_ reference: Ref!, _ object: UnsafeMutablePointer<Ref?>!) -> CInt {
    object.pointee = nil
    guard let reference else { return badInternalCallStatus() }
    guard isAnyWeak(reference) else { return raiseStatus(BtExc_TypeError, "expected a weakref") }
    object.pointee = WeakReference.object(of: reference)
    return object.pointee == nil ? 0 : 1
}

@c @implementation public func BtWeakref_GetObject(_ reference: Ref!) -> Ref! {
    guard let reference, isAnyWeak(reference) else { return badInternalCall() }
    guard let object = WeakReference.object(of: reference) else { return noneRef }
    // Borrowed from whoever else holds it.
    Bt_DECREF_(object)
    return object
}

@c @implementation public func BtObject_ClearWeakRefs(_ object: Ref!) { WeakReference.clearAll(to: object) }

private func isAnyWeak(_ object: Ref) -> Bool {
    WeakReference.isReference(object) || WeakReference.isProxy(object)
}
