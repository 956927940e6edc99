internal import CBaton
internal import CBaton.Host

// Globals, names of a namespace, and their inline caches.

/// The value that a site has cached for a global or a builtin, with a reference; 0: it has none that is valid.
@inline(__always)
func cachedGlobal(_ frame: Frame, _ site: SiteRef) -> Register {
    let function = frame.pointee.function.unsafelyUnwrapped
    guard function.pointee.globals.unsafelyUnwrapped.dict.pointee.ma_version == site.pointee.version else { return 0 }
    if _fastPath(site.pointee.kind == BT_SITE_GLOBAL) { return enteringBorrowed(valuePlace(site).pointee) }
    return site.pointee.kind == BT_SITE_BUILTIN ? cachedEntry(function.pointee.builtins.unsafelyUnwrapped, site) : 0
}

/// Where a valid site of a global has found the value.
@inline(__always)
private func valuePlace(_ site: SiteRef) -> UnsafeMutablePointer<Ref> {
    // SAFETY: because a table stays where it is, and its entries what they are, for as long as the dict has this version.
    site.pointee.payload.unsafelyUnwrapped.assumingMemoryBound(to: Ref.self)
}

/// Remember the entry of a site's name in a dict, whose version it is valid for.
private func cacheGlobal(_ site: SiteRef, _ dict: Ref, _ entry: Int) {
    guard dict.dict.pointee.ma_version != 0 else { return }
    site.pointee.kind = BT_SITE_GLOBAL
    site.pointee.version = dict.dict.pointee.ma_version
    site.pointee.payload = UnsafeMutableRawPointer(dictTable(dict).valuePlace(entry))
}

/// The value of a dict's entry that a site remembers, with a reference; 0: it is not that of the site's name.
@inline(__always)
func cachedEntry(_ dict: Ref, _ site: SiteRef) -> Register {
    let table = dictTable(dict)
    let hint = Int(site.pointee.hint)
    guard hint < table.count else { return 0 }
    let entry = table.entries + hint
    guard entry.pointee.key == site.pointee.name else { return 0 }
    return enteringBorrowed(entry.pointee.value)
}

/// Whether sites may be written: what they cache is guarded by the lock.
@inline(__always)
var cachesSites: Bool { _bt_current_thread().pointee.free_threaded == 0 }

/// The namespace of a frame: of a module, a class body, exec; a function has that of its module.
func namespace(_ frame: Frame) -> Ref {
    frame.pointee.names ?? frame.pointee.function.pointee.globals
}

/// The site of an instruction whose BC names it.
@inline(__always)
private func site(_ frame: Frame, _ bits: UInt64) -> SiteRef { frame.sites + wideField(bits) }

/// The entry of an interned name in an exact dict, or dictMissing, or dictFailed.
private func entry(of name: Ref, in dict: Ref) -> Int {
    let hash = keyHash(name)
    return hash == -1 ? dictFailed : dictFind(dict, name, hash)
}

/// A global or a builtin, with a reference; nil with an exception set, or none: there is no such name.
private func findGlobal(_ frame: Frame, _ site: SiteRef) -> Ref? {
    let function = frame.pointee.function.unsafelyUnwrapped
    let name = site.pointee.name!
    let (globals, builtins) = (function.pointee.globals!, function.pointee.builtins!)
    guard cachesSites, globals.type == BtDict_Type_(), builtins.type == BtDict_Type_() else {
        var value: Ref?
        if BtDict_GetItemRef(globals, name, &value) != 0 { return value }
        _ = BtDict_GetItemRef(builtins, name, &value)
        return value
    }
    let version = globals.dict.pointee.ma_version
    var found = entry(of: name, in: globals)
    if found >= 0 {
        cacheGlobal(site, globals, found)
        return newReference(dictTable(globals).entries[found].value)
    }
    if found == dictFailed { return nil }
    found = entry(of: name, in: builtins)
    guard found >= 0 else { return nil }
    site.pointee.kind = BT_SITE_BUILTIN
    site.pointee.version = version
    site.pointee.hint = UInt32(truncatingIfNeeded: found)
    return newReference(dictTable(builtins).entries[found].value)
}

