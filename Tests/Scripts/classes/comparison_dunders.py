# Rich comparison, reflection, defaults, hash removal.
class A:
    def __init__(s, n): s.n = n
    def __eq__(s, o): print("eq"); return s.n == o.n if isinstance(o, A) else NotImplemented
    def __lt__(s, o): print("lt"); return s.n < o.n if isinstance(o, A) else NotImplemented
    def __ge__(s, o): return "ge result"
print(A(1) == A(1), A(1) != A(2), A(1) < A(2), A(1) > A(2), A(1) >= 5, 5 <= A(1), A(1) == 5, 5 == A(1), A(1) != 5)
for f in [lambda: A(1) <= A(2), lambda: A(1) < 5, lambda: 5 > A(1), lambda: hash(A(1)), lambda: {A(1)}, lambda: A(1) > 5, lambda: object() < object(), lambda: object() >= 1, lambda: print < len, lambda: int < str]:
    try: print(f())
    except TypeError as e: print(e)
class B(A): __hash__ = A.__hash__
class C(A):
    def __hash__(s): return 1
class D(A): pass
print(A.__hash__, B.__hash__, hash(C(1)), D.__hash__, object() == object(), A(3).__ne__(A(3)), A(3).__eq__(3), object().__eq__(1), object().__ne__(1), object().__lt__(1))
class P:
    def __lt__(s, o): return "P.lt"
    def __gt__(s, o): return "P.gt"
class S(P):
    def __gt__(s, o): return "S.gt"
print(P() < S(), S() < P(), P() < P(), P() > 1, 1 > P(), 1 < P())
class N:
    def __eq__(s, o): return []
    def __ne__(s, o): return "ne"
print(N() == 1, N() != 1, 1 == N(), [N()] == [1], 1 in [N()], not N() == 2)
class W:
    def __eq__(s, o): raise ValueError("eq")
for f in [lambda: W() == 1, lambda: 1 in [W()], lambda: [W()] == [1], lambda: [W()].index(1), lambda: [1, W()].count(5), lambda: {1: W()} == {1: 2}, lambda: W() != 1, lambda: (W(),) == (1,)]:
    try: print(f())
    except ValueError as e: print(e)
