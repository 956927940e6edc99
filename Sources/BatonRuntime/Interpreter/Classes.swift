internal import CBaton
internal import CBaton.Host

// The class statement: __build_class__(body, name, *bases, metaclass=…, **keywords).

@inline(never)
func loadBuildClass(_ frame: Frame, _ bits: UInt64) -> Bool {
    var found: Ref?
    let name = internedName("__build_class__")
    guard lookUp(name, in: frame.pointee.function.pointee.builtins, &found) else { return false }
    guard let found else {
        return raiseStatus(BtExc_NameError, "__build_class__ not found") == 0
    }
    frame.registers.set(fieldA(bits), register(found))
    return true
}

/// The line of the module builtins for `__build_class__`.
var buildClassMethod: BtMethodDef {
    fastKeywordMethod(
        "__build_class__",
        doc: """
            __build_class__(func, name, /, *bases, [metaclass], **kwds) -> class

            Internal helper function used by the class statement.
            """
    ) { _, args, count, names in buildClass(args, count, names) }
}

private func buildClass(_ args: UnsafePointer<Ref?>?, _ count: Int, _ kwnames: Ref?) -> Ref? {
    guard count >= 2, let args else { return raise(BtExc_TypeError, "__build_class__: not enough arguments") }
    let (body, name) = (args[0]!, args[1]!)
    guard body.type == BtFunction_Type_() else {
        return raise(BtExc_TypeError, "__build_class__: func must be a function")
    }
    guard isStr(name) else { return raise(BtExc_TypeError, "__build_class__: name is not a string") }
    guard let given = makeTuple(args + 2, count: count - 2) else { return nil }
    defer { Bt_DECREF_(given) }
    guard let bases = resolvedBases(given) else { return nil }
    defer { Bt_DECREF_(bases) }
    guard var keywords = kwnames == nil ? newDict() : keywordDict(args + count, kwnames!) else { return nil }
    defer { Bt_DECREF_(keywords) }
    guard let metaclass = metaclass(bases, &keywords) else { return nil }
    defer { Bt_DECREF_(metaclass) }
    guard let names = preparedNamespace(metaclass, name, bases, keywords) else { return nil }
    defer { Bt_DECREF_(names) }
    guard let result = runInNamespace(body.as(BtFunctionObject.self), names: names) else { return nil }
    defer { Bt_DECREF_(result) }
    if bases != given, BtObject_SetItem(names, internedName("__orig_bases__"), given) < 0 { return nil }
    var cell: Ref?
    guard lookUp(internedName("__classcell__"), in: names, &cell) else { return nil }
    defer { release(cell) }
    guard let arguments = makeTuple(name, bases, names) else { return nil }
    defer { Bt_DECREF_(arguments) }
    guard let made = BtObject_Call(metaclass, arguments, keywords) else { return nil }
    guard let cell, isType(made), cell.type == BtCell_Type_(), checkClassCell(cell, made, name) else { return made }
    Bt_DECREF_(made)
    return nil
}

/// The bases with what their `__mro_entries__` give in their place; the same tuple, a new reference, if there is none.
private func resolvedBases(_ bases: Ref) -> Ref? {
    var replaced: Ref?
    for index in 0..<BtTuple_GET_SIZE_(bases) {
        let base = BtTuple_GET_ITEM_(bases, index)!
        var entries: Ref?
        if !isType(base), BtObject_GetOptionalAttr(base, internedName("__mro_entries__"), &entries) < 0 {
            release(replaced)
            return nil
        }
        guard let method = entries else {
            if let replaced, BtList_Append(replaced, base) < 0 {
                Bt_DECREF_(replaced)
                return nil
            }
            continue
        }
        let added = BtObject_CallOneArg(method, bases)
        Bt_DECREF_(method)
        guard let added else {
            release(replaced)
            return nil
        }
        defer { Bt_DECREF_(added) }
        guard isTuple(added) else {
            release(replaced)
            return raise(BtExc_TypeError, "__mro_entries__ must return a tuple")
        }
        if replaced == nil { replaced = BtSequence_List(bases).flatMap { truncated($0, index) } }
        guard let list = replaced, listExtend(list, added) >= 0 else {
            release(replaced)
            return nil
        }
    }
    guard let replaced else { return newReference(bases) }
    defer { Bt_DECREF_(replaced) }
    return BtList_AsTuple(replaced)
}

private func truncated(_ list: Ref, _ count: Int) -> Ref? {
    if BtList_SetSlice(list, count, BtList_GET_SIZE_(list), nil) >= 0 { return list }
    Bt_DECREF_(list)
    return nil
}

/// The metaclass, a new reference: the keyword `metaclass`, which is taken out, or the type of the first base; for classes
/// the most derived one of all bases' types.
private func metaclass(_ bases: Ref, _ keywords: inout Ref) -> Ref? {
    var named: Ref?
    guard BtDict_Pop(keywords, internedName("metaclass"), &named) >= 0 else { return nil }
    let hasBases = BtTuple_GET_SIZE_(bases) > 0
    let start = named ?? newReference(hasBases ? BtTuple_GET_ITEM_(bases, 0)!.type.ref : BtType_Type_().ref)
    guard isType(start) else { return start }
    defer { Bt_DECREF_(start) }
    var winner = asType(start)
    for index in 0..<BtTuple_GET_SIZE_(bases) {
        let type = BtTuple_GET_ITEM_(bases, index)!.type
        if BtType_IsSubtype(winner, type) != 0 { continue }
        guard BtType_IsSubtype(type, winner) != 0 else {
            return raise(
                BtExc_TypeError,
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                    + "metaclasses of all its bases")
        }
        winner = type
    }
    return newReference(winner.ref)
}

