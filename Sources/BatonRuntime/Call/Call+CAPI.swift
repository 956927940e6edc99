public import CBaton

public typealias ArgumentArray = UnsafePointer<Ref?>

@c @implementation public func BtVectorcall_Function(_ callable: Ref!) -> vectorcallfunc! {
    vectorcallFunction(callable)
}

@c @implementation public func BtVectorcall_Call(_ callable: Ref!, _ args: Ref!, _ kwargs: Ref!) -> Ref! {
    // Without a look at the flag: a subclass with a __call__ of its own has none, and may call this one as its base's.
    let offset = callable.type.pointee.tp_vectorcall_offset
    let field = UnsafeRawPointer(callable!) + offset
    guard offset > 0, let function = field.load(as: vectorcallfunc?.self) else {
        return raise(BtExc_TypeError, "'\(typeName(callable))' object does not support vectorcall")
    }
    return callVectorcall(callable, function, args, kwargs)
}

@c @implementation public func BtObject_Call(_ callable: Ref!, _ args: Ref!, _ kwargs: Ref!) -> Ref! {
    guard let callable else { return nullArgument() }
    guard let args, isTuple(args) else { return raise(BtExc_TypeError, "argument list must be a tuple") }
    return callObject(callable, args, kwargs)
}

@c @implementation public func BtObject_CallNoArgs(_ callable: Ref!) -> Ref! {
    guard let callable else { return nullArgument() }
    return vectorcall(callable, nil, 0, nil)
}

@c @implementation public func BtObject_CallOneArg(_ callable: Ref!, _ argument: Ref!) -> Ref! {
    guard let callable else { return nullArgument() }
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 2) { places in
        // The first place is the callee's to use.
        places.initializeElement(at: 0, to: nil)
        places.initializeElement(at: 1, to: argument)
        return vectorcall(callable, UnsafePointer(places.baseAddress! + 1), 1 | Int.min, nil)
    }
}

@c @implementation public func BtObject_CallObject(_ callable: Ref!, _ args: Ref!) -> Ref! {
    guard let callable else { return nullArgument() }
    guard let args else { return vectorcall(callable, nil, 0, nil) }
    guard isTuple(args) else { return raise(BtExc_TypeError, "argument list must be a tuple") }
    return callObject(callable, args, nil)
}

@c @implementation public func BtObject_Vectorcall(
    _ callable: Ref!, _ args: ArgumentArray!, _ nargsf: Int, _ kwnames: Ref!
) -> Ref! { vectorcall(callable, args, nargsf, kwnames) }

@c @implementation public func BtObject_VectorcallDict(
    _ callable: Ref!, _ args: ArgumentArray!, _ nargsf: Int, _ kwargs: Ref!
) -> Ref! {
    guard let kwargs, BtDict_GET_SIZE_(kwargs) != 0 else { return vectorcall(callable, args, nargsf, nil) }
    let count = BtVectorcall_NARGS(nargsf)
    return withArray(of: args, count, kwargs) { vectorcall(callable, $0, count, $1) }
}

@c @implementation public func BtObject_VectorcallMethod(
    _ name: Ref!, _ args: ArgumentArray!, _ nargsf: Int, _ kwnames: Ref!
) -> Ref! { callMethod(name, args, nargsf, kwnames) }

@c @implementation public func BtObject_CallMethodNoArgs(_ self: Ref!, _ name: Ref!) -> Ref! {
    var object: Ref? = self
    return callMethod(name, &object, 1, nil)
}

@c @implementation public func BtObject_CallMethodOneArg(_ self: Ref!, _ name: Ref!, _ argument: Ref!) -> Ref! {
    let object: Ref? = self
    return withUnsafeTemporaryAllocation(of: Ref?.self, capacity: 2) { places in
        places.initializeElement(at: 0, to: object)
        places.initializeElement(at: 1, to: argument)
        return callMethod(name, UnsafePointer(places.baseAddress!), 2, nil)
    }
}

@c @implementation public func _BtObject_MakeTpCall(
    _ callable: Ref!, _ args: ArgumentArray!, _ nargs: Int, _ keywords: Ref!
) -> Ref! {
    guard let keywords, isDict(keywords) else {
        return callWithTuple(callable, callable.type.pointee.tp_call, args, nargs, keywords)
    }
    return withArray(of: args, nargs, keywords) {
        callWithTuple(callable, callable.type.pointee.tp_call, $0, nargs, $1)
    }
}

@c @implementation public func _Bt_CheckFunctionResult(
    _ callable: Ref!, _ result: Ref!, _ place: UnsafePointer<CChar>!
) -> Ref! {
    (result != nil) != errorOccurred()
        ? result : brokenResult(callable, result, place.map { String(cString: $0) })
}

@c @implementation public func BtCallable_Check(_ object: Ref!) -> CInt {
    object != nil && object.type.pointee.tp_call != nil ? 1 : 0
}
