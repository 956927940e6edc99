# Exceptions thrown into a generator.
def g():
    while True:
        try: x = yield "ready"
        except ValueError as e: print("caught", e, repr(e.__context__))
        except KeyError: return "key"
        finally: print("finally")
it = g(); next(it)
print(it.throw(ValueError("v")), it.throw(ValueError))
try: it.throw(KeyError("k"))
except StopIteration as e: print(e.value)
try: it.throw(OSError("after"))
except OSError as e: print("finished", e)
def h(): yield 1
n = h()
try: n.throw(ValueError("unstarted"))
except ValueError as e: print(e)
print(list(n))
for a in [(5,), ("x",), (int,), (ValueError, 5, 6), ()]:
    k = h(); next(k)
    try: k.throw(*a)
    except BaseException as e: print(a, type(e).__name__, e)
def r():
    try: yield
    except ValueError: raise TypeError("other")
k = r(); next(k)
try: k.throw(ValueError("first"))
except TypeError as e: print(e, repr(e.__context__))
def s():
    try: yield 1
    except GeneratorExit: yield 2
k = s(); next(k)
try: k.close()
except RuntimeError as e: print(e)
