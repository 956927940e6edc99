internal import CBaton
internal import CBaton.Host

// Attributes out of the loop.

/// R[A] = R[B].S[C]
@inline(never)
func loadAttribute(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Frame? {
    let registers = frame.registers
    let site = frame.pointee.sites + fieldC(bits)
    guard let operand = Operand(registers[fieldB(bits)]) else { return nil }
    defer { operand.end() }
    let object = operand.ref
    var value = cachedValue(object, site)
    if value == 0 {
        value = enteringResult(BtObject_GetAttr(object, site.pointee.name))
        if value == 0 { return nil }
        cacheAttribute(object, site)
    }
    _ = registers.finish(bits & ~FlagBits.dropC, value)
    return frame
}

/// R[A].S[C] = R[B]
@inline(never)
func storeAttribute(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let site = frame.pointee.sites + fieldC(bits)
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    let object = operand.ref
    let isTaken = hasFlag(bits, FlagBits.dropB)
    let stored = registers[fieldB(bits)]
    guard let value = isTaken && !isTagged(stored) ? objectIn(stored) : boxed(stored) else { return false }
    var status = storeCached(object, site, value)
    if status > 0 {
        // The reference has gone into the object.
        if isTaken { registers[fieldB(bits)] = 0 }
        if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
        return true
    }
    if status == 0 {
        status = Int(BtObject_SetAttr(object, site.pointee.name, value))
        if status == 0 { cacheStore(object, site) }
    }
    // What was boxed for the store, or taken a reference to, ends here; what the register has ends with the register.
    if !(isTaken && !isTagged(stored)) { Bt_DECREF_(value) }
    guard status >= 0 else { return false }
    registers.dropSources(bits & ~FlagBits.dropC)
    return true
}

/// del R[A].S[C]
@inline(never)
func deleteAttribute(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    guard BtObject_SetAttr(operand.ref, frame.pointee.sites[fieldC(bits)].name, nil) >= 0 else { return false }
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}

/// R[A] and R[A + 1] = a method and R[B], or nothing and the attribute.
@inline(never)
func loadMethod(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let site = frame.pointee.sites + fieldC(bits)
    guard let object = boxed(registers[fieldB(bits)]) else { return false }
    let target = fieldA(bits)
    var value = cachedAttribute(object, site)
    if value == 0 { value = cachedValue(object, site) }
    var method: Ref?
    if value == 0 {
        let kind = findMethod(object, site.pointee.name, &method)
        guard let method else {
            Bt_DECREF_(object)
            return false
        }
        if kind == .unbound {
            cacheMethod(object, site, method)
            if hasFlag(bits, FlagBits.dropB) { registers.clear(fieldB(bits)) }
            registers.set(target, register(method))
            registers.set(target + 1, entering(object))
            return true
        }
        cacheAttribute(object, site)
        value = entering(method)
    }
    Bt_DECREF_(object)
    if hasFlag(bits, FlagBits.dropB) { registers.clear(fieldB(bits)) }
    registers.clear(target)
    registers.set(target + 1, value)
    return true
}
