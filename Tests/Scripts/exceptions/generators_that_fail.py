import sys
def g():
    try:
        yield 1
    finally:
        raise ValueError("fin")
x = g(); next(x)
del x
print("a")
def h():
    yield
    1/0
it = h(); next(it)
try: next(it)
except ZeroDivisionError as e: print(e)
try: next(it)
except StopIteration: print("stop")
def k():
    yield 1
k().send(None)
x = k(); next(x); x.throw(ValueError("thrown"))
