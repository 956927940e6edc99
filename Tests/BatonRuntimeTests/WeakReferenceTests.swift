import BatonRuntime
import CBaton
import Testing

@Suite struct `Weak references` {
    /// Run `body` attached, with the extension.
    private func attached(_ body: (Ref) throws -> Void) throws {
        try Attached.run { try body(TestExtension.load("weakref_test")) }
    }

    /// A class made by calling type, with a base's attribute of the module, and `__slots__` if any are given.
    private func makeClass(_ module: Ref, base: String? = nil, slots: [String]? = nil) -> Ref? {
        let dict = BtDict_New()!
        if let slots {
            let names = tuple(spread: slots.map { str($0) })!
            BtDict_SetItemString(dict, "__slots__", names)
            Bt_DECREF_(names)
        }
        let bases = base.map { tuple(BtObject_GetAttrString(module, $0)) } ?? tuple()
        return call(module, "type", str("Made"), bases, dict)
    }

    private func isSame(_ left: Ref?, _ right: Ref?) -> Bool {
        defer {
            Bt_XDECREF_(left)
            Bt_XDECREF_(right)
        }
        return left != nil && left == right
    }

    /// A repr without addresses.
    private func shape(_ object: Ref?) -> String { repr(object).replacing(/0x[0-9a-f]+/, with: "0x") }

    @Test func `give their object until it dies`() throws {
        try attached { module in
            let thing = call(module, "Thing", int(5))!
            let reference = call(module, "ref", newReference(thing))!
            #expect(shape(newReference(reference)) == "<weakref at 0x; to 'weakref_test.Thing' at 0x>")
            #expect(isSame(call(reference, []), newReference(thing)))
            #expect(isSame(call(module, "ref", newReference(thing), none()), newReference(reference)))
            #expect(repr(call(module, "checks", newReference(reference))) == "(1, 1, 1, 0)")
            Bt_DECREF_(thing)
            #expect(repr(call(module, "get", newReference(reference))) == "(0, None)")
            #expect(repr(call(reference, [])) == "None")
            #expect(shape(reference) == "<weakref at 0x; dead>")
        }
    }

    @Test func `borrow and take as the API says`() throws {
        try checkInC("borrowed", of: "weakref_test")
        try checkInC("misuse", of: "weakref_test")
    }

    @Test func `call their callbacks at the death, the last made first`() throws {
        try attached { module in
            let told = BtList_New(0)!
            let thing = call(module, "Thing")!
            let references = (0..<3).map { _ in
                call(module, "ref", newReference(thing), BtObject_GetAttrString(told, "append"))!
            }
            #expect(Set(references).count == 3)
            #expect(shape(BtObject_GetAttrString(references[0], "__callback__")).hasPrefix("<built-in method append"))
            // One that dies before the object is not told.
            Bt_DECREF_(references[1])
            Bt_DECREF_(thing)
            #expect(BtList_Size(told) == 2)
            #expect(BtList_GetItem(told, 0) == references[2] && BtList_GetItem(told, 1) == references[0])
            #expect(repr(BtObject_GetAttrString(references[0], "__callback__")) == "None")
            expectRaises(BtExc_AttributeError, "readonly attribute") {
                BtObject_SetAttrString(references[0], "__callback__", noneRef)
            }
            for object in [references[0], references[2], told] { Bt_DECREF_(object) }
        }
    }

    @Test func `leave the exception alone that is raised while their object dies`() throws {
        try attached { module in
            let told = BtList_New(0)!
            let thing = call(module, "Thing")!
            let reference = call(module, "ref", newReference(thing), BtObject_GetAttrString(told, "append"))!
            expectRaises(BtExc_KeyError, "'meanwhile'") {
                let name = str("meanwhile")
                BtErr_SetObject(BtExc_KeyError, name)
                Bt_XDECREF_(name)
                Bt_DECREF_(thing)
                return CInt(-1)
            }
            #expect(BtList_Size(told) == 1)
            Bt_DECREF_(told)
            Bt_DECREF_(reference)
        }
    }

    @Test func `let a callback end the other references`() throws {
        try attached { module in
            let others = BtList_New(0)!
            let thing = call(module, "Thing")!
            // Made last, so told first: it ends those in the list, which then are not told.
            for _ in 0..<3 {
                let other = call(module, "ref", newReference(thing), BtObject_GetAttrString(others, "append"))
                BtList_Append(others, other)
                Bt_XDECREF_(other)
            }
            let first = call(module, "ref", newReference(thing), BtObject_GetAttrString(others, "__init__"))!
            Bt_DECREF_(thing)
            #expect(repr(call(module, "get", newReference(first))) == "(0, None)")
            Bt_DECREF_(first)
            #expect(takeException() == nil)
            Bt_DECREF_(others)
        }
    }

