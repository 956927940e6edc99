# What raise accepts.
class Own(Exception):
    def __init__(self, a=1, *, b=2): super().__init__(a); self.b = b
class BadInit(Exception):
    def __init__(self): raise KeyError("init")
class NotExc:
    pass
class Meta(type):
    def __call__(cls): return 5
class Odd(Exception, metaclass=Meta): pass
cases = [lambda: Own, lambda: Own(5, b=3), lambda: BadInit, lambda: NotExc, lambda: NotExc(), lambda: 5, lambda: None, lambda: "text", lambda: Odd, lambda: (ValueError, 1), lambda: int, lambda: ValueError, lambda: StopIteration(3), lambda: 1 / 0]
for c in cases:
    try: raise c()
    except BaseException as e: print(type(e).__name__, e, e.args)
for cause in [None, ValueError("c"), ValueError, 5, "x", NotExc]:
    try: raise KeyError("k") from cause
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), e.__suppress_context__)
