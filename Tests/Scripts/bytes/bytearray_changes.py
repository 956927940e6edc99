# Changing a bytearray in place.
b = bytearray(b"abc")
b[0] = 65; print(b)
b[1:2] = b"xyz"; print(b)
del b[0], b[-1:]; print(b)
b.append(33); b.extend(b"ef"); b.extend([1, 2]); b.insert(0, 90); print(b)
print(b.pop(), b.pop(0), b); b.remove(120); b.reverse(); print(b)
b += b"++"; b *= 2; print(b, b.copy() is b, len(b)); b.clear(); print(b)
b[:] = range(5); b[::2] = b"..."; print(b, b[1:3], type(b[1:3]), b[-1])
c = bytearray(5); c[1:3] = bytearray(c); print(c); c[2:2] = c; print(len(c))
for e in ["b[10] = 1", "b[0] = 256", "b[0] = -1", "b[0] = 'a'", "b[0:1] = 'a'", "b[0:2] = 5", "b[::2] = b'1'", "b.append(256)", "b.append('a')", "b.remove(200)", "bytearray().pop()", "b.pop(100)", "del b[100]", "b.extend('ab')", "b.extend([300])", "b.extend(5)", "b.insert('a', 1)", "b.insert(0, 256)", "hash(b)", "b['a'] = 1", "b += 'a'", "b.remove('a')"]:
    try:
        exec(e)
        print(e, b)
    except Exception as x:
        print(e, type(x).__name__, x)
