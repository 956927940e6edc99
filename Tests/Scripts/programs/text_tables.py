"""Formatting corner cases: tables, floats, alignment, f-string nesting, percent."""
rows = [("apple", 1.5, 10), ("kiwi", 12.25, 3), ("très long nom", 1e6, 123456), ("日本", -0.004, -7)]
widths = [max(len(str(r[i])) for r in rows) for i in range(3)]
for name, price, n in rows:
    print(f"|{name:<{widths[0]}}|{price:>{widths[1] + 4},.2f}|{n:^+{widths[2] + 3},d}|")
print("-" * 10, f"{'x':-^9}", f"{'left':*<8}", f"{'right':0>8}", f"{3:=+6d}", f"{-3:=6d}", f"{5:06}")
for x in (0.1, 1/3, 1e16, 1e-5, 123456789.123, 1e22, 2.5, 0.5, 1.5, -0.0, float("inf"), float("nan"), 5e-324, 1.7976931348623157e308):
    print(repr(x), f"{x:.3f}" if abs(x) < 1e20 else "-", f"{x:g}", f"{x:e}", f"{x:.0f}" if abs(x) < 1e17 else "-", f"{x:10.4g}|{x:<10.2e}|{x:%}"[:60])
print(f"{1234567.891:,.1f} {1234567:_} {0xFFFF:_x} {1e10:,} {12345.678:_.2f} {0.1 + 0.2!r} {1e100:.3g}")
value, width, precision = 3.14159265, 12, 4
print(f"{value:{width}.{precision}}|{value!r:>{width}}|{value!s:^{width}}|{'nested ' + f'{width:>{4}}'}")
print(f"{value=:.2f} {width = } {rows[0][0]=!r} {len(rows)=}")
print(f"{{literal}} {'quotes'!r} {'a' 'b'} {[1, 2][0]} {({'k': 'v'})['k']} {(lambda x: x * 2)(4)} {'yes' if width > 3 else 'no'}")
print("%5d|%-5d|%05d|%+d|% d|%x|%X|%#o|%e|%G|%c|%c|%%|%s|%r|%.3s|%*d" % (42, 42, 42, 42, 42, 255, 255, 8, 12345.678, 1e-10, "A", 66, "s", "r", "truncate", 6, 7))
print("%(name)s is %(age)03d" % {"name": "Bob", "age": 7}, "%s" % (1, 2) if False else "%s %s" % (1, 2), "%s" % [1], "%s" % {1: 2})
print("{} {} {}".format(1, "two", 3.0), "{2}{0}{1}".format(*"abc"), "{a.real} {b[0]} {c[k]}".format(a=3, b=[9], c={"k": "v"}), "{:>{w}}".format("x", w=5), "{0:{1}^{2}}".format("m", "*", 7))
for bad in ("{:d}", "{:q}", "{0!z}", "{", "}", "{a}", "{1}", "{:,s}", "{:.2d}"):
    try: print(bad.format("text" if bad != "{:.2d}" else 3))
    except Exception as e: print(bad, type(e).__name__, e)
for args in (("%d", "x"), ("%s %s", 1), ("%q", 1), ("%c", "ab"), ("%(a)s", 5), ("%s", (1, 2)), ("%x", 1.5), ("%", 1)):
    try: print(args[0] % args[1])
    except Exception as e: print(args[0], type(e).__name__, e)
print("a\tb".expandtabs(), "x".ljust(3, ".") + "|", "x".rjust(3) + "|", "x".center(4, "-"), "42".zfill(5), "-42".zfill(6), "+1".zfill(4))
print(format(True), format(True, "d"), format(None), format([1], ""), format(3.0), format(3, "f"), format(3, "c"), format(12345, ","), f"{True:>6}", f"{'ab':.1}")
print(round(2.675, 2), round(0.5), round(1.5), round(-2.5), round(1234.567, -2), round(1e300, 2), round(7, -1), round(25, -1), round(2.5), type(round(2.0)), type(round(2.0, 0)))
print(str(1e5), str(1e15), str(1e16), str(123456789012345680.0), str(1.0), str(-1e-7), 1e23, 1.1e-4, 9007199254740993.0)
print("\N{GREEK SMALL LETTER ALPHA} \u00e9 \U0001F600 \x41 \101 \a\b".encode("unicode_escape") if False else ascii("é😀\n"), "é😀"[::-1], len("😀"), "😀".encode(), "ÀÉ".lower(), "ﬁ".upper(), "İ".lower().__len__())
