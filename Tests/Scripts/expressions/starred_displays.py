# * and ** in displays and calls.
a, b = [1, 2], (3, 4)
print([*a, *b], (*a, *b), {*a, *b}, [*"ab", *range(2)], [*[]], (*a,))
print({**{"x": 1}, "y": 2, **{"x": 3}}, {**{}})
print(*a, *b, sep="-")
def f(*args, **kw):
    return args, kw
print(f(*a, 5, *b, k=1, **{"z": 2}, **{"w": 3}))
x = *a, 9
print(x)
for y in *a, *b:
    print(y, end=" ")
print()
def g():
    return *a, 1
def h():
    yield *a, 2
print(g(), list(h()))
for bad in ["[*1]", "{**1}", "f(*1)", "f(**1)", "f(**{1: 2})", "f(k=1, **{'k': 2})", "{**[1]}", "print(*None)"]:
    try:
        eval(bad)
    except TypeError as e:
        print(bad, e)
