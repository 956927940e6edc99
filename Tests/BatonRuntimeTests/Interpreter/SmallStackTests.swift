import Testing

/// Threads with stacks of 64 KiB: deep nesting is a RecursionError there too, or goes well.
@Suite struct `A thread with a small stack` {
    @Test(arguments: [
        "repr(nested(lambda x: [x]))", "nested(lambda x: (x,)) == nested(lambda x: (x,))",
        "hash(nested(lambda x: (x,)))", "next(nested(map_over))", "nested(lambda x: types.MethodType(x, 1))()",
        "nested(lambda x: types.MethodType(x, 1)).__name__", "json.loads('[' * 50_000)", "eval('-' * 50_000 + '1')",
        "generators(50_000)", "classes(500)",
    ])
    func `does not crash`(_ expression: String) throws {
        let script = """
            import json, threading, types
            def nested(make):
                value = len
                for _ in range(50_000):
                    value = make(value)
                return value
            def map_over(inner):
                return map(int, inner if inner is not len else [1])
            def holding(inner):
                yield inner
            def generators(depth):
                generator = None
                for _ in range(depth):
                    generator = holding(generator)
                    next(generator)
            def classes(depth):
                base = object
                for number in range(depth):
                    base = type('C', (base,), {})
                return base().__class__
            def run():
                try:
                    \(expression)
                except (RecursionError, TypeError, ValueError, MemoryError) as error:
                    print(type(error).__name__)
            threading.stack_size(65536)
            thread = threading.Thread(target=run)
            thread.start()
            thread.join()
            print('still here')
            """
        let outcome = try Program.run(["-c", script])
        #expect(outcome.output.hasSuffix("still here\n"))
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
    }
}
