public import CBaton

@c @implementation public func BtType_Ready(_ type: TypeRef!) -> CInt { readyType(type) }

@c @implementation public func BtType_IsSubtype(_ type: TypeRef!, _ base: TypeRef!) -> CInt {
    isSubtype(type, base) ? 1 : 0
}

@c @implementation public func BtType_FromSpec(_ spec: UnsafeMutablePointer<BtType_Spec>!) -> Ref! {
    makeType(nil, nil, spec, nil)
}

@c @implementation public func BtType_FromSpecWithBases(
    _ spec: UnsafeMutablePointer<BtType_Spec>!, _ bases: Ref!
) -> Ref! { makeType(nil, nil, spec, bases) }

@c @implementation public func BtType_FromModuleAndSpec(
    _ module: Ref!, _ spec: UnsafeMutablePointer<BtType_Spec>!, _ bases: Ref!
) -> Ref! { makeType(nil, module, spec, bases) }

@c @implementation public func BtType_FromMetaclass(
    _ metaclass: TypeRef!, _ module: Ref!, _ spec: UnsafeMutablePointer<BtType_Spec>!, _ bases: Ref!
) -> Ref! { makeType(metaclass, module, spec, bases) }

@c @implementation public func BtType_GenericNew(_ type: TypeRef!, _ args: Ref!, _ kwargs: Ref!) -> Ref! {
    type.pointee.tp_alloc(type, 0)
}

@c @implementation public func BtType_GetModule(_ type: TypeRef!) -> Ref! {
    guard type.has(BT_TPFLAGS_HEAPTYPE) else {
        return raise(BtExc_TypeError, "BtType_GetModule: Type '\(typeName(of: type))' is not a heap type")
    }
    guard let module = type.ref.as(BtHeapTypeObject.self).pointee.ht_module else {
        return raise(
            BtExc_TypeError, "BtType_GetModule: Type '\(typeName(of: type))' has no associated module")
    }
    return module
}

@c @implementation public func BtType_GetModuleState(_ type: TypeRef!) -> UnsafeMutableRawPointer! {
    guard let module = BtType_GetModule(type) else { return nil }
    return _BtModule_GetState(module)
}

@c @implementation public func BtType_GetModuleByDef(
    _ type: TypeRef!, _ def: UnsafeMutablePointer<BtModuleDef>!
) -> Ref! {
    if let mro = type.pointee.tp_mro {
        for index in 0..<BtTuple_GET_SIZE_(mro) {
            let base = asType(BtTuple_GET_ITEM_(mro, index))
            guard base.has(BT_TPFLAGS_HEAPTYPE), let module = base.ref.as(BtHeapTypeObject.self).pointee.ht_module,
                isModule(module), module.as(BtModuleObject.self).pointee.md_def == def
            else { continue }
            return module
        }
    }
    return raise(
        BtExc_TypeError,
        "BtType_GetModuleByDef: No superclass of '\(typeName(of: type))' has the given module")
}

@c @implementation public func BtType_GetName(_ type: TypeRef!) -> Ref! { typeSimpleName(type) }

@c @implementation public func BtType_GetQualName(_ type: TypeRef!) -> Ref! { typeQualifiedName(type) }

@c @implementation public func BtType_GetFullyQualifiedName(_ type: TypeRef!) -> Ref! {
    typeFullName(type).flatMap { makeString($0) }
}

@c @implementation public func BtType_GetModuleName(_ type: TypeRef!) -> Ref! { typeModuleName(type) }

@c @implementation public func BtType_GetFlags(_ type: TypeRef!) -> UInt { type.pointee.tp_flags }

@c @implementation public func BtType_Modified(_ type: TypeRef!) { typeModified(type) }

@c @implementation public func BtType_GetDict(_ type: TypeRef!) -> Ref! {
    type.pointee.tp_dict.map { newReference($0) }
}

@c @implementation public func _BtType_Lookup(_ type: TypeRef!, _ name: Ref!) -> Ref! { typeLookup(type, name) }

@c @implementation public func BtObject_GetTypeData(_ object: Ref!, _ type: TypeRef!) -> UnsafeMutableRawPointer! {
    UnsafeMutableRawPointer(object) + alignUp(type.pointee.tp_base.pointee.tp_basicsize, 16)
}

@c @implementation public func BtType_GetTypeDataSize(_ type: TypeRef!) -> Int {
    max(0, type.pointee.tp_basicsize - alignUp(type.pointee.tp_base.pointee.tp_basicsize, 16))
}
