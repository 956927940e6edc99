# Each generator has its own handled exception.
import sys
def g():
    try: raise ValueError("gen")
    except ValueError:
        yield sys.exception()
        yield sys.exception()
    yield sys.exception()
it = g()
print(repr(next(it)), sys.exception())
try: raise KeyError("main")
except KeyError:
    print(repr(next(it)), repr(sys.exception()), repr(next(it)))
def h():
    yield sys.exception()
    try: yield
    finally: print("fin", repr(sys.exception()))
it = h()
try: raise OSError("o")
except OSError: print(repr(next(it)))
print(next(it), next(it, "end"))
def ctx():
    try: yield
    except ValueError: pass
    raise TypeError("new")
it = ctx(); next(it)
try:
    try: raise KeyError("outer")
    except KeyError: it.throw(ValueError("in"))
except TypeError as e: print(repr(e.__context__))
