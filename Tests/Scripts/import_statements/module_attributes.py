# What a module object knows.
import sys, types, math
print(__name__, __doc__, type(sys).__name__, sys.__name__, isinstance(math, types.ModuleType), "__file__" in globals(), __spec__ is None, __package__)
m = types.ModuleType("made", "doc"); print(m.__name__, m.__doc__, repr(m), m.__dict__.keys() >= {"__name__", "__doc__"}); m.x = 1; print(m.x, vars(m)["x"]); del m.x
for s in ["m.x", "math.nope", "math.sine", "del m.x", "types.ModuleType()", "types.ModuleType(5)", "sys.nope", "m()", "m.__dict__ = {}"]:
    try: exec(s)
    except Exception as e: print(s, type(e).__name__, e)
m.__getattr__ = lambda n: "dynamic " + n; print(m.anything)
sys.modules["fake"] = m
import fake
print(fake is m, fake.zzz); from fake import qqq; print(qqq)
sys.modules["blocked"] = None
try: import blocked
except ImportError as e: print(type(e).__name__, e)
