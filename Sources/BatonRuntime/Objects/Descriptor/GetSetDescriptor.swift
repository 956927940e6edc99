internal import CBaton

// getset_descriptor and member_descriptor: attributes behind functions and fields.

func setUpGetSetDescriptor() {
    let type = BtGetSetDescr_Type_()
    setUpDescriptor(type, size: MemoryLayout<BtGetSetDescrObject>.size)
    type.pointee.tp_repr = { descriptorRepr($0!, "attribute") }
    type.pointee.tp_descr_get = { `self`, object, _ in
        guard let object else { return newReference(self!) }
        guard descriptorFits(self!, object) else { return nil }
        let line = self!.as(BtGetSetDescrObject.self).pointee.d_getset!
        if let get = line.pointee.get { return get(object, line.pointee.closure) }
        return attributeFault(self!, "is not readable")
    }
    type.pointee.tp_descr_set = { `self`, object, value in
        guard descriptorFits(self!, object!) else { return -1 }
        let line = self!.as(BtGetSetDescrObject.self).pointee.d_getset!
        if let set = line.pointee.set { return set(object, value, line.pointee.closure) }
        return attributeFault(self!, "is not writable") == nil ? -1 : 0
    }
    type.pointee.tp_getset = descriptorGetSets(doc: { `self`, _ in
        docObject(self!.as(BtGetSetDescrObject.self).pointee.d_getset.pointee.doc)
    })
}

func setUpMemberDescriptor() {
    let type = BtMemberDescr_Type_()
    setUpDescriptor(type, size: MemoryLayout<BtMemberDescrObject>.size)
    type.pointee.tp_repr = { descriptorRepr($0!, "member") }
    type.pointee.tp_descr_get = { `self`, object, _ in
        guard let object else { return newReference(self!) }
        guard descriptorFits(self!, object) else { return nil }
        let line = self!.as(BtMemberDescrObject.self).pointee.d_member!
        // SAFETY: because a member is read through its own type, and char may alias all.
        return BtMember_GetOne(UnsafeRawPointer(object).assumingMemoryBound(to: CChar.self), line)
    }
    type.pointee.tp_descr_set = { `self`, object, value in
        guard descriptorFits(self!, object!) else { return -1 }
        let line = self!.as(BtMemberDescrObject.self).pointee.d_member!
        // SAFETY: as above.
        return BtMember_SetOne(UnsafeMutableRawPointer(object!).assumingMemoryBound(to: CChar.self), line, value)
    }
    type.pointee.tp_getset = descriptorGetSets(doc: { `self`, _ in
        docObject(self!.as(BtMemberDescrObject.self).pointee.d_member.pointee.doc)
    })
}

private func attributeFault(_ descriptor: Ref, _ fault: String) -> Ref? {
    let head = descriptor.as(BtDescrObject.self)
    return raise(
        BtExc_AttributeError,
        "attribute '\(swiftString(head.pointee.d_name))' of '\(typeName(of: head.pointee.d_type))' objects \(fault)")
}
