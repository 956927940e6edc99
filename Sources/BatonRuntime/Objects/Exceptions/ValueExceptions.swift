internal import CBaton

// StopIteration, SystemExit, KeyError: classes that show their argument in a way of their own.

extension ExceptionKind {
    /// `value`: the first argument, or None.
    static var stopIteration: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtStopIterationObject>.size,
            initialize: { object, args, kwargs in
                guard baseExceptionInit(object!, args!, kwargs) == 0 else { return -1 }
                let value = BtTuple_GET_SIZE_(args!) > 0 ? argument(args!, 0) : noneRef
                store(&object!.as(BtStopIterationObject.self).pointee.value, value)
                return 0
            },
            clear: { object in
                release(exchange(&object!.as(BtStopIterationObject.self).pointee.value, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let stop = visit(object!.as(BtStopIterationObject.self).pointee.value, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            members: [objectMember("value", \BtStopIterationObject.value)])
    }

    /// `code`: None, the one argument, or the tuple of them.
    static var systemExit: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtSystemExitObject>.size,
            initialize: { object, args, kwargs in
                guard baseExceptionInit(object!, args!, kwargs) == 0 else { return -1 }
                let code: Ref?
                switch BtTuple_GET_SIZE_(args!) {
                case 0: return 0
                case 1: code = argument(args!, 0)
                default: code = args
                }
                store(&object!.as(BtSystemExitObject.self).pointee.code, code)
                return 0
            },
            clear: { object in
                release(exchange(&object!.as(BtSystemExitObject.self).pointee.code, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let stop = visit(object!.as(BtSystemExitObject.self).pointee.code, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            members: [objectMember("code", \BtSystemExitObject.code)])
    }

    /// One argument is shown by its repr: `KeyError('')` would print nothing otherwise.
    static var keyError: ExceptionKind {
        ExceptionKind(str: { object in
            guard let args = object!.exception.pointee.args, BtTuple_GET_SIZE_(args) == 1 else {
                return baseExceptionStr(object!)
            }
            return withReference(args) { BtObject_Repr(argument($0, 0)) }
        })
    }
}
