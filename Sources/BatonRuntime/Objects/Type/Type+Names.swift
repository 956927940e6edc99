internal import CBaton

// Names of types: tp_name is "module.name" of a static type; a heap type keeps its parts as objects.

/// `__module__`, a new reference: "builtins" where nothing says otherwise.
func typeModuleName(_ type: TypeRef) -> Ref? {
    if type.has(BT_TPFLAGS_HEAPTYPE) {
        guard let dict = type.pointee.tp_dict else { return makeString("builtins") }
        guard let name = BtDict_GetItemWithError(dict, internedName("__module__")) else {
            return errorOccurred() ? nil : raise(BtExc_AttributeError, "__module__")
        }
        return newReference(name)
    }
    let name = typeName(of: type)
    guard let dot = name.lastIndex(of: ".") else { return makeString("builtins") }
    return makeString(String(name[..<dot]))
}

/// `__qualname__`, a new reference.
func typeQualifiedName(_ type: TypeRef) -> Ref? {
    if type.has(BT_TPFLAGS_HEAPTYPE), let name = type.ref.as(BtHeapTypeObject.self).pointee.ht_qualname {
        return newReference(name)
    }
    return BtUnicode_FromString(_BtType_Name(type))
}

/// `__name__`, a new reference.
func typeSimpleName(_ type: TypeRef) -> Ref? {
    if type.has(BT_TPFLAGS_HEAPTYPE), let name = type.ref.as(BtHeapTypeObject.self).pointee.ht_name {
        return newReference(name)
    }
    return BtUnicode_FromString(_BtType_Name(type))
}

/// "module.qualname", or the qualname alone for builtins.
func typeFullName(_ type: TypeRef) -> String? {
    guard let module = typeModuleName(type) else {
        // A type without a module is shown by its name.
        if BtErr_ExceptionMatches(BtExc_AttributeError) == 0 { return nil }
        BtErr_Clear()
        return typeName(of: type)
    }
    defer { Bt_DECREF_(module) }
    guard let name = typeQualifiedName(type) else { return nil }
    defer { Bt_DECREF_(name) }
    guard isStr(module) else { return swiftString(name) }
    let moduleName = swiftString(module)
    return moduleName == "builtins" ? swiftString(name) : "\(moduleName).\(swiftString(name))"
}

/// `<class 'module.name'>`.
func typeRepr(_ type: TypeRef) -> Ref? {
    guard let name = typeFullName(type) else { return nil }
    // A class of builtins is shown by its name alone.
    let isPlain = name.allSatisfy { $0 != "." }
    return makeString("<class '\(isPlain ? typeShortName(type) : name)'>")
}

/// The documentation behind a first part `name(arguments)\n--\n\n`, which is the signature.
func textBehindSignature(_ doc: UnsafePointer<CChar>) -> String {
    let text = String(cString: doc)
    guard let end = signatureEnd(text) else { return text }
    return String(text[end.upperBound...])
}

/// The signature "(arguments)" in front of a documentation, if there is one.
func textOfSignature(_ doc: UnsafePointer<CChar>) -> String? {
    let text = String(cString: doc)
    guard let end = signatureEnd(text), let start = text.firstIndex(of: "(") else { return nil }
    return String(text[start..<end.lowerBound])
}

private func signatureEnd(_ text: String) -> Range<String.Index>? {
    // A signature stands before the first empty line and ends in ")\n--\n\n".
    let marker = Array("\n--\n\n".utf8)
    let bytes = text.utf8
    var index = bytes.startIndex
    var previous: UInt8 = 0
    while index != bytes.endIndex {
        if bytes[index] == UInt8(ascii: "\n") {
            if previous == UInt8(ascii: ")"), bytes[index...].starts(with: marker) {
                return index..<bytes.index(index, offsetBy: marker.count)
            }
            if previous == UInt8(ascii: "\n") { return nil }
        }
        previous = bytes[index]
        index = bytes.index(after: index)
    }
    return nil
}
