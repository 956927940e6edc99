class C:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
with C() as c:
    raise ValueError("in")
