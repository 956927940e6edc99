# Arrays of wide characters.
from ctypes import *
w = (c_wchar * 5)("a", "é")
print(w.value, w[0], w[:], w[1:2], len(w), sizeof(w))
w.value = "häß"
print(w.value, w[::-1] == "\0\0ßäh")
for v in ("toolong", b"x", 3):
    try:
        w.value = v
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
