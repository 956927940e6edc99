# slice, object and their members.
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, s.indices(4), slice(None).indices(3), slice(-1, None, -1).indices(3), slice(1) == slice(None, 1, None), slice(1) != slice(2), slice(1, 2) < slice(1, 3), [1, 2, 3, 4, 5][s], hash(slice(1)) == hash(slice(1)))
for e in ["slice()", "slice(1, 2, 3, 4)", "s.start = 5", "slice(1, 2, 0).indices(3)", "slice('a').indices(3)", "slice(1).indices('a')", "slice(x=1)", "slice(1) < 5", "object(5)", "object().x", "object().x = 1", "del object().x"]:
    try: exec(e); print(e, "fine")
    except Exception as x: print(e, type(x).__name__, x)
print(object() != object(), str(object())[:16], object.__doc__.split("\n")[0], object().__eq__(5), object().__reduce_ex__(2)[0].__name__ if 0 else "", object.__subclasshook__(5))
