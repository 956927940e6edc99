# Identity of small values; hash of everything hashable.
a = 5; b = 5; print(a is b, id(a) == id(b), None is None)
for v in [1, 1.0, "a", b"a", (1, 2), None, True, frozenset({1}), range(3), int, len, object, ...]:
    print(hash(v) == hash(v), isinstance(hash(v), int), end=" ")
print(hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1.0, 2.0)), hash("a") == hash("".join(["a"])), hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])))
for v in [[], {}, set(), bytearray(), ([],), [1].__class__ and {}.keys(), memoryview(bytearray(b"")), slice([], None)]:
    try: print(hash(v))
    except Exception as e: print(type(e).__name__, e)
