internal import CBaton
internal import CBaton.Host

// The spec of a module: its name and where it comes from.

/// A spec. Nil: an exception is set.
func makeModuleSpec(_ name: Ref, origin: Ref) -> Ref? {
    guard let spec = makeObject(_bt_module_spec_type_(), as: BtModuleSpecObject_.self) else { return nil }
    spec.pointee.name = newReference(name)
    spec.pointee.origin = newReference(origin)
    return spec.ref
}

func setUpModuleSpec() {
    let type = _bt_module_spec_type_()
    type.pointee.tp_basicsize = MemoryLayout<BtModuleSpecObject_>.size
    type.pointee.tp_flags = UInt(BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION)
    type.pointee.tp_dealloc = { object in
        let spec = object!.as(BtModuleSpecObject_.self)
        release(exchange(&spec.pointee.name, nil))
        release(exchange(&spec.pointee.origin, nil))
        freeObject(object!)
    }
    type.pointee.tp_repr = { object in
        let spec = object!.as(BtModuleSpecObject_.self).pointee
        return makeString("ModuleSpec(name=\(reprText(spec.name)), loader=None, origin=\(reprText(spec.origin)))")
    }
    type.pointee.tp_members = memberTable([
        member("name", BT_T_OBJECT_, offset: MemoryLayout<BtModuleSpecObject_>.offset(of: \.name)!),
        member("origin", BT_T_OBJECT_, offset: MemoryLayout<BtModuleSpecObject_>.offset(of: \.origin)!),
    ])
    type.pointee.tp_getset = getsetTable([
        getset("loader", get: { _, _ in noneRef }),
        getset("cached", get: { _, _ in noneRef }),
        getset("submodule_search_locations", get: { _, _ in noneRef }),
        getset(
            "has_location",
            get: { object, _ in
                boolRef(swiftString(object!.as(BtModuleSpecObject_.self).pointee.origin) != "built-in")
            }),
        getset(
            "parent",
            get: { object, _ in
                let spec = object!.as(BtModuleSpecObject_.self).pointee
                if swiftString(spec.origin).hasSuffix("/__init__.py") { return newReference(spec.name) }
                return makeString(parentName(swiftString(spec.name)) ?? "")
            }),
    ])
}

/// The name up to the last dot, or nil.
func parentName(_ name: String) -> String? { name.lastIndex(of: ".").map { String(name[..<$0]) } }

/// The name behind the last dot.
func lastComponent(_ name: String) -> String {
    name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
}
