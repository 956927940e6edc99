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

    @Test func `what C does to a module's attributes is seen where they are read`() throws {
        let outcome = try run(
            """
            import types, direct_call_test as c

            module = types.ModuleType("module")

            def tell(what):
                for _ in range(3):
                    try:
                        print(what, module.value, module.function(70000))
                    except AttributeError as error:
                        print(what, error)

            c.rebind(module, "value", 1)
            c.rebind(module, "function", str)
            tell("added")
            c.rebind(module, "value", 2)
            c.rebind(module, "function", lambda x: x + 1)
            tell("bound again")
            c.forget(module, "function")
            tell("deleted")
            c.rebind(module, "function", c.references)
            tell("a function of C")
            for number in range(100):
                c.rebind(module, f"name{number}", number)
            tell("moved")
            c.empty(module)
            tell("emptied")
            for function in c.references, c.references_of_one, abs, c.references:
                c.rebind(c, "changing", function)
                print([c.changing(70000) for _ in range(3)])
            """)
        #expect(
            outcome.output == """
                added 1 70000
                added 1 70000
                added 1 70000
                bound again 2 70001
                bound again 2 70001
                bound again 2 70001
                deleted module 'module' has no attribute 'function'
                deleted module 'module' has no attribute 'function'
                deleted module 'module' has no attribute 'function'
                a function of C 2 1
                a function of C 2 1
                a function of C 2 1
                moved 2 1
                moved 2 1
                moved 2 1
                emptied module has no attribute 'value'
                emptied module has no attribute 'value'
                emptied module has no attribute 'value'
                [1, 1, 1]
                [1, 1, 1]
                [70000, 70000, 70000]
                [1, 1, 1]

                """)
        #expect(outcome.errors == "")
    }

    @Test func `a function of one argument is called with it, counted as it is elsewhere`() throws {
        let outcome = try run(
            """
            import direct_call_test as module
            from direct_call_test import references_of_one as count, raises_one as raises

            def counted():
                thing = object()
                before = count(thing)
                for i in range(5000, 6000):
                    module.references_of_one(i)
                    count(i)
                    if module.references_of_one(thing) != count(thing): print("counted otherwise")
                    for call in raises, module.raises_one:
                        try:
                            call(i)
                        except ValueError as error:
                            if error.args != (i,): print("another argument was raised")
                    try:
                        module.raises_one(thing)
                    except ValueError:
                        pass
                print(before, count(thing) - before, count(object()), module.references_of_one(object()))

            counted()
            for arguments in (), (1, 2):
                for call in lambda: module.references_of_one(*arguments), lambda: count(*arguments):
                    try:
                        call()
                    except TypeError as error:
                        print(error)
            for call in (lambda: count(1, 2), lambda: count(), lambda: module.references_of_one(1, 2), lambda: count(x=1)):
                try:
                    call()
                except TypeError as error:
                    print(error)
            """)
        let takesOne = "direct_call_test.references_of_one() takes exactly one argument"
        #expect(
            outcome.output == """
                2 0 1 1
                \(takesOne) (0 given)
                \(takesOne) (0 given)
                \(takesOne) (2 given)
                \(takesOne) (2 given)
                \(takesOne) (2 given)
                \(takesOne) (0 given)
                \(takesOne) (2 given)
                direct_call_test.references_of_one() takes no keyword arguments

                """)
        #expect(outcome.errors == "")
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
