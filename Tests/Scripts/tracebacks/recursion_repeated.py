# Repeated frames are counted.
def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(str(e)[:32])
def a(n):
    if n == 0: raise ValueError("bottom")
    a(n - 1)
a(20)
