internal import CBaton

// Descriptors: what stands in a type's dictionary for its methods, members, get-sets and slots.

/// Make a descriptor of a kind for an attribute of `type`; fields behind the head are the caller's.
func makeDescriptor<T>(
    _ kind: TypeRef, as _: T.Type, of type: TypeRef, named name: UnsafePointer<CChar>
) -> UnsafeMutablePointer<T>? {
    guard let key = BtUnicode_InternFromString(name) else { return nil }
    guard let object = makeObject(kind, as: T.self) else {
        Bt_DECREF_(key)
        return nil
    }
    let head = object.ref.as(BtDescrObject.self)
    Bt_INCREF_(type.ref)
    head.pointee.d_type = type
    head.pointee.d_name = key
    head.pointee.d_qualname = nil
    track(object.ref)
    return object
}

/// Fill what all kinds of descriptors have.
func setUpDescriptor(_ kind: TypeRef, size: Int) {
    kind.pointee.tp_basicsize = size
    kind.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_HAVE_GC
    kind.pointee.tp_dealloc = { `self` in
        let head = self!.as(BtDescrObject.self)
        BtObject_GC_UnTrack(self)
        if let type = head.pointee.d_type { Bt_DECREF_(type.ref) }
        release(head.pointee.d_name)
        release(head.pointee.d_qualname)
        freeObject(self!)
    }
    kind.pointee.tp_traverse = { `self`, visit, context in
        guard let type = self!.as(BtDescrObject.self).pointee.d_type else { return 0 }
        return visit!(type.ref, context)
    }
    kind.pointee.tp_getattro = BtObject_GenericGetAttr
    kind.pointee.tp_members = memberTable([
        member("__objclass__", BT_T_OBJECT, offset: MemoryLayout<BtDescrObject>.offset(of: \.d_type)!),
        member("__name__", BT_T_OBJECT, offset: MemoryLayout<BtDescrObject>.offset(of: \.d_name)!),
    ])
}

/// `__doc__`, `__qualname__`, and for what can be called `__text_signature__`.
func descriptorGetSets(doc: @escaping getter, signature: getter? = nil) -> UnsafeMutablePointer<BtGetSetDef> {
    var lines = [
        getset("__doc__", get: doc),
        getset("__qualname__", get: { `self`, _ in descriptorQualifiedName(self!) }),
    ]
    if let signature { lines.append(getset("__text_signature__", get: signature)) }
    return getsetTable(lines)
}

private func descriptorQualifiedName(_ descriptor: Ref) -> Ref? {
    let head = descriptor.as(BtDescrObject.self)
    if head.pointee.d_qualname == nil {
        guard let owner = typeQualifiedName(head.pointee.d_type) else { return nil }
        defer { Bt_DECREF_(owner) }
        guard let name = makeString("\(swiftString(owner)).\(swiftString(head.pointee.d_name))") else { return nil }
        head.pointee.d_qualname = name
    }
    return newReference(head.pointee.d_qualname)
}

/// A documentation as an object: None for none.
func docObject(_ doc: UnsafePointer<CChar>?) -> Ref? {
    guard let doc else { return noneRef }
    return makeString(textBehindSignature(doc))
}

/// The signature in front of a documentation as an object: None for none.
func signatureObject(_ doc: UnsafePointer<CChar>?) -> Ref? {
    guard let doc, let text = textOfSignature(doc) else { return noneRef }
    return makeString(text)
}

/// `<method 'append' of 'list' objects>`.
func descriptorRepr(_ descriptor: Ref, _ kind: String) -> Ref? {
    let head = descriptor.as(BtDescrObject.self)
    return makeString(
        "<\(kind) '\(swiftString(head.pointee.d_name))' of '\(typeName(of: head.pointee.d_type))' objects>")
}

/// Whether `object` is of the type that a descriptor belongs to; false: TypeError is set.
@inline(__always)
func descriptorFits(_ descriptor: Ref, _ object: Ref) -> Bool {
    let owner = descriptor.as(BtDescrObject.self).pointee.d_type!
    if object.type == owner || isSubtype(object.type, owner) { return true }
    return descriptorMisfit(descriptor, object)
}

@inline(never)
private func descriptorMisfit(_ descriptor: Ref, _ object: Ref) -> Bool {
    let head = descriptor.as(BtDescrObject.self)
    return raiseStatus(
        BtExc_TypeError,
        "descriptor '\(swiftString(head.pointee.d_name))' for '\(typeName(of: head.pointee.d_type))' objects doesn't "
            + "apply to a '\(typeName(object))' object") == 0
}
