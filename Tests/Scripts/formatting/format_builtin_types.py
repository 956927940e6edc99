# Which types accept a spec.
for v in [1, 1.5, "s", True]:
    print(format(v, "5"), format(v), end="|")
print()
for v in [None, [1], (1,), {1: 2}, {1}, b"x", range(3), ..., int, len, slice(1)]:
    print(format(v) == str(v), end=" ")
    try:
        format(v, "5")
    except TypeError as e:
        print(e)
