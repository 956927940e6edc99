import BatonRuntime
import CBaton
import Testing

/// int(text), float(text) and back, beside Python's.
@Suite struct `Numbers as text beside Python` {
    private static let program = #"""
        import random
        random.seed(11)
        def show(x): return x.hex() if isinstance(x, float) and x == x and abs(x) != float('inf') else repr(x)
        def line(name, value, base, f):
            try: answer = show(f())
            except Exception as e: answer = '<%s: %s>' % (type(e).__name__, e)
            print(name, ascii(value)[1:-1], base, answer, sep='\t')
        ints = ['0', '-0', '+7', ' 42 ', '\u00a042\u2003', '\u0663\u0664', '1_000', '_1', '1_', '1__0', '', ' ', '-', '0x',
                '0x_f', '0xF', '0o17', '0b101', '0b2', '010', '00', '0_0', '1.0', '1e5', 'z', 'Zz', '12x', '1 2', '\u4e2d',
                '9223372036854775807', '9223372036854775808', '-9223372036854775809', '1' * 4300, '1' * 4301,
                'f' * 5000, '0' * 4000 + '12', '1_' * 40 + '1', '- 1', '++1', "'", '\x1c5', '5\0', 'I\'m']
        for text in ints:
            for base in (0, 2, 3, 8, 10, 16, 36):
                line('int', text, base, lambda: int(text, base))
        floats = ['0', '-0', '1', '1.', '.5', '.', '1e5', '1e', '1e+', '1.5e-3', '  2.5\n', '1_0.0_1', '1__0.', '1_.5', '._5',
                  'inf', '-Infinity', '+nan', 'nan1', 'infin', '0x10', '1e400', '-1e400', '1e-400', '5e-324', '2.4e-324',
                  '1' * 400, '0.' + '0' * 400 + '1', '1e99999999999999999999', '1e-99999999999999999999', '\u0661.\u0665', '',
                  '9007199254740993', '1 2', '1\0', '123456789012345678901234567890.5', '1,5', "a'b"]
        floats += [repr(random.uniform(-1, 1) * 10 ** random.randrange(-300, 300)) for _ in range(100)]
        for text in floats:
            line('float', text, 0, lambda: float(text))
        hexes = ['0x1p0', '1p0', '0x1.8p3', '-0x.8p1', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', '0x1p1024',
                 '0x1p-1074', '0x1p-1075', '0x1.8p-1075', '0x.0000000000000000000000000001p120', 'inf', '-nan', 'x', '0x',
                 '0xp1', '0x1p', '0x1.0000000000000080000000p0', '0x1.00000000000008p0', '0x1.00000000000018p0',
                 '0x1' + '0' * 300 + 'p-1200', '  0x1  ', '0x1 p1', '0x1p99999999999999999999', '0x0p99999999999999999999',
                 '0x1p-99999999999999999999', '0x1.8.1p0', 'infinityx', '0x123456789abcdef01p0', '0x123456789abcde801p0']
        for text in hexes:
            line('fromhex', text, 0, lambda: float.fromhex(text))
        """#

    @Test func `gives Python's numbers and errors`() throws {
        let cases = try Oracle.run(Self.program)
        #expect(cases.count > 400)
        Attached.run {
            for fields in cases {
                let answer = evaluate(fields[0], unescaped(fields[1]), CInt(fields[2])!)
                #expect(answer == fields[3], "\(fields[0])('\(fields[1])', \(fields[2]))")
            }
        }
    }

    private func evaluate(_ name: String, _ source: String, _ base: CInt) -> String {
        let source = str(source)
        defer { Bt_XDECREF_(source) }
        switch name {
        case "int": return repr(BtLong_FromUnicodeObject(source, base))
        case "float": return shown(BtFloat_FromString(source))
        default:
            Bt_XINCREF_(source)
            return shown(call(BtFloat_Type_().ref, "fromhex", source))
        }
    }

    private func shown(_ float: Ref?) -> String {
        guard let float else { return repr(nil) }
        let value = BtFloat_AS_DOUBLE_(float.as(BtFloatObject.self))
        guard value.isFinite else { return repr(float) }
        defer { Bt_DECREF_(float) }
        return text(call(float, "hex"))
    }

    /// What Python's ascii() escaped.
    private func unescaped(_ source: String) -> String {
        var result = ""
        var rest = Substring(source)
        while let character = rest.popFirst() {
            guard character == "\\", let kind = rest.popFirst() else {
                result.append(character)
                continue
            }
            switch kind {
            case "n": result.append("\n")
            case "x", "u":
                let count = kind == "x" ? 2 : 4
                result.unicodeScalars.append(Unicode.Scalar(UInt32(rest.prefix(count), radix: 16)!)!)
                rest.removeFirst(count)
            default: result.append(kind)
            }
        }
        return result
    }
}
