# The result of __exit__ is tested for truth.
class M:
    def __init__(self, r): self.r = r
    def __enter__(self): return self
    def __exit__(self, *a): return self.r
class T:
    def __bool__(self): raise RuntimeError("truth")
for r in (True, 1, "x", [0], False, 0, None, "", T()):
    try:
        with M(r): raise ValueError("v")
        print("swallowed", r)
    except Exception as e: print("raised", type(e).__name__, e)
with M(T()): pass
print("not asked")
