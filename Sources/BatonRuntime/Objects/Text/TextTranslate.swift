internal import CBaton

/// Map each character through `table[ordinal]`: an ordinal, a str, or None to drop it; a LookupError keeps it.
func translateText(_ text: Ref, _ table: Ref) -> Ref? {
    let view = TextView(text)
    var builder = TextBuilder()
    for index in 0..<view.count {
        let character = view[index]
        guard let key = makeInt(Int(character)) else { return nil }
        let value = BtObject_GetItem(table, key)
        Bt_DECREF_(key)
        guard let value else {
            guard BtErr_ExceptionMatches(BtExc_LookupError) != 0 else { return nil }
            BtErr_Clear()
            builder.append(character)
            continue
        }
        defer { Bt_DECREF_(value) }
        guard appendTranslation(value, to: &builder) else { return nil }
    }
    return builder.finish()
}

private func appendTranslation(_ value: Ref, to builder: inout TextBuilder) -> Bool {
    if isNone(value) { return true }
    if isStr(value) {
        builder.append(text: value)
        return true
    }
    guard isInt(value) else {
        return raiseStatus(BtExc_TypeError, "character mapping must return integer, None or str") == 0
    }
    let ordinal = BtLong_AsLong(value)
    if ordinal == -1, errorOccurred() { BtErr_Clear() }
    guard ordinal >= 0, ordinal <= 0x10_FFFF else {
        return raiseStatus(BtExc_ValueError, "character mapping must be in range(0x110000)") == 0
    }
    builder.append(UInt32(ordinal))
    return true
}

/// The table of str.maketrans(x, y, z).
func makeTranslation(_ from: Ref, _ to: Ref?, _ dropped: Ref?) -> Ref? {
    guard let table = BtDict_New() else { return nil }
    if fillTranslation(table, from, to, dropped) { return table }
    Bt_DECREF_(table)
    return nil
}

private func fillTranslation(_ table: Ref, _ from: Ref, _ to: Ref?, _ dropped: Ref?) -> Bool {
    guard let to else { return copyTranslation(table, from) }
    for (argument, place) in [(to, 2), (dropped, 3)] {
        guard let argument, !isStr(argument) else { continue }
        return raiseStatus(
            BtExc_TypeError, "maketrans() argument \(place) must be str, not \(typeName(argument))") == 0
    }
    guard isStr(from) else {
        return raiseStatus(BtExc_TypeError, "first maketrans argument must be a string if there is a second argument")
            == 0
    }
    let source = TextView(from)
    let target = TextView(to)
    guard source.count == target.count else {
        return raiseStatus(BtExc_ValueError, "the first two maketrans arguments must have equal length") == 0
    }
    for index in 0..<source.count {
        guard put(table, source[index], makeInt(Int(target[index]))) else { return false }
    }
    guard let dropped else { return true }
    let view = TextView(dropped)
    for index in 0..<view.count {
        guard put(table, view[index], noneRef) else { return false }
    }
    return true
}

/// Store `value`, whose reference is taken over, under an ordinal.
private func put(_ table: Ref, _ ordinal: UInt32, _ value: Ref?) -> Bool {
    guard let value else { return false }
    defer { Bt_DECREF_(value) }
    guard let key = makeInt(Int(ordinal)) else { return false }
    defer { Bt_DECREF_(key) }
    return BtDict_SetItem(table, key, value) == 0
}

/// Copy a dict, whose keys are ordinals or strs of one character.
private func copyTranslation(_ table: Ref, _ source: Ref) -> Bool {
    guard isDict(source) else {
        return raiseStatus(
            BtExc_TypeError, "if you give only one argument to maketrans it must be a dict") == 0
    }
    var position = 0
    var key: Ref?
    var value: Ref?
    while BtDict_Next(source, &position, &key, &value) != 0 {
        guard let key, let value else { return false }
        if isStr(key) {
            let view = TextView(key)
            guard view.count == 1 else {
                return raiseStatus(BtExc_ValueError, "string keys in translate table must be of length 1") == 0
            }
            guard put(table, view[0], Bt_NewRef_(value)) else { return false }
        } else if isInt(key) {
            guard BtDict_SetItem(table, key, value) == 0 else { return false }
        } else {
            return raiseStatus(BtExc_TypeError, "keys in translate table must be strings or integers") == 0
        }
    }
    return true
}
