# *args and **kwargs of all kinds.
def f(*a, **k): return a, k
class S(dict): pass
print(f(*(), **{}), f(*"ab", *[1]), f(*range(2), x=1, *[9]), f(**{"a": 1}, b=2), f(*iter([1])), f(*{1: 2}), f(**S(x=1)), f(*(i for i in range(2)), 5), f(**{"not an identifier": 1, "": 2}))
def g(a, b, c=3, *d, e, f=6, **h): return a, b, c, d, e, f, h
print(g(1, 2, e=5), g(*[1, 2, 3, 4, 5], e=0), g(b=1, a=2, e=3), g(1, *[2], **{"e": 3, "z": 4}))
a = [1, 2]
def change(x): x.append(3); x = None
change(a); print(a)
k = {"x": 1}
def mod(**kw): kw["x"] = 2; return kw
print(mod(**k), k)
def tup(*args): return args is args, type(args)
print(tup(*[1]), tup())
for s in ["f(**{'a': 1}, a=2)", "f(a=1, **{'a': 2})", "f(**{'a': 1}, **{'a': 2})", "f(**5)", "f(*5)", "f(**[('a', 1)])", "f(**{1: 1})", "f(*None, **None)", "g(**{'a': 1}, a=1)", "dict(**{'a': 1}, **{'a': 2})", "print(*1)", "[].append(*1)", "int(**1)", "str(*[1], **{'x': 1})", "max(*[])", "C(*1)", "f.x(*1)", "(lambda: 0)(*1)", "'a'.join(*1)", "'a'.join(**1)"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
