internal import CBaton

// property: an attribute behind callables.

/// A property. Not in the public headers: nobody else reads it.
struct Property {
    var base: BtObject
    var get: Ref?
    var set: Ref?
    var delete: Ref?
    var doc: Ref?
    var name: Ref?
}

func setUpProperty() {
    let type = BtProperty_Type_()
    type.pointee.tp_basicsize = MemoryLayout<Property>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC | BT_TPFLAGS_BASETYPE
    type.pointee.tp_doc = cString(
        "property(fget=None, fset=None, fdel=None, doc=None)\n--\n\nProperty attribute.")
    type.pointee.tp_dealloc = { `self` in
        deallocating(self!, exactly: BtProperty_Type_()) {
            BtObject_GC_UnTrack(self)
            clearProperty(self!.as(Property.self))
            self!.type.pointee.tp_free(self)
        }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        let property = self!.as(Property.self).pointee
        for field in [property.get, property.set, property.delete, property.doc] {
            guard let field else { continue }
            let result = visit!(field, context)
            if result != 0 { return result }
        }
        return 0
    }
    type.pointee.tp_clear = { `self` in
        clearProperty(self!.as(Property.self))
        return 0
    }
    type.pointee.tp_new = BtType_GenericNew
    type.pointee.tp_init = { propertyInit($0!.as(Property.self), $1!, $2) }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_descr_get = { `self`, object, _ in
        guard let object, object != noneRef else { return newReference(self!) }
        guard let get = self!.as(Property.self).pointee.get else { return propertyFault(self!, object, "getter") }
        return BtObject_CallOneArg(get, object)
    }
    type.pointee.tp_descr_set = { `self`, object, value in propertySet(self!, object!, value) }
    type.pointee.tp_members = memberTable([
        member("fget", BT_T_OBJECT, offset: MemoryLayout<Property>.offset(of: \.get)!),
        member("fset", BT_T_OBJECT, offset: MemoryLayout<Property>.offset(of: \.set)!),
        member("fdel", BT_T_OBJECT, offset: MemoryLayout<Property>.offset(of: \.delete)!),
        member("__doc__", BT_T_OBJECT, offset: MemoryLayout<Property>.offset(of: \.doc)!, flags: 0),
    ])
    type.pointee.tp_getset = getsetTable([
        getset("__name__", get: { `self`, _ in propertyName(self!) }) { `self`, value, _ in
            release(exchange(&self!.as(Property.self).pointee.name, value.map(newReference)))
            return 0
        }
    ])
    type.pointee.tp_methods = methodTable([
        method("getter", BT_METH_O, doc: "Descriptor to obtain a copy of the property with a different getter.") {
            propertyCopy($0!, get: $1)
        },
        method("setter", BT_METH_O, doc: "Descriptor to obtain a copy of the property with a different setter.") {
            propertyCopy($0!, set: $1)
        },
        method("deleter", BT_METH_O, doc: "Descriptor to obtain a copy of the property with a different deleter.") {
            propertyCopy($0!, delete: $1)
        },
        method("__set_name__", BT_METH_VARARGS, doc: "Method to set name of a property.") { `self`, args in
            guard expectArguments(args!, 2) else { return nil }
            release(exchange(&self!.as(Property.self).pointee.name, newReference(positional(args!, 1))))
            return noneRef
        },
    ])
}

/// `__name__`: the one that the class gave, else that of the getter.
private func propertyName(_ object: Ref) -> Ref? {
    let property = object.as(Property.self).pointee
    if let name = property.name { return newReference(name) }
    if let get = property.get {
        var name: Ref?
        let status = BtObject_GetOptionalAttr(get, internedName("__name__"), &name)
        if status != 0 { return name }
    }
    return raiseAttributeError(
        object, internedName("__name__"), "'\(typeName(object))' object has no attribute '__name__'")
}

