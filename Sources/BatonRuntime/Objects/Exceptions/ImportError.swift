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
