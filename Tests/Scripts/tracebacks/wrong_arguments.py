# A call with wrong arguments ends in the caller's frame.
def f(a, *, b): pass
class A:
    def m(self, x): return f(x)
A().m(1)
