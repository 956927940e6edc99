# float() of text.
for s in ["1", " 1.5\n", "-2e3", "+.5", "5.", "1_0.5", "inf", "-Infinity", "NaN", "+nan", "1e400", "1e-400", "0x1p3", "1e", "", " ", ".", "1 2", "1__0", "_1", "1_", "e5", "infinit", "٣.٥", "1e5_0", "-", "--1", "1e+-5", "\x00", "1\x00", "1d5", "0b1", "1e5.5"]:
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
print(float(), float(5), float(True), float(b"1.5"), float(bytearray(b"2")), float(10 ** 22))
for a in (None, [], "é", b"\xff", {}, float):
    try:
        print(float(a))
    except Exception as e:
        print(type(e).__name__, e)
