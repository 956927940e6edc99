# Function types around addresses and libraries.
from ctypes import *
c = CDLL(None)
F = CFUNCTYPE(c_long, c_long)
f = F(("labs", c))
print(f(-3), f.argtypes, f.restype, F is CFUNCTYPE(c_long, c_long), F._flags_)
g = F(cast(f, c_void_p).value)
print(g(-4), bool(g), bool(F()))
def attempt(*args):
    try:
        F(*args)
        print("made")
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, str(e).split(": ")[-1])
attempt("x")
attempt(1.5)
attempt(("labs",))
attempt(("nosuchfunction", c))
attempt(("labs", 5))
attempt((5.5, c))
attempt(())
