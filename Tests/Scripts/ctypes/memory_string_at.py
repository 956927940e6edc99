# string_at and wstring_at.
from ctypes import *
b = create_string_buffer(b"abc\0def", 7)
print(string_at(b), string_at(b, 7), string_at(addressof(b) + 1), string_at(b"xyz", 2), string_at(byref(b), 3))
w = create_unicode_buffer("grüß")
print(wstring_at(w), wstring_at(w, 2), wstring_at(addressof(w) + 4), wstring_at("abc"))
for v in (1.5, []):
    try:
        string_at(v)
    except ArgumentError as e:
        print(e)
