def f():
    return (yield)
def g():
    x = yield from f()
    return x.foo
i = g(); next(i); i.send(5)
