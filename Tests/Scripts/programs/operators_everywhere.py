"""Operators: reflected, in place, comparisons, conversions, hashing, bool, index, matmul, format, with subclasses of builtins."""
import operator
class Money:
    def __init__(self, cents): self.cents = cents
    def __repr__(self): return f"${self.cents / 100:.2f}"
    def __add__(self, o): return Money(self.cents + o.cents) if isinstance(o, Money) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __iadd__(self, o): self.cents += o.cents; return self
    def __mul__(self, k): return Money(round(self.cents * k)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __truediv__(self, o): return self.cents / o.cents if isinstance(o, Money) else Money(round(self.cents / o))
    def __floordiv__(self, o): return self.cents // o.cents
    def __mod__(self, o): return Money(self.cents % o.cents)
    def __divmod__(self, o): return self // o, self % o
    def __neg__(self): return Money(-self.cents)
    def __pos__(self): return self
    def __abs__(self): return Money(abs(self.cents))
    def __invert__(self): return "inverted"
    def __eq__(self, o): return self.cents == o.cents if isinstance(o, Money) else NotImplemented
    def __lt__(self, o): return self.cents < o.cents if isinstance(o, Money) else NotImplemented
    def __hash__(self): return hash(("Money", self.cents))
    def __bool__(self): return self.cents != 0
    def __int__(self): return self.cents // 100
    def __float__(self): return self.cents / 100
    def __index__(self): return self.cents
    def __round__(self, n=0): return Money(round(self.cents, n - 2))
    def __format__(self, spec): return format(self.cents / 100, spec or ".2f")
    def __complex__(self): return 1
    def __matmul__(self, o): return ("@", o)
    def __lshift__(self, o): return ("<<", o)
    def __rand__(self, o): return ("r&", o)
    def __ror__(self, o): return ("r|", o)
    def __pow__(self, e, m=None): return ("pow", e, m)
    def __rpow__(self, b): return ("rpow", b)
a, b = Money(150), Money(75)
print(a + b, sum([a, b]), a * 2, 2 * a, 1.5 * a, a / b, a / 4, a // b, a % Money(40), divmod(a, Money(40)), -a, +a, abs(-a), ~a)
print(a == b, a != b, a < b, a > b, a == 150, a != 150, a in [Money(150)], {a: 1}[Money(150)], bool(Money(0)), not a, int(a), float(a), round(Money(12345), 1), [10, 20][Money(1)], hex(Money(255)), f"{a} {a:>8.1f} {a!r}", range(Money(3)), "ab" * Money(2), a @ 1, a << 2, 5 & a, 5 | a, a ** 2, pow(a, 2, 3), 2 ** a)
c = a; c += b; print(a, c is a)
for f in (lambda: a + 1, lambda: 1 + a, lambda: a - b, lambda: a <= b, lambda: a < 1, lambda: a * "x", lambda: a & 1, lambda: "x" + a, lambda: [] * a and a[0], lambda: a(), lambda: len(a), lambda: a @ b and b >> a, lambda: -"x", lambda: {} | 1, lambda: operator.iadd((1,), [2]), lambda: 1 < "a", lambda: [1] < (1,), lambda: None + 1, lambda: "%d" % "x", lambda: object() < object()):
    try: print(f())
    except TypeError as e: print(e)
class I(int):
    def __add__(self, o): return I(int.__add__(self, o))
    def __repr__(self): return f"I({int(self)})"
    def __eq__(self, o): return "eq"
    __hash__ = int.__hash__
print(I(3) + 4, 4 + I(3), I(3) * 2, I(5) == 5, 5 == I(5), sum([I(1), I(2)]), sorted([I(2), I(1)]), {I(1): "x"}.get(1), I("12"), isinstance(I(1) + 1, I), I(7) // 2, -I(3), I(3).bit_length(), f"{I(3)} {I(3):04d}")
class L(list):
    def __getitem__(self, i): return ("got", super().__getitem__(i))
    def __contains__(self, x): return True
l = L([1, 2, 3]); print(l[0], l[1:], 99 in l, l + [4], type(l + [4]).__name__, list(l), l == [1, 2, 3], len(l), l * 2, sorted(l, reverse=True))
class D(dict):
    def __getitem__(self, k): return k * 2
    def __setitem__(self, k, v): super().__setitem__(k, v + 1)
d = D(a=1); d["b"] = 1; d.update(c=1); print(d["zz"], d.get("a"), dict(d), d, {**d}, D.fromkeys("x", 5))
class T(str):
    def __len__(self): return 42
    def upper(self): return "UP"
t = T("abc"); print(len(t), t.upper(), t + "d", type(t[0]).__name__, t == "abc", f"{t:>5}", "".join([t, t]), str(t), hash(t) == hash("abc"))
print(operator.itemgetter(1, -1)("abc"), operator.attrgetter("real", "imag")(5), operator.methodcaller("split", ",")("a,b"), operator.index(True), operator.concat("a", "b"), operator.truth([]), operator.contains("abc", "b"), operator.countOf([1, 2, 1], 1), operator.not_(0), operator.floordiv(7, 2))
