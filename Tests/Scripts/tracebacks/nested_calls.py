# Every frame of the chain, with carets below what failed.
def a(x): return b(x) + 1
def b(x):
    y = c(x,
          x + 1)
    return y
def c(p, q): return [p, q][p * 10]["key"].attr
a(1)
