# sep, end, file, flush.
import sys
print(); print(1, "a", None, sep=""); print(1, 2, end="!\n"); print("a", "b", sep="\n"); print(sep="x"); print(1, 2, sep=None, end=None); print("é😀"); print("x", file=sys.stdout, flush=True); print(*[1, 2], *"ab"); print("to err", file=sys.stderr)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W(); print(1, "b", sep="-", end=";", file=w); print(w.parts)
for s in ["print(1, sep=1)", "print(1, end=2)", "print(1, file=5)", "print(1, foo=1)", "print(file=None)", "print('a', flush='x')"]:
    try: print(s, eval(s))
    except Exception as e: print(s, type(e).__name__, e)
sys.stdout = w; print("captured"); sys.stdout = sys.__stdout__; print(w.parts)
