# Classes with __iter__, __next__, __getitem__.
class Count:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
class Seq:
    def __getitem__(self, i):
        if i >= 3: raise IndexError("end")
        return i * 10
    def __len__(self): return 3
class Gen:
    def __iter__(self): yield 1; yield 2
print(list(Count(3)), [*Seq()], sorted(Seq()), 20 in Seq(), 5 in Seq(), list(reversed(Seq())), max(Count(4)), [x for x in Gen()], dict.fromkeys(Gen()), tuple(Seq()), list(zip(Gen(), Seq())), list(iter(Seq())), sum(Count(5)))
class NoNext:
    def __iter__(self): return 5
class NoneIter:
    __iter__ = None
class Raises:
    def __iter__(self): raise ValueError("iter")
class RaisesNext:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")
class Plain: pass
for c in (NoNext, NoneIter, Raises, RaisesNext, Plain):
    for act in (lambda v: list(v), lambda v: [*v], lambda v: 1 in v, lambda v: next(v), lambda v: iter(v), lambda v: sum(v), lambda v: sorted(v)):
        try: act(c()); print(c.__name__, "fine")
        except Exception as e: print(c.__name__, type(e).__name__, e)
class BadGet:
    def __getitem__(self, i): raise KeyError(i)
try: list(BadGet())
except KeyError as e: print(repr(e))
