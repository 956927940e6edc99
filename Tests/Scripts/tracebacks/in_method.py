# Methods are named by their function, and properties too.
class A:
    @property
    def p(self): return self.q
    def __getattr__(self, n): raise AttributeError(f"nothing like {n}")
    def m(self): return self.p
A().m()
