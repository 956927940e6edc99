package import CBaton

// Tables of methods, members and get-sets of the built-in types. They are made once, at start, and never freed.

/// Put a value into permanent memory: `type.tp_as_number = permanent(BtNumberMethods())`.
package func permanent<T>(_ value: T) -> UnsafeMutablePointer<T> {
    let memory = UnsafeMutablePointer<T>.allocate(capacity: 1)
    memory.initialize(to: value)
    return memory
}

/// The bytes of a literal as a C string, good for ever.
package func cString(_ text: StaticString) -> UnsafePointer<CChar> {
    // SAFETY: because UInt8 and CChar have one layout, and a literal ends in a NUL byte and lives for ever.
    UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}

/// A method with the signature of BT_METH_NOARGS, BT_METH_O or BT_METH_VARARGS.
package func method(
    _ name: StaticString, _ flags: CInt, doc: StaticString? = nil, _ body: @escaping BtCFunction
) -> BtMethodDef {
    BtMethodDef(ml_name: cString(name), ml_meth: body, ml_flags: flags, ml_doc: doc.map(cString))
}

/// A method with the signature of BT_METH_VARARGS | BT_METH_KEYWORDS.
package func keywordMethod(
    _ name: StaticString, _ flags: CInt = BT_METH_VARARGS | BT_METH_KEYWORDS, doc: StaticString? = nil,
    _ body: @escaping BtCFunctionWithKeywords
) -> BtMethodDef {
    // SAFETY: because the flags say which signature the function has, and it is called by that only.
    method(name, flags, doc: doc, unsafeBitCast(body, to: BtCFunction.self))
}

/// A method with the signature of BT_METH_FASTCALL.
package func fastMethod(
    _ name: StaticString, _ flags: CInt = BT_METH_FASTCALL, doc: StaticString? = nil,
    _ body: @escaping BtCFunctionFast
) -> BtMethodDef {
    // SAFETY: because the flags say which signature the function has, and it is called by that only.
    method(name, flags, doc: doc, unsafeBitCast(body, to: BtCFunction.self))
}

/// A method with the signature of BT_METH_FASTCALL | BT_METH_KEYWORDS.
package func fastKeywordMethod(
    _ name: StaticString, _ flags: CInt = BT_METH_FASTCALL | BT_METH_KEYWORDS, doc: StaticString? = nil,
    _ body: @escaping BtCFunctionFastWithKeywords
) -> BtMethodDef {
    // SAFETY: because the flags say which signature the function has, and it is called by that only.
    method(name, flags, doc: doc, unsafeBitCast(body, to: BtCFunction.self))
}

/// A field of the object's struct as an attribute; `type` is BT_T_….
package func member(
    _ name: StaticString, _ type: CInt, offset: Int, flags: CInt = BT_READONLY, doc: StaticString? = nil
) -> BtMemberDef {
    BtMemberDef(name: cString(name), type: type, offset: offset, flags: flags, doc: doc.map(cString))
}

/// An attribute behind functions; without `set` it is read only.
package func getset(
    _ name: StaticString, doc: StaticString? = nil, closure: UnsafeMutableRawPointer? = nil,
    get: @escaping getter, set: setter? = nil
) -> BtGetSetDef {
    BtGetSetDef(name: cString(name), get: get, set: set, doc: doc.map(cString), closure: closure)
}

/// The permanent C array for tp_methods.
package func methodTable(_ lines: [BtMethodDef]) -> UnsafeMutablePointer<BtMethodDef> {
    permanentTable(lines, end: BtMethodDef())
}

/// The permanent C array for tp_members.
package func memberTable(_ lines: [BtMemberDef]) -> UnsafeMutablePointer<BtMemberDef> {
    permanentTable(lines, end: BtMemberDef())
}

/// The permanent C array for tp_getset.
package func getsetTable(_ lines: [BtGetSetDef]) -> UnsafeMutablePointer<BtGetSetDef> {
    permanentTable(lines, end: BtGetSetDef())
}

private func permanentTable<Line>(_ lines: [Line], end: Line) -> UnsafeMutablePointer<Line> {
    let table = UnsafeMutablePointer<Line>.allocate(capacity: lines.count + 1)
    for (index, line) in lines.enumerated() { (table + index).initialize(to: line) }
    (table + lines.count).initialize(to: end)
    return table
}
