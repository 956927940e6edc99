# resize makes room; the type stays.
from ctypes import *
a = (c_short * 4)()
print(sizeof(a))
resize(a, 32)
print(sizeof(a), sizeof(type(a)), len(a))
for f in (lambda: resize(a, 4), lambda: resize(3, 4), lambda: resize(c_int(), 2)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
p = pointer((c_int * 2)())
try:
    resize(p.contents, 64)
except ValueError as e:
    print(e)
s = create_string_buffer(b"keep")
resize(s, 100)
print(s.value if sizeof(s) == 100 else "", string_at(s))