    @Test func `hash and compare as their objects`() throws {
        try attached { module in
            let (left, right) = (call(module, "Thing", int(5))!, call(module, "Thing", int(5))!)
            let (first, second) = (call(module, "ref", newReference(left))!, call(module, "ref", newReference(right))!)
            #expect(BtObject_Hash(first) == BtObject_Hash(left))
            #expect(BtObject_RichCompareBool(first, second, BT_EQ) == 1)
            expectRaises(BtExc_TypeError, nil) { BtObject_RichCompareBool(first, second, BT_LT) }
            let hash = BtObject_Hash(left)
            Bt_DECREF_(left)
            Bt_DECREF_(right)
            #expect(BtObject_Hash(first) == hash)
            expectRaises(BtExc_TypeError, "weak object has gone away") { BtObject_Hash(second) }
            #expect(BtObject_RichCompareBool(first, second, BT_EQ) == 0)
            #expect(BtObject_RichCompareBool(first, second, BT_NE) == 1)
            #expect(repr(call(first, "__eq__", newReference(first))) == "True")
            Bt_DECREF_(first)
            Bt_DECREF_(second)
        }
    }

    @Test func `can be derived from`() throws {
        try attached { module in
            let kind = makeClass(module, base: "ReferenceType")!
            let thing = call(module, "Thing")!
            let told = BtList_New(0)!
            let reference = call(kind, [newReference(thing), BtObject_GetAttrString(told, "append")])!
            #expect(isSame(call(reference, []), newReference(thing)))
            #expect(BtObject_SetAttrString(reference, "note", trueRef) == 0)
            #expect(repr(call(module, "checks", newReference(reference))) == "(1, 1, 0, 0)")
            // None is shared with others.
            #expect(!isSame(call(kind, [newReference(thing)]), call(kind, [newReference(thing)])))
            Bt_DECREF_(thing)
            #expect(BtList_GetItem(told, 0) == reference)
            for object in [reference, kind, told] { Bt_DECREF_(object) }
        }
    }

    @Test func `refuse arguments in CPython's words`() throws {
        try attached { module in
            let kind = BtObject_GetAttrString(module, "ReferenceType")!
            expectRaises(BtExc_TypeError, "cannot create weak reference to 'int' object") { call(kind, [int(5)]) }
            expectRaises(BtExc_TypeError, "cannot create weak reference to 'tuple' object") {
                call(module, "proxy", tuple())
            }
            expectRaises(BtExc_TypeError, "__new__ expected at least 1 argument, got 0") { call(kind, []) }
            expectRaises(BtExc_TypeError, "__new__ expected at most 2 arguments, got 3") {
                call(kind, [none(), none(), none()])
            }
            let reference = call(kind, [newReference(kind)])!
            expectRaises(BtExc_TypeError, "weakref expected 0 arguments, got 1") { call(reference, [none()]) }
            Bt_DECREF_(reference)
            Bt_DECREF_(kind)
        }
    }

    @Test func `can be made to what CPython's can`() throws {
        try attached { module in
            let set = BtSet_New(nil)!
            let view = BtMemoryView_FromObject(bytes([1]))!
            let function = BtObject_GetAttrString(set, "add")!
            for object in [set, view, function, module, BtList_Type_().ref, makeClass(module)!] {
                let reference = call(module, "ref", newReference(object))
                #expect(reference.map { isSame(call($0, []), newReference(object)) } == true, "\(typeName(object))")
                Bt_XDECREF_(reference)
            }
            Bt_DECREF_(function)
            let reference = call(module, "ref", newReference(view))!
            Bt_DECREF_(view)
            #expect(repr(call(reference, [])) == "None")
            Bt_DECREF_(reference)
            Bt_DECREF_(set)
        }
    }

    @Test func `of a class that dies are cleared`() throws {
        try attached { module in
            let kind = makeClass(module)!
            let reference = call(module, "ref", newReference(kind))!
            #expect(shape(newReference(reference)) == "<weakref at 0x; to 'type' at 0x (Made)>")
            Bt_DECREF_(kind)
            #expect(call(reference, []) != nil)
            Bt_DECREF_(reference)
        }
    }

