import BatonRuntime
import CBaton
import Testing

@Suite struct `Numbers from C` {
    /// Call a function of number_test.c with numbers in text, and show what it gives.
    private func ask(_ name: String, _ number: String) throws -> String {
        try repr(call(TestExtension.load("number_test"), name, BtLong_FromString(number, nil, 0)))
    }

    @Test(arguments: [
        ("AsLong", "-9223372036854775808", "-9223372036854775808"),
        ("AsLong", "9223372036854775808", "<OverflowError: Python int too large to convert to C long>"),
        ("AsInt", "-2147483648", "-2147483648"),
        ("AsInt", "2147483648", "<OverflowError: Python int too large to convert to C int>"),
        ("AsLongLong", "-1", "-1"),
        ("AsLongLong", "-9223372036854775809", "<OverflowError: int too big to convert>"),
        ("AsSsize_t", "9223372036854775807", "9223372036854775807"),
        ("AsSsize_t", "1" + "0" * 30, "<OverflowError: Python int too large to convert to C ssize_t>"),
        ("AsUnsignedLong", "18446744073709551615", "18446744073709551615"),
        ("AsUnsignedLong", "-1", "<OverflowError: can't convert negative value to unsigned int>"),
        (
            "AsUnsignedLong", "18446744073709551616",
            "<OverflowError: Python int too large to convert to C unsigned long>"
        ),
        ("AsSize_t", "-1", "<OverflowError: can't convert negative value to size_t>"),
        ("AsSize_t", "18446744073709551616", "<OverflowError: Python int too large to convert to C size_t>"),
        ("AsUnsignedLongLong", "-1", "<OverflowError: can't convert negative int to unsigned>"),
        ("AsUnsignedLongLong", "18446744073709551616", "<OverflowError: int too big to convert>"),
        ("AsUnsignedLongMask", "-1", "18446744073709551615"),
        ("AsUnsignedLongLongMask", "-18446744073709551617", "18446744073709551615"),
        ("AsDouble", "9007199254740993", "9007199254740992.0"),
        ("AsDouble", "9007199254740995", "9007199254740996.0"),
        ("AsDouble", "1" + "0" * 400, "<OverflowError: int too large to convert to float>"),
        ("AsInt32", "2147483648", "<OverflowError: Python int too large to convert to C int32_t>"),
        ("AsUInt32", "4294967295", "4294967295"),
        ("AsUInt32", "-1", "<ValueError: Cannot convert negative int>"),
        ("AsInt64", "-9223372036854775808", "-9223372036854775808"),
        ("AsUInt64", "18446744073709551616", "<OverflowError: Python int too large to convert to C uint64_t>"),
        ("AsVoidPtr", "140737488355327", "140737488355327"),
        ("AsVoidPtr", "-1", "18446744073709551615"),
        ("AsLongAndOverflow", "-9223372036854775809", "(-1, -1)"),
        ("AsLongAndOverflow", "9223372036854775808", "(-1, 1)"),
        ("AsLongAndOverflow", "-1", "(-1, 0)"),
        ("signs", "-5", "(-1, 0, 1, 0)"), ("signs", "0", "(0, 0, 0, 1)"), ("signs", "9", "(1, 1, 0, 0)"),
        ("rebuild", "-5", "-5"), ("rebuild", "-1" + "0" * 90, "-1" + "0" * 90),
    ])
    func `conversions give what fits, and name what does not`(_ name: String, _ number: String, _ answer: String) throws
    {
        try Attached.run {
            let given = try ask(name, number)
            #expect(given == answer)
        }
    }

