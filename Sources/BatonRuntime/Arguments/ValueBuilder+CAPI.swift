internal import CBaton
internal import CBaton.Host

// The walkers behind the C front ends of build.c.

@c @implementation
public func _bt_build_value(_ format: UnsafePointer<CChar>!, _ values: OpaquePointer!) -> Ref! {
    guard let format else { return badInternalCall() }
    var builder = ValueBuilder(format, values)
    return builder.build()
}

@c @implementation
public func _bt_call_format(
    _ callable: Ref!, _ name: UnsafePointer<CChar>!, _ format: UnsafePointer<CChar>!, _ values: OpaquePointer!
) -> Ref! {
    guard let callable else {
        if errorOccurred() { return nil }
        return raise(BtExc_SystemError, "null argument to internal routine")
    }
    guard let name else { return call(callable, format, values) }
    guard let method = BtObject_GetAttrString(callable, name) else { return nil }
    defer { Bt_DECREF_(method) }
    guard BtCallable_Check(method) != 0 else {
        return raise(BtExc_TypeError, "attribute of type '\(typeName(method))' is not callable")
    }
    return call(method, format, values)
}

private func call(_ callable: Ref, _ format: UnsafePointer<CChar>?, _ values: OpaquePointer) -> Ref? {
    guard let format, format.pointee != 0 else { return BtObject_CallNoArgs(callable) }
    var builder = ValueBuilder(format, values)
    guard let count = builder.count(upTo: 0) else { return nil }
    if count == 0 { return BtObject_CallNoArgs(callable) }
    // One slot in front is for the callee (BT_VECTORCALL_ARGUMENTS_OFFSET).
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: count + 1) { stack in
        let args = stack.baseAddress.unsafelyUnwrapped + 1
        guard builder.fill(args, count, end: 0) else { return nil }
        defer { for index in 0..<count { Bt_DECREF_(args[index]) } }
        if count == 1, let tuple = args[0], isTuple(tuple) {
            return BtObject_Vectorcall(callable, _bt_tuple_items(tuple), BtTuple_GET_SIZE_(tuple), nil)
        }
        return BtObject_Vectorcall(callable, args, count | Int.min, nil)
    }
}
