# C3 linearisation, and orders that do not exist.
class O: pass
class A(O): pass
class B(O): pass
class C(A, B): pass
class D(B): pass
class E(C, D): pass
print([c.__name__ for c in E.__mro__], E.mro() == list(E.__mro__), E.__base__.__name__, E.__bases__)
for s in ["class X(A, O, B): pass", "class X(O, A): pass", "class X(A, A): pass", "class X(int, str): pass", "class X(bool): pass", "class X(5): pass", "class X('a'): pass", "class X(None): pass", "class X(type(None)): pass", "class X(A, int): pass", "class X(list, dict): pass", "class X(range): pass", "class X(slice): pass", "class X(type(len)): pass", "class X(type(lambda: 0)): pass", "class X(type(i for i in [])): pass", "class X(A, 5): pass", "class X(undefined): pass", "class X(object, A): pass", "class X(A, b=1): pass", "class X(*[A, B]): pass", "class X(**{}): pass", "class X(memoryview): pass", "class X(type(...)): pass", "class X(type(NotImplemented)): pass", "class X(property): pass"]:
    try: exec(s); print(s, "fine")
    except Exception as e: print(s, type(e).__name__, e)
class P: who = "P"
class Q(P): pass
class R(P): who = "R"
class S(Q, R): pass
print(S.who, S().who, [k.__name__ for k in S.__mro__], issubclass(S, P), P.__subclasses__() == [Q, R])
Q.__bases__ = (R,); print([k.__name__ for k in Q.__mro__], Q.who)
try: R.__bases__ = (Q,)
except TypeError as e: print(e)
