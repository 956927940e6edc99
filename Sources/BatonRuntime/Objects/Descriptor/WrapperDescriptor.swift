internal import CBaton

// wrapper_descriptor (`int.__add__`) and method-wrapper (`(1).__add__`): slots as callable attributes.

/// A wrapper descriptor bound to an object. Not in the public headers: nobody else reads it.
struct MethodWrapper {
    var base: BtObject
    var descriptor: Ref
    var bound: Ref
}

func setUpWrapperDescriptor() {
    let type = BtWrapperDescr_Type_()
    setUpDescriptor(type, size: MemoryLayout<BtWrapperDescrObject>.size)
    type.pointee.tp_flags |= BT_TPFLAGS_METHOD_DESCRIPTOR
    type.pointee.tp_repr = { descriptorRepr($0!, "slot wrapper") }
    type.pointee.tp_descr_get = { `self`, object, _ in
        guard let object else { return newReference(self!) }
        guard descriptorFits(self!, object) else { return nil }
        return BtWrapper_New(self, object)
    }
    type.pointee.tp_call = { `self`, args, kwargs in
        let head = self!.as(BtDescrObject.self)
        guard BtTuple_GET_SIZE_(args!) > 0 else {
            return raise(
                BtExc_TypeError,
                "descriptor '\(swiftString(head.pointee.d_name))' of '\(typeName(of: head.pointee.d_type))' object "
                    + "needs an argument")
        }
        let object = positional(args!, 0)
        guard isSubtype(object.type, head.pointee.d_type) else {
            return raise(
                BtExc_TypeError,
                "descriptor '\(swiftString(head.pointee.d_name))' requires a '\(typeName(of: head.pointee.d_type))' "
                    + "object but received a '\(typeName(object))'")
        }
        guard let rest = BtTuple_GetSlice(args, 1, BtTuple_GET_SIZE_(args!)) else { return nil }
        defer { Bt_DECREF_(rest) }
        return wrapperCall(self!, object, rest, kwargs)
    }
    type.pointee.tp_getset = descriptorGetSets(doc: { `self`, _ in
        docObject(self!.as(BtWrapperDescrObject.self).pointee.d_base.pointee.doc)
    })
}

/// Call the slot that a wrapper descriptor stands for.
private func wrapperCall(_ descriptor: Ref, _ object: Ref, _ args: Ref, _ kwargs: Ref?) -> Ref? {
    let wrapper = descriptor.as(BtWrapperDescrObject.self)
    let base = wrapper.pointee.d_base!
    if base.pointee.takes_keywords != 0 {
        // SAFETY: because takes_keywords says that the wrapper has this signature.
        let call = unsafeBitCast(base.pointee.wrapper, to: wrapperfunc_kwds.self)
        return call(object, args, wrapper.pointee.d_wrapped, kwargs)
    }
    if let kwargs, BtDict_GET_SIZE_(kwargs) != 0 {
        return raise(BtExc_TypeError, "wrapper \(String(cString: base.pointee.name))() takes no keyword arguments")
    }
    return base.pointee.wrapper(object, args, wrapper.pointee.d_wrapped)
}

func setUpMethodWrapper() {
    let type = _BtMethodWrapper_Type_()
    type.pointee.tp_basicsize = MemoryLayout<MethodWrapper>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC
    type.pointee.tp_dealloc = { `self` in
        deallocating(self!, exactly: _BtMethodWrapper_Type_()) {
            BtObject_GC_UnTrack(self)
            Bt_DECREF_(self!.as(MethodWrapper.self).pointee.descriptor)
            Bt_DECREF_(self!.as(MethodWrapper.self).pointee.bound)
            freeObject(self!)
        }
    }
    type.pointee.tp_traverse = { `self`, visit, context in
        var fields = FieldVisit(visit, context)
        fields.visit(self!.as(MethodWrapper.self).pointee.descriptor)
        fields.visit(self!.as(MethodWrapper.self).pointee.bound)
        return fields.status
    }
    type.pointee.tp_call = { `self`, args, kwargs in
        let wrapper = self!.as(MethodWrapper.self).pointee
        return wrapperCall(wrapper.descriptor, wrapper.bound, args!, kwargs)
    }
    type.pointee.tp_repr = { `self` in
        let wrapper = self!.as(MethodWrapper.self).pointee
        let name = swiftString(wrapper.descriptor.as(BtDescrObject.self).pointee.d_name)
        return makeString(
            "<method-wrapper '\(name)' of \(typeName(wrapper.bound)) object at \(address(of: wrapper.bound))>")
    }
    type.pointee.tp_hash = { `self` in
        let wrapper = self!.as(MethodWrapper.self).pointee
        let hash = Bt_HashPointer(wrapper.bound) ^ Bt_HashPointer(wrapper.descriptor)
        return hash == -1 ? -2 : hash
    }
    type.pointee.tp_richcompare = { left, right, operation in
        guard operation == BT_EQ || operation == BT_NE, right!.type == _BtMethodWrapper_Type_() else {
            return notImplementedRef
        }
        let (first, second) = (left!.as(MethodWrapper.self).pointee, right!.as(MethodWrapper.self).pointee)
        let isSame = first.descriptor == second.descriptor && first.bound == second.bound
        return boolRef(isSame == (operation == BT_EQ))
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_getset = getsetTable([
        getset("__self__", get: { `self`, _ in newReference(self!.as(MethodWrapper.self).pointee.bound) }),
        getset(
            "__name__",
            get: { `self`, _ in
                newReference(self!.as(MethodWrapper.self).pointee.descriptor.as(BtDescrObject.self).pointee.d_name)
            }),
        getset(
            "__doc__",
            get: { `self`, _ in
                let descriptor = self!.as(MethodWrapper.self).pointee.descriptor
                return docObject(descriptor.as(BtWrapperDescrObject.self).pointee.d_base.pointee.doc)
            }),
        getset(
            "__objclass__",
            get: { `self`, _ in
                newReference(
                    self!.as(MethodWrapper.self).pointee.descriptor.as(BtDescrObject.self).pointee.d_type.ref)
            }),
    ])
}
