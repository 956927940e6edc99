import BatonRuntime
import CBaton
import Testing

@Suite struct `Arguments and values by format` {
    /// Call a function of args_test with the items of a tuple that an expression gives.
    private func parse(_ function: String, _ arguments: String) throws -> String {
        let module = try TestExtension.load("args_test")
        guard let function = BtObject_GetAttrString(module, function) else { return takeException() ?? "" }
        defer { Bt_DECREF_(function) }
        var expression = try Expression(arguments)
        let tuple = try expression.run()
        guard let result = BtObject_CallObject(function, tuple.ref) else { return takeException() ?? "" }
        return text(result)
    }

    @Test func `calls are accepted and refused as by Python, in its words`() throws {
        try Attached.run {
            for (source, expected) in ArgumentExpressions.all {
                let result = try parse("parse", source)
                #expect(result == expected, "\(source)")
            }
        }
    }

    @Test(arguments: [
        ("((), 'i:f')", "TypeError: f() takes exactly 1 argument (0 given)"),
        ("((1, 2, 3), 'i|i:f')", "TypeError: f() takes at most 2 arguments (3 given)"),
        ("((), 'i|i:f')", "TypeError: f() takes at least 1 argument (0 given)"),
        ("((1,), 'i|i:f')", "ok"),
        ("((), 'i;only this')", "TypeError: only this"),
        ("((1, 'x'), 'is;only this')", "ok"),
        ("((1, 2), 'is;only this')", "TypeError: only this"),
        ("((1, 2), '(i)i;only this')", "TypeError: only this"),
        ("((1, 2), ':f')", "TypeError: f() takes exactly 0 arguments (2 given)"),
        ("([1], 'i')", "SystemError: new style getargs format but argument is not a tuple"),
    ])
    func `positional arguments are counted`(source: String, expected: String) throws {
        try Attached.run {
            let result = try parse("parse_tuple", source)
            #expect(result == expected)
        }
    }

    @Test func `numbers are stored in the types of their units`() throws { try checkInC("numbers", of: "args_test") }
    @Test func `text, bytes and buffers are stored`() throws { try checkInC("strings", of: "args_test") }
    @Test func `encoded text goes to new memory or the caller's`() throws { try checkInC("encoded", of: "args_test") }
    @Test func `a failure gives back what was acquired before`() throws { try checkInC("objects", of: "args_test") }
    @Test func `one object and bare tuples are parsed`() throws { try checkInC("old_style", of: "args_test") }
    @Test func `a bad format is a SystemError`() throws { try checkInC("bad_formats", of: "args_test") }
    @Test func `the checks of Argument Clinic's code say what is wrong`() throws {
        try checkInC("checks", of: "args_test")
    }
    @Test func `values are built by format`() throws { try checkInC("values", of: "build_test") }
    @Test func `a failed build leaves no reference behind`() throws { try checkInC("failures", of: "build_test") }
    @Test func `functions and methods are called by format`() throws { try checkInC("calls", of: "build_test") }

    @Test func `arguments are put in the order of the parameters`() throws {
        try Attached.run {
            let module = try TestExtension.load("args_test")
            #expect(repr(callWith(module, "unpack", [int(1)], ["c": int(3)])) == "(1, None, 3)")
            #expect(repr(callWith(module, "unpack", [int(1), int(2)], ["c": int(3)])) == "(1, 2, 3)")
            #expect(repr(callWith(module, "unpack", [int(1)], ["c": int(3), "b": int(2)])) == "(1, 2, 3)")
            expectRaises(BtExc_TypeError, "unpack() missing required argument 'c' (pos 3)") {
                call(module, "unpack", int(1))
            }
            expectRaises(BtExc_TypeError, "unpack() takes at least 1 positional argument (0 given)") {
                callWith(module, "unpack", [], ["c": int(3)])
            }
            expectRaises(BtExc_TypeError, "unpack() takes at most 2 positional arguments (3 given)") {
                call(module, "unpack", int(1), int(2), int(3))
            }
            // What is missing is told before what is given twice.
            expectRaises(BtExc_TypeError, "unpack() missing required argument 'c' (pos 3)") {
                callWith(module, "unpack", [int(1), int(2)], ["b": int(2)])
            }
            expectRaises(BtExc_TypeError, "argument for unpack_optional() given by name ('b') and position (2)") {
                callWith(module, "unpack_optional", [int(1), int(2)], ["b": int(2)])
            }
            expectRaises(BtExc_TypeError, "unpack() got an unexpected keyword argument 'd'") {
                callWith(module, "unpack", [int(1)], ["c": int(2), "d": int(2)])
            }
            #expect(repr(callWith(module, "stack", [int(1)], ["c": int(3)])) == "(1, 0, 3)")
            #expect(repr(call(module, "stack", int(1), int(2))) == "(1, 2, 0)")
            expectRaises(BtExc_TypeError, "stack() takes at most 2 positional arguments (3 given)") {
                call(module, "stack", int(1), int(2), int(3))
            }
        }
    }

    private func callWith(_ object: Ref, _ name: String, _ arguments: [Ref?], _ keywords: [String: Ref?]) -> Ref? {
        guard let function = BtObject_GetAttrString(object, name), let row = BtTuple_New(arguments.count),
            let dict = BtDict_New()
        else { return nil }
        defer {
            Bt_DECREF_(function)
            Bt_DECREF_(row)
            Bt_DECREF_(dict)
        }
        for (index, argument) in arguments.enumerated() { BtTuple_SetItem(row, index, argument) }
        for (key, value) in keywords {
            BtDict_SetItemString(dict, key, value)
            Bt_DECREF_(value)
        }
        return BtObject_Call(function, row, dict)
    }
}
