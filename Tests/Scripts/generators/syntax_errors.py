# yield where it may not stand.
for s in ["yield 1", "class C: yield", "def f(): x = yield = 1", "[x for x in [(yield)]]", "def f(): [(yield) for x in []]", "def f(): ((yield) for x in [])", "yield from x", "def f(): yield from", "lambda: yield 1", "def f(x=(yield)): pass", "def f(): def g(x=(yield)): pass", "def f(): yield 1 = 2", "def f(): (yield) = 1", "def f(): del (yield)", "def f(): print(yield)", "def f(): x = yield, 1", "def f(): {(yield): 1 for x in y}"]:
    try: compile(s, "<s>", "exec"); print(repr(s), "fine")
    except SyntaxError as e: print(repr(s), "->", e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
