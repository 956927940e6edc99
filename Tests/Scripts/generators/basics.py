# yield, return, next, exhaustion.
def g(n):
    print("start")
    for i in range(n): yield i
    return "result"
it = g(2)
print(next(it), next(it))
try: next(it)
except StopIteration as e: print(e.value, e.args)
print(list(it), next(it, "default"), list(g(3)), sum(g(4)), tuple(g(0)))
def empty():
    return
    yield
print(list(empty()), [*g(1)], max(g(3)), dict(zip(g(2), "ab")), 1 in g(3))
a, b = g(2); print(a, b)
for x in g(5):
    if x == 2: break
else: print("no")
print(x, type(it).__name__, it.__name__, it.__qualname__, it is iter(it), it.gi_running, it.gi_frame, it.gi_yieldfrom, it.gi_code.co_name)
def inf():
    n = 0
    while True: yield n; n += 1
z = inf(); print([next(z) for _ in range(5)], z.gi_frame is not None)
