# Names of a comprehension stay inside.
i = "outer"
print([i for i in range(3)], i, {i for i in "a"}, {i: i for i in "b"}, list(i for i in "c"), i)
def f():
    x = 10
    return [x + y for y in range(3) if y < x], [[x * a for a in range(b)] for b in range(3)]
print(f())
class C:
    n = 3
    direct = [v for v in range(n)]
    try: inner = [n for v in range(2)]
    except NameError as e: print(e)
    nested = [[v for v in range(k)] for k in [n]]
print(C.direct, C.nested)
fs = [lambda: v for v in range(3)]
print([g() for g in fs], [lambda k=k: k for k in range(2)][1]())
def outer():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return [add(k) for k in range(4)], total
print(outer())
try: v
except NameError as e: print(e)
print([(x, y) for x in range(3) for y in range(x)], [x for x in [y for y in range(3)] if x if x > 1], [x for x, in [(1,), (2,)]], [a + b for a, b in {1: 2}.items()], [z for z in (lambda: [1, 2])()])
