# Views of bytes and bytearray.
m = memoryview(b"abcdef")
print(m[0], m[-1], bytes(m[1:3]), m[1:5:2].tobytes(), m[::-1].tolist(), len(m), m.nbytes, m.itemsize, m.format, m.ndim, m.shape, m.strides, m.readonly, m.contiguous, m.c_contiguous, m.suboffsets, list(m)[:2], m == b"abcdef", m.obj, 97 in m, m.hex(), bytes(reversed(m)), hash(m) == hash(b"abcdef"))
w = bytearray(b"abcdef")
v = memoryview(w)
v[0] = 65
v[1:3] = b"BC"
v[3:] = memoryview(b"xyz")
print(w, v.readonly, v.toreadonly().readonly, v == w, v[2:4] == b"Cx")
c = memoryview(bytearray(8)).cast("I")
c[1] = 258
print(c.tolist(), c.itemsize, c.shape, bytes(c.cast("B")), memoryview(b"abcd").cast("B", [2, 2]).tolist(), c.cast("B").cast("H").tolist())
for e in ["m[0] = 1", "v[0] = 256", "v[0] = 'a'", "v[0:2] = b'xyz'", "m[10]", "m['a']", "del v[0]", "memoryview('a')", "memoryview(5)", "memoryview()", "hash(v)", "m.cast('Z')", "memoryview(b'abc').cast('I')", "v[10] = 1", "v[0:1] = 'a'", "m < m", "m.x", "memoryview(b'a')[0, 0]", "m[1.5]", "c[0] = 'x'", "c[0] = -1"]:
    try:
        print(e, eval(e) if " = " not in e and "del" not in e else exec(e))
    except Exception as x:
        print(e, type(x).__name__, x)
with memoryview(b"x") as y:
    print(y[0])
for f in [lambda: y[0], lambda: y.tobytes(), lambda: len(y), lambda: y.format, lambda: y.__enter__()]:
    try:
        f()
    except ValueError as e:
        print(e)
y.release()
print(repr(y).split(" at")[0], repr(m).split(" at")[0])
