# Lazy, several iterables, None as the function.
print(list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a", None])), list(filter(lambda x: x > 1, range(4))), list(map(None.__class__, [])), next(map(int, "5")), list(map(lambda *a: a, "ab", "cd", "e")), list(filter(str.isdigit, "a1b2")), type(map(str, [])).__name__, list(map(max, [[1, 2], [3]])))
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m))
try: next(m)
except ZeroDivisionError as e: print(e)
print(next(m), next(m, "end"))
for s in ["map()", "map(str)", "map(5, [1])", "list(map(5, [1]))", "map(str, 5)", "filter()", "filter(None)", "filter(None, 5)", "list(filter(5, [1]))", "filter(None, [1], 2)", "list(map(str, [1], x=1))", "list(map(lambda: 0, [1]))", "filter(function=None, iterable=[])"]:
    try: print(s, str(eval(s))[:8])
    except Exception as e: print(s, type(e).__name__, e)
