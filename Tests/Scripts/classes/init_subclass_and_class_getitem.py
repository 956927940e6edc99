# Hooks of subclassing and subscription.
class Base:
    registry = []
    def __init_subclass__(cls, /, tag=None, **k):
        super().__init_subclass__(**k)
        Base.registry.append((cls.__name__, tag))
    def __class_getitem__(cls, item): return cls.__name__, item
class A(Base, tag="a"): pass
class B(A): pass
print(Base.registry, Base[1], A["x", 2], B[int])
for s in ["class X(Base, q=1): pass", "class X(q=1): pass", "object[1]", "A()[0]", "int[0]", "class Y:\n def __init_subclass__(cls): raise ValueError('no')\nclass Z(Y): pass", "class X(Base, metaclass=5): pass", "class X(Base, tag=1, tag=2): pass"]:
    try: print(s.encode(), exec(s))
    except SyntaxError as e: print(s.encode(), e.msg)
    except Exception as e: print(s.encode(), type(e).__name__, e)
print(list[int], dict[str, int], tuple[int, ...], type(list[int]).__name__, list[int].__origin__, list[int].__args__, list[int]([1]), set[str] == set[str], frozenset[int], type[int], list[list[int]])
try: isinstance([], list[int])
except TypeError as e: print(e)
