def f(*a, **k): raise ValueError(len(a))
f(1, 2, *[3], **{"k": 4},
  z=5)
