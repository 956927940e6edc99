import BatonRuntime
import CBaton
import Testing

@Suite struct `Calling builtin functions` {
    @Test func `each convention receives its arguments`() throws {
        try Attached.run {
            let module = try TestExtension.load("call_test")
            #expect(repr(call(module, "noargs")) == "True")
            #expect(repr(call(module, "one", int(7))) == "7")
            #expect(repr(call(module, "varargs", int(1), str("b"))) == "(1, 'b')")
            #expect(repr(call(module, "keywords", int(1))) == "((1,), None)")
            #expect(repr(call(module, "fastcall", int(1), int(2))) == "(1, 2)")
            #expect(repr(call(module, "fastcall_keywords", int(1))) == "((1,), None)")
        }
    }

    @Test func `a wrong number of arguments is a TypeError that names the function`() throws {
        try Attached.run {
            let module = try TestExtension.load("call_test")
            expectRaises(BtExc_TypeError, "call_test.noargs() takes no arguments (1 given)") {
                call(module, "noargs", int(1))
            }
            expectRaises(BtExc_TypeError, "call_test.one() takes exactly one argument (2 given)") {
                call(module, "one", int(1), int(2))
            }
        }
    }

    @Test func `a result that breaks R9 is a SystemError`() throws {
        try Attached.run {
            let module = try TestExtension.load("call_test")
            expectRaises(
                BtExc_SystemError,
                "<built-in function null_without_error> returned NULL without setting an exception"
            ) { call(module, "null_without_error") }
            expectRaises(
                BtExc_SystemError, "<built-in function result_with_error> returned a result with an exception set"
            ) { call(module, "result_with_error") }
        }
    }
}
