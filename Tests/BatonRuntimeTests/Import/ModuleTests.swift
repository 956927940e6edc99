import BatonRuntime
import CBaton
import Testing

@Suite struct Modules {
    @Test func `of two phases are filled and have state`() throws {
        try Attached.run {
            let module = try TestExtension.load("module_test")
            #expect(repr(BtObject_GetAttrString(module, "__name__")) == "'module_test'")
            #expect(repr(BtObject_GetAttrString(module, "__doc__")) == "'A module to test modules.'")
            #expect(repr(BtObject_GetAttrString(module, "ANSWER")) == "42")
            #expect(repr(BtObject_GetAttrString(module, "GREETING")) == "'hello'")
            #expect(repr(BtObject_GetAttrString(module, "seven")) == "7")
            #expect(repr(BtObject_GetAttrString(module, "eight")) == "8")
            #expect(repr(BtObject_GetAttrString(module, "Point")) == "<class 'module_test.Point'>")
            #expect(repr(call(module, "late")) == "'late'")
            let first = repr(call(module, "count"))
            #expect(Int(repr(call(module, "count"))) == Int(first)! + 1)
            let error = BtObject_GetAttrString(module, "Error")!
            expectRaises(error, "it") { call(module, "fail", str("it")) }
            Bt_DECREF_(error)
            #expect(repr(newReference(module)) == "<module 'module_test' (built-in)>")
            #expect(BtModule_GetDef(module) != nil)
            #expect(String(cString: BtModule_GetName(module)) == "module_test")
        }
    }

    @Test func `of one phase are found by their definition`() throws {
        try Attached.run {
            let module = try TestExtension.load("single_test")
            #expect(repr(call(module, "is_found")) == "True")
            let again = BtImport_ImportModule("single_test")
            #expect(again == module)
            Bt_XDECREF_(again)
        }
    }

    @Test func `are made empty`() {
        Attached.run {
            let module = BtModule_New("plain")!
            defer { Bt_DECREF_(module) }
            #expect(repr(newReference(module)) == "<module 'plain'>")
            #expect(repr(BtObject_GetAttrString(module, "__loader__")) == "None")
            #expect(BtModule_GetState(module) == nil && BtErr_Occurred() == nil)
            #expect(BtModule_GetDef(module) == nil && BtErr_Occurred() == nil)
            expectRaises(BtExc_SystemError, "module filename missing") { BtModule_GetFilenameObject(module) }
            expectRaises(BtExc_AttributeError, "module 'plain' has no attribute 'zz'") {
                BtObject_GetAttrString(module, "zz")
            }
            #expect(BtObject_SetAttrString(module, "zz", trueRef) == 0)
            #expect(repr(BtObject_GetAttrString(module, "zz")) == "True")
            #expect(BtDict_GetItemString(BtModule_GetDict(module), "zz") == trueRef)
            #expect(BtObject_DelAttrString(module, "__name__") == 0)
            expectRaises(BtExc_SystemError, "nameless module") { BtModule_GetNameObject(module) }
            expectRaises(BtExc_AttributeError, "module has no attribute 'yy'") {
                BtObject_GetAttrString(module, "yy")
            }
        }
    }

    @Test func `are made by calling their type`() {
        Attached.run {
            let type = BtModule_Type_().ref
            let module = make(type, str("a"), str("d"))!
            #expect(repr(BtObject_GetAttrString(module, "__doc__")) == "'d'")
            #expect(repr(module) == "<module 'a'>")
            expectRaises(BtExc_TypeError, "module() missing required argument 'name' (pos 1)") { make(type) }
            expectRaises(BtExc_TypeError, "module() argument 'name' must be str, not int") { make(type, int(1)) }
        }
    }

    @Test func `ask their own __getattr__ last`() throws {
        try Attached.run {
            let helper = try TestExtension.load("errors_test")
            let module = BtModule_New("lazy")!
            defer { Bt_DECREF_(module) }
            let fallback = BtObject_GetAttrString(helper, "raise_format")!
            #expect(BtModule_Add(module, "__getattr__", fallback) == 0)
            expectRaises(BtExc_ValueError, "bad: 'missing' at 7") { BtObject_GetAttrString(module, "missing") }
        }
    }

    @Test func `refuse what is not one`() {
        Attached.run {
            let number = int(1)!
            defer { Bt_DECREF_(number) }
            expectRaises(BtExc_TypeError, "BtModule_AddObjectRef() first argument must be a module") {
                BtModule_AddObjectRef(number, "x", number)
            }
            expectRaises(BtExc_SystemError) { BtModule_GetDict(number) }
            expectRaises(BtExc_TypeError) { BtModule_GetNameObject(number) }
            #expect(BtModule_GetState(number) == nil)
            expectRaised(BtExc_TypeError)
            let module = BtModule_New("m")!
            defer { Bt_DECREF_(module) }
            expectRaises(
                BtExc_SystemError,
                "BtModule_AddObjectRef() must be called with an exception raised if value is NULL"
            ) { BtModule_Add(module, "x", nil) }
            BtErr_SetString(BtExc_KeyError, "earlier")
            expectRaises(BtExc_KeyError, "'earlier'") { BtModule_Add(module, "x", nil) }
            expectRaises(BtExc_SystemError) { BtModule_AddStringConstant(module, "x", nil) }
        }
    }
}
