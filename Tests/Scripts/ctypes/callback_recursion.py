# Deep recursion through C ends in RecursionError, not in a crash.
import sys
from ctypes import *
sys.setrecursionlimit(300)
F = CFUNCTYPE(c_int, c_int)
deepest = 0
def f(n):
    global deepest
    deepest = max(deepest, n)
    try:
        return g(n + 1)
    except RecursionError:
        return -1
g = F(f)
g(0)
print(deepest > 20, deepest < 1000)
