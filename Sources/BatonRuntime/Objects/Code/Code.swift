internal import BatonCompiler
internal import CBaton
internal import CBaton.Host

// code: what the compiler made, with its constants as objects. Made once, never changed.

/// Make a code object, and those of the codes within; nil: an exception is set.
func makeCode(_ compiled: CompiledCode) -> CodeRef? {
    guard let code = makeObject(BtCode_Type_(), as: BtCodeObject.self) else { return nil }
    // Zeroed, so that one that cannot be completed can be freed.
    let head = MemoryLayout<BtObject>.size
    (UnsafeMutableRawPointer(code) + head).initializeMemory(
        as: UInt8.self, repeating: 0, count: MemoryLayout<BtCodeObject>.size - head)
    guard fillTables(code, compiled), fillConstants(code, compiled), fillNames(code, compiled) else {
        Bt_DECREF_(code.ref)
        return nil
    }
    code.pointee.register_count = UInt32(compiled.registerCount)
    code.pointee.flags = compiled.flags.rawValue
    code.pointee.argument_count = UInt16(compiled.argumentCount)
    code.pointee.positional_only_count = UInt16(compiled.positionalOnlyCount)
    code.pointee.keyword_only_count = UInt16(compiled.keywordOnlyCount)
    let variable = compiled.flags.intersection([.hasVariablePositional, .hasVariableKeyword])
    code.pointee.parameter_count = UInt32(
        compiled.argumentCount + compiled.keywordOnlyCount + (compiled.flags.contains(.hasVariablePositional) ? 1 : 0)
            + (compiled.flags.contains(.hasVariableKeyword) ? 1 : 0))
    code.pointee.is_simple = variable.isEmpty && compiled.keywordOnlyCount == 0 ? 1 : 0
    code.pointee.first_line = CInt(compiled.firstLine)
    return code
}

/// Room for `count` values, not initialised; nil with MemoryError set.
private func allocate<T>(_ count: Int, of _: T.Type) -> UnsafeMutablePointer<T>? {
    guard let memory = BtMem_Malloc(max(count, 1) * MemoryLayout<T>.stride) else { return raiseNoMemory() }
    return memory.bindMemory(to: T.self, capacity: max(count, 1))
}

private func fillTables(_ code: CodeRef, _ compiled: CompiledCode) -> Bool {
    guard let instructions = allocate(compiled.instructions.count, of: UInt64.self) else { return false }
    for (index, instruction) in compiled.instructions.enumerated() { instructions[index] = instruction.bits }
    code.pointee.instructions = UnsafePointer(instructions)
    code.pointee.instruction_count = UInt32(compiled.instructions.count)

    guard let handlers = allocate(compiled.handlers.count, of: BtHandler_.self) else { return false }
    for (index, handler) in compiled.handlers.enumerated() {
        handlers[index] = BtHandler_(
            start: UInt32(handler.start), end: UInt32(handler.end), target: UInt32(handler.target),
            depth: UInt16(handler.depth), exception: UInt16(handler.exception))
    }
    code.pointee.handlers = handlers
    code.pointee.handler_count = UInt32(compiled.handlers.count)

    guard let positions = allocate(compiled.instructions.count, of: BtPosition_.self) else { return false }
    for index in compiled.instructions.indices {
        let position = index < compiled.positions.count ? compiled.positions[index] : nil
        positions[index] = BtPosition_(
            line: position?.line ?? 0, end_line: position?.endLine ?? 0, column: position?.column ?? 0,
            end_column: position?.endColumn ?? 0)
    }
    code.pointee.positions = positions

    guard let sites = allocate(compiled.sites.count, of: BtSite_.self) else { return false }
    code.pointee.sites = sites
    for (index, name) in compiled.sites.enumerated() {
        guard let key = internedText(name) else { return false }
        sites[index] = BtSite_(name: key, version: UInt64.max, payload: nil, hint: 0, kind: BT_SITE_EMPTY)
    }
    code.pointee.site_count = UInt32(compiled.sites.count)

    guard let cells = allocate(compiled.cellRegisters.count, of: UInt16.self) else { return false }
    for (index, place) in compiled.cellRegisters.enumerated() { cells[index] = UInt16(place) }
    code.pointee.cell_registers = cells
    code.pointee.cell_count = UInt16(compiled.cellNames.count)
    code.pointee.free_count = UInt16(compiled.freeNames.count)
    return true
}

