internal import CBaton
internal import CBaton.Host

// Modules from definitions: single-phase, and the two phases of the other.

typealias DefinitionRef = UnsafeMutablePointer<BtModuleDef>

/// Make the definition an object of its type and give it its number.
func initialize(_ def: DefinitionRef) {
    if def.pointee.m_base.m_index == 0 { def.pointee.m_base.m_index = _bt_next_definition() }
    def.pointee.m_base.ob_base.ob_type = BtModuleDef_Type_()
}

/// Why a definition cannot be used, or nil: it was compiled against another interface.
func versionMismatch(_ def: DefinitionRef, abi: CInt) -> String? {
    let base = def.pointee.m_base
    if base.m_abi != UInt32(BT_ABI_VERSION) || abi != BT_ABI_VERSION {
        let compiled = base.m_abi != UInt32(BT_ABI_VERSION) ? Int(base.m_abi) : Int(abi)
        return "it was compiled against binary interface \(compiled), and this Baton has \(BT_ABI_VERSION): "
            + "compile it against this version's headers"
    }
    let major = base.m_version >> 24
    if major != UInt32(BT_VERSION_HEX) >> 24 {
        return "it was compiled against API version \(major), and this Baton has \(BT_VERSION_HEX >> 24): "
            + "compile it against this version's headers"
    }
    return nil
}

func definitionName(_ def: DefinitionRef) -> String { def.pointee.m_name.map { String(cString: $0) } ?? "?" }