    @Test func `have a place in classes, unless their slots leave it out`() throws {
        try attached { module in
            let kind = makeClass(module)!
            let object = call(kind, [])!
            #expect(repr(BtObject_GetAttrString(object, "__weakref__")) == "None")
            let reference = call(module, "ref", newReference(object))!
            #expect(isSame(BtObject_GetAttrString(object, "__weakref__"), newReference(reference)))
            Bt_DECREF_(object)
            #expect(repr(call(reference, [])) == "None")
            let slotted = makeClass(module, slots: ["a"])!
            expectRaises(BtExc_TypeError, "cannot create weak reference to 'Made' object") {
                call(module, "ref", call(slotted, []))
            }
            let both = makeClass(module, slots: ["a", "__weakref__", "__dict__"])!
            let held = call(both, [])!
            #expect(repr(BtObject_GetAttrString(held, "__dict__")) == "{}")
            #expect(repr(BtObject_GetAttrString(held, "__weakref__")) == "None")
            expectRaises(BtExc_TypeError, "__weakref__ slot disallowed: we already got one") {
                makeClass(module, base: "Thing", slots: ["__weakref__"])
            }
            expectRaises(BtExc_TypeError, "__dict__ slot disallowed: we already got one") {
                makeClass(module, slots: ["__dict__", "__dict__"])
            }
            for object in [reference, kind, slotted, both, held] { Bt_DECREF_(object) }
        }
    }

    @Test func `find the place that the runtime manages for a type in C`() throws {
        try attached { module in
            let object = call(module, "Managed")!
            let reference = call(module, "ref", newReference(object))!
            #expect(isSame(call(reference, []), newReference(object)))
            Bt_DECREF_(object)
            #expect(repr(call(reference, [])) == "None")
            Bt_DECREF_(reference)
        }
    }
}

@Suite struct `Weak proxies` {
    @Test func `do as their object does until it dies`() throws {
        try Attached.run {
            let module = try TestExtension.load("weakref_test")
            let set = Literal.make("{1, 2}")!
            let proxy = call(module, "proxy", newReference(set))!
            #expect(repr(call(module, "checks", newReference(proxy))) == "(1, 0, 0, 1)")
            #expect(text(newReference(proxy)) == "{1, 2}")
            #expect(repr(newReference(proxy)).hasPrefix("<weakproxy at 0x"))
            #expect(BtObject_Size(proxy) == 2)
            #expect(BtObject_IsTrue(proxy) == 1)
            #expect(BtSequence_Contains(proxy, int(2)) == 1)
            #expect(repr(BtSequence_List(proxy)) == "[1, 2]")
            #expect(repr(BtNumber_Or(proxy, Literal.make("{3}"))) == "{1, 2, 3}")
            #expect(repr(BtNumber_Subtract(proxy, proxy)) == "set()")
            #expect(BtObject_RichCompareBool(proxy, set, BT_EQ) == 1)
            #expect(repr(call(proxy, "pop")) == "1")
            expectRaises(BtExc_AttributeError, "'set' object has no attribute 'nothing'") {
                BtObject_GetAttrString(proxy, "nothing")
            }
            expectRaises(BtExc_TypeError, "unhashable type: 'weakref.ProxyType'") { BtObject_Hash(proxy) }
            expectRaises(BtExc_TypeError, "Weakref proxy referenced a non-iterator 'set' object") {
                BtIter_Next(proxy)
            }
            let gone = "weakly-referenced object no longer exists"
            Bt_DECREF_(set)
            expectRaises(BtExc_ReferenceError, gone) { BtObject_Size(proxy) }
            expectRaises(BtExc_ReferenceError, gone) { BtObject_GetAttrString(proxy, "pop") }
            expectRaises(BtExc_ReferenceError, gone) { BtNumber_Or(proxy, proxy) }
            expectRaises(BtExc_ReferenceError, gone) { BtObject_Str(proxy) }
            #expect(repr(proxy).hasSuffix("; dead>"))
        }
    }

    @Test func `can be called where their object can`() throws {
        try Attached.run {
            let module = try TestExtension.load("weakref_test")
            let thing = call(module, "Thing", int(7))!
            let proxy = call(module, "proxy", newReference(thing))!
            #expect(typeName(proxy) == "weakref.CallableProxyType")
            #expect(repr(call(proxy, [])) == "7")
            #expect(BtObject_SetAttrString(proxy, "item", trueRef) == 0)
            #expect(repr(call(thing, [])) == "True")
            let again = call(module, "proxy", newReference(thing))
            #expect(again == proxy)
            Bt_XDECREF_(again)
            Bt_DECREF_(thing)
            expectRaises(BtExc_ReferenceError) { call(proxy, []) }
            Bt_DECREF_(proxy)
        }
    }
}
