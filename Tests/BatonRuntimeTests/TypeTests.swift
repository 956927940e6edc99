import BatonRuntime
import CBaton
import Testing

@Suite struct `Types of extensions` {
    private func attribute(_ object: Ref, _ name: String) -> Ref? { BtObject_GetAttrString(object, name) }

    /// The attribute of a new reference, which is dropped.
    private func attribute(of object: Ref?, _ name: String) -> Ref? {
        guard let object else { return nil }
        defer { Bt_DECREF_(object) }
        return BtObject_GetAttrString(object, name)
    }

    @Test(arguments: ["Static", "Heap"])
    func `have slots, methods, members and get-sets`(_ name: String) throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            guard let counter = call(module, name, int(3)) else { return }
            defer { Bt_DECREF_(counter) }
            #expect(repr(newReference(counter)) == "Counter(3)")
            #expect(BtObject_Size(counter) == 3)
            #expect(repr(call(counter, "next")) == "4")
            #expect(text(call(counter, "kind")) == name)
            #expect(repr(call(counter, "sum", int(1), int(2))) == "3")
            #expect(repr(attribute(counter, "count")) == "4")
            #expect(repr(attribute(counter, "double")) == "8")
            #expect(repr(call(counter, "__add__", int(6))) == "10")
            #expect(repr(call(counter, "__len__")) == "4")
            #expect(
                repr(attribute(of: attribute(of: newReference(counter), "__class__"), "__module__")) == "'type_test'")
        }
    }

    @Test(arguments: ["Static", "Heap"])
    func `say what cannot be written, deleted or found`(_ name: String) throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            guard let counter = call(module, name), let value = int(20) else { return }
            defer {
                Bt_DECREF_(counter)
                Bt_DECREF_(value)
            }
            #expect(BtObject_SetAttrString(counter, "double", value) == 0)
            #expect(repr(attribute(counter, "count")) == "10")
            expectRaises(BtExc_AttributeError, "readonly attribute") {
                BtObject_SetAttrString(counter, "ratio", value)
            }
            expectRaises(BtExc_AttributeError, "attribute 'fixed' of 'type_test.\(name)' objects is not writable") {
                BtObject_SetAttrString(counter, "fixed", value)
            }
            expectRaises(BtExc_AttributeError, "'type_test.\(name)' object has no attribute 'item'") {
                attribute(counter, "item")
            }
            expectRaises(BtExc_AttributeError, "'type_test.\(name)' object has no attribute 'nothing'") {
                attribute(counter, "nothing")
            }
            expectRaises(BtExc_TypeError) { BtObject_DelAttrString(counter, "count") }
            #expect(BtObject_HasAttrStringWithError(counter, "nothing") == 0)
        }
    }

    @Test func `that are static and empty make no instances`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            expectRaises(BtExc_TypeError, "cannot create 'type_test.Sealed' instances") { call(module, "Sealed") }
        }
    }

    @Test func `know their module and their slots`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            let found = call(module, "module_of", attribute(module, "Heap"))
            #expect(found == module)
            release(found)
            #expect(repr(call(module, "slot_is_same", attribute(module, "Heap"))) == "True")
            #expect(repr(attribute(of: attribute(module, "Heap"), "__doc__")) == "'A heap type.'")
            #expect(repr(attribute(of: attribute(module, "Static"), "__text_signature__")) == "'(count=0)'")
            #expect(repr(attribute(module, "Heap")) == "<class 'type_test.Heap'>")
        }
    }

    @Test func `from a bad specification are an error`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            expectRaises(BtExc_RuntimeError, "invalid slot offset") { call(module, "make_bad") }
            expectRaises(BtExc_TypeError) { call(module, "make_small") }
        }
    }
}

@Suite struct `Types made by calling type` {
    @Test func `inherit fields, slots and methods, and have attributes of their own`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            guard let dict = BtDict_New(), let seven = int(7) else { return }
            _ = BtDict_SetItemString(dict, "seven", seven)
            Bt_DECREF_(seven)
            let heap = BtObject_GetAttrString(module, "Heap")
            guard let type = call(module, "make_type", str("Sub"), tuple(heap), dict) else {
                return expectRaised(BtExc_TypeError)
            }
            defer { Bt_DECREF_(type) }
            guard let object = call(type, [int(5)]) else { return }
            defer { Bt_DECREF_(object) }
            #expect(repr(newReference(object)) == "Counter(5)")
            #expect(repr(BtObject_GetAttrString(object, "seven")) == "7")
            guard let value = str("v") else { return }
            defer { Bt_DECREF_(value) }
            #expect(BtObject_SetAttrString(object, "fresh", value) == 0)
            #expect(repr(BtObject_GetAttrString(object, "fresh")) == "'v'")
            #expect(repr(BtObject_GetAttrString(object, "__dict__")) == "{'fresh': 'v'}")
        }
    }

    @Test func `see what changes in their bases`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            guard let base = call(module, "make_type", str("Base"), tuple(), BtDict_New()),
                let sub = call(module, "make_type", str("Sub"), tuple(newReference(base)), BtDict_New()),
                let value = int(1), let other = int(2)
            else { return }
            defer { for object in [base, sub, value, other] { Bt_DECREF_(object) } }
            expectRaises(BtExc_AttributeError, "type object 'Sub' has no attribute 'x'") {
                BtObject_GetAttrString(sub, "x")
            }
            #expect(BtObject_SetAttrString(base, "x", value) == 0)
            #expect(repr(BtObject_GetAttrString(sub, "x")) == "1")
            #expect(BtObject_SetAttrString(base, "x", other) == 0)
            #expect(repr(BtObject_GetAttrString(sub, "x")) == "2")
        }
    }

    @Test func `refuse bases that cannot be`() throws {
        try Attached.run {
            let module = try TestExtension.load("type_test")
            let bool = newReference(BtBool_Type_().ref)
            expectRaises(BtExc_TypeError, "type 'bool' is not an acceptable base type") {
                call(module, "make_type", str("B"), tuple(bool), BtDict_New())
            }
            let (int, list) = (newReference(BtLong_Type_().ref), newReference(BtList_Type_().ref))
            expectRaises(BtExc_TypeError, "multiple bases have instance lay-out conflict") {
                call(module, "make_type", str("B"), tuple(int, list), BtDict_New())
            }
            let builtin = BtLong_Type_().ref
            expectRaises(BtExc_TypeError, "cannot set 'x' attribute of immutable type 'int'") {
                BtObject_SetAttrString(builtin, "x", noneRef)
            }
        }
    }
}