/// Single-phase init: the module with its state, functions and documentation.
func makeModule(from def: DefinitionRef, abi: CInt) -> Ref? {
    initialize(def)
    let plain = definitionName(def)
    if let reason = versionMismatch(def, abi: abi) { return raiseImportError(reason, module: plain) }
    guard def.pointee.m_slots == nil else {
        return raise(BtExc_SystemError, "module \(plain): BtModule_Create is incompatible with m_slots")
    }
    guard let name = makeString(importedName(plain)) else { return nil }
    defer { Bt_DECREF_(name) }
    guard let module = makeModule(named: name) else { return nil }
    module.module.pointee.md_def = def
    guard allocateState(module, def), addContents(module, def) else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

/// Give the module its zeroed state, once.
private func allocateState(_ module: Ref, _ def: DefinitionRef) -> Bool {
    guard def.pointee.m_size > 0, module.module.pointee.md_state == nil else { return true }
    guard let state = BtMem_Calloc(1, def.pointee.m_size) else {
        raiseNoMemory()
        return false
    }
    module.module.pointee.md_state = state
    return true
}

private func addContents(_ module: Ref, _ def: DefinitionRef) -> Bool {
    if let functions = def.pointee.m_methods, BtModule_AddFunctions(module, functions) < 0 { return false }
    if let doc = def.pointee.m_doc, BtModule_SetDocString(module, doc) < 0 { return false }
    return true
}

/// What the slots of a definition say.
private struct ModuleSlots {
    var create: UnsafeMutableRawPointer?
    var hasExec = false
    var gil: UnsafeMutableRawPointer?

    /// Nil: SystemError is set.
    static func read(_ def: DefinitionRef) -> ModuleSlots? {
        let name = definitionName(def)
        var slots = ModuleSlots()
        var seen: Set<CInt> = []
        guard var line = def.pointee.m_slots else { return slots }
        while line.pointee.slot != 0 {
            let isFirst = seen.insert(line.pointee.slot).inserted
            switch line.pointee.slot {
            case Bt_mod_create:
                guard isFirst else { return raise(BtExc_SystemError, "module \(name) has multiple create slots") }
                slots.create = line.pointee.value
            case Bt_mod_exec:
                slots.hasExec = true
            case Bt_mod_multiple_interpreters:
                guard isFirst else {
                    return raise(
                        BtExc_SystemError, "module \(name) has more than one 'multiple interpreters' slots")
                }
            case Bt_mod_gil:
                guard isFirst else { return raise(BtExc_SystemError, "module \(name) has more than one 'gil' slot") }
                slots.gil = line.pointee.value
            case let number:
                return raise(BtExc_SystemError, "module \(name) uses unknown slot ID \(number)")
            }
            line += 1
        }
        return slots
    }
}

/// The first phase: the module object, without state.
func makeModule(from def: DefinitionRef, spec: Ref, abi: CInt) -> Ref? {
    initialize(def)
    let plain = definitionName(def)
    if let reason = versionMismatch(def, abi: abi) { return raiseImportError(reason, module: plain) }
    guard let name = BtObject_GetAttrString(spec, "name") else { return nil }
    defer { Bt_DECREF_(name) }
    guard isStr(name) else {
        return raise(BtExc_TypeError, "the name of a spec must be str, not \(typeName(name))")
    }
    guard def.pointee.m_size >= 0 else {
        return raise(
            BtExc_SystemError, "module \(plain): m_size may not be negative for multi-phase initialization")
    }
    guard let slots = ModuleSlots.read(def) else { return nil }
    guard let module = createModule(def, slots, name: name, spec: spec) else { return nil }
    if isModule(module) {
        module.module.pointee.md_state = nil
        module.module.pointee.md_def = def
        module.module.pointee.md_gil = slots.gil == nil ? 1 : 0
    } else {
        let refusal: String?
        if def.pointee.m_size > 0 || def.pointee.m_traverse != nil || def.pointee.m_clear != nil
            || def.pointee.m_free != nil
        {
            refusal = "module \(plain) is not a module object, but requests module state"
        } else if slots.hasExec {
            refusal = "module \(plain) specifies execution slots, but did not create a ModuleType instance"
        } else {
            refusal = nil
        }
        if let refusal {
            Bt_DECREF_(module)
            return raise(BtExc_SystemError, refusal)
        }
    }
    guard !isModule(module) || addContents(module, def) else {
        Bt_DECREF_(module)
        return nil
    }
    return module
}

private func createModule(_ def: DefinitionRef, _ slots: ModuleSlots, name: Ref, spec: Ref) -> Ref? {
    guard let create = slots.create else { return makeModule(named: name) }
    typealias Create = @convention(c) (Ref?, DefinitionRef?) -> Ref?
    // SAFETY: because module.h says that the value of this slot is such a function.
    let made = unsafeBitCast(create, to: Create.self)(spec, def)
    let plain = definitionName(def)
    if made == nil, !errorOccurred() {
        return raise(BtExc_SystemError, "creation of module \(plain) failed without setting an exception")
    }
    if let made, errorOccurred() {
        Bt_DECREF_(made)
        return raiseFromCause(BtExc_SystemError, "creation of module \(plain) raised unreported exception")
    }
    return made
}

/// The second phase: state, then each exec slot in order.
func execute(_ module: Ref, _ def: DefinitionRef) -> CInt {
    guard allocateState(module, def) else { return -1 }
    guard var slot = def.pointee.m_slots else { return 0 }
    typealias Execute = @convention(c) (Ref?) -> CInt
    while slot.pointee.slot != 0 {
        if slot.pointee.slot == Bt_mod_exec, let value = slot.pointee.value {
            // SAFETY: because module.h says that the value of this slot is such a function.
            let status = CheckedCall.run(named: "\(definitionName(def)) exec") {
                unsafeBitCast(value, to: Execute.self)(module)
            }
            let plain = definitionName(def)
            if status != 0 {
                guard !errorOccurred() else { return -1 }
                return raiseStatus(
                    BtExc_SystemError, "execution of module \(plain) failed without setting an exception")
            }
            if errorOccurred() {
                let _: Ref? = raiseFromCause(
                    BtExc_SystemError, "execution of module \(plain) raised unreported exception")
                return -1
            }
        }
        slot += 1
    }
    return 0
}