    @Test func `conversions refuse what is no int, or ask __index__`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            for name in ["AsSsize_t", "AsUnsignedLong", "AsSize_t", "AsUnsignedLongLong", "AsDouble", "AsVoidPtr"] {
                expectRaises(BtExc_TypeError, "an integer is required") { call(module, name, float(1)) }
            }
            for name in ["AsLong", "AsInt", "AsLongLong", "AsUnsignedLongMask", "AsInt32", "AsUInt64"] {
                expectRaises(BtExc_TypeError, "'float' object cannot be interpreted as an integer") {
                    call(module, name, float(1))
                }
                #expect(repr(call(module, name, call(module, "Meters"))) == "7")
            }
            expectRaises(BtExc_SystemError) { BtLong_AsLong(nil) }
        }
    }

    @Test func `bytes hold two's complement, and tell how many are needed`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            func native(_ number: String, _ size: Int, _ flags: Int) -> String {
                repr(call(module, "native_bytes", BtLong_FromString(number, nil, 0), int(size), int(flags)))
            }
            #expect(native("-2", 4, -1) == #"(4, b'\xfe\xff\xff\xff')"#)
            #expect(native("258", 4, 0) == #"(4, b'\x00\x00\x01\x02')"#)
            #expect(native("256", 1, 1) == #"(2, b'\x00')"#)
            #expect(native("255", 1, 1) == #"(2, b'\xff')"#)
            #expect(native("255", 1, 1 | 4) == #"(1, b'\xff')"#)
            #expect(native("-128", 1, 1) == #"(1, b'\x80')"#)
            #expect(native("0x1" + "0" * 16, 0, -1) == "(9, b'')")
            #expect(native("-1", 1, 1 | 8) == "<ValueError: Cannot convert negative int>")
            #expect(native("1", -1, -1).hasPrefix("<SystemError"))
            #expect(repr(call(module, "from_native_bytes", bytes([0x80, 0]), int(1))) == "128")
            #expect(repr(call(module, "from_native_bytes", bytes([0x80, 0]), int(0))) == "-32768")
            #expect(repr(call(module, "from_native_bytes", bytes([0x80, 0]), int(4))) == "32768")
            #expect(repr(call(module, "from_native_bytes", bytes([UInt8](repeating: 255, count: 20)), int(1))) == "-1")
        }
    }

    @Test func `text is read as far as it is a number`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            #expect(repr(call(module, "from_string", str(" 0x_1F "), int(0))) == "(31, 7)")
            #expect(repr(call(module, "from_string", str("12ab"), int(10))) == "(None, 2)")
            expectRaises(BtExc_ValueError, "invalid literal for int() with base 10: '12ab'") {
                BtLong_FromString("12ab", nil, 10)
            }
            expectRaises(BtExc_ValueError) { BtLong_FromString("1", nil, 37) }
        }
    }

    @Test func `doubles are packed in IEEE formats of three sizes`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            #expect(repr(call(module, "pack", float(1.5), int(8), int(0))) == #"b'?\xf8\x00\x00\x00\x00\x00\x00'"#)
            #expect(repr(call(module, "pack", float(-2), int(4), int(1))) == #"b'\x00\x00\x00\xc0'"#)
            #expect(repr(call(module, "pack", float(65504), int(2), int(0))) == #"b'{\xff'"#)
            #expect(repr(call(module, "pack", float(0x1p-25), int(2), int(0))) == #"b'\x00\x00'"#)
            #expect(repr(call(module, "pack", float(0x1.8p-24), int(2), int(0))) == #"b'\x00\x02'"#)
            expectRaises(BtExc_OverflowError, "float too large to pack with e format") {
                call(module, "pack", float(65520), int(2), int(0))
            }
            expectRaises(BtExc_OverflowError, "float too large to pack with f format") {
                call(module, "pack", float(1e39), int(4), int(0))
            }
            #expect(repr(call(module, "unpack", bytes([0x3C, 0x01]), int(0))) == "1.0009765625")
            #expect(repr(call(module, "unpack", bytes([0x01, 0x80]), int(1))) == "-5.960464477539063e-08")
            #expect(repr(call(module, "unpack", bytes([0, 0, 0x80, 0x7F]), int(1))) == "inf")
        }
    }

    @Test func `doubles are written by printf's codes`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            func written(_ value: Double, _ code: String, _ precision: Int, _ flags: CInt) -> String {
                repr(call(module, "double_text", float(value), str(code), int(precision), int(Int(flags))))
            }
            #expect(written(3, "r", 0, 0) == "'3'")
            #expect(written(3, "r", 0, Bt_DTSF_ADD_DOT_0) == "'3.0'")
            #expect(
                written(1e300, "f", 1, Bt_DTSF_SIGN).hasPrefix(
                    "'+1000000000000000052504760255204420248704468581108159154915854"))
            #expect(written(-0.0, "f", 2, Bt_DTSF_NO_NEG_0) == "'0.00'")
            #expect(written(2, "g", 3, Bt_DTSF_ALT) == "'2.00'")
            #expect(written(1, "r", 3, 0).hasPrefix("<SystemError"))
            #expect(written(1, "x", 3, 0).hasPrefix("<SystemError"))
        }
    }

    @Test func `an index is cut to a size, or raises what the caller names`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            let large = { BtLong_FromString("-1" + "0" * 40, nil, 10) }
            #expect(repr(call(module, "as_size", large(), none())) == "-9223372036854775808")
            expectRaises(BtExc_IndexError, "cannot fit 'int' into an index-sized integer") {
                call(module, "as_size", large(), newReference(BtExc_IndexError))
            }
            expectRaises(BtExc_TypeError) { call(module, "as_size", str("1"), none()) }
        }
    }

    @Test func `a type's own slots are asked, on either side and in place`() throws {
        try Attached.run {
            let module = try TestExtension.load("number_test")
            guard let meters = call(module, "Meters"), let one = int(1) else { return }
            defer { Bt_DECREF_(meters) }
            #expect(repr(BtNumber_Add(meters, one)) == "'left'")
            #expect(repr(BtNumber_Add(one, meters)) == "'right'")
            let same = BtNumber_InPlaceSubtract(meters, one)
            #expect(same == meters)
            Bt_XDECREF_(same)
            expectRaises(
                BtExc_TypeError, "unsupported operand type(s) for -: 'number_test.Meters' and 'int'"
            ) { BtNumber_Subtract(meters, one) }
            expectRaises(BtExc_TypeError, "bad operand type for unary -: 'number_test.Meters'") {
                BtNumber_Negative(meters)
            }
            #expect(repr(BtNumber_Long(meters)) == "7")
            expectRaises(BtExc_TypeError, "number_test.Meters.__float__ returned non-float (type int)") {
                BtNumber_Float(meters)
            }
            #expect(repr(call(module, "checks", newReference(meters))) == "(0, 0, 0, 1, 1)")
            #expect(repr(call(module, "checks", newReference(trueRef))) == "(1, 1, 0, 1, 1)")
            #expect(repr(call(module, "checks", float(1))) == "(0, 0, 1, 1, 0)")
            #expect(repr(call(module, "checks", str("1"))) == "(0, 0, 0, 0, 0)")
        }
    }

    @Test func `sequences take part in plus and times`() {
        Attached.run {
            let (word, two, pair) = (str("ab"), int(2), list(int(1)))
            defer { for object in [word, two, pair] { Bt_XDECREF_(object) } }
            #expect(repr(BtNumber_Add(word, word)) == "'abab'")
            #expect(repr(BtNumber_Multiply(two, word)) == "'abab'")
            #expect(repr(BtNumber_InPlaceMultiply(pair, two)) == "[1, 1]")
            expectRaises(BtExc_TypeError, "can't multiply sequence by non-int of type 'str'") {
                BtNumber_Multiply(word, word)
            }
            expectRaises(BtExc_SystemError, "null argument to internal routine") { BtNumber_Add(nil, two) }
        }
    }
}

private func * (text: String, times: Int) -> String { String(repeating: text, count: times) }
