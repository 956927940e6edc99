# Keys compare by hash and ==.
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print("hash", self.n); return self.n % 3
    def __eq__(self, o): print("eq", self.n, getattr(o, "n", o)); return self.n == getattr(o, "n", o)
    def __repr__(self): return f"K{self.n}"
a = K(1)
d = {a: "one", K(4): "four"}
print(d[a], d[K(4)], K(7) in d, d.get(K(1)))
d[K(1)] = "uno"
print(d, len(d)); del d[K(4)]; print(d)
class H:
    def __eq__(self, o): return True
try: {H(): 1}
except TypeError as e: print(e)
class B:
    def __hash__(self): return "x"
class C:
    def __hash__(self): raise ValueError("no hash")
class D:
    def __hash__(self): return 10 ** 40
    def __eq__(self, o): raise KeyError("eq fails")
for f in [lambda: {B(): 1}, lambda: {C()}, lambda: hash(D()) == hash(10 ** 40), lambda: {D(): 1, D(): 2}, lambda: D() in [D()], lambda: {1: 1}[C()]]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
n = float("nan")
print({n: 1}[n], len({float("nan"): 1, float("nan"): 2}), {0: "z"}[-0.0], {1: 1}[True], {2 ** 70: 1}[2.0 ** 70])
