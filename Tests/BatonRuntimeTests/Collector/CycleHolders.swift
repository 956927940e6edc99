import BatonRuntime
import CBaton
import CBaton.Host

/// Makers of objects that refer to a node, one for each type that may be in a cycle. The node is borrowed.
enum CycleHolders {
    static let makers: [String: @Sendable (Ref) -> Ref?] = [
        "list": { list(newReference($0)) },
        "tuple": { tuple(newReference($0)) },
        "value of a dict": { dict(int(1), newReference($0)) },
        "key of a dict": { dict(newReference($0), int(1)) },
        "set": { over(list(newReference($0)), BtSet_New) },
        "frozenset": { over(list(newReference($0)), BtFrozenSet_New) },
        "slice": { BtSlice_New(nil, $0, nil) },
        "list iterator": { over(list(newReference($0)), BtObject_GetIter) },
        "reverse list iterator": { method("__reversed__", of: list(newReference($0))) },
        "tuple iterator": { over(tuple(newReference($0)), BtObject_GetIter) },
        "sequence iterator": { over(list(newReference($0)), BtSeqIter_New) },
        "callable iterator": { BtCallIter_New($0, noneRef) },
        "dict view": { method("values", of: dict(int(1), newReference($0))) },
        "dict iterator": { over(method("items", of: dict(int(1), newReference($0))), BtObject_GetIter) },
        "dict proxy": { over(dict(int(1), newReference($0)), BtDictProxy_New) },
        "set iterator": { over(over(list(newReference($0)), BtSet_New), BtObject_GetIter) },
        "bound method": { BtMethod_New($0, $0) },
        "builtin method": { attribute("append", of: list(newReference($0))) },
        "method wrapper": { attribute("__len__", of: list(newReference($0))) },
        "property": { call(BtProperty_Type_(), $0) },
        "static method": { BtStaticMethod_New($0) },
        "class method": { BtClassMethod_New($0) },
        "instance method": { BtInstanceMethod_New($0) },
        "super": { call(BtSuper_Type_(), Bt_TYPE_($0).ref, $0) },
        "cell": { call(BtCell_Type_(), $0) },
        "exception": { call(BtExc_ValueError!, [newReference($0)]) },
        "value of StopIteration": { call(BtExc_StopIteration!, [newReference($0)]) },
        "cause of an exception": { node in
            let raised = call(BtExc_ValueError!, [])!
            BtException_SetCause(raised, call(BtExc_KeyError!, [newReference(node)]))
            return raised
        },
        "module": { node in
            let module = BtModule_New("made")!
            BtModule_AddObjectRef(module, "node", node)
            return module
        },
        "callback of a weak reference": { BtWeakref_NewRef(BtList_Type_().ref, $0) },
        "callback of a weak proxy": { BtWeakref_NewProxy(BtList_Type_().ref, $0) },
        "instance": { instance(of: BtBaseObject_Type_().ref, slots: nil, $0) },
        "instance with slots": { instance(of: BtBaseObject_Type_().ref, slots: ["held"], $0) },
        "instance of a list's class": { instance(of: BtList_Type_().ref, slots: nil, $0) },
        "instance of an exception's class": { instance(of: BtExc_ValueError!, slots: nil, $0) },
        "instance of the node's class": { instance(of: Bt_TYPE_($0).ref, slots: ["held"], $0) },
        "class": { node in
            let made = makeClass(BtBaseObject_Type_().ref, nil)!
            BtObject_SetAttrString(made, "held", node)
            return made
        },
        "class of a class of its own": { node in
            let metaclass = makeClass(BtType_Type_().ref, nil)!
            defer { Bt_DECREF_(metaclass) }
            let made = call(metaclass, [str("Made"), tuple(), BtDict_New()])!
            BtObject_SetAttrString(made, "held", node)
            return made
        },
    ]

    /// A class made by calling type.
    static func makeClass(_ base: Ref, _ slots: [String]?) -> Ref? {
        let names = BtDict_New()!
        if let slots {
            let tuple = tuple(spread: slots.map { str($0) })!
            BtDict_SetItemString(names, "__slots__", tuple)
            Bt_DECREF_(tuple)
        }
        return call(BtType_Type_().ref, [str("Made"), tuple(newReference(base)), names])
    }

    private static func instance(of base: Ref, slots: [String]?, _ node: Ref) -> Ref? {
        let made = makeClass(base, slots)!
        defer { Bt_DECREF_(made) }
        let object = call(made, [])!
        BtObject_SetAttrString(object, "held", node)
        return object
    }

    private static func call(_ type: UnsafeMutablePointer<BtTypeObject>, _ arguments: Ref...) -> Ref? {
        call(type.ref, arguments.map(newReference))
    }

    private static func call(_ callable: Ref, _ arguments: [Ref?]) -> Ref? {
        BatonRuntimeTests.call(callable, arguments)
    }

    private static func dict(_ key: Ref?, _ value: Ref?) -> Ref? {
        let dict = BtDict_New()!
        BtDict_SetItem(dict, key, value)
        Bt_DECREF_(key!)
        Bt_DECREF_(value!)
        return dict
    }

    /// What `body` makes of an object, which is dropped.
    private static func over(_ object: Ref?, _ body: (Ref?) -> Ref?) -> Ref? {
        defer { Bt_DECREF_(object!) }
        return body(object)
    }

    private static func attribute(_ name: String, of object: Ref?) -> Ref? {
        over(object) { BtObject_GetAttrString($0, name) }
    }

    private static func method(_ name: String, of object: Ref?) -> Ref? {
        over(object) { BatonRuntimeTests.call($0!, name) }
    }
}
