# close, finally, return values, and closing twice.
def g():
    try: yield 1; yield 2
    finally: print("cleanup")
it = g(); next(it); print(it.close(), it.close(), list(it))
it = g(); print(it.close(), next(it, "none"))
def r():
    try: yield 1
    except GeneratorExit: return "closed value"
it = r(); next(it); print(it.close())
def bad():
    try: yield 1
    finally: raise ValueError("in close")
it = bad(); next(it)
try: it.close()
except ValueError as e: print(e, type(e.__context__).__name__)
it = g(); next(it); del it; print("deleted")
def inner():
    try: yield 1
    finally: print("inner closed")
def outer():
    try: yield from inner()
    finally: print("outer closed")
it = outer(); next(it); it.close()
def ret(): return (yield)
it = ret(); next(it); print(it.close())
