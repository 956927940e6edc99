# A generator's frame stands below the caller's.
def g():
    yield 1
    yield 1 / 0
def h(): yield from g()
for x in h(): print(x)
