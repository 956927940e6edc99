# Messages of calls that do not fit.
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=1): pass
def star(*a): pass
def kwonly(*, k): pass
def kw2(*, k, l, m=1): pass
def pos(a, /, b): pass
def pos2(a, b=1, /): pass
def kws(**k): pass
def mix(a, b=1, *c, d, e=2, **f): pass
class C:
    def m(self): pass
    def n(self, a, b=2): pass
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(a): pass
    def __init__(self, x=0): pass
c = C()
for s in ["none(1)", "none(1, 2)", "none(a=1)", "one()", "one(1, 2)", "one(b=1)", "one(1, a=2)", "one(1, 2, 3)", "two()", "two(1)", "two(b=1)", "two(1, 2, 3)", "three()", "three(1)", "opt()", "opt(1, 2, 3)", "opt(b=1)", "opt(1, c=2)", "star(a=1)", "kwonly()", "kwonly(1)", "kwonly(k=1, l=2)", "kw2()", "kw2(k=1)", "kw2(1, k=1, l=2)", "kw2(1, 2)", "pos(a=1, b=2)", "pos()", "pos(1, a=2)", "pos2(a=1)", "pos2(1, b=2)", "pos2()", "kws(1)", "kws(**{1: 2})", "mix()", "mix(1)", "mix(d=1)", "mix(1, 2, 3, a=1)", "c.m(1)", "C.m()", "c.n()", "c.n(1, 2, 3)", "c.c(1)", "C.c(1, 2)", "c.s()", "C.s(1, 2)", "C(1, 2)", "C(y=1)", "c.n(1, q=2)", "(lambda: 0)(1)", "(lambda x: 0)()", "one(**{'a': 1, 'b': 2})", "one(*[1, 2])", "one(*(1,), **{'a': 2})", "c()", "len()", "len(1, 2)", "len(x=1)", "int.bit_length()", "print(foo=1)", "isinstance(1)", "object(1)", "object.__new__()", "type()", "C.n(c)", "one(on=1)", "mix(1, d=1, a=2)", "abs()", "abs(1, 2)", "chr(i=5)", "sorted(key=1)", "enumerate()", "zip(strict=1, x=2)", "range(a=1)"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
