import BatonRuntime
import CBaton
import Testing

/// Arithmetic on many pairs of numbers, near every limit of the representation, as Python has it.
@Suite struct `Arithmetic beside Python` {
    /// Prints `operation, left, right, answer`. Numbers beyond a limb, at its edges, powers of two and their neighbours.
    private static let program = #"""
        import operator, random, sys
        sys.set_int_max_str_digits(0)
        random.seed(20240607)
        ints = [0, 1, -1, 2, -5, -6, 7, 10, 255, 1024, 1025, 10**18, -10**18]
        for n in (30, 31, 32, 52, 53, 54, 60, 61, 62, 63, 64, 65, 127, 128, 129, 192, 320):
            for d in (-1, 0, 1):
                ints += [(1 << n) + d, -(1 << n) + d]
        ints += [random.getrandbits(random.randrange(1, 700)) * random.choice((1, -1)) for _ in range(60)]
        floats = [0.0, -0.0, 0.5, 1.0, -1.5, 2.5, 3.7, -7.25, 1e16, 123456789.123, 1e22, 1e300, 5e-324, -2.2e-308,
                  2.0**53, 2.0**64, -2.0**63, 1.7976931348623157e308, float('inf'), float('-inf'), float('nan')]
        floats += [random.uniform(-1, 1) * 2.0 ** random.randrange(-80, 90) for _ in range(25)]
        ops = dict(add=operator.add, sub=operator.sub, mul=operator.mul, floordiv=operator.floordiv, mod=operator.mod,
                   divmod=divmod, truediv=operator.truediv, lt=operator.lt, eq=operator.eq, ge=operator.ge)
        bits = {'and': operator.and_, 'or': operator.or_, 'xor': operator.xor}
        show = lambda x: x.hex() if isinstance(x, float) else hex(x)
        def answer(f, *args):
            try: return repr(f(*args))
            except Exception as e: return '<%s>' % type(e).__name__
        def line(name, f, *args):
            print(name, show(args[0]), show(args[1]) if len(args) > 1 else '', answer(f, *args), sep='\t')
        pairs = [(a, b) for a in ints for b in random.sample(ints, 9)]
        for a, b in pairs:
            for name, f in {**ops, **bits}.items():
                line(name, f, a, b)
        for a, b in [(random.choice(ints), random.choice(floats)) for _ in range(400)]:
            for name, f in ops.items():
                line(name, f, a, b); line(name, f, b, a)
        for a in floats:
            for b in random.sample(floats, 9):
                for name, f in ops.items():
                    line(name, f, a, b)
        for a in ints:
            for s in (0, 1, 5, 63, 64, 65, 130, 1000):
                line('lshift', operator.lshift, a, s); line('rshift', operator.rshift, a, s)
            for e in (0, 1, 2, 3, 7, 20):
                line('pow', operator.pow, a, e)
            for b in random.sample(ints, 3):
                line('powmod', lambda x, y: pow(x, y, 1000003), a, b)
                line('powmodbig', lambda x, y: pow(x, y, -(3**200)), a, b)
            line('float', float, a)
        for a in ints + floats:
            for name, f in dict(neg=operator.neg, abs=abs, hash=hash, repr=repr, bool=bool, round=round).items():
                if a == a or name != 'hash': line(name, f, a)
            for d in (-320, -3, -2, -1, 0, 1, 2, 15, 400):
                line('rounddigits', round, a, d)
            line('ratio', lambda x: x.as_integer_ratio(), a)
        for a in ints:
            for name, f in dict(invert=operator.invert, bits=int.bit_length, count=int.bit_count).items():
                line(name, f, a)
        for a in floats:
            line('int', int, a); line('hex', float.hex, a)
            for b in (0, 1, 2, -1, 3, 0.5, -2.0, 1e308):
                if not (a < 0 and b == 0.5): line('pow', operator.pow, a, b)
        """#

    @Test func `gives Python's results and errors`() throws {
        let cases = try Oracle.run(Self.program)
        #expect(cases.count > 10_000)
        Attached.run {
            var wrong = 0
            for fields in cases where wrong < 20 {
                let answer = shown(evaluate(fields[0], number(fields[1])!, number(fields[2])))
                if answer != fields[3] {
                    wrong += 1
                    Issue.record("\(fields[0]) \(fields[1]) \(fields[2]): \(answer), not \(fields[3])")
                }
            }
        }
    }

    /// A number in hexadecimal: a float if it has an exponent.
    private func number(_ text: String) -> Ref? {
        if text.isEmpty { return nil }
        if !text.hasPrefix("0x"), !text.hasPrefix("-0x") { return BtFloat_FromDouble(Double(text)!) }
        return text.contains("p") ? BtFloat_FromDouble(Double(text)!) : BtLong_FromString(text, nil, 0)
    }

    /// The repr, or the type of the exception: its text differs between versions of Python.
    private func shown(_ result: Ref?) -> String {
        let text = repr(result)
        return text.hasPrefix("<") ? text.prefix { $0 != ":" } + ">" : text
    }

    private func evaluate(_ name: String, _ left: Ref, _ right: Ref?) -> Ref? {
        defer { Bt_DECREF_(left) }
        defer { if let right { Bt_DECREF_(right) } }
        switch name {
        case "add": return BtNumber_Add(left, right)
        case "sub": return BtNumber_Subtract(left, right)
        case "mul": return BtNumber_Multiply(left, right)
        case "floordiv": return BtNumber_FloorDivide(left, right)
        case "mod": return BtNumber_Remainder(left, right)
        case "divmod": return BtNumber_Divmod(left, right)
        case "truediv": return BtNumber_TrueDivide(left, right)
        case "and": return BtNumber_And(left, right)
        case "or": return BtNumber_Or(left, right)
        case "xor": return BtNumber_Xor(left, right)
        case "lshift": return BtNumber_Lshift(left, right)
        case "rshift": return BtNumber_Rshift(left, right)
        case "pow": return BtNumber_Power(left, right, noneRef)
        case "lt": return BtObject_RichCompare(left, right, BT_LT)
        case "eq": return BtObject_RichCompare(left, right, BT_EQ)
        case "ge": return BtObject_RichCompare(left, right, BT_GE)
        case "powmod": return power(left, right, modulus: "1000003", base: 10)
        case "powmodbig": return power(left, right, modulus: "-1" + String(repeating: "0", count: 200), base: 3)
        case "neg": return BtNumber_Negative(left)
        case "abs": return BtNumber_Absolute(left)
        case "invert": return BtNumber_Invert(left)
        case "float": return BtNumber_Float(left)
        case "int": return BtNumber_Long(left)
        case "hash": return BtLong_FromSsize_t(BtObject_Hash(left))
        case "bool": return BtBool_FromLong(Int(BtObject_IsTrue(left)))
        case "repr": return BtObject_Repr(left)
        case "round": return call(left, "__round__")
        case "rounddigits": return call(left, "__round__", newReference(right!))
        case "ratio": return call(left, "as_integer_ratio")
        case "bits": return call(left, "bit_length")
        case "count": return call(left, "bit_count")
        case "hex": return call(left, "hex")
        default: return nil
        }
    }

    private func power(_ base: Ref, _ exponent: Ref?, modulus: String, base radix: CInt) -> Ref? {
        let modulus = BtLong_FromString(modulus, nil, radix)
        defer { Bt_XDECREF_(modulus) }
        return BtNumber_Power(base, exponent, modulus)
    }
}
