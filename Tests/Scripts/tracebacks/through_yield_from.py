def g():
    yield 1
    raise KeyError("k")
def h():
    yield from g()
for x in h(): print(x)
