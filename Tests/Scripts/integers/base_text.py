# bin, oct, hex.
for v in (0, 1, -1, 10, -255, 2 ** 64, -(2 ** 100), True):
    print(bin(v), oct(v), hex(v), f"{v:b} {v:o} {v:x} {v:X} {v:#b} {v:#o} {v:#x} {v:#X}")
for s in ["bin(1.5)", "hex('a')", "oct(None)", "bin()", "hex(1, 2)"]:
    try:
        eval(s)
    except TypeError as e:
        print(s, e)
