# StopIteration out of a generator's body is a RuntimeError.
def g():
    yield 1
    raise StopIteration("x")
def h():
    yield next(iter([]))
for f in (g, h):
    try: print(list(f()))
    except RuntimeError as e: print(e, repr(e.__cause__), e.__context__ is e.__cause__)
def k():
    yield
it = k(); next(it)
try: it.throw(StopIteration())
except RuntimeError as e: print(e)
try: list(next(iter([])) for _ in range(2))
except RuntimeError as e: print(e)
class I:
    def __iter__(self): return self
    def __next__(self): raise StopIteration(7)
def y():
    r = yield from I()
    print("r", r)
print(list(y()), list(I()), list(map(lambda x: next(iter([])), [1, 2])))
