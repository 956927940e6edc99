import BatonRuntime
import CBaton
import Testing

/// Every line runs here and under python3, and must give the same.
@Suite struct `The methods of str are Python's` {
    private static let samples = [
        "", "abc", "ABC", "Hello World", "hÉllo ß ΣΑΣ σ", "ǆ ŉ", "x1 y2", "123", "²", "½", "٣", "a\tb c", "İ", "中文",
        "ﬁ", "_id9",
        "9id", "Title Case", "tITLE", "Ⅷ", "ª", "  spaced out ", "€uro 😀", "it\"s", "ẞ ᾳ ǰ ͅ",
    ]

    @Test func `that take nothing`() throws {
        let names = [
            "lower", "upper", "casefold", "title", "capitalize", "swapcase", "isalpha", "isalnum", "isdecimal",
            "isdigit",
            "isnumeric", "isspace", "isprintable", "isascii", "islower", "isupper", "istitle", "isidentifier", "strip",
            "lstrip", "rstrip", "split", "rsplit", "splitlines", "encode", "__repr__", "__len__", "__getnewargs__",
        ]
        try expectSameAsPython(
            Self.samples.flatMap { sample in names.map { "'\(sample)'.\($0)()" } }, modules: [])
    }

    @Test func `that search and count`() throws {
        var lines: [String] = []
        for name in ["find", "rfind", "index", "rindex", "count"] {
            lines += [
                "'two'", "'two', 5", "'two', 0, 6", "'two', -3", "''", "'', 100", "'€'", "'o', None, None", "'w', 'x'",
            ]
            .map { "'one two  three two'.\(name)(\($0))" }
            lines += ["'€'", "'€c'", "'c€'", "'😀'", "'b', 1, -1"].map { "'a€b😀c€'.\(name)(\($0))" }
        }
        for name in ["startswith", "endswith"] {
            lines += ["'one'", "'two'", "('x', 'one', 'two')", "'two', 4, 7", "''", "'', 50", "1", "('x', 1)", "()"]
                .map { "'one two'.\(name)(\($0))" }
        }
        try expectSameAsPython(lines, modules: [])
    }

    @Test func `that replace and remove`() throws {
        try expectSameAsPython(
            [
                "'one two'.replace('two', '2')", "'one two'.replace('o', '', 1)", "'abc'.replace('', '-')",
                "'abc'.replace('', '-', 2)", "''.replace('', 'x')", "'aaa'.replace('a', '€')", "'€a'.replace('€', 'x')",
                "'abc'.replace('z', 'y')", "'aaa'.replace('aa', 'b')", "'abc'.replace('a', 1)", "'abc'.replace(1, 'a')",
                "'TestHook'.removeprefix('Test')", "'TestHook'.removesuffix('Hook')", "'TestHook'.removeprefix('x')",
                "'TestHook'.removesuffix('')", "'abc'.translate(str.maketrans('ab', 'xy', 'c'))",
                "'abc'.translate(str.maketrans(dict(a='€uro', b=None)))", "str.maketrans('ab', 'x')",
                "str.maketrans(1)",
                "str.maketrans(dict(ab=1))", "'abc'.translate('xyz')",
            ], modules: [])
    }

    @Test func `that cut and join`() throws {
        var lines = [
            "'-'.join(['a', 'b', 'c'])", "'€'.join(['a', 'b'])", "'-'.join([])", "'-'.join(['x'])", "'-'.join('xyz')",
            "'-'.join(['a', 1])", "'-'.join(1)", "''.join(['a', 'é', '€', '😀'])", "'a\u{85}b\u{2028}c'.splitlines()",
            "'a\u{85}b'.splitlines(True)", "'a\u{85}b'.splitlines(keepends=True)",
        ]
        for name in ["split", "rsplit"] {
            lines += ["", "'two'", "None, 1", "'two', 1", "sep='two', maxsplit=0", "''", "1"]
                .map { "'one two  three two '.\(name)(\($0))" }
            lines += ["','", "',', 1", "',', 0"].map { "'a,b,,c'.\(name)(\($0))" }
            lines += ["'a€b€c'.\(name)('€')", "''.\(name)(',')", "'aXXbXX'.\(name)('XX', -1)"]
        }
        for name in ["partition", "rpartition"] {
            lines += ["'='", "'+'", "''", "1"].map { "'a=b=c'.\(name)(\($0))" }
        }
        for name in ["strip", "lstrip", "rstrip"] {
            lines += ["'x'", "'xy'", "'€'", "None", "1", "''"].map { "'xyabcyx'.\(name)(\($0))" }
        }
        try expectSameAsPython(lines, modules: [])
    }

    @Test func `that align`() throws {
        var lines = [
            "'a\tbc\td'.expandtabs()", "'a\tbc\td'.expandtabs(4)", "'a\tb'.expandtabs(0)",
            "'a\tb'.expandtabs(tabsize=-1)",
            "'42'.zfill(6)", "'-42'.zfill(6)", "'+42'.zfill(2)", "''.zfill(3)",
        ]
        for name in ["center", "ljust", "rjust"] {
            lines += ["10", "9, '*'", "2", "6, '€'", "6, 'ab'", "6, 1", "'x'"].map { "'abc'.\(name)(\($0))" }
        }
        try expectSameAsPython(lines, modules: [])
    }

    @Test func `and so are its indexes, slices and operators`() throws {
        var lines = ["0", "-1", "5", "-6", "'x'", "1.5"].map { "'hé€lo'[\($0)]" }
        lines += ["None", "1, 3", "None, None, -1", "0, 5, 2", "4, 0, -2", "10, 20", "3, 1", "None, None, 0"]
            .map { "'hé€lo'[slice(\($0))]" }
        lines += [
            "'ab' * 3", "'é' * 3", "'ab' * 0", "'ab' * -1", "'ab' + 'c€'", "'ab' + 1", "'ab'.__contains__('b')",
            "'a'.__lt__('b')", "'a'.__eq__('a')", "'a'.__eq__(1)", "'a'.__ge__('€')", "list('a€😀')",
            "str(b'abc', 'ascii')",
            "str(b'\\xff', 'utf-8', 'replace')", "str(5)", "str()", "str('x', 'utf-8')", "str(object='q')",
        ]
        try expectSameAsPython(lines, modules: [])
    }

    @Test func `and so is encoding`() throws {
        var lines = ["'rot'", "'utf-16'", "'utf-8', 'nonsense'", "1"].map { "'aé€😀'.encode(\($0))" }
        for encoding in [
            "utf-8", "latin-1", "ascii", "utf-16-be", "utf-16-le", "utf-32", "utf-8-sig", "unicode_escape",
        ] {
            for handler in ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace"] {
                lines.append("'aé€😀'.encode('\(encoding)', '\(handler)')")
            }
            for handler in ["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"] {
                for input in [
                    "a\\xe9b", "\\xe2\\x82", "\\xe2\\x82\\xac", "\\xf0\\x9f\\x98", "\\xed\\xa0\\x80z",
                    "\\xff\\xfe\\x00\\xd8",
                ] {
                    lines.append("b'\(input)'.decode('\(encoding)', '\(handler)')")
                }
            }
        }
        try expectSameAsPython(lines, modules: [])
    }
}
