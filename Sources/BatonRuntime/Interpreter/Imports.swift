internal import CBaton
internal import CBaton.Host

// import, from … import, and the other statements that need a module.

/// R[A] = import S[C]
@inline(never)
func importName(_ frame: Frame, _ bits: UInt64) -> Bool {
    let names = frame.registers[fieldB(bits)]
    let function = frame.pointee.function.unsafelyUnwrapped
    let name = frame.sites[fieldC(bits)].name!
    let level = CInt(truncatingIfNeeded: bits >> 8 & 0xFF)
    let list: Ref? = names == 0 || isTagged(names) ? nil : objectIn(names)
    guard let module = importStatement(name, function.pointee.globals, list, level) else { return false }
    frame.registers.set(fieldA(bits), entering(module))
    return true
}

/// R[A] = S[C] from the module R[B]
@inline(never)
func importFrom(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let name = frame.sites[fieldC(bits)].name!
    guard let operand = Operand(registers[fieldB(bits)]) else { return false }
    defer { operand.end() }
    let module = operand.ref
    var value: Ref?
    guard BtObject_GetOptionalAttr(module, name, &value) >= 0 else { return false }
    if value == nil { value = submodule(of: module, name) }
    guard let value else {
        if !errorOccurred() { raiseCannotImport(module, name) }
        return false
    }
    return registers.finish(bits & ~FlagBits.dropC, entering(value))
}

/// A module of a package that is imported but no attribute of it yet.
private func submodule(of module: Ref, _ name: Ref) -> Ref? {
    guard let package = textAttribute(module, "__name__"),
        let full = makeString("\(package).\(swiftString(name))")
    else { return nil }
    defer { Bt_DECREF_(full) }
    var found: Ref?
    _ = BtDict_GetItemRef(_bt_import.modules, full, &found)
    return found
}

private func textAttribute(_ object: Ref, _ name: StaticString) -> String? {
    var value: Ref?
    guard BtObject_GetOptionalAttr(object, internedName(name), &value) >= 0, let value else { return nil }
    defer { Bt_DECREF_(value) }
    return isStr(value) ? swiftString(value) : nil
}

private func raiseCannotImport(_ module: Ref, _ name: Ref) {
    let package = textAttribute(module, "__name__")
    if errorOccurred() { BtErr_Clear() }
    let file = textAttribute(module, "__file__")
    if errorOccurred() { BtErr_Clear() }
    let isPartial = isModule(module) && module.module.pointee.md_initializing != 0
    let source =
        isPartial
        ? "partially initialized module '\(package ?? "<unknown module name>")' (most likely due to a circular import)"
        : package.map { "'\($0)'" } ?? "'<unknown module name>'"
    let message = "cannot import name '\(swiftString(name))' from \(source) (\(file ?? "unknown location"))"
    let _: Ref? = raiseImportError(message, module: package ?? "", path: file)
    guard let raised = takeRaised() else { return }
    if raised.type == _bt_exc_ImportError_() {
        release(exchange(&raised.as(BtImportErrorObject.self).pointee.name_from, newReference(name)))
    }
    setRaised(raised)
}

/// All public names of the module R[A] become names of the frame's namespace.
@inline(never)
func importStar(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    let module = operand.ref
    var all: Ref?
    guard BtObject_GetOptionalAttr(module, internedName("__all__"), &all) >= 0 else { return false }
    let skipsPrivate = all == nil
    if all == nil {
        guard let dict = BtObject_GetAttr(module, internedName("__dict__")) else { return false }
        defer { Bt_DECREF_(dict) }
        all = BtMapping_Keys(dict)
    }
    guard let all else { return false }
    defer { Bt_DECREF_(all) }
    guard let row = BtSequence_Tuple(all) else { return false }
    defer { Bt_DECREF_(row) }
    let names = namespace(frame)
    for index in 0..<BtTuple_GET_SIZE_(row) {
        let name = BtTuple_GET_ITEM_(row, index)!
        guard isStr(name) else {
            let place = textAttribute(module, "__name__") ?? "?"
            return raiseStatus(
                BtExc_TypeError,
                skipsPrivate
                    ? "Key in \(place).__dict__ must be str, not \(typeName(name))"
                    : "Item in \(place).__all__ must be str, not \(typeName(name))") == 0
        }
        if skipsPrivate, BtUnicode_GET_LENGTH_(name) > 0, BtUnicode_READ_CHAR_(name, 0) == 0x5F { continue }
        guard let value = BtObject_GetAttr(module, name) else { return false }
        defer { Bt_DECREF_(value) }
        if BtObject_SetItem(names, name, value) < 0 { return false }
    }
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}

@inline(never)
func setUpAnnotations(_ frame: Frame) -> Bool {
    let name = internedName("__annotations__")
    let names = namespace(frame)
    var known: Ref?
    guard lookUp(name, in: names, &known) else { return false }
    if let known {
        Bt_DECREF_(known)
        return true
    }
    guard let dict = newDict() else { return false }
    defer { Bt_DECREF_(dict) }
    return BtObject_SetItem(names, name, dict) >= 0
}

/// Show R[A] as the interactive prompt does.
@inline(never)
func printExpression(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    guard let hook = BtImport_ImportModuleAttrString("sys", "displayhook") else { return false }
    defer { Bt_DECREF_(hook) }
    guard let result = BtObject_CallOneArg(hook, operand.ref) else { return false }
    Bt_DECREF_(result)
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}
