# All presentation types of ints.
for v in (0, 5, -5, 255, 1234567, -1234567, 10 ** 20, -(10 ** 20)):
    print(f"{v} {v:d} {v:5d} {v:<8}| {v:^8}| {v:>8} {v:08} {v:+} {v: } {v:,} {v:_} {v:b} {v:#b} {v:o} {v:#o} {v:x} {v:#X} {v:_b} {v:_x} {v:012,} {v:=+12} {v:*^12} {v:e} {v:.2f} {v:g} {v:%} {v:n} {v:#010x} {v:+#x}")
for spec in ["c", "s", ".2d", ",x", "_x", ",b", "+c", "#c", "q", "10", "z", "zd", "zf", ".3", "=5", "05.1f", "x>5", "é^5", "+-", "d ", " d", "5d5", "010_x", "010,", "0_b", ",_d", "_,d", "99999999999999999999", ".99999999999999999999f"]:
    try:
        print(spec, repr(format(65, spec)))
    except Exception as e:
        print(spec, type(e).__name__, e)
for v in (-1, 0x110000, 0x1F600, 2 ** 70):
    try:
        print(ascii(f"{v:c}"))
    except OverflowError as e:
        print(e)
