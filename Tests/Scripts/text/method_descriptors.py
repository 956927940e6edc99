# Methods reached through the type.
print(str.upper("a"), list(map(str.strip, [" a ", "b "])), sorted("bA", key=str.lower), str.__len__("abc"), str.__add__("a", "b"), str.__mul__("a", 2), str.__getitem__("abc", 1), str.__eq__("a", 1), str.__lt__("a", "b"), "a".__rmul__(3), "%s".__mod__(5), "a".__rmod__("%s"), "a".__format__(">3"), "abc".__contains__("b"), "a".__hash__() == hash("a"), list("ab".__iter__()), "a".__getnewargs__(), "a".__str__(), "a".__repr__())
for e in ['str.upper()', 'str.upper(1)', 'str.join("a")', '"a".upper(1)', 'str.__len__(5)', '"a".__add__(1)', 'str.upper("a", "b")', '"a".upper(x=1)', '"a".__len__(1)', 'str.maketrans', '"a".join']:
    try:
        r = eval(e)
        print(e, r if isinstance(r, (str, int)) or r is NotImplemented else type(r).__name__)
    except Exception as x:
        print(e, type(x).__name__, x)
