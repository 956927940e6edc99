# Every method of int.
print((5).bit_length(), (-5).bit_length(), (0).bit_length(), (255).bit_count(), (-255).bit_count(), (5).conjugate(), (5).real, (5).imag, (5).numerator, (5).denominator, (5).as_integer_ratio(), (5).is_integer())
print((1000).to_bytes(2), (1000).to_bytes(4, "little"), (-2).to_bytes(3, "big", signed=True), (0).to_bytes(), (255).to_bytes(), (10 ** 20).to_bytes(9, "big"), (0).to_bytes(0, "big"))
print(int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\x03\xe8", "little"), int.from_bytes(b"\xff\xfe", "big", signed=True), int.from_bytes([1, 2]), int.from_bytes(b""), int.from_bytes(bytes(20) + b"\x01"), int.from_bytes(b"\xff" * 10, signed=True))
for s in ["(256).to_bytes(1)", "(-1).to_bytes(1)", "(1).to_bytes(1, 'x')", "(1).to_bytes(-1)", "(128).to_bytes(1, signed=True)", "int.from_bytes('a')", "int.from_bytes([256])", "int.from_bytes(5)", "(10**20).to_bytes(8)", "(-129).to_bytes(1, signed=True)", "(1).foo", "int.from_bytes()", "(1).bit_length(2)", "int(1, 2, 3)", "int(x=1)", "int(base=10)", "(1).real = 2"]:
    try:
        print(s, eval(s))
    except (Exception, SyntaxError) as e:
        print(s, type(e).__name__, e)
print((12).__add__(3), (12).__radd__(3), (1).__add__("x"), (5).__rsub__(8), (7).__divmod__(2), (7).__rdivmod__(20), (3).__pow__(4), (3).__pow__(4, 5), (3).__rpow__(2), (5).__lshift__(2), (5).__invert__(), (5).__neg__(), (5).__pos__(), (-5).__abs__(), (5).__bool__(), (5).__index__(), (5).__int__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (1234).__round__(-2), (5).__eq__(5.0), (5).__lt__(6), (5).__hash__(), (5).__format__("03"), (5).__truediv__(2), (5).__and__(4), (5).__getnewargs__())
