internal import CBaton

// ImportError(…, name=, path=): what could not be imported, and the file that was tried.

extension ExceptionKind {
    static var importError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtImportErrorObject>.size,
            initialize: { object, args, kwargs in initializeImportError(object!, args!, kwargs) },
            clear: { object in
                let fields = object!.as(BtImportErrorObject.self)
                release(exchange(&fields.pointee.msg, nil))
                release(exchange(&fields.pointee.name, nil))
                release(exchange(&fields.pointee.path, nil))
                release(exchange(&fields.pointee.name_from, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let fields = object!.as(BtImportErrorObject.self).pointee
                let stop = visit(
                    fields.msg, fields.name, fields.path, fields.name_from, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            str: { object in
                guard let msg = object!.as(BtImportErrorObject.self).pointee.msg, msg.type == BtUnicode_Type_()
                else { return baseExceptionStr(object!) }
                return newReference(msg)
            },
            members: [
                objectMember("msg", \BtImportErrorObject.msg), objectMember("name", \BtImportErrorObject.name),
                objectMember("path", \BtImportErrorObject.path),
                objectMember("name_from", \BtImportErrorObject.name_from),
            ])
    }
}

/// What `__reduce__` gives: (class, args), with a state where there is a name, a path or a dict.
func reducedImportError(_ object: Ref) -> Ref? {
    let fields = object.as(BtImportErrorObject.self).pointee
    let args = object.exception.pointee.args ?? noneRef
    guard fields.name != nil || fields.path != nil || fields.name_from != nil else { return makeReduced(object, args) }
    guard let state = object.exception.pointee.dict.map({ BtDict_Copy($0) }) ?? newDict() else { return nil }
    defer { Bt_DECREF_(state) }
    for (name, value) in [("name", fields.name), ("path", fields.path), ("name_from", fields.name_from)] {
        if let value, BtDict_SetItemString(state, name, value) < 0 { return nil }
    }
    return makeTuple(object.type.ref, args, state)
}

private func initializeImportError(_ object: Ref, _ args: Ref, _ kwargs: Ref?) -> CInt {
    guard baseExceptionInit(object, args, nil) == 0,
        let values = keywordValues(["name", "path", "name_from"], kwargs, "ImportError")
    else { return -1 }
    let fields = object.as(BtImportErrorObject.self)
    store(&fields.pointee.name, values[0])
    store(&fields.pointee.path, values[1])
    store(&fields.pointee.name_from, values[2])
    store(&fields.pointee.msg, BtTuple_GET_SIZE_(args) == 1 ? argument(args, 0) : nil)
    return 0
}
