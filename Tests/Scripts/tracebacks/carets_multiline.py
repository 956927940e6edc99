# An expression over several lines.
def f(*a): return 1 / 0
result = f(
    1,
    2,
) + f(3)
