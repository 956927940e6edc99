internal import CBaton
internal import CBaton.Host

// Attributes out of the loop.

/// R[A] = R[B].S[C]
@inline(never)
func loadAttribute(_ state: ThreadRef, _ frame: Frame, _ bits: UInt64) -> Frame? {
    let registers = frame.registers
    let site = frame.sites + fieldC(bits)
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
    let (target, value) = (registers[fieldA(bits)], registers[fieldB(bits)])
    let site = frame.sites + fieldC(bits)
    guard !isTagged(target), let place = cachedPlace(objectIn(target), site) else {
        return storeNewAttribute(frame, bits)
    }
    let isTaken = hasFlag(bits, FlagBits.dropB)
    // Emptied first: dropping the old value may run any code.
    if isTaken { registers[fieldB(bits)] = 0 }
    guard store(value, isTaken: isTaken, in: place) else { return false }
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}

/// As storeAttribute, where the object does not have the attribute yet or the site does not know it.
@inline(never)
private func storeNewAttribute(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let site = frame.sites + fieldC(bits)
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    let object = operand.ref
    guard let value = boxed(registers[fieldB(bits)]) else { return false }
    defer { Bt_DECREF_(value) }
    var status = addCached(object, site, value)
    if status == 0 {
        status = BtObject_SetAttr(object, site.pointee.name, value) < 0 ? -1 : 1
        if status > 0 { cacheStore(object, site) }
    }
    guard status > 0 else { return false }
    registers.dropSources(bits & ~FlagBits.dropC)
    return true
}

/// del R[A].S[C]
@inline(never)
func deleteAttribute(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    guard let operand = Operand(registers[fieldA(bits)]) else { return false }
    defer { operand.end() }
    guard BtObject_SetAttr(operand.ref, frame.sites[fieldC(bits)].name, nil) >= 0 else { return false }
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}

/// R[A] and R[A + 1] = a method and R[B], or nothing and the attribute.
@inline(never)
func loadMethod(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    let site = frame.sites + fieldC(bits)
    let target = fieldA(bits)
    let given = registers[fieldB(bits)]
    if !isTagged(given), objectIn(given).type == BtSuper_Type_(), cachesSites,
        let (function, instance) = superMethod(objectIn(given), site.pointee.name)
    {
        // Taken before the super object goes.
        let (method, first) = (newReference(function), newReference(instance))
        if hasFlag(bits, FlagBits.dropB) { registers.clear(fieldB(bits)) }
        registers.set(target, register(method))
        registers.set(target + 1, entering(first))
        return true
    }
    guard let object = boxed(given) else { return false }
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
    registers.finishMethod(bits, value)
    return true
}

extension UnsafeMutablePointer where Pointee == UInt64 {
    /// As `loadMethod`, by what the site has cached; false: nothing has happened.
    @inline(__always)
    func loadCachedMethod(_ bits: UInt64, _ site: SiteRef) -> Bool {
        let given = self[fieldB(bits)]
        if isTagged(given) { return false }
        if let method = cachedMethod(objectIn(given), site) {
            if hasFlag(bits, FlagBits.dropB) { self[fieldB(bits)] = 0 } else { Bt_INCREF_(objectIn(given)) }
            set(fieldA(bits), register(newReference(method)))
            set(fieldA(bits) &+ 1, given)
            return true
        }
        let value = cachedOfModule(objectIn(given), site)
        if value == 0 { return false }
        finishMethod(bits, value)
        return true
    }

    /// R[A] = nothing and R[A + 1] = an attribute of R[B] that is no method, whose reference is taken over.
    @inline(__always)
    func finishMethod(_ bits: UInt64, _ value: Register) {
        if hasFlag(bits, FlagBits.dropB) { clear(fieldB(bits)) }
        clear(fieldA(bits))
        set(fieldA(bits) &+ 1, value)
    }
}
