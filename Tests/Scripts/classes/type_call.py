# type() with one and three arguments.
X = type("X", (), {"a": 1, "f": lambda self: self.a, "__doc__": "d"})
print(X.__name__, X().f(), X.__doc__, X.__module__, X.__qualname__, type(X), type(5), type(type(5)), X.__bases__)
Y = type("Y", (X, dict), dict(b=2)); print(Y(), Y.b, Y().f(), Y(z=1))
for s in ["type()", "type(1, 2)", "type('a', (), {}, 5)", "type(1, (), {})", "type('a', 5, {})", "type('a', (), 5)", "type('a', (5,), {})", "type('a', (bool,), {})", "type('a', [], {})", "type('a\\0b', (), {})", "type('a', (), {}, x=1)", "type('a b', (), {}).__name__", "type('', (), {}).__name__", "type('a', (int, str), {})", "type(x=1)", "type('\\ud800', (), {})", "type('a', (), {1: 2}).__dict__[1]", "type('a', (), {'__slots__': 5})", "type('a', (), {'__qualname__': 5})", "type('a', (), {'__qualname__': 'q.r'}).__qualname__", "type.__new__(type, 'z', (), {}).__name__", "type.__new__(int)", "type(1).__name__"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, ascii(str(e)))
