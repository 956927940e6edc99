# The with line, and what __exit__ raises.
class M:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("from exit")
with M() as m:
    m.missing