/// What `__prepare__` of the metaclass gives, or a dict.
private func preparedNamespace(_ metaclass: Ref, _ name: Ref, _ bases: Ref, _ keywords: Ref) -> Ref? {
    if metaclass == BtType_Type_().ref { return newDict() }
    var prepare: Ref?
    guard BtObject_GetOptionalAttr(metaclass, internedName("__prepare__"), &prepare) >= 0 else { return nil }
    guard let prepare else { return newDict() }
    defer { Bt_DECREF_(prepare) }
    guard let arguments = makeTuple(name, bases) else { return nil }
    defer { Bt_DECREF_(arguments) }
    guard let names = BtObject_Call(prepare, arguments, keywords) else { return nil }
    guard BtMapping_Check(names) != 0 else {
        let owner = isType(metaclass) ? typeShortName(asType(metaclass)) : "<metaclass>"
        let type = typeName(names)
        Bt_DECREF_(names)
        return raise(BtExc_TypeError, "\(owner).__prepare__() must return a mapping, not \(type)")
    }
    return names
}

/// Whether the cell of `__class__` does not hold the class that was made: an exception is set.
private func checkClassCell(_ cell: Ref, _ made: Ref, _ name: Ref) -> Bool {
    let value = cell.as(BtCellObject.self).pointee.value
    if value == register(made) { return false }
    guard value != 0 else {
        let _: Ref? = raise(
            BtExc_RuntimeError,
            "__class__ not set defining \(reprText(name)) as \(reprText(made)). "
                + "Was __classcell__ propagated to type.__new__?")
        return true
    }
    guard let content = boxed(value) else { return true }
    defer { Bt_DECREF_(content) }
    let _: Ref? = raise(
        BtExc_TypeError,
        "__class__ set to \(reprText(content)) defining \(reprText(name)) as \(reprText(made))")
    return true
}

/// Give the cell that the class body left in its namespace the class; -1: an exception is set. For type.__new__.
func setClassCell(_ type: TypeRef) -> CInt {
    let name = internedName("__classcell__")
    var cell: Ref?
    guard BtDict_Pop(type.pointee.tp_dict, name, &cell) >= 0 else { return -1 }
    guard let cell else { return 0 }
    defer { Bt_DECREF_(cell) }
    guard cell.type == BtCell_Type_() else {
        return raiseStatus(
            BtExc_TypeError,
            "type.__new__(): __classcell__ must be a nonlocal cell, not \(reprText(cell.type.ref))")
    }
    let fields = cell.as(BtCellObject.self)
    let old = fields.pointee.value
    fields.pointee.value = register(newReference(type.ref))
    drop(old)
    return 0
}

private func isComprehension(_ code: CodeRef?) -> Bool {
    guard let name = code?.pointee.name else { return false }
    return name == internedName("<listcomp>") || name == internedName("<setcomp>") || name == internedName("<dictcomp>")
}

/// What super() without arguments means in the innermost frame: the class, and the first argument, both borrowed.
func superOfFrame() -> (type: TypeRef, object: Ref)? {
    var current = attachedState("super").frame
    // In Python a comprehension has no frame of its own.
    while let frame = current, isComprehension(frame.pointee.code), let evaluator = frame.pointee.back {
        current = evaluator
    }
    guard let frame = current else { return raise(BtExc_RuntimeError, "super(): no current frame") }
    let code = frame.pointee.code.unsafelyUnwrapped
    guard code.pointee.argument_count > 0 else { return raise(BtExc_RuntimeError, "super(): no arguments") }
    var first = frame.registers[0]
    if first != 0, !isTagged(first), objectIn(first).type == BtCell_Type_() {
        first = objectIn(first).as(BtCellObject.self).pointee.value
    }
    guard first != 0 else { return raise(BtExc_RuntimeError, "super(): arg[0] deleted") }
    let (own, free) = (Int(code.pointee.cell_count), Int(code.pointee.free_count))
    let name = internedName("__class__")
    for index in 0..<free where BtTuple_GET_ITEM_(code.pointee.free_names, index) == name {
        let cell = frame.registers[Int(code.pointee.cell_registers[own + index])]
        guard cell != 0, !isTagged(cell), objectIn(cell).type == BtCell_Type_() else {
            return raise(BtExc_RuntimeError, "super(): bad __class__ cell")
        }
        let value = objectIn(cell).as(BtCellObject.self).pointee.value
        guard value != 0 else { return raise(BtExc_RuntimeError, "super(): empty __class__ cell") }
        guard !isTagged(value), isType(objectIn(value)) else {
            let type = isTagged(value) ? "int" : typeName(objectIn(value))
            return raise(BtExc_RuntimeError, "super(): __class__ is not a type (\(type))")
        }
        guard !isTagged(first) else {
            return raise(BtExc_TypeError, superMisfit(false, BtLong_Type_(), asType(objectIn(value))))
        }
        return (asType(objectIn(value)), objectIn(first))
    }
    return raise(BtExc_RuntimeError, "super(): __class__ cell not found")
}
