# Subclasses of builtin types and their constructors.
class I(int): pass
class F(float): pass
class S(str):
    def __new__(cls, v, extra): s = super().__new__(cls, v); s.extra = extra; return s
class L(list):
    def __init__(self, *a, name=None): super().__init__(*a); self.name = name
class D(dict): pass
class T(tuple): pass
class E(Exception): pass
class ST(set): pass
class B(bytes): pass
class BA(bytearray): pass
class FS(frozenset): pass
class O(object): pass
for v in [I(5), F(1.5), S("x", "e"), L([1], name="n"), D(a=1), T([1, 2]), E("m", 1), ST([1]), B(b"b"), BA(b"ba"), FS([1])]:
    v.attr = 1
    print(type(v).__name__, v, repr(v), v.__dict__, isinstance(v, type(v).__base__), type(v).__base__.__name__, bool(v), type(v).__mro__[1].__name__)
print(I(5) + I(6), type(I(5) + I(6)), I("7"), F("2"), S("a", 1) + "b", T() + (1,), L([3, 1]) + [2], E("z").args, I.from_bytes(b"\x01"), type(I.from_bytes(b"\x01")), F.fromhex("0x1p1"), type(D.fromkeys("a")), D(x=1) == {"x": 1}, S("a", 1) == "a", {S("k", 1): 2}["k"])
for s in ["S('x')", "L(1)", "I('x')", "T(5)", "D(5)", "F('z')", "B('x')", "L(names=1)", "O(1)", "FS(5)"]:
    try: eval(s)
    except Exception as e: print(s, type(e).__name__, e)
