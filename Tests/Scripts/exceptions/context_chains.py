# Implicit context, explicit cause, cycles broken.
def chain(e):
    out = []
    while e is not None:
        out.append((type(e).__name__, str(e)))
        e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
    return out
def f():
    try:
        try: raise ValueError(1)
        except ValueError:
            try: raise KeyError(2)
            except KeyError: raise TypeError(3)
    except TypeError as e: return chain(e)
print(f())
try:
    try: raise ValueError("a")
    except ValueError as a: raise KeyError("b") from a
except KeyError as e: print(chain(e), e.__context__ is e.__cause__)
a, b = ValueError("A"), ValueError("B")
try:
    try: raise a
    except ValueError:
        try: raise b
        except ValueError: raise a
except ValueError as e: print(e, e.__context__, e.__context__.__context__)
try:
    try: raise a
    except ValueError: raise a
except ValueError as e: print(e.__context__ is not a)
try:
    try: 1 / 0
    finally: undefined
except NameError as e: print(chain(e))
class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise RuntimeError("exit")
try:
    with M(): raise ValueError("body")
except RuntimeError as e: print(chain(e))
def g():
    try: yield 1
    except ValueError: raise KeyError("from gen")
it = g(); next(it)
try: it.throw(ValueError("in"))
except KeyError as e: print(chain(e))
try:
    try: raise ValueError("x")
    except ValueError as e: e.__context__ = KeyError("set"); raise
except ValueError as e: print(chain(e))
