# What c_char_p and c_wchar_p take.
from ctypes import *
f = CDLL(None).strlen
f.argtypes = [c_char_p]
b = create_string_buffer(b"buffer")
print(f(b"bytes"), f(b), f(c_char_p(b"abc")), f(cast(b, POINTER(c_char))), f(byref(c_char(b"\0"))))
for v in ("x", 5, 1.5, (c_int * 2)()):
    try:
        f(v)
    except ArgumentError as e:
        print(e)
w = CDLL(None).wcslen
w.argtypes = [c_wchar_p]
print(w("wörld"), w(create_unicode_buffer("ab")))
try:
    w(b"x")
except ArgumentError as e:
    print(e)
