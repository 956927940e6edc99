# Generators nested some hundreds deep.
def chain(n):
    if n == 0:
        x = yield "bottom"
        yield x
    else: yield from chain(n - 1)
g = chain(300); print(next(g), g.send("up")); print(list(g))
def count(n):
    g = iter(range(n))
    for _ in range(100): g = (x + 1 for x in g)
    return list(g)
print(count(3))
def deep(n): yield from deep(n + 1)
try: next(deep(0))
except RecursionError as e: print(type(e).__name__, e)
def nest(g): yield from g
g = iter([1])
for _ in range(5000): g = nest(g)
try: next(g)
except RecursionError as e: print(type(e).__name__)
del g
print("freed")
