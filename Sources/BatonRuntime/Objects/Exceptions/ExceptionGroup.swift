internal import CBaton
internal import CBaton.Host

// BaseExceptionGroup and ExceptionGroup: exceptions that travel together.

typealias GroupRef = UnsafeMutablePointer<BtBaseExceptionGroupObject>

extension UnsafeMutablePointer where Pointee == BtObject {
    /// The object seen as a group of exceptions.
    @inline(__always) var group: GroupRef { self.as(BtBaseExceptionGroupObject.self) }
}

/// Whether an object is a group of exceptions.
func isGroup(_ object: Ref) -> Bool { isSubtype(object.type, _bt_exc_BaseExceptionGroup_()) }

/// Make a group without a message of a row of exceptions, which is taken over: an ExceptionGroup, if all of them are of
/// Exception. Nil if there is no row: an exception is set.
func makeGroup(of exceptions: Ref?) -> Ref? {
    guard let exceptions else { return nil }
    defer { Bt_DECREF_(exceptions) }
    guard let text = makeString("") else { return nil }
    defer { Bt_DECREF_(text) }
    return callWithTwo(_bt_exc_BaseExceptionGroup_().ref, text, exceptions)
}

extension ExceptionKind {
    /// A message and a tuple of exceptions.
    static var group: ExceptionKind {
        ExceptionKind(
            size: MemoryLayout<BtBaseExceptionGroupObject>.size,
            new: { type, args, _ in groupNew(type!, args!) },
            clear: { object in
                release(exchange(&object!.group.pointee.msg, nil))
                release(exchange(&object!.group.pointee.excs, nil))
                clearExceptionHead(object!)
                return 0
            },
            traverse: { object, visitor, context in
                let group = object!.group.pointee
                let stop = visit(group.msg, group.excs, with: visitor!, context)
                return stop != 0 ? stop : traverseExceptionHead(object!, visitor!, context)
            },
            str: { object in
                let group = object!.group.pointee
                let count = group.excs.map { BtTuple_GET_SIZE_($0) } ?? 0
                let message = group.msg.map { swiftString($0) } ?? ""
                return makeString("\(message) (\(count) sub-exception\(count == 1 ? "" : "s"))")
            },
            members: [
                member(
                    "message", BT_T_OBJECT, offset: MemoryLayout<BtBaseExceptionGroupObject>.offset(of: \.msg)!,
                    doc: "exception message"),
                member(
                    "exceptions", BT_T_OBJECT, offset: MemoryLayout<BtBaseExceptionGroupObject>.offset(of: \.excs)!,
                    doc: "nested exceptions"),
            ],
            methods: [
                classGetItemMethod,
                method("derive", BT_METH_O) { derive($0!, $1!) },
                method("split", BT_METH_O) { splitMethod($0!, $1!) },
                method("subgroup", BT_METH_O) { subgroup($0!, $1!) },
            ])
    }
}

/// ExceptionGroup derives from Exception too.
func addGroupBases() -> Bool {
    guard let bases = makeTuple([_bt_exc_BaseExceptionGroup_().ref, _bt_exc_Exception_().ref]) else { return false }
    _bt_exc_ExceptionGroup_().pointee.tp_bases = bases
    return true
}

private func groupNew(_ given: TypeRef, _ args: Ref) -> Ref? {
    guard BtTuple_GET_SIZE_(args) == 2 else {
        let count = BtTuple_GET_SIZE_(args)
        return raise(
            BtExc_TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments (\(count) given)")
    }
    let (message, sequence) = (argument(args, 0), argument(args, 1))
    guard isStr(message) else {
        return raise(
            BtExc_TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not \(typeName(message))")
    }
    guard BtSequence_Check(sequence) != 0 else {
        return raise(BtExc_TypeError, "second argument (exceptions) must be a sequence")
    }
    guard let exceptions = BtSequence_Tuple(sequence) else { return nil }
    guard let type = typeOfGroup(given, exceptions), let object = baseExceptionNew(type, args) else {
        Bt_DECREF_(exceptions)
        return nil
    }
    object.group.pointee.msg = newReference(message)
    object.group.pointee.excs = exceptions
    return object
}

/// The class of a group with these parts, where `given` is called; nil: an exception is set.
private func typeOfGroup(_ given: TypeRef, _ exceptions: Ref) -> TypeRef? {
    let count = BtTuple_GET_SIZE_(exceptions)
    guard count > 0 else {
        return raise(BtExc_ValueError, "second argument (exceptions) must be a non-empty sequence")
    }
    var allPlain = true
    for index in 0..<count {
        let exception = argument(exceptions, index)
        guard isException(exception) else {
            return raise(BtExc_ValueError, "Item \(index) of second argument (exceptions) is not an exception")
        }
        allPlain = allPlain && isSubtype(exception.type, _bt_exc_Exception_())
    }
    if given == _bt_exc_BaseExceptionGroup_() { return allPlain ? _bt_exc_ExceptionGroup_() : given }
    if allPlain || !isSubtype(given, _bt_exc_Exception_()) { return given }
    let place = given == _bt_exc_ExceptionGroup_() ? "an ExceptionGroup" : "'\(typeName(of: given))'"
    return raise(BtExc_TypeError, "Cannot nest BaseExceptions in \(place)")
}

/// group.derive(exceptions): a group with the same message.
private func derive(_ group: Ref, _ exceptions: Ref) -> Ref? {
    callWithTwo(_bt_exc_BaseExceptionGroup_().ref, group.group.pointee.msg ?? noneRef, exceptions)
}
