import Testing

// The code of idioms that must stay short.

struct `Loops in code` {
    @Test func `add up in two instructions an iteration`() throws {
        let code = try compiledInner(
            """
            def f(n):
                total = 0
                for i in range(n):
                    total += i
                return total
            """)
        #expect(
            listing(code) == """
                0 loadInt total = 0
                1 loadGlobal R3 = range
                2 callOne R3(n)
                3 getIterator R3 = R3
                4 jump -> 6
                5 add total = total, i
                6 forNext i = next R3 -> 5
                7 returnValue total
                """)
    }

    @Test func `test at the bottom`() throws {
        let code = try compiledInner(
            """
            def f(a, b):
                while a < b and a:
                    a += 1
            """)
        #expect(
            listing(code) == """
                0 jumpIfLess not a, b -> 5
                1 jumpIf not a -> 5
                2 addInt a = a, 1
                3 jumpIfLess not a, b -> 5
                4 jumpIf a -> 2
                5 returnNone
                """)
    }

    @Test func `drop their iterator where they are left`() throws {
        let code = try compiledInner(
            """
            def f(rows):
                for row in rows:
                    if row is None: break
                    if row == 3: return row
            """)
        #expect(
            listing(code) == """
                0 getIterator R2 = rows
                1 jump -> 8
                2 jumpIfNone not row -> 5
                3 clear R2
                4 jump -> 9
                5 jumpIfEqualInt not row, 3 -> 8
                6 clear R2
                7 returnValue row
                8 forNext row = next R2 -> 2
                9 returnNone
                """)
    }

    @Test func `unpack into variables that lie side by side`() throws {
        let code = try compiledInner(
            """
            def f(rows):
                for key, value in rows:
                    print(key)
            """)
        #expect(
            listing(code) == """
                0 getIterator R3 = rows
                1 jump -> 6
                2 unpack key, value = R4 drop R4
                3 loadGlobal R4 = print
                4 callOne R4(key)
                5 clear R4
                6 forNext R4 = next R3 -> 2
                7 returnNone
                """)
    }
}

struct `Assignments in code` {
    @Test func `exchange without a tuple`() throws {
        let code = try compiledInner(
            """
            def f(a, b):
                a, b = b, a + b
                return a
            """)
        #expect(
            listing(code) == """
                0 move R2 = b
                1 add b = a, b
                2 take a = R2
                3 returnValue a
                """)
    }

    @Test func `to items and attributes read their object once`() throws {
        let code = try compiledInner(
            """
            def f(o, i):
                o.n += 1
                o[i] *= 2
            """)
        #expect(
            listing(code) == """
                0 loadAttribute R2 = o.n
                1 addInt R2 = R2, 1
                2 storeAttribute o.n = R2 drop R2
                3 getItem R2 = o[i]
                4 loadInt R3 = 2
                5 multiply R2 = R2, R3 drop R3
                6 setItem o[i] = R2 drop R2
                7 returnNone
                """)
    }

    @Test func `keep a variable that a later part of the expression assigns`() throws {
        let code = try compiledInner(
            """
            def f(x):
                return x + (x := 1)
            """)
        #expect(
            listing(code) == """
                0 move R1 = x
                1 loadInt R2 = 1
                2 move x = R2
                3 add R1 = R1, R2 drop R2
                4 returnValue R1
                """)
    }
}

struct `Variables in code` {
    @Test func `are checked where they may be unbound`() throws {
        let code = try compiledInner(
            """
            def f(c):
                if c:
                    x = 1
                return x
            """)
        #expect(
            listing(code) == """
                0 jumpIf not c -> 2
                1 loadInt x = 1
                2 checkBound x
                3 returnValue x
                """)
    }

    @Test func `that were deleted are empty`() throws {
        let code = try compiledInner(
            """
            def f(x):
                del x
                try:
                    y = g()
                finally:
                    h()
                return y
            """)
        #expect(
            listing(code) == """
                0 clear x
                1 loadGlobal R2 = g
                2 call R2()
                3 take y = R2
                4 loadGlobal R2 = h
                5 call R2()
                6 clear R2
                7 jump -> 16
                8 pushHandled R3 = R2
                9 loadGlobal R4 = h
                10 call R4()
                11 clear R4
                12 popHandled R3
                13 reraise R2
                14 popHandled R3
                15 reraise R4
                16 returnValue y
                handler 1..<4 -> 8, keeps below R2, exception in R2
                handler 9..<12 -> 14, keeps below R4, exception in R4
                """)
    }

    @Test func `that inner functions use are cells`() throws {
        let code = try compiledInner(
            """
            def f(x):
                def g():
                    nonlocal x
                    x += 1
                return g
            """)
        #expect(
            listing(code) == """
                0 makeCell x
                1 move R2 = x
                2 buildTuple R2 = R2
                3 makeFunction g = <code f.<locals>.g> with R2
                4 returnValue g
                """)
    }
}

struct `Conditions in code` {
    @Test func `of chained comparisons drop the middle value`() throws {
        let code = try compiledInner(
            """
            def f(a, b):
                if 0 < a.x < b: return 1
            """)
        #expect(
            listing(code) == """
                0 loadInt R2 = 0
                1 loadAttribute R3 = a.x
                2 jumpIfLess R2, R3 -> 5 drop R2
                3 clear R3
                4 jump -> 8
                5 jumpIfLess not R3, b -> 8 drop R3
                6 loadInt R2 = 1
                7 returnValue R2
                8 returnNone
                """)
    }

    @Test func `that are constant leave no trace`() throws {
        let code = try compiledInner(
            """
            def f():
                if __debug__ and not 0: return 1
                return 2
            """)
        #expect(
            listing(code) == """
                0 loadInt R0 = 1
                1 returnValue R0
                """)
    }
}

