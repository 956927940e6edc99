# __format__, __bytes__, __float__, __int__, __complex__-free conversions.
class C:
    def __format__(s, f): return f"[{f}]"
    def __bytes__(s): return b"bytes"
    def __float__(s): return 1.5
    def __int__(s): return 7
    def __index__(s): return 8
    def __hash__(s): return 99
    def __dir__(s): return ["x"]
    def __sizeof__(s): return 1
    def __ceil__(s): return "ceil"
    def __floor__(s): return "floor"
    def __trunc__(s): return "trunc"
    def __fspath__(s): return "/tmp"
    def __round__(s, n=None): return "round", n
c = C()
import math, os
print(f"{c}", f"{c:q}", format(c, "z"), "{:w}".format(c), bytes(c), float(c), int(c), hex(c), range(c), hash(c), dir(c), math.ceil(c), math.floor(c), math.trunc(c), os.fspath(c), round(c), round(c, 1), math.sqrt(C()), [0] * c, "a" * c, chr(c), divmod(20, int(c)), bin(c), oct(c))
class Bad:
    def __format__(s, f): return 1
    def __bytes__(s): return "x"
    def __float__(s): return "x"
    def __index__(s): return "x"
    def __hash__(s): return 1.5
    def __dir__(s): return None
b = Bad()
for f in [lambda: f"{b}", lambda: bytes(b), lambda: float(b), lambda: hex(b), lambda: hash(b), lambda: dir(b), lambda: [1][b], lambda: "a" * b, lambda: range(b), lambda: chr(b), lambda: math.sqrt(b), lambda: int(b)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
