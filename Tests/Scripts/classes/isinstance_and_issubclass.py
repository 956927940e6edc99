# Tuples, unions, hooks and wrong arguments.
class A: pass
class B(A): pass
print(isinstance(B(), A), isinstance(1, (str, int)), isinstance(1, (str, (float, (int,)))), isinstance(1, int | str), isinstance(None, int | None), issubclass(B, (int, A)), issubclass(bool, int | str), isinstance(True, int), isinstance(int, type), issubclass(A, object), isinstance(1, ()), issubclass(int, ()), isinstance([], list), int | str, type(int | str).__name__, (int | None) == (None | int), int | int, (int | str).__args__, isinstance(5, int | list[int]) if 0 else "")
for s in ["isinstance(1, 5)", "isinstance(1, 'int')", "issubclass(1, int)", "issubclass(int, 5)", "isinstance(1, (int, 5))", "isinstance('a', (int, 5))", "isinstance(1)", "issubclass(int)", "isinstance(1, None)", "isinstance(1, [int])", "issubclass(int, 'x')", "isinstance(1, int, str)", "int | 5", "5 | int", "int | 'x'", "isinstance(1, list[int])", "issubclass(list[int], list)", "isinstance(x=1)"]:
    try: print(s, eval(s))
    except TypeError as e: print(s, e)
class H:
    def __instancecheck__(s, o): return o == 1
    def __subclasscheck__(s, c): return c is int
print(isinstance(1, H()), isinstance(2, H()), issubclass(int, H()))
class P:
    @property
    def __class__(self): return int
print(isinstance(P(), int), isinstance(P(), P), type(P()).__name__, P().__class__)
