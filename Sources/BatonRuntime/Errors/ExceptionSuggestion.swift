internal import CBaton
internal import CBaton.Host

// What a report adds to a NameError, an AttributeError or an ImportError: the name that was probably meant.

/// ". Did you mean: 'x'?", or nothing. Nothing is raised.
func suggestionText(for exception: Ref) -> String {
    let error = BtErr_GetRaisedException()
    defer { BtErr_SetRaisedException(error) }
    let found = suggestion(for: exception)
    BtErr_Clear()
    return found.map { ". Did you mean: '\($0)'?" } ?? ""
}

private func suggestion(for exception: Ref) -> String? {
    if BtType_IsSubtype(exception.type, _bt_exc_NameError_()) != 0 {
        guard let name = text(exception.as(BtNameErrorObject.self).pointee.name) else { return nil }
        return suggestedVariable(name, exception)
    }
    if BtType_IsSubtype(exception.type, _bt_exc_AttributeError_()) != 0 {
        let fields = exception.as(BtAttributeErrorObject.self).pointee
        guard let name = text(fields.name), let object = fields.obj else { return nil }
        return suggestion(for: name, among: attributes(object, hidesPrivate: !name.hasPrefix("_")))
    }
    if BtType_IsSubtype(exception.type, _bt_exc_ImportError_()) != 0 {
        let fields = exception.as(BtImportErrorObject.self).pointee
        guard let name = text(fields.name_from), let module = fields.name, isStr(module) else { return nil }
        guard let found = importModule(module) else { return nil }
        defer { Bt_DECREF_(found) }
        return suggestion(for: name, among: attributes(found, hidesPrivate: !name.hasPrefix("_")))
    }
    return nil
}

private func text(_ object: Ref?) -> String? { object.flatMap { isStr($0) ? swiftString($0) : nil } }

/// The variables of the innermost place of the traceback, with those of the module and the builtins; or an attribute of
/// `self`.
private func suggestedVariable(_ name: String, _ exception: Ref) -> String? {
    var place = exception.exception.pointee.traceback?.as(BtTracebackObject.self)
    while let next = place?.pointee.tb_next { place = next }
    guard let frame = place?.pointee.tb_frame, frame.type == BtFrame_Type_() else { return nil }
    let object = frame.as(BtFrameObject.self)
    guard let own = locals(object) else { return nil }
    defer { Bt_DECREF_(own) }
    if let this = isDict(own) ? BtDict_GetItemString(own, "self") : nil, let key = makeString(name) {
        defer { Bt_DECREF_(key) }
        if BtObject_HasAttrWithError(this, key) > 0 { return "self.\(name)" }
        BtErr_Clear()
    }
    let function = object.pointee.function.pointee
    let names = keys(own) + keys(function.globals) + keys(function.builtins)
    return suggestion(for: name, among: names)
}

private func keys(_ mapping: Ref) -> [String] {
    guard isDict(mapping), let list = BtDict_Keys(mapping) else { return [] }
    defer { Bt_DECREF_(list) }
    return texts(list)
}

private func attributes(_ object: Ref, hidesPrivate: Bool) -> [String] {
    guard let list = BtObject_Dir(object) else { return [] }
    defer { Bt_DECREF_(list) }
    let names = texts(list)
    return hidesPrivate ? names.filter { !$0.hasPrefix("_") } : names
}

private func texts(_ list: Ref) -> [String] {
    (0..<BtList_GET_SIZE_(list)).compactMap { text(BtList_GET_ITEM_(list, $0)) }
}

/// Raise AttributeError that knows the object and the name, from which a report makes a suggestion; nil.
@inline(never)
func raiseAttributeError(_ object: Ref, _ name: Ref, _ message: String) -> Ref? {
    let _: Ref? = raise(BtExc_AttributeError, message)
    guard let raised = takeRaised() else { return nil }
    if raised.type == _bt_exc_AttributeError_() {
        let fields = raised.as(BtAttributeErrorObject.self)
        release(exchange(&fields.pointee.name, newReference(name)))
        release(exchange(&fields.pointee.obj, newReference(object)))
    }
    setRaised(raised)
    return nil
}
