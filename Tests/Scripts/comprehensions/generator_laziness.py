# The outermost iterable at once, the rest when asked.
def say(x): print("say", x); return x
g = (say(x) for x in say([1, 2, 3]) if say(x) != 2)
print("made"); print(next(g)); print(list(g)); print(list(g))
try: (x for x in 5)
except TypeError as e: print(e)
g = (y for x in [1] for y in undefined)
try: next(g)
except NameError as e: print(e)
print(any(say(v) for v in [0, 1, 2]), all(say(v) for v in [1, 0, 2]), sum(v for v in (1, 2)), max((v for v in [3, 1]), default=0), type(g).__name__, g.__name__, g.__qualname__)
