import Testing

/// What CPython 3.13 warns of.
struct `Warnings of the compiler` {
    @Test(
        arguments: [
            ("x is 1", ["1: \"is\" with 'int' literal. Did you mean \"==\"?"]),
            ("1 is not x", ["1: \"is not\" with 'int' literal. Did you mean \"!=\"?"]),
            ("'a' is x", ["1: \"is\" with 'str' literal. Did you mean \"==\"?"]),
            ("x is ()", ["1: \"is\" with 'tuple' literal. Did you mean \"==\"?"]),
            ("x is (1,2)", ["1: \"is\" with 'tuple' literal. Did you mean \"==\"?"]),
            ("assert (x, 'a')", ["1: assertion is always true, perhaps remove parentheses?"]),
            ("1(2)", ["1: 'int' object is not callable; perhaps you missed a comma?"]),
            ("'a'(2)", ["1: 'str' object is not callable; perhaps you missed a comma?"]),
            ("[1](2)", ["1: 'list' object is not callable; perhaps you missed a comma?"]),
            ("(1,2)(3)", ["1: 'tuple' object is not callable; perhaps you missed a comma?"]),
            ("f'a'(1)", ["1: 'str' object is not callable; perhaps you missed a comma?"]),
            ("{}(1)", ["1: 'dict' object is not callable; perhaps you missed a comma?"]),
            ("1[2]", ["1: 'int' object is not subscriptable; perhaps you missed a comma?"]),
            ("'a'['b']", ["1: str indices must be integers or slices, not str; perhaps you missed a comma?"]),
            ("[1]['a']", ["1: list indices must be integers or slices, not str; perhaps you missed a comma?"]),
            ("[1][1,2]", ["1: list indices must be integers or slices, not tuple; perhaps you missed a comma?"]),
            ("(1,)[None]", ["1: tuple indices must be integers or slices, not NoneType; perhaps you missed a comma?"]),
            ("{1}[2]", ["1: 'set' object is not subscriptable; perhaps you missed a comma?"]),
            ("(x for x in y)[1]", ["1: 'generator' object is not subscriptable; perhaps you missed a comma?"]),
            ("'a'[1.5]", ["1: str indices must be integers or slices, not float; perhaps you missed a comma?"]),
            ("None[1]", ["1: 'NoneType' object is not subscriptable; perhaps you missed a comma?"]),
            ("...(1)", ["1: 'ellipsis' object is not callable; perhaps you missed a comma?"]),
            ("b'a'['c']", ["1: bytes indices must be integers or slices, not str; perhaps you missed a comma?"]),
            ("(lambda: 0)[1]", ["1: 'function' object is not subscriptable; perhaps you missed a comma?"]),
            ("f'{x}'['a']", ["1: str indices must be integers or slices, not str; perhaps you missed a comma?"]),
            ("x is 1 is y", ["1: \"is\" with 'int' literal. Did you mean \"==\"?"]),
            ("x is -1", ["1: \"is\" with 'int' literal. Did you mean \"==\"?"]),
            ("x is 'a' 'b'", ["1: \"is\" with 'str' literal. Did you mean \"==\"?"]),
            ("x is not 1.5", ["1: \"is not\" with 'float' literal. Did you mean \"!=\"?"]),
        ] as [(String, [String])])
    func `are CPython's`(source: String, expected: [String]) throws {
        #expect(try warnings(source) == expected)
    }

    @Test(arguments: ["x is None", "x is ...", "x is True", "assert ()", "'a'[True]", "{1: 2}['a']"])
    func `are none for what is meant`(source: String) throws {
        #expect(try warnings(source) == [])
    }

    @Test func `come once for code that is compiled twice`() throws {
        #expect(try warnings("try: f()\nfinally: x is 1").count == 1)
    }
}
