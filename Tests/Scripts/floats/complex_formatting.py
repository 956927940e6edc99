# format() of complex numbers.
inf, nan = float("inf"), float("nan")
numbers = [0j, 1j, -1j, 1 + 2j, -1.5 - 2.25j, 1234567.891 + 0.00001j, -0.0 + 0j, complex(0, -0.0), complex(-0.0, -0.0), 1e16 + 1e-7j, complex(nan, inf),
           complex(-inf, nan), 1e300 + 1e-300j, 3 + 0j, 100000 + 1000000j]
specs = ["", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", ".1E", "g", ".3g", "G", "#g", "n", "F", ".1F", "+", "+.2f", " .2f", "-.2f", ",", ",.2f", "_", "_.1f",
         ".3", ".0", ".1", "#", "z", "z.1f", "z.0f", "30", "<30", ">30", "^30", "*^30.2f", "x>25", "x<25e", "é^31.1f", "5", "+30.2", "#.3", "<", "^", ">"]
for number in numbers:
    for spec in specs:
        print(repr(number), repr(spec), "->", repr(format(number, spec)))
bad = ["d", "s", "x", "b", "c", "%", ".2%", "r", "030", "05.2f", "0>30", "0<30", "=30", "x=30", "=+30", "0", ".", ".f", "1.", "10x", "ff", "z,_", ",_", ",,", "{", "!", "99999999999999999999",
       ".99999999999999999999f", ".2147483648f", ",n", "_n", "+d", "#x", "é", " +f", "0=30", "0^30f"]
for spec in bad:
    try:
        print(repr(spec), repr(format(1 + 2j, spec)))
    except Exception as error:
        print(repr(spec), type(error).__name__, error)
z = 3.14159 - 2.71828j
width, digits = 24, 2
print(f"{z:.3f} {z!s:>30} {z:>{width}.{digits}f} {z.real:.1f} {z=:.1f} {z * 1j:.2e}", "{:.1f} {0!r}".format(z, z) if 0 else "{:.1f}".format(z))
print("{0.real} {0.imag:.1f} {0:+.1f}".format(z), "%s|%25s|%-25r|" % (z, z, z))
for value in ["%d", "%i", "%f", "%g", "%x", "%c", "%e"]:
    try:
        print(value % z)
    except Exception as error:
        print(value, type(error).__name__, error)
try:
    complex.__format__(1j, 5)
except TypeError as error:
    print(error)
try:
    (1j).__format__()
except TypeError as error:
    print(error)


class Polar(complex):
    def __str__(self):
        return "polar"

    def __repr__(self):
        return "Polar()"


p = Polar(1, 2)
print(format(p), format(p, ""), f"{p}", f"{p:.1f}", f"{p!r}", repr(format(p, ">20")), str(p))
