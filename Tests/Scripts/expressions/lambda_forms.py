# Lambdas with every kind of parameter.
print((lambda: 1)(), (lambda x, y=2: x + y)(1), (lambda *a, **k: (a, k))(1, 2, z=3), (lambda a, /, b, *, c=3: (a, b, c))(1, b=2))
print((lambda x: lambda y: x * y)(3)(4), [f(2) for f in [lambda x: x, lambda x: x * x]])
print((lambda: (yield))().__class__.__name__, (lambda *, k: k)(k=1), (lambda *a: a)(), (lambda **k: k)())
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [(lambda i=i: i)() for i in range(3)])
f = lambda x, : x
print(f.__name__, f.__qualname__, f.__defaults__, sorted([3, 1, 2], key=lambda v: -v))
try:
    (lambda x: x)()
except TypeError as e:
    print(e)
