def f(a,
      b):
    return a.foo(
        b,
        1)
f(1,
  2)
