internal import CBaton

// NameError(…, name=) and AttributeError(…, name=, obj=).

extension ExceptionKind {
    static var nameError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtNameErrorObject>.size,
            initialize: { object, args, kwargs in
                guard baseExceptionInit(object!, args!, nil) == 0,
                    let values = keywordValues(["name"], kwargs, "NameError")
                else { return -1 }
                store(&object!.as(BtNameErrorObject.self).pointee.name, values[0])
                return 0
            },
            clear: { object in
                release(exchange(&object!.as(BtNameErrorObject.self).pointee.name, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let stop = visit(object!.as(BtNameErrorObject.self).pointee.name, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            members: [objectMember("name", \BtNameErrorObject.name)])
    }

    static var attributeError: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtAttributeErrorObject>.size,
            initialize: { object, args, kwargs in
                guard baseExceptionInit(object!, args!, nil) == 0,
                    let values = keywordValues(["name", "obj"], kwargs, "AttributeError")
                else { return -1 }
                let fields = object!.as(BtAttributeErrorObject.self)
                store(&fields.pointee.name, values[0])
                store(&fields.pointee.obj, values[1])
                return 0
            },
            clear: { object in
                let fields = object!.as(BtAttributeErrorObject.self)
                release(exchange(&fields.pointee.name, nil))
                release(exchange(&fields.pointee.obj, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let fields = object!.as(BtAttributeErrorObject.self).pointee
                let stop = visit(fields.name, fields.obj, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            members: [
                objectMember("name", \BtAttributeErrorObject.name), objectMember("obj", \BtAttributeErrorObject.obj),
            ])
    }
}
