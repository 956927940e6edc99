# Every method of float.
print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio(), (1.5).hex(), (0.0).hex(), (-0.0).hex(), (1e-320).hex(), float("nan").hex(), float("-inf").hex(), (1.5).conjugate(), (1.5).real, (1.5).imag)
for h in ["0x1p3", "0x1.8p1", "-0x.8p0", "1.8", "0x1.fffffffffffffp+1023", "0x1p-1074", "inf", "nan", " 0x1p0 ", "0x1p99999", "0xg", "", "0x1p", "0x1.8p+1x", "0x1.00000000000008p0", "0x1p-1075", "0x1.8p-1074"]:
    try:
        print(h, float.fromhex(h))
    except (ValueError, OverflowError) as e:
        print(h, type(e).__name__, e)
for s in ["float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "int(float('inf'))", "int(float('nan'))", "round(float('inf'))", "round(float('nan'))", "(1.5).foo", "float(1, 2)", "float(x=1)", "1.5 << 1", "1.5 & 1", "~1.5", "float.fromhex(1)"]:
    try:
        print(s, eval(s))
    except Exception as e:
        print(s, type(e).__name__, e)
print((1.5).__add__(1), (1.5).__add__("a"), (1.5).__radd__(1), (7.5).__floordiv__(2), (7.5).__mod__(2), (7.5).__divmod__(2), (2.5).__pow__(2), (1.5).__int__(), (1.5).__trunc__(), (-1.5).__floor__(), (-1.5).__ceil__(), (1.5).__round__(), (1.25).__round__(1), (1.5).__bool__(), (-1.5).__abs__(), (1.5).__neg__(), (1.5).__eq__(1), (1.5).__lt__(2), (1.5).__format__(".3f"), (1.5).__getnewargs__())