@inline(never)
func loadGlobal(_ frame: Frame, _ bits: UInt64) -> Bool {
    let site = site(frame, bits)
    guard let value = findGlobal(frame, site) else {
        if !errorOccurred() { raiseNotDefined(site.pointee.name) }
        return false
    }
    frame.registers.set(fieldA(bits), entering(value))
    return true
}

@inline(never)
func storeGlobal(_ frame: Frame, _ bits: UInt64) -> Bool {
    let site = site(frame, bits)
    return store(frame, bits, site, in: frame.pointee.function.pointee.globals)
}

/// Store R[A] under the name of a site in a dict.
private func store(_ frame: Frame, _ bits: UInt64, _ site: SiteRef, in dict: Ref) -> Bool {
    let registers = frame.registers
    if dict.type == BtDict_Type_(), let place = cachedEntryPlace(dict, site) {
        guard store(registers[fieldA(bits)], isTaken: false, in: place) else { return false }
        if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
        return true
    }
    guard let value = boxed(registers[fieldA(bits)]) else { return false }
    defer { Bt_DECREF_(value) }
    if dict.type == BtDict_Type_() {
        guard putEntry(dict, site, value) else { return false }
    } else if BtObject_SetItem(dict, site.pointee.name, value) < 0 {
        return false
    }
    if hasFlag(bits, FlagBits.dropA) { registers.clear(fieldA(bits)) }
    return true
}

/// The place of the value of a site's name in an exact dict, if the site remembers it.
@inline(__always)
private func cachedEntryPlace(_ dict: Ref, _ site: SiteRef) -> UnsafeMutablePointer<Ref>? {
    guard site.pointee.kind == BT_SITE_GLOBAL, site.pointee.version == dict.dict.pointee.ma_version else { return nil }
    return valuePlace(site)
}

/// Set the value of a site's name in an exact dict, and remember the entry.
@inline(never)
private func putEntry(_ dict: Ref, _ site: SiteRef, _ value: Ref) -> Bool {
    guard BtDict_SetItem(dict, site.pointee.name, value) >= 0 else { return false }
    guard cachesSites else { return true }
    let found = entry(of: site.pointee.name, in: dict)
    if found >= 0 { cacheGlobal(site, dict, found) }
    return found != dictFailed
}

@inline(never)
func deleteGlobal(_ frame: Frame, _ bits: UInt64) -> Bool {
    let name = site(frame, bits).pointee.name!
    return delete(name, from: frame.pointee.function.pointee.globals)
}

@inline(never)
func deleteName(_ frame: Frame, _ bits: UInt64) -> Bool {
    delete(site(frame, bits).pointee.name, from: namespace(frame))
}

private func delete(_ name: Ref, from names: Ref) -> Bool {
    if BtObject_DelItem(names, name) >= 0 { return true }
    if BtErr_ExceptionMatches(BtExc_KeyError) != 0 {
        BtErr_Clear()
        raiseNotDefined(name)
    }
    return false
}

@inline(never)
func storeName(_ frame: Frame, _ bits: UInt64) -> Bool {
    store(frame, bits, site(frame, bits), in: namespace(frame))
}

@inline(never)
func loadName(_ frame: Frame, _ bits: UInt64) -> Bool {
    let site = site(frame, bits)
    let names = namespace(frame)
    var value: Ref?
    if names != frame.pointee.function.pointee.globals {
        guard lookUp(site.pointee.name, in: names, &value) else { return false }
    }
    if value == nil { value = findGlobal(frame, site) }
    guard let value else {
        if !errorOccurred() { raiseNotDefined(site.pointee.name) }
        return false
    }
    frame.registers.set(fieldA(bits), entering(value))
    return true
}