private func clearProperty(_ property: UnsafeMutablePointer<Property>) {
    release(exchange(&property.pointee.get, nil))
    release(exchange(&property.pointee.set, nil))
    release(exchange(&property.pointee.delete, nil))
    release(exchange(&property.pointee.doc, nil))
    release(exchange(&property.pointee.name, nil))
}

private func propertyInit(_ property: UnsafeMutablePointer<Property>, _ args: Ref, _ kwargs: Ref?) -> CInt {
    let names: [StaticString] = ["fget", "fset", "fdel", "doc"]
    var values: [Ref?] = [nil, nil, nil, nil]
    let count = BtTuple_GET_SIZE_(args)
    guard count <= 4 else {
        return raiseStatus(BtExc_TypeError, "property() takes at most 4 arguments (\(count) given)")
    }
    for index in 0..<count { values[index] = positional(args, index) }
    if let kwargs {
        var used = 0
        for (index, name) in names.enumerated() {
            guard let value = BtDict_GetItemWithError(kwargs, internedName(name)) else {
                if errorOccurred() { return -1 }
                continue
            }
            values[index] = value
            used += 1
        }
        guard used == BtDict_GET_SIZE_(kwargs) else {
            KeywordSource(dict: kwargs).raiseUnexpected("property()", among: names.map(String.init(describing:)))
            return -1
        }
    }
    let fields = values.map { value in value.flatMap { $0 == noneRef ? nil : newReference($0) } }
    release(exchange(&property.pointee.get, fields[0]))
    release(exchange(&property.pointee.set, fields[1]))
    release(exchange(&property.pointee.delete, fields[2]))
    var doc = fields[3]
    if doc == nil, let get = property.pointee.get {
        if BtObject_GetOptionalAttr(get, internedName("__doc__"), &doc) < 0 { return -1 }
    }
    release(exchange(&property.pointee.doc, doc))
    return 0
}

private func propertySet(_ descriptor: Ref, _ object: Ref, _ value: Ref?) -> CInt {
    let property = descriptor.as(Property.self).pointee
    let result: Ref?
    if let value {
        guard let set = property.set else { return propertyFault(descriptor, object, "setter") == nil ? -1 : 0 }
        let arguments: [Ref?] = [object, value]
        result = arguments.withUnsafeBufferPointer { BtObject_Vectorcall(set, $0.baseAddress, 2, nil) }
    } else {
        guard let delete = property.delete else { return propertyFault(descriptor, object, "deleter") == nil ? -1 : 0 }
        result = BtObject_CallOneArg(delete, object)
    }
    guard let result else { return -1 }
    Bt_DECREF_(result)
    return 0
}

private func propertyFault(_ descriptor: Ref, _ object: Ref, _ missing: String) -> Ref? {
    let owner = typeShortName(object.type)
    guard let name = descriptor.as(Property.self).pointee.name, let repr = BtObject_Repr(name) else {
        BtErr_Clear()
        return raise(BtExc_AttributeError, "property of '\(owner)' object has no \(missing)")
    }
    defer { Bt_DECREF_(repr) }
    return raise(BtExc_AttributeError, "property \(swiftString(repr)) of '\(owner)' object has no \(missing)")
}

private func propertyCopy(_ descriptor: Ref, get: Ref? = nil, set: Ref? = nil, delete: Ref? = nil) -> Ref? {
    let property = descriptor.as(Property.self).pointee
    let fields = [get ?? property.get, set ?? property.set, delete ?? property.delete, get == nil ? property.doc : nil]
    let arguments = fields.map { $0 ?? noneRef as Ref? }
    let type = descriptor.type.ref
    guard let copy = arguments.withUnsafeBufferPointer({ BtObject_Vectorcall(type, $0.baseAddress, 4, nil) }) else {
        return nil
    }
    if copy.type == BtProperty_Type_(), let name = property.name {
        copy.as(Property.self).pointee.name = newReference(name)
    }
    return copy
}