private func fillConstants(_ code: CodeRef, _ compiled: CompiledCode) -> Bool {
    guard let constants = allocate(compiled.constants.count, of: Register.self) else { return false }
    code.pointee.constants = constants
    for constant in compiled.constants {
        guard let object = makeConstant(constant) else { return false }
        constants[Int(code.pointee.constant_count)] = entering(object)
        code.pointee.constant_count += 1
    }
    return true
}

private func fillNames(_ code: CodeRef, _ compiled: CompiledCode) -> Bool {
    code.pointee.name = internedText(compiled.name)
    code.pointee.qualified_name = internedText(compiled.qualifiedName)
    code.pointee.filename = makeString(compiled.file)
    code.pointee.local_names = makeNames(compiled.localNames)
    code.pointee.cell_names = makeNames(compiled.cellNames)
    code.pointee.free_names = makeNames(compiled.freeNames)
    var seen: Set<String> = []
    code.pointee.names = makeNames(compiled.sites.filter { seen.insert($0).inserted })
    code.pointee.documentation =
        compiled.hasDocstring && code.pointee.constant_count > 0 ? boxed(code.pointee.constants[0]) : noneRef
    return code.pointee.name != nil && code.pointee.qualified_name != nil && code.pointee.filename != nil
        && code.pointee.local_names != nil && code.pointee.cell_names != nil && code.pointee.free_names != nil
        && code.pointee.names != nil && code.pointee.documentation != nil
}

/// The interned str of a text; nil: an exception is set. It is immortal.
private func internedText(_ text: String) -> Ref? {
    var text = text
    return text.withUTF8 { bytes in
        guard let base = bytes.baseAddress else { return makeString("").map(interned) }
        return internedName(base, bytes.count)
    }
}

private func makeNames(_ names: [String]) -> Ref? {
    guard let tuple = newTuple(names.count) else { return nil }
    for (index, name) in names.enumerated() {
        guard let text = internedText(name) else {
            Bt_DECREF_(tuple)
            return nil
        }
        BtTuple_SET_ITEM_(tuple, index, newReference(text))
    }
    return tuple
}

func setUpCode() {
    let type = BtCode_Type_()
    type.pointee.tp_basicsize = MemoryLayout<BtCodeObject>.size
    type.pointee.tp_flags = BT_TPFLAGS_DEFAULT | BT_TPFLAGS_DISALLOW_INSTANTIATION
    type.pointee.tp_weaklistoffset = MemoryLayout<BtCodeObject>.offset(of: \.weakrefs)!
    type.pointee.tp_dealloc = { codeDealloc($0!) }
    type.pointee.tp_repr = { object in
        let code = object!.as(BtCodeObject.self).pointee
        return makeString(
            "<code object \(swiftString(code.name)) at \(address(of: object!)), file \"\(swiftString(code.filename))\", "
                + "line \(code.first_line)>")
    }
    type.pointee.tp_getattro = BtObject_GenericGetAttr
    type.pointee.tp_getset = codeGetSets()
    type.pointee.tp_methods = codeMethods()
}

private func codeDealloc(_ object: Ref) {
    let code = object.as(BtCodeObject.self)
    if code.pointee.weakrefs != nil { BtObject_ClearWeakRefs(object) }
    if let constants = code.pointee.constants {
        for index in 0..<Int(code.pointee.constant_count) { drop(constants[index]) }
    }
    for field in [
        code.pointee.name, code.pointee.qualified_name, code.pointee.filename, code.pointee.local_names,
        code.pointee.cell_names, code.pointee.free_names, code.pointee.names, code.pointee.constants_tuple,
        code.pointee.documentation,
    ] { release(field) }
    BtMem_Free(UnsafeMutableRawPointer(mutating: code.pointee.instructions))
    BtMem_Free(code.pointee.constants)
    BtMem_Free(code.pointee.sites)
    BtMem_Free(code.pointee.handlers)
    BtMem_Free(code.pointee.positions)
    BtMem_Free(code.pointee.cell_registers)
    freeObject(object)
}
