# A bytearray with a view cannot be resized.
b = bytearray(b"abcdef")
m = memoryview(b)
for act in ["b.append(1)", "b.clear()", "b.pop()", "b += b'x'", "b.extend(b'x')", "del b[0]", "b[1:2] = b'xy'", "b.insert(0, 1)", "b.remove(97)", "b *= 2"]:
    try:
        exec(act)
        print(act, b)
    except BufferError as e:
        print(act, e)
b[0] = 90
b[1:3] = b"YX"
print(bytes(m), b)
m.release()
b.append(33)
print(b)
