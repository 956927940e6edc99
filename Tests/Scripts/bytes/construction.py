# bytes() and bytearray() of everything.
class B:
    def __bytes__(self): return b"own"
class I:
    def __index__(self): return 3
for kind in (bytes, bytearray):
    print(kind(), kind(3), kind([1, 2, 255]), kind("é", "utf-8"), kind(b"x"), kind(bytearray(b"y")), kind(range(3)), kind(memoryview(b"mv")), kind(i for i in (65, 66)), kind(I()), kind("a", encoding="ascii", errors="strict"), kind(True), kind((1,)), kind({5}))
    for a, k in [((-1,), {}), (([256],), {}), (("a",), {}), (([1.5],), {}), ((1.5,), {}), ((None,), {}), ((["a"],), {}), ((5, "utf-8"), {}), (("é", "ascii"), {}), (([-1],), {}), ((object(),), {}), ((), {"encoding": "utf-8"}), (([10 ** 30],), {}), ((1, 2, 3, 4), {}), ((10 ** 30,), {}), ((), {"x": 1})]:
        try:
            print(kind(*a, **k))
        except Exception as e:
            print(str(a)[:30].split(" at ")[0], type(e).__name__, e)
print(bytes(B()), bytes.fromhex("00 fF 1a"), bytearray.fromhex(""), b"\x00\xff".hex(), b"abcd".hex("-"), b"abcde".hex(":", 2), b"abcde".hex("_", -2), bytes([1]).hex(" "))
for e in ['bytes.fromhex("0")', 'bytes.fromhex("zz")', 'bytes.fromhex("0 0")', 'bytes.fromhex(b"00")', 'b"".hex(5)', 'b"ab".hex("ab")', 'bytes.fromhex("é")', 'b"a".hex("é")']:
    try:
        print(eval(e))
    except Exception as x:
        print(e, type(x).__name__, x)
