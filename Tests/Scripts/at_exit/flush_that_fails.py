import sys
class W:
    def write(self, s): return len(s)
    def flush(self): raise ValueError("fl")
sys.stdout = W()
print("a")
