import BatonRuntime
import CBaton
import Testing

@Suite struct `Raising from C` {
    @Test func `formats the text`() throws {
        try Attached.run {
            let module = try TestExtension.load("errors_test")
            expectRaises(BtExc_ValueError, "bad: 'x' at 7") { call(module, "raise_format", str("x")) }
        }
    }

    @Test func `keeps the cause`() throws {
        try Attached.run {
            let module = try TestExtension.load("errors_test")
            #expect(call(module, "raise_from_cause", int(1)) == nil)
            let raised = BtErr_GetRaisedException()!
            #expect(repr(newReference(raised)) == "RuntimeError('wrapped 1')")
            #expect(repr(BtException_GetCause(raised)) == "KeyError(1)")
            #expect(repr(BtException_GetContext(raised)) == "KeyError(1)")
            Bt_DECREF_(raised)
        }
    }

    @Test func `tells the place of a bad internal call`() throws {
        try Attached.run {
            let module = try TestExtension.load("errors_test")
            #expect(call(module, "bad_internal_call") == nil)
            let raised = text(BtErr_GetRaisedException())
            #expect(raised.contains("errors_test.c:20: bad argument to internal function"))
        }
    }

    @Test func `tells objects apart`() throws {
        try Attached.run {
            let module = try TestExtension.load("errors_test")
            #expect(repr(call(module, "checks", newReference(BtExc_ValueError))) == "1")
            #expect(repr(call(module, "checks", make(BtExc_ValueError))) == "2")
            #expect(repr(call(module, "checks", newReference(module))) == "4")
            #expect(repr(call(module, "checks", int(1))) == "0")
            #expect(repr(call(module, "checks", BtLong_Type_().ref)) == "0")
        }
    }

    @Test func `records places, outermost first`() throws {
        try Attached.run {
            let module = try TestExtension.load("errors_test")
            #expect(call(module, "raise_here") == nil)
            let raised = BtErr_GetRaisedException()!
            let outer = BtException_GetTraceback(raised)!
            #expect(repr(BtObject_GetAttrString(outer, "tb_lineno")) == "22")
            #expect(repr(BtObject_GetAttrString(outer, "tb_name")) == "'outer'")
            let inner = BtObject_GetAttrString(outer, "tb_next")!
            #expect(repr(BtObject_GetAttrString(inner, "tb_filename")) == "'deep.c'")
            #expect(repr(BtObject_GetAttrString(inner, "tb_next")) == "None")
            expectRaises(BtExc_ValueError, "traceback loop detected") {
                BtObject_SetAttrString(inner, "tb_next", outer)
            }
            expectRaises(BtExc_TypeError, "expected traceback object, got 'bool'") {
                BtObject_SetAttrString(inner, "tb_next", trueRef)
            }
            Bt_DECREF_(inner)
            Bt_DECREF_(outer)
            Bt_DECREF_(raised)
        }
    }
}
