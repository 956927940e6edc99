internal import CBaton

// method_descriptor (`list.append`) and classmethod_descriptor (`dict.fromkeys` in its type's dictionary).

func setUpMethodDescriptor() {
    let type = BtMethodDescr_Type_()
    setUpDescriptor(type, size: MemoryLayout<BtMethodDescrObject>.size)
    type.pointee.tp_flags |= BT_TPFLAGS_HAVE_VECTORCALL | BT_TPFLAGS_METHOD_DESCRIPTOR
    type.pointee.tp_vectorcall_offset = MemoryLayout<BtMethodDescrObject>.offset(of: \.vectorcall)!
    type.pointee.tp_call = BtVectorcall_Call
    type.pointee.tp_repr = { descriptorRepr($0!, "method") }
    type.pointee.tp_descr_get = { `self`, object, _ in
        guard let object else { return newReference(self!) }
        guard descriptorFits(self!, object) else { return nil }
        let descriptor = self!.as(BtMethodDescrObject.self)
        let defining = descriptor.pointee.d_method.pointee.ml_flags & BT_METH_METHOD != 0
        return BtCMethod_New(
            descriptor.pointee.d_method, object, nil, defining ? descriptor.pointee.d_common.d_type : nil)
    }
    type.pointee.tp_getset = descriptorGetSets(
        doc: { `self`, _ in docObject(self!.as(BtMethodDescrObject.self).pointee.d_method.pointee.ml_doc) },
        signature: { `self`, _ in
            signatureObject(self!.as(BtMethodDescrObject.self).pointee.d_method.pointee.ml_doc)
        })
}

func setUpClassMethodDescriptor() {
    let type = BtClassMethodDescr_Type_()
    setUpDescriptor(type, size: MemoryLayout<BtMethodDescrObject>.size)
    type.pointee.tp_repr = { descriptorRepr($0!, "method") }
    type.pointee.tp_descr_get = { `self`, object, type in classMethodGet(self!, object, type) }
    type.pointee.tp_call = { `self`, args, kwargs in
        guard BtTuple_GET_SIZE_(args!) > 0 else {
            let name = swiftString(self!.as(BtDescrObject.self).pointee.d_name)
            let owner = typeName(of: self!.as(BtDescrObject.self).pointee.d_type)
            return raise(BtExc_TypeError, "descriptor '\(name)' of '\(owner)' object needs an argument")
        }
        guard let bound = classMethodGet(self!, nil, positional(args!, 0)) else { return nil }
        defer { Bt_DECREF_(bound) }
        guard let rest = BtTuple_GetSlice(args, 1, BtTuple_GET_SIZE_(args!)) else { return nil }
        defer { Bt_DECREF_(rest) }
        return BtObject_Call(bound, rest, kwargs)
    }
    type.pointee.tp_getset = descriptorGetSets(doc: { `self`, _ in
        docObject(self!.as(BtMethodDescrObject.self).pointee.d_method.pointee.ml_doc)
    })
}

private func classMethodGet(_ descriptor: Ref, _ object: Ref?, _ givenType: Ref?) -> Ref? {
    let method = descriptor.as(BtMethodDescrObject.self)
    let owner = method.pointee.d_common.d_type!
    guard let type = givenType ?? object.map({ $0.type.ref }) else {
        return raise(
            BtExc_TypeError,
            "descriptor '\(swiftString(method.pointee.d_common.d_name))' for type '\(typeName(of: owner))' needs "
                + "either an object or a type")
    }
    guard isType(type) else {
        return raise(
            BtExc_TypeError,
            "descriptor '\(swiftString(method.pointee.d_common.d_name))' for type '\(typeName(of: owner))' needs a "
                + "type, not a '\(typeName(type))' as arg 2")
    }
    guard isSubtype(asType(type), owner) else {
        return raise(
            BtExc_TypeError,
            "descriptor '\(swiftString(method.pointee.d_common.d_name))' requires a subtype of "
                + "'\(typeName(of: owner))' but received '\(typeName(of: asType(type)))'")
    }
    let defining = method.pointee.d_method.pointee.ml_flags & BT_METH_METHOD != 0
    return BtCMethod_New(method.pointee.d_method, type, nil, defining ? owner : nil)
}
