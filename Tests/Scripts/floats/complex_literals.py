# Imaginary literals: how they are written, what folding makes of them, and how they mix with ints and floats.
def shown(source):
    try:
        print(source, "->", repr(eval(source)))
    except Exception as error:
        print(source, "->", type(error).__name__, error)


print(1j, 2J, 2.5j, .5j, 5.j, 1e3j, 1E-3J, 1_0j, 1_0.0_1e1_0j, 0j, 00j, 007j, 0_0j, 08.5j, 1e400j, -1e400j)
print(type(1j), 1j.imag, 1j.real, 3.5j .conjugate(), (2j).__class__.__name__)
for source in ["1 + 2j", "1 - 2j", "-1j", "+1j", "-0j", "- -0j", "1 - 0j", "0 - 0j", "-0.0 + 0j", "-0.0 - 0j", "1j * 1j", "2 * 1j", "1j * 2.5",
               "1.5 - 2j * 3", "(1 + 2j) * (3 - 1j)", "1j / 2", "1 / 2j", "1j / 0", "1j ** 2", "2 ** 1j", "(1 + 1j) ** -2", "1j ** 0.5", "0j ** 0", "0j ** -1",
               "~1j", "not 1j", "not 0j", "1j and 2", "0j or 3", "1j if 0j else 2j", "1j == 1j", "1j != 1", "1j < 2j", "1j // 2", "1j % 2", "divmod(1j, 2)",
               "1j << 2", "1j | 2", "1j @ 2", "10**400 + 1j", "10**400 * 1j", "1e308j * 10", "True + 1j", "1j - True", "1j + None", "'a' + 1j", "'a' * 1j",
               "[1] * 1j", "1j in (1j, 2)", "{1j: 2}[1j]", "1j is None", "(1j, 1j)", "{1j, 1 + 0j, 1, True}", "-2j", "-(2j)", "3 - -2j", "1e-400j",
               "complex(1j)", "complex('1j') == 1j", "int(1j)", "float(1j)", "round(1j)", "abs(3 + 4j)", "sum([1j, 2])", "pow(1j, 2)", "pow(1j, 2, 3)",
               "max(1j, 2j)", "sorted([1j, 2])", "hash(1j) == hash(complex(0, 1))", "bool(0j)", "range(1j)", "[1, 2][1j]", "'%d' % 1j", "'%f' % 1j",
               "'%s %r' % (1j, -1j)", "chr(1j)", "1j()", "1j[0]", "1j.x", "len(1j)", "iter(1j)", "1jif 1else 2", "0x1j", "0b1j", "1__0j", "1_j", "1jj", "1j2",
               "1e5jor 2", "1.j.real", "1j .real", "1j.imag.imag", "f'{1j}'", "f'{1j!r}'", "f'{1+2j=}'", "eval('1j')", "str(1j) + repr(2j)"]:
    shown(source)


def f(x=1j, *, y=2 + 3j) -> 1 - 1j:
    "A function with complex defaults."
    return x * y


print(f(), f(2), f(y=0), f.__defaults__, f.__kwdefaults__, f.__annotations__)
print(sorted(c for c in (lambda: (1j, 2.0, -1j, 1 + 2j)).__code__.co_consts if isinstance(c, tuple)) != [])
x = 1j
x += 1
x *= 2
x -= 0.5
x /= 1j
x **= 2
print(x)
a, *b = 1j, 2j, 3j
print(a, b, [z * 1j for z in range(4)], {z: z * 1j for z in (1j, 2j)})
total = 0
for k in range(5):
    total += k * 1j ** k
print(total)
for target in ["1j = 2", "1j += 2", "del 1j", "for 1j in x: pass", "(1j := 2)", "def 1j(): pass", "f(1j=2)", "import 1j", "1j x", "x 1j", "lambda 1j: 2", "with x as 1j: pass"]:
    try:
        compile(target, "<test>", "exec")
    except SyntaxError as error:
        print(target, "->", error.msg, error.lineno, error.offset)
