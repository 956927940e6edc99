# Binary operators, reflected forms, NotImplemented, subclass priority.
ops = {"+": "add", "-": "sub", "*": "mul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow", "<<": "lshift", ">>": "rshift", "&": "and", "|": "or", "^": "xor", "@": "matmul"}
class L: pass
class R: pass
class Both: pass
for sym, n in ops.items():
    setattr(L, f"__{n}__", lambda s, o, n=n: f"L.{n}")
    setattr(R, f"__r{n}__", lambda s, o, n=n: f"R.r{n}")
    setattr(Both, f"__{n}__", lambda s, o, n=n: NotImplemented)
    setattr(Both, f"__r{n}__", lambda s, o, n=n: f"Both.r{n}")
    setattr(Both, f"__i{n}__", lambda s, o, n=n: f"Both.i{n}")
for sym in ops:
    e = {"l": L(), "r": R(), "b": Both(), "o": object()}
    out = []
    for x, y in ["lr", "or", "lo", "bb", "br", "b1", "1b", "rl", "ob", "lb"]:
        try: out.append(eval(f"{x} {sym} {y}", e))
        except TypeError as t: out.append("TypeError " + str(t))
    exec(f"b {sym}= 1", e); out.append(e["b"])
    try: exec(f"l {sym}= 1", e); out.append(e["l"])
    except TypeError as t: out.append(str(t))
    print(sym, out)
class P:
    def __add__(s, o): return "P.add"
    def __radd__(s, o): return "P.radd"
class S(P):
    def __radd__(s, o): return "S.radd"
class T(P): pass
print(P() + S(), P() + T(), S() + P(), P() + P(), divmod(type("D", (), {"__divmod__": lambda s, o: "dm"})(), 1), divmod(1, type("D", (), {"__rdivmod__": lambda s, o: "rdm"})()))
class U:
    def __neg__(s): return "neg"
    def __pos__(s): return "pos"
    def __invert__(s): return "inv"
    def __abs__(s): return "abs"
    def __round__(s, n="none"): return "round", n
    def __trunc__(s): return "trunc"
    def __pow__(s, o, m="none"): return "pow", o, m
print(-U(), +U(), ~U(), abs(U()), round(U()), round(U(), 2), pow(U(), 1), pow(U(), 1, 2), U() ** 3)
class X:
    __radd__ = None
    __add__ = None
for f in [lambda: 1 + X(), lambda: X() + 1]:
    try: f()
    except TypeError as e: print(e)
