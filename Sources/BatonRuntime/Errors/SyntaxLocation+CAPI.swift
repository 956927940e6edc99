internal import CBaton

// Where a SyntaxError is: attributes of the exception that is raised.

@c @implementation
public func BtErr_SyntaxLocation(_ filename: UnsafePointer<CChar>!, _ line: CInt) {
    BtErr_SyntaxLocationEx(filename, line, -1)
}

@c @implementation
public func BtErr_SyntaxLocationEx(_ filename: UnsafePointer<CChar>!, _ line: CInt, _ column: CInt) {
    let raised = takeRaised()
    let name = filename.flatMap { BtUnicode_DecodeFSDefault($0) }
    BtErr_Clear()
    setRaised(raised)
    BtErr_SyntaxLocationObject(name, line, column)
    release(name)
}

@c @implementation
public func BtErr_SyntaxLocationObject(_ filename: Ref!, _ line: CInt, _ column: CInt) {
    guard let raised = takeRaised() else { return }
    set(raised, "lineno", BtLong_FromLong(Int(line)))
    set(raised, "offset", column > 0 ? BtLong_FromLong(Int(column)) : noneRef)
    if let filename {
        set(raised, "filename", newReference(filename))
        set(raised, "text", lineOfFile(swiftString(filename), Int(line)).flatMap(makeString) ?? noneRef)
    }
    setIfMissing(raised, "msg") { BtObject_Str(raised) }
    setIfMissing(raised, "print_file_and_line") { noneRef }
    BtErr_Clear()
    setRaised(raised)
}

/// Set an attribute to `value`, whose reference is taken; what goes wrong is forgotten: the raised exception matters more.
private func set(_ object: Ref, _ name: StaticString, _ value: Ref?) {
    if let value, BtObject_SetAttr(object, internedName(name), value) < 0 { BtErr_Clear() }
    release(value)
}

private func setIfMissing(_ object: Ref, _ name: StaticString, _ value: () -> Ref?) {
    var found: Ref?
    let status = BtObject_GetOptionalAttr(object, internedName(name), &found)
    release(found)
    if status == 0 { set(object, name, value()) }
    if status < 0 { BtErr_Clear() }
}