struct `Calls in code` {
    @Test func `of methods make no bound method`() throws {
        let code = try compiledInner(
            """
            def f(o):
                return o.m(1, key=2)
            """)
        #expect(
            listing(code) == """
                0 loadMethod R1, R2 = o.m
                1 loadInt R3 = 1
                2 loadInt R4 = 2
                3 callMethod R1, R2(R3, R4) named ('key',)
                4 returnValue R1
                """)
    }

    @Test func `of one or two variables take them where they stand`() throws {
        let code = try compiledInner(
            """
            def f(g, a, b):
                g(a)
                g(b, a)
                g(a, 1)
                g(a, b, a)
            """)
        #expect(
            listing(code) == """
                0 move R3 = g
                1 callOne R3(a)
                2 clear R3
                3 move R3 = g
                4 callTwo R3(b, a)
                5 clear R3
                6 move R3 = g
                7 move R4 = a
                8 loadInt R5 = 1
                9 call R3(R4, R5)
                10 clear R3
                11 move R3 = g
                12 moveTwo R4, R5 = a, b
                13 move R6 = a
                14 call R3(R4, R5, R6)
                15 clear R3
                16 returnNone
                """)
    }

    @Test func `with stars build a tuple and a dict`() throws {
        let code = try compiledInner(
            """
            def f(g, *args, **named):
                return g(1, *args, x=2, **named)
            """)
        #expect(
            listing(code) == """
                0 move R3 = g
                1 loadInt R4 = 1
                2 buildList R4 = R4
                3 listExtend R4, args
                4 listToTuple R4 = R4
                5 buildDict R5 =
                6 loadConstant R6 = 'x'
                7 loadInt R7 = 2
                8 dictSet R5[R6] = R7 drop R6, R7
                9 dictMerge R5, named
                10 callUnpacked R3(*R4, **R5)
                11 returnValue R3
                """)
    }
}

struct `Exceptions in code` {
    @Test func `are matched, named and forgotten`() throws {
        let code = try compiledInner(
            """
            def f():
                try:
                    g()
                except ValueError as e:
                    h(e)
                else:
                    k()
            """)
        #expect(
            listing(code) == """
                0 loadGlobal R1 = g
                1 call R1()
                2 clear R1
                3 loadGlobal R1 = k
                4 call R1()
                5 clear R1
                6 jump -> 25
                7 pushHandled R2 = R1
                8 loadGlobal R3 = ValueError
                9 jumpIfNoMatch R1, R3 -> 20 drop R3
                10 take e = R1
                11 loadGlobal R3 = h
                12 callOne R3(e)
                13 clear R3
                14 popHandled R2
                15 clear e
                16 jump -> 25
                17 clear e
                18 popHandled R2
                19 reraise R3
                20 popHandled R2
                21 reraise R1
                22 clear R1
                23 popHandled R2
                24 reraise R3
                25 returnNone
                handler 0..<3 -> 7, keeps below R1, exception in R1
                handler 11..<14 -> 17, keeps below R3, exception in R3
                handler 8..<11 -> 22, keeps below R3, exception in R3
                """)
    }

    @Test func `run a finally twice over`() throws {
        let code = try compiledInner(
            """
            def f(x):
                try:
                    return x.a
                finally:
                    g()
            """)
        #expect(
            listing(code) == """
                0 loadAttribute R1 = x.a
                1 loadGlobal R2 = g
                2 call R2()
                3 clear R2
                4 returnValue R1
                5 pushHandled R2 = R1
                6 loadGlobal R3 = g
                7 call R3()
                8 clear R3
                9 popHandled R2
                10 reraise R1
                11 popHandled R2
                12 reraise R3
                handler 0..<1 -> 5, keeps below R1, exception in R1
                handler 6..<9 -> 11, keeps below R3, exception in R3
                """)
    }

    @Test func `leave a with by its exit`() throws {
        let code = try compiledInner(
            """
            def f(x):
                with x as y:
                    return y.a
            """)
        #expect(
            listing(code) == """
                0 enterWith R2 = x
                1 take y = R3
                2 loadAttribute R3 = y.a
                3 take R4 = R2
                4 loadConstant R5 = None
                5 loadConstant R6 = None
                6 loadConstant R7 = None
                7 call R4(R5, R6, R7)
                8 clear R4
                9 returnValue R3
                10 pushHandled R4 = R3
                11 exitWithException R5 = R2(R3)
                12 jumpIf R5 -> 17 drop R5
                13 popHandled R4
                14 reraise R3
                15 popHandled R4
                16 reraise R5
                17 popHandled R4
                18 clear R3
                19 clear R2
                20 returnNone
                handler 1..<3 -> 10, keeps below R3, exception in R3
                handler 11..<13 -> 15, keeps below R5, exception in R5
                """)
    }
}

struct `Generators in code` {
    @Test func `yield and delegate`() throws {
        let code = try compiledInner(
            """
            def f(x):
                y = yield x
                yield from y
            """)
        #expect(
            listing(code) == """
                0 makeGenerator
                1 move R2 = x
                2 yieldValue y = R2
                3 move R2 = y
                4 getYieldFromIterator R2 = R2
                5 yieldFrom R2 = R2
                6 clear R2
                7 returnNone
                """)
    }
}

struct `Constants in code` {
    @Test func `are folded`() throws {
        let code = try compiledInner(
            """
            def f():
                return 2 * 3 + 1, -1.5, 'a' 'b' + 'c', not 0, 7 // -2, 1 << 10
            """)
        #expect(
            listing(code) == """
                0 loadConstant R0 = (7, -1.5, 'abc', True, -4, 1024)
                1 returnValue R0
                """)
    }
}
