# complex: making, arithmetic, comparison, text.
def shown(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


inf, nan = float("inf"), float("nan")
for text in ["1", "1+2j", " ( 3-4.5e1j ) ", "j", "-j", "+J", "1+j", "1e", "nan+infj", "1_0j", "1__0j", "1+-2j", "1+", "", "(1", "1j2", "1 + 2j", "-0-0j", "١+٢j"]:
    print(ascii(text), end=" ")
    shown(complex, text)
for arguments in [(), (1,), (1.5, 2), (0, -1), (-0.0, 1), (1, -0.0), (0, -0.0), (True, 10**20), (complex(1, 2), complex(3, 4)), (complex(1, 2), 5), (nan, inf),
                  ("1", 2), (1, "2"), ([],), (1, []), (None,), (1, 2, 3), (10**400,)]:
    shown(complex, *arguments)
shown(complex, real=1, imag=2)
shown(complex, rael=1)

a, b = complex(1, 2), complex(-3, 0.5)
print(a + b, a - b, a * b, a / b, -a, +a, abs(complex(3, 4)), a.conjugate(), a.real, a.imag, bool(a), bool(complex()))
print(a + 1, 1 + a, a - 1.5, 2 - a, a * 2, 0.5 * a, a / 2, 1 / a, True + a, a + 10**30)
for base in [a, b, complex(0, 1), complex(-1, 0), 2, -8.0]:
    for exponent in [0, 1, 2, -1, 3, 100, 0.5, complex(2, 0), complex(0, 1), complex(0.5, -2)]:
        shown(lambda: base ** exponent)
shown(lambda: (-8) ** (1 / 3))
shown(lambda: complex() ** 0)
shown(lambda: complex() ** 2)
shown(lambda: complex() ** -1)
shown(lambda: complex() ** complex(1, 1))
shown(lambda: complex(1e300, 1) ** 2.5)
shown(lambda: a / 0)
shown(lambda: a / complex(0, 0))
shown(lambda: a / complex(nan, 0))
shown(lambda: pow(a, 2, 3))
shown(lambda: a // 2)
shown(lambda: a % 2)
shown(lambda: divmod(a, 2))
shown(lambda: a < b)
shown(lambda: a + "x")
shown(lambda: abs(complex(1.7e308, 1.7e308)))
print(abs(complex(nan, inf)), abs(complex(nan, 1)))
shown(int, a)
shown(float, a)
print(a == complex(1, 2), a != b, complex(2, 0) == 2, 2.0 == complex(2, 0), complex(2, 1) == 2, a == "x", complex(2**53, 0) == 2**53 + 1)
print(hash(complex(2, 0)) == hash(2), hash(complex(0.5, 0)) == hash(0.5), hash(a) == hash(complex(1, 2)), hash(complex(0, 1)), len({a, complex(1, 2), b}))
for z in [complex(0, 1), complex(-0.0, 1), complex(1, -0.0), complex(1e16, 1e-5), complex(nan, -inf), complex(0, -0.0), complex(1e22, 1.5)]:
    print(z, repr(z), str(z))
shown(setattr, a, "real", 5)


class Point(complex):
    def length(self):
        return abs(self)


class Like:
    def __complex__(self):
        return complex(7, 8)


p = Point(3, 4)
print(p, p.length(), type(p), type(p + 1), type(p.conjugate()), p == complex(3, 4))
class Unlike:
    def __complex__(self):
        return 7


print(complex(Like()), complex(Like(), 1), complex(Like(), complex(1, 2)), complex(Like(), -0.0))
shown(complex, Unlike())
import copy
print(copy.copy(a), copy.deepcopy([a]), a.__getnewargs__(), a.__complex__() is a, sum([a, b]), complex.__name__)
