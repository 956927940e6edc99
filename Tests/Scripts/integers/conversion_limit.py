# Huge decimal texts are refused, as CPython does since 3.11.
import sys
print(sys.get_int_max_str_digits())
for act in [lambda: str(10 ** 4300), lambda: int("1" * 4301), lambda: repr(10 ** 5000), lambda: f"{10 ** 5000}", lambda: "%d" % 10 ** 5000,
            lambda: f"{10 ** 5000:d}", lambda: f"{10 ** 5000:,}", lambda: eval("1" * 4301), lambda: print(10 ** 5000), lambda: int("_".join("1" * 4301)), lambda: "{}".format(10 ** 5000)]:
    try:
        print(len(act()))
    except (ValueError, SyntaxError) as e:
        print(type(e).__name__, e)
print(len(str(10 ** 4299)), len(str(-10 ** 4299)), len(hex(10 ** 6000)), len(f"{10 ** 6000:x}"), int("1" * 4300) % 97, int("f" * 9000, 16) % 97, len(bin(10 ** 5000)), len(oct(10 ** 5000)))
sys.set_int_max_str_digits(5000)
print(len(str(10 ** 4999)))
sys.set_int_max_str_digits(0)
print(len(str(10 ** 6000)))
for n in (639, -1):
    try:
        sys.set_int_max_str_digits(n)
    except ValueError as e:
        print(e)
