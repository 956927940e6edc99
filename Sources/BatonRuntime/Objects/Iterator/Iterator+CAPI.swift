public import CBaton

@c @implementation public func BtObject_GetIter(_ object: Ref!) -> Ref! {
    guard let object else { return badInternalCall() }
    return iterator(over: object)
}

@c @implementation public func BtIter_Check(_ object: Ref!) -> CInt { isIterator(object) ? 1 : 0 }

@c @implementation public func BtAIter_Check(_ object: Ref!) -> CInt {
    object.type.pointee.tp_as_async?.pointee.am_anext != nil ? 1 : 0
}

@c @implementation public func BtIter_NextItem(_ iterator: Ref!, _ item: UnsafeMutablePointer<Ref?>!) -> CInt {
    item.pointee = nil
    guard let iterator, isIterator(iterator) else {
        return raiseStatus(
            BtExc_TypeError, "expected an iterator, got '\(iterator.map(typeName(_:)) ?? "<NULL>")'")
    }
    item.pointee = nextItem(iterator)
    return item.pointee != nil ? 1 : errorOccurred() ? -1 : 0
}

@c @implementation public func BtIter_Next(_ iterator: Ref!) -> Ref! {
    guard let iterator, isIterator(iterator) else { return badInternalCall() }
    return nextItem(iterator)
}

@c @implementation public func BtIter_Send(
    _ iterator: Ref!, _ value: Ref!, _ result: UnsafeMutablePointer<Ref?>!
) -> BtSendResult {
    result.pointee = nil
    guard let iterator, let value else {
        badInternalCall()
        return BTGEN_ERROR
    }
    if let send = iterator.type.pointee.tp_as_async?.pointee.am_send {
        return BtSendResult(rawValue: send(iterator, value, result))
    }
    if value == noneRef, isIterator(iterator) {
        result.pointee = iterator.type.pointee.tp_iternext(iterator)
    } else {
        guard let name = BtUnicode_InternFromString(cString("send")) else { return BTGEN_ERROR }
        result.pointee = BtObject_CallMethodOneArg(iterator, name, value)
        Bt_DECREF_(name)
    }
    if result.pointee != nil { return BTGEN_NEXT }
    return stopIterationValue(result) ? BTGEN_RETURN : BTGEN_ERROR
}

/// Take the value out of a StopIteration that is set, None if nothing is set; false if something else is set.
private func stopIterationValue(_ result: UnsafeMutablePointer<Ref?>) -> Bool {
    guard errorOccurred() else {
        result.pointee = noneRef
        return true
    }
    guard BtErr_ExceptionMatches(BtExc_StopIteration) != 0, let exception = BtErr_GetRaisedException() else {
        return false
    }
    defer { Bt_DECREF_(exception) }
    result.pointee = BtObject_GetAttrString(exception, cString("value"))
    return result.pointee != nil
}

@c @implementation public func BtSeqIter_New(_ sequence: Ref!) -> Ref! {
    guard let sequence, BtSequence_Check(sequence) != 0 else { return badInternalCall() }
    return makeRowIterator(BtSeqIter_Type_(), over: sequence, at: 0)
}

@c @implementation public func BtCallIter_New(_ callable: Ref!, _ sentinel: Ref!) -> Ref! {
    guard let callable, let sentinel else { return badInternalCall() }
    return makeCallIterator(callable, sentinel)
}
