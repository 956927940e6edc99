# Two functions that call one another are not folded.
def a(n): return b(n - 1)
def b(n):
    if n < 0: return 1 / 0
    return a(n - 1)
a(6)
