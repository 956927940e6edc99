internal import CBaton
internal import CBaton.Host

// Issuing a warning: the filters decide, a registry remembers which have been shown.

/// Where a warning is about.
struct WarningPlace {
    var filename: Ref
    var line: CInt
    var module: Ref
    /// Where it is remembered that a warning was shown; nil: nowhere.
    var registry: Ref?
}

/// Issue a warning about a place. 0, or -1 with an exception set.
func warn(_ category: Ref, _ message: Ref, at place: WarningPlace) -> CInt {
    // The message may be a Warning: its class is the category and its text the message.
    let isInstance = BtObject_TypeCheck_(message, _bt_exc_Warning_()) != 0
    let type = isInstance ? message.type.ref : category
    guard isExceptionClass(type), BtType_IsSubtype(asType(type), _bt_exc_Warning_()) != 0 else {
        return raiseStatus(BtExc_TypeError, "category must be a Warning subclass, not '\(typeName(category))'")
    }
    guard let text = isInstance ? BtObject_Str(message) : newReference(message) else { return -1 }
    defer { Bt_DECREF_(text) }
    let words = strText(text)
    let action = warningAction(type, words, module: strText(place.module), line: Int(place.line))
    if action == .ignore { return 0 }
    if action == .error {
        raiseObject(type, message)
        return -1
    }
    if action != .always {
        let shown = remember(text, type, place, action)
        guard shown >= 0 else { return -1 }
        if shown > 0 { return 0 }
    }
    show(type, words, place)
    return 0
}

/// Note that the warning is shown: 1 if it was before, 0 if not, -1 with an exception set.
private func remember(_ text: Ref, _ category: Ref, _ place: WarningPlace, _ action: WarningAction) -> CInt {
    guard let registry = action == .once ? _bt_warnings.once : place.registry else { return 0 }
    let byLine = action == .default
    guard let key = BtTuple_New(byLine ? 4 : 3), let line = BtLong_FromLong(Int(place.line)) else { return -1 }
    defer { Bt_DECREF_(key) }
    BtTuple_SET_ITEM_(key, 0, newReference(text))
    BtTuple_SET_ITEM_(key, 1, newReference(category))
    BtTuple_SET_ITEM_(key, 2, newReference(action == .once ? noneRef : place.filename))
    if byLine { BtTuple_SET_ITEM_(key, 3, line) } else { Bt_DECREF_(line) }
    var earlier: Ref?
    let found = BtDict_SetDefaultRef(registry, key, trueRef, &earlier)
    release(earlier)
    return found
}

/// Write `file:line: Category: text` and the source line, where it can be read.
private func show(_ category: Ref, _ words: String, _ place: WarningPlace) {
    let file = strText(place.filename)
    var text = "\(file):\(place.line): \(lastComponent(typeName(of: asType(category)))): \(words)\n"
    if let source = lineOfFile(file, Int(place.line)) { text += "  \(source.drop { $0.isWhitespace })\n" }
    writeError(text)
}

/// Make the registries. False: no memory.
func finishWarnings() -> Bool {
    _bt_warnings.registry = BtDict_New()
    _bt_warnings.once = BtDict_New()
    return _bt_warnings.registry != nil && _bt_warnings.once != nil
}
