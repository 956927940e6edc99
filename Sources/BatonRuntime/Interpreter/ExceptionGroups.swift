internal import CBaton
internal import CBaton.Host

// `except*`: what a handler takes out of an exception, and what is raised when all handlers have ended.

/// R[B] = what of R[A] is of the classes R[C], as a group, R[A] = the rest; each may be None.
@inline(never)
func splitGroup(_ registers: Registers, _ bits: UInt64) -> Bool {
    let kinds = registers[fieldC(bits)]
    guard !isTagged(kinds), areExceptionClasses(objectIn(kinds)) else {
        return raiseStatus(
            BtExc_TypeError, "catching classes that do not inherit from BaseException is not allowed") == 0
    }
    guard !namesGroup(objectIn(kinds)) else {
        return raiseStatus(
            BtExc_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.") == 0
    }
    guard let (match, rest) = split(objectIn(registers[fieldA(bits)]), objectIn(kinds)) else { return false }
    registers.set(fieldB(bits), register(match ?? noneRef))
    registers.set(fieldA(bits), register(rest ?? noneRef))
    if hasFlag(bits, FlagBits.dropC) { registers.clear(fieldC(bits)) }
    return true
}

/// Whether a class, or one of a tuple of them, is one of groups.
private func namesGroup(_ kinds: Ref) -> Bool {
    guard isTuple(kinds) else { return isSubtype(asType(kinds), _bt_exc_BaseExceptionGroup_()) }
    return (0..<BtTuple_GET_SIZE_(kinds)).contains {
        isSubtype(asType(BtTuple_GET_ITEM_(kinds, $0)), _bt_exc_BaseExceptionGroup_())
    }
}

/// The two parts, new references; nil: an exception is set.
private func split(_ exception: Ref, _ kinds: Ref) -> (match: Ref?, rest: Ref?)? {
    if isNone(exception) { return (nil, nil) }
    if exceptionMatches(exception, kinds) {
        if isGroup(exception) { return (newReference(exception), nil) }
        guard let group = makeGroup(of: makeTuple(exception)) else { return nil }
        return (group, nil)
    }
    guard isGroup(exception) else { return (nil, newReference(exception)) }
    guard let pair = BtObject_CallMethodOneArg(exception, internedName("split"), kinds) else { return nil }
    defer { Bt_DECREF_(pair) }
    let name = typeName(exception)
    guard isTuple(pair) else {
        return raise(BtExc_TypeError, "\(name).split must return a tuple, not \(typeName(pair))")
    }
    guard BtTuple_GET_SIZE_(pair) >= 2 else {
        return raise(
            BtExc_TypeError, "\(name).split must return a 2-tuple, got tuple of size \(BtTuple_GET_SIZE_(pair))")
    }
    let parts = (0..<2).map { (index: Int) -> Ref? in
        let part: Ref = BtTuple_GET_ITEM_(pair, index)
        return isNone(part) ? nil : newReference(part)
    }
    return (parts[0], parts[1])
}

/// R[A] = what of the list R[C] is to be raised when the handlers of R[B] have ended, or None. An exception of the list is
/// a part of R[B] that is raised again, if it has its traceback, its context and its cause.
@inline(never)
func joinGroup(_ registers: Registers, _ bits: UInt64) -> Bool {
    let original = objectIn(registers[fieldB(bits)])
    let list = objectIn(registers[fieldC(bits)])
    let all = (0..<BtList_GET_SIZE_(list)).map { (index: Int) -> Ref in BtList_GET_ITEM_(list, index) }
    let exceptions = all.filter { !isNone($0) }
    guard isGroup(original) else {
        // One handler at most has had it.
        return registers.finish(bits & ~FlagBits.dropB, register(newReference(exceptions.first ?? noneRef)))
    }
    var raised = exceptions.filter { !isPart($0, of: original) }
    var kept: Ref?
    let parts = exceptions.filter { isPart($0, of: original) }
    if !parts.isEmpty {
        guard let projection = project(original, onLeavesOf: parts) else { return false }
        kept = projection
        raised.append(projection)
    }
    defer { release(kept) }
    let joined = raised.count > 1 ? makeGroup(of: makeList(raised)) : newReference(raised.first ?? noneRef)
    return registers.finish(bits & ~FlagBits.dropB, joined.map(register) ?? 0)
}

private func isPart(_ exception: Ref, of original: Ref) -> Bool {
    let (own, other) = (exception.exception.pointee, original.exception.pointee)
    return own.notes == other.notes && own.traceback == other.traceback && own.cause == other.cause
        && own.context == other.context
}
