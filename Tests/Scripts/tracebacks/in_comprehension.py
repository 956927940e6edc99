# Frames of comprehensions and generator expressions.
def f(v): return 10 // v
print(sum(f(v) for v in [5, 0]))
