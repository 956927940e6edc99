import BatonRuntime
import CBaton
import Testing

/// Every line runs here and under python3, and must give the same.
@Suite struct `Formatting text is Python's` {
    @Test func `with fields`() throws {
        try expectSameAsPython(
            [
                "'{} {}'.format(1, 'x')", "'{0}{1}{0}'.format('a', 'b')", "'{:>5}|{:<5}|{:^5}'.format('a', 'b', 'c')",
                "'{!r:>6}{!s}{!a}'.format('x', 'y', 'é')", "'{{}}'.format()", "'{:{}}'.format('x', 5)",
                "'{0!s:{1}}'.format('q', '>3')", "'{[1]}{[0]}'.format([1, 2], [3])", "'{0[0]}{0[1]}'.format([1, 2])",
                "'{0.real}'.format(5)", "'{a} {b[0]}'.format(a=1, b=[2])", "'{:5d}|{:+.2f}|{:x}'.format(3, 1.5, 255)",
                "'{:*^9.2}'.format('xyz')", "'{:05}'.format('x')", "'{a[k]}'.format(a=dict(k=7))",
                "'{a} {b[0]}'.format_map(dict(a=1, b=[2]))",
            ], modules: [])
    }

    @Test func `and so are the errors of fields`() throws {
        let formats = [
            "{", "}", "{}{}", "{0} {}", "{} {0}", "{:{:{}}}", "{!x}", "{!r", "{!rx}", "{!", "{a}", "{0.nope}", "{0[}",
            "{0.}", "{0[]}",
            "{0[1]x}", "{:d}", "{:+}", "{:=5}", "{:,}", "{:#}", "{: }", "{:z}", "{99999999999999999999}", "{a{b}",
            "{:{}", "{9}",
        ]
        try expectSameAsPython(formats.map { "'\($0)'.format('xy')" }, modules: [])
        try expectSameAsPython(["'{a}'", "'{}'", "'{0}'"].map { "\($0).format_map(dict())" }, modules: [])
    }

    @Test func `with percent signs`() throws {
        try expectSameAsPython(
            [
                "'%d' % 5", "'%5d|%-5d|%05d|%+d|% d' % (1, 2, 3, 4, 5)",
                "'%x %X %o %#x %#o %#X' % (255, 255, 8, 255, 8, 255)",
                "'%s %r %a' % ('é', 'é', 'é')", "'%10s|%-10s|%.2s' % ('a', 'b', 'cde')", "'%c%c' % (65, 'é')",
                "'%.3f %e %g %G' % (1.5, 1.5, 1e10, 0.5)", "'%5.1f|%-8.2f|%08.2f|%+.1f' % (1.25, 2.5, -3.5, 4.0)",
                "'%%' % ()", "'%(a)s %(b)d' % dict(a=1, b=2)", "'%d' % 1.9", "'%*d|%-*d' % (5, 1, 5, 2)",
                "'%.*f' % (2, 1.0)",
                "'%.5d|%8.5d|%-8.5d|%+.3d' % (42, -42, 42, 7)", "'%ld %hd' % (1, 2)", "'%i %u' % (3, 4)", "'%s' % [1]",
                "'%d' % 1180591620717411303424", "'%x' % -1180591620717411303424", "'%-010d|' % 5",
                "'%#5x|%#-8x|%#08x' % (10, 10, 10)", "'x' % dict()", "'x' % []", "'x' % ()",
            ], modules: [])
    }

    @Test func `and so are the errors of percent signs`() throws {
        try expectSameAsPython(
            [
                "'%(a)s' % dict()", "'%(a)s' % 1", "'%d' % 'x'", "'%x' % 1.5", "'%f' % 'x'", "'%y' % 1", "'%' % 1",
                "'%s' % ()",
                "'%s' % (1, 2)", "'x' % 1", "'%*d' % ('a', 1)", "'%c' % 'ab'", "'%c' % 1114112", "'%c' % 1.5",
                "'%(a' % dict()",
                "'%5%' % ()", "'%5%' % (1, 2)", "'%é' % 1", "'%99999999999999999999d' % 1",
            ], modules: [])
    }
}
