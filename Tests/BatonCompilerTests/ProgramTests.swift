import BatonCompiler
import Testing

struct `Modes of compilation` {
    @Test func `of an expression return its value`() throws {
        #expect(
            listing(try compiled("a + 1", mode: .evaluation))
                == "0 loadGlobal R0 = a\n1 addInt R0 = R0, 1\n2 returnValue R0")
    }

    @Test func `at a prompt show values`() throws {
        #expect(
            listing(try compiled("f()\n", mode: .interactive))
                == "0 loadGlobal R0 = f\n1 call R0()\n2 printExpression R0 drop R0\n3 returnNone")
    }

    @Test func `with a namespace use it outside of functions alone`() throws {
        let code = try compiled("x = y\ndef f(): return z", usesNamespace: true)
        #expect(listing(code).hasPrefix("0 loadName R0 = y\n1 storeName x = R0 drop R0"))
        guard case .code(let inner)? = code.constants.first else {
            Issue.record("no function")
            return
        }
        #expect(listing(inner) == "0 loadGlobal R0 = z\n1 returnValue R0")
    }
}

struct `Annotations as text` {
    @Test(arguments: [
        ("x", "x"), ("list[int]", "list[int]"), ("dict[str, 'T']", "dict[str, 'T']"), ("(a, b)", "(a, b)"),
        ("x[a, b]", "x[a, b]"), ("lambda a, *b, c=1: a", "lambda a, *b, c=1: a"), ("a if b else c", "a if b else c"),
        ("-1 ** 2", "-1 ** 2"), ("(-1) ** 2", "(-1) ** 2"), ("not a or b and c", "not a or b and c"),
        ("a - (b - c)", "a - (b - c)"), ("f(x, *y, k=1, **z)", "f(x, *y, k=1, **z)"), ("a < b < c", "a < b < c"),
        ("[x for x in y if z]", "[x for x in y if z]"), ("{1: 2, **a}", "{1: 2, **a}"), ("a[1:2, ::3]", "a[1:2, ::3]"),
        ("f'{a!r:>{b}}{{'", "f'{a!r:>{b}}{{'"), ("b'a\\x00'", "b'a\\x00'"), ("\"it's\"", "\"it's\""),
        ("(1).real", "1 .real"), ("None | ...", "None | ..."), ("a @ b // c", "a @ b // c"),
    ])
    func `are the source, with its spaces made even`(source: String, text: String) throws {
        let code = try compiled("from __future__ import annotations\nx: \(source)\n")
        let texts: [String] = code.constants.compactMap {
            guard case .str(let scalars) = $0 else { return nil }
            return String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        }
        #expect(texts.contains(text), "\(texts)")
    }
}

struct `Classes in code` {
    @Test func `say where they come from`() throws {
        let code = try compiledInner("class C:\n  'doc'\n  def f(self):\n    self.a = self.__b = 1\n")
        #expect(
            listing(code) == """
                0 loadName R0 = __name__
                1 storeName __module__ = R0 drop R0
                2 loadConstant R0 = 'C'
                3 storeName __qualname__ = R0 drop R0
                4 loadInt R0 = 1
                5 storeName __firstlineno__ = R0 drop R0
                6 loadConstant R0 = 'doc'
                7 storeName __doc__ = R0 drop R0
                8 makeFunction R0 = <code C.f>
                9 storeName f = R0 drop R0
                10 loadConstant R0 = ('a', '__b')
                11 storeName __static_attributes__ = R0 drop R0
                12 returnNone
                """)
    }

    @Test func `hand their cell to super`() throws {
        let code = try compiledInner("class C:\n  def f(self): return super().f()\n")
        #expect(code.cellNames == ["__class__"])
        #expect(listing(code).contains("storeName __classcell__ = R1\n15 returnValue R1"))
    }

    @Test func `clean their docstrings`() throws {
        let code = try compiledInner("def f():\n    '''First.\n\n      Second.\n    Third.\n    '''\n")
        guard case .str(let scalars)? = code.constants.first else {
            Issue.record("no docstring")
            return
        }
        let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
        #expect(code.hasDocstring)
        #expect(text == "First.\n\n  Second.\nThird.\n")
    }
}
