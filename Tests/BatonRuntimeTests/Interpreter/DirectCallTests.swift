import Foundation
import Testing

/// Calls of an extension's functions from a script, which the evaluation loop makes itself where no checks are on.
struct DirectCallTests {
    private static let correct = """
        import direct_call_test as module
        from direct_call_test import references, keep, raises, call

        def counted():
            thing = object()
            other = 70000
            print(references(thing), references(thing, other), references(thing, other, other))
            print(module.references(thing), module.references(thing, other), references(object()))
            before = references(thing)
            for i in range(5000, 6000):
                references(thing, i)
                module.references(thing, i)
                for first, second in (thing, i), (i, thing):
                    try:
                        raises(first, second)
                    except ValueError as error:
                        if error.args != (first,): print("another argument was raised")
            first = second = None
            print(references(thing) - before)

        def kept(count):
            values, more = [], []
            for i in range(5000, 5000 + count):
                keep(values, i)
                module.keep(more, i)
                keep(values, -i)
            print(values == [s * i for i in range(5000, 5000 + count) for s in (1, -1)], more == values[::2])

        def replaced(function, value, other): return function(value, other)

        def deep(value): return call(deep, value)

        counted()
        kept(300)
        for function in (keep, len, kept, raises, max, 5, keep):
            try:
                print(replaced(function, [70000], 70001))
            except Exception as error:
                print(type(error).__name__, error)
        try:
            deep(70000)
        except RecursionError:
            print("RecursionError")
        """
    private static let printed = """
        2 2 2
        2 2 1
        0
        True True
        None
        TypeError len() takes exactly one argument (2 given)
        TypeError kept() takes 1 positional argument but 2 were given
        ValueError [70000]
        TypeError '>' not supported between instances of 'int' and 'list'
        TypeError 'int' object is not callable
        None
        RecursionError

        """

    private func run(_ script: String) throws -> Program.Outcome {
        let library = try TestExtension.compile("direct_call_test")
        return try Program.run(
            ["-c", script], environment: ["BATON_PATH": library.deletingLastPathComponent().path])
    }

    @Test func `arguments are counted, ints that are kept stay what they are, and any callee may come`() throws {
        let outcome = try run(Self.correct)
        #expect(outcome.output == Self.printed)
        #expect(outcome.errors == "")
    }

    @Test func `the same with checks`() throws {
        let checked = try CheckedRun("direct_call_test", script: Self.correct)
        #expect(checked.outcome.output == Self.printed)
        checked.expect([])
    }

    @Test(arguments: [
        ("null_without_error", "returned NULL without setting an exception"),
        ("result_with_error", "returned a result with an exception set"),
    ])
    func `a result that breaks R9 is a SystemError`(_ function: String, _ message: String) throws {
        let outcome = try run(
            """
            import direct_call_test as module
            from direct_call_test import \(function) as broken

            def one(value): return broken(value)
            def two(value, other): return broken(value, other)
            def three(value): return broken(value, 1, 2)
            def method(value): return module.\(function)(value)

            for attempt in lambda: one(70000), lambda: two(70000, ()), lambda: three(5), lambda: method(70000), broken:
                try:
                    attempt()
                    print("no error")
                except SystemError as error:
                    print(error)
            """)
        let line = "<built-in function \(function)> \(message)\n"
        #expect(outcome.output == String(repeating: line, count: 5))
    }
}
