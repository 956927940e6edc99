# __getitem__, __len__, __contains__, __reversed__, __missing__ and friends.
class C:
    def __init__(s): s.d = {}
    def __len__(s): return 3
    def __getitem__(s, k):
        if k == "err": raise KeyError(k)
        return s.d.get(k, ("item", k))
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): print("del", k)
    def __contains__(s, k): return k == "in"
    def __iter__(s): return iter(["a", "b"])
    def __reversed__(s): return iter(["b", "a"])
    def __length_hint__(s): return 10
    def __call__(s, *a, **k): return a, k
    def __index__(s): return 1
c = C(); c[1] = 2; c["x"] += ("more",); del c[1:2]
print(len(c), c[1], c["x"], c[1:2], c[...], "in" in c, "out" in c, list(c), list(reversed(c)), bool(c), c(1, k=2), [10, 20][c], c[1, 2])
class L:
    def __init__(s, v): s.v = v
    def __len__(s): return s.v
for v in (0, 5, -1, "x", 1.5, 10 ** 30, None, True):
    for f in (len, bool):
        try: print(v, f.__name__, f(L(v)))
        except Exception as e: print(v, f.__name__, type(e).__name__, e)
class R:
    __reversed__ = None
    def __len__(s): return 1
    def __getitem__(s, i): return i
class B:
    def __contains__(s, x): raise ValueError("contains")
class I: __contains__ = None
for f in [lambda: reversed(R()), lambda: 1 in B(), lambda: 1 in I(), lambda: reversed(5), lambda: reversed({1}), lambda: c["err"], lambda: reversed(B()), lambda: object()[1], lambda: exec("object()[1] = 2"), lambda: exec("del object()[1]"), lambda: exec("c.x[0]"), lambda: 1 in object()]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