/// Look a name up in a namespace, which may be any mapping; false: an exception is set.
func lookUp(_ name: Ref, in names: Ref, _ value: inout Ref?) -> Bool {
    value = nil
    if names.type == BtDict_Type_() { return BtDict_GetItemRef(names, name, &value) >= 0 }
    value = BtObject_GetItem(names, name)
    if value != nil { return true }
    guard BtErr_ExceptionMatches(BtExc_KeyError) != 0 else { return false }
    BtErr_Clear()
    return true
}

// MARK: Cells

func makeCell(_ registers: Registers, _ bits: UInt64) -> Bool {
    guard let cell = newCell(registers[fieldA(bits)]) else { return false }
    registers[fieldA(bits)] = register(cell)
    return true
}

@inline(never)
func copyFreeVariables(_ frame: Frame, _ bits: UInt64) {
    let closure = frame.pointee.function.pointee.closure.unsafelyUnwrapped
    var index = 0
    while index < fieldB(bits) {
        let cell = newReference(BtTuple_GET_ITEM_(closure, index).unsafelyUnwrapped)
        frame.registers.set(fieldA(bits) &+ index, register(cell))
        index &+= 1
    }
}

@inline(never)
func deleteCell(_ frame: Frame, _ bits: UInt64) -> Bool {
    let cell = objectIn(frame.registers[fieldA(bits)]).as(BtCellObject.self)
    let old = cell.pointee.value
    if old == 0 {
        raiseEmptyCell(frame, fieldC(bits))
        return false
    }
    cell.pointee.value = 0
    drop(old)
    return true
}

@inline(never)
func loadClassCell(_ frame: Frame, _ bits: UInt64) -> Bool {
    let registers = frame.registers
    var found: Ref?
    guard lookUp(cellName(frame.pointee.code, fieldC(bits)), in: namespace(frame), &found) else { return false }
    var value = enteringResult(found)
    if value == 0 {
        value = objectIn(registers[fieldB(bits)]).as(BtCellObject.self).pointee.value
        if value == 0 {
            raiseEmptyCell(frame, fieldC(bits))
            return false
        }
        retain(value)
    }
    registers.set(fieldA(bits), value)
    return true
}

/// The name of cell `index` of a code: its own cells, then its free variables.
private func cellName(_ code: CodeRef, _ index: Int) -> Ref {
    let own = Int(code.pointee.cell_count)
    return index < own
        ? BtTuple_GET_ITEM_(code.pointee.cell_names, index) : BtTuple_GET_ITEM_(code.pointee.free_names, index - own)
}

// MARK: Errors

/// NameError that knows the name, from which reports make a suggestion.
@inline(never)
private func raiseNameError(_ type: Ref, _ message: String, _ name: Ref) {
    let _: Ref? = raise(type, message)
    guard let raised = takeRaised() else { return }
    if BtType_IsSubtype(raised.type, _bt_exc_NameError_()) != 0 {
        let fields = raised.as(BtNameErrorObject.self)
        release(exchange(&fields.pointee.name, newReference(name)))
    }
    setRaised(raised)
}

@inline(never)
func raiseNotDefined(_ name: Ref) {
    raiseNameError(BtExc_NameError, "name '\(swiftString(name))' is not defined", name)
}

@inline(never)
func raiseUnbound(_ frame: Frame, _ bits: UInt64) {
    let name = objectIn(frame.constants[wideField(bits)])
    raiseNameError(
        BtExc_UnboundLocalError,
        "cannot access local variable '\(swiftString(name))' where it is not associated with a value", name)
}

@inline(never)
func raiseEmptyCell(_ frame: Frame, _ index: Int) {
    let name = cellName(frame.pointee.code, index)
    let text = swiftString(name)
    if index < Int(frame.pointee.code.pointee.cell_count) {
        raiseNameError(
            BtExc_UnboundLocalError,
            "cannot access local variable '\(text)' where it is not associated with a value", name)
    } else {
        raiseNameError(
            BtExc_NameError,
            "cannot access free variable '\(text)' where it is not associated with a value in enclosing scope", name)
    }
}
