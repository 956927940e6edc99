# __int__, __index__, __trunc__ and subclass results.
class I:
    def __int__(self): return 7
class X:
    def __index__(self): return 3
class T:
    def __trunc__(self): return 4
class Bad:
    def __int__(self): return "x"
    def __index__(self): return 1.5
    def __float__(self): return 1
class Sub(int): pass
class S:
    def __int__(self): return Sub(9)
    def __index__(self): return Sub(2)
print(int(I()), int(X()), "abc"[X():], [1, 2, 3, 4][X()], range(X()), hex(X()), bin(X()), chr(X()), float(X()), round(2.34567, X()), 2 ** 5 if X() else 0, b"a" * X(), [0] * X(), "x" * X())
print(int(S()), type(int(S())), [5, 6, 7][S()])
for f in [lambda: int(T()), lambda: int(Bad()), lambda: [1][Bad()], lambda: float(Bad()), lambda: "a" * Bad(), lambda: range(Bad()), lambda: [1][I()], lambda: hex(I()), lambda: float(I()), lambda: bytes(Bad()), lambda: int(object()), lambda: float(object()), lambda: chr("a")]:
    try:
        print(f())
    except TypeError as e:
        print(e)
