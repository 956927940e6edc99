# __str__, __repr__, __format__ and what falls back to what.
class R:
    def __repr__(self): return "<R>"
class S(R):
    def __str__(self): return "<S>"
class B:
    def __str__(self): return 5
    def __repr__(self): return None
class E:
    def __repr__(self): raise ValueError("no repr")
print(R(), str(R()), f"{R()}", [R(), S()], S(), repr(S()), {R(): S()}, (S(),), "%s %r" % (S(), S()), ascii(R()))
for f in [lambda: str(B()), lambda: repr(B()), lambda: [E()].__repr__(), lambda: str(E()), lambda: f"{B()}", lambda: print(B()), lambda: ascii(B()), lambda: "%s" % B()]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class N:
    __str__ = None
try:
    str(N())
except TypeError as e:
    print(e)
a = []
a.append(a)
d = {}
d["d"] = d
print(a, d, [a, d])
